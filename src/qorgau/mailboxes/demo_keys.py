"""Keys for the bodies of a demo, so that its pages work at once. Their passphrase is known: they guard nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from qorgau.access.actions.recording_acts import CONSOLE
from qorgau.mailboxes.actions.keys import pin, publish_manifest
from qorgau.mailboxes.body_keys import make_keys, vouch
from qorgau.mailboxes.key_files import KeyFile, write_new
from qorgau.mailboxes.models import ManifestRow
from qorgau.mailboxes.quick_lock import lock_quickly
from qorgau.recording.log_keys import log_keys
from qorgau.sealing.pins import Pins, Voucher
from qorgau.sealing.recovery import Holder

DEMO_BODIES = (
    "npm", "special_prosecutors", "kpi", "prosecutors_office", "ombudsperson", "children_commissioner",
    "ministry_of_health",
)  # fmt: skip
"""Who can receive in a demo: the mechanism, those who may investigate, those who watch, and health care."""
DEMO_PASSPHRASE = "these keys guard nothing"  # noqa: S105 - it stands in the demo's page, too
_VOUCHERS = {"bar": "demo-bar-association", "coalition": "demo-coalition", "mechanism": "npm"}
_HOLDERS = {"court": "demo-court", "law": "demo-faculty-of-law", "ombudsperson": "ombudsperson"}


@dataclass(frozen=True, kw_only=True)
class DemoKeys:
    """Where the demo's keys lie, and which bodies got new ones now."""

    folder: Path
    made: tuple[str, ...]


def demo_bodies(now: int) -> DemoKeys:
    """Pin three vouchers and publish the keys of the demo's bodies; those that have keys keep them."""
    folder = demo_folder()
    vouchers = {name: _kept(folder / f"{name}.voucher", use="voucher", owner=name) for name in _VOUCHERS}
    pin(_pins(vouchers))
    published = set(ManifestRow.objects.values_list("body", flat=True))
    made = tuple(body for body in DEMO_BODIES if body not in published)
    for body in made:
        _publish(body, folder, vouchers, now=now)
    return DemoKeys(folder=folder, made=made)


def demo_folder() -> Path:
    """Beside the demo's databases, where on a real instance no body's secret key ever lies."""
    data: Path = settings.QORGAU_DATA
    return data / "demo-keys"


def _publish(body: str, folder: Path, vouchers: Mapping[str, KeyFile], *, now: int) -> None:
    holders = [
        Holder(
            name=name,
            institution=institution,
            recipient=_kept(folder / f"{name}.holder", use="holder", owner=name).recipient,
        )
        for name, institution in _HOLDERS.items()
    ]
    made = make_keys(body, holders, now=now)
    signed = made.signed
    for name in ("bar", "coalition"):
        signed = vouch(signed, vouchers[name])
    # The secret first: keys that are published and lost would swallow whatever is sealed to them.
    (folder / f"{body}.keys").unlink(missing_ok=True)
    write_new(folder / f"{body}.keys", lock_quickly(made.keys.text().encode(), DEMO_PASSPHRASE))
    for pair in made.pairs:
        path = folder / f"{body}.{pair.outer}-{pair.inner}.recovery"
        path.unlink(missing_ok=True)
        write_new(path, pair.ciphertext)
    publish_manifest(CONSOLE, signed, now=now)


def _kept(path: Path, *, use: str, owner: str) -> KeyFile:
    if not path.exists():
        text = KeyFile(use=use, owner=owner).text()
        write_new(path, lock_quickly(text.encode(), DEMO_PASSPHRASE))
    return KeyFile.read(path, passphrase=DEMO_PASSPHRASE)


def _pins(vouchers: Mapping[str, KeyFile]) -> Pins:
    known = (
        Voucher(name=name, body=body, key=vouchers[name].ed25519) for name, body in sorted(_VOUCHERS.items())
    )
    return Pins(origin=log_keys().origin, vouchers=tuple(known))
