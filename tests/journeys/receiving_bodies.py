"""Run in a process of its own: publish keys of bodies that may receive in QORGAU_DATA; print their secret halves."""

from __future__ import annotations

import json
import sys
from pathlib import Path

BODIES = (
    "special_prosecutors",
    "prosecutors_office",
    "npm",
    "ombudsperson",
    "police_internal_security",
    "ministry_of_health",
    "kpi",
)


def main() -> None:
    """Pin the vouchers and publish; the keys are of nobody."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from qorgau.recording.starting import start_django

    start_django()
    from tests.slices.mailboxes.bodies import YEAR, BodyKeys, pins

    from qorgau.access.actions.recording_acts import CONSOLE
    from qorgau.clock import now
    from qorgau.mailboxes.actions import publish_manifest
    from qorgau.mailboxes.actions.keys import pin

    pin(pins())
    secrets = {}
    for body in BODIES:
        keys = BodyKeys(body, not_after=now() + YEAR)
        publish_manifest(CONSOLE, keys.signed(), now=now() - 60)
        secrets[body] = {
            "identity": keys.identity,
            "recovery": keys.recovery,
            "signing": keys.signing.private_bytes_raw().hex(),
        }
    json.dump(secrets, sys.stdout)


if __name__ == "__main__":
    main()
