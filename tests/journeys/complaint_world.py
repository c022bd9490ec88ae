"""Run in a process of its own: set QORGAU_DATA up with places and bodies that may receive; print their secret keys."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
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
    """List two places, pin the vouchers and publish keys; nobody and nothing of it is real."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from qorgau.recording.starting import make_data_folder, start_django

    start_django()
    from django.conf import settings

    from qorgau.clock import now
    from qorgau.recording.setting_up import set_up

    make_data_folder(settings.QORGAU_DATA)
    list(set_up())
    json.dump({"places": _places(now()), "bodies": _bodies(now())}, sys.stdout)


def _places(now: int) -> dict[str, str]:
    from tests.slices.places.people import ADMINISTRATOR, IVS

    from qorgau.places import actions

    colony = replace(
        IVS, kind="colony", body="penitentiary_committee", region="abai", settlement="Example street 2"
    )
    station = replace(IVS, kind="station", body="police", settlement="Example street 1")
    return {
        "station": actions.list_place(ADMINISTRATOR, station, now=now),
        "colony": actions.list_place(ADMINISTRATOR, colony, now=now),
    }


def _bodies(now: int) -> dict[str, dict[str, str]]:
    from tests.slices.mailboxes.bodies import YEAR, BodyKeys, pins

    from qorgau.access.actions.recording_acts import CONSOLE
    from qorgau.mailboxes.actions import publish_manifest
    from qorgau.mailboxes.actions.keys import pin

    pin(pins())
    secrets = {}
    for body in BODIES:
        keys = BodyKeys(body, not_after=now + YEAR)
        publish_manifest(CONSOLE, keys.signed(), now=now)
        secrets[body] = {"identity": keys.identity, "signing": keys.signing.private_bytes_raw().hex()}
    return secrets


if __name__ == "__main__":
    main()
