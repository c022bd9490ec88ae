"""Keys of bodies are published, revoked and recovered: each an entry, each checked by the pins."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.mailboxes.entries import (
    KEYS,
    MANIFEST_PUBLISHED,
    MANIFEST_REVOKED,
    RECOVERY_USED,
    keys_object,
)
from qorgau.mailboxes.grounds import Recovered, Revoked
from qorgau.mailboxes.models import ManifestRow
from qorgau.mailboxes.queries import newest_manifest
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record
from qorgau.sealing.canonical_json import canonical_json
from qorgau.sealing.manifest import Manifest, SignedManifest, check_manifest
from qorgau.sealing.pins import Pins
from qorgau.sealing.refusal import SealingRefusal

HOLDERS_NEEDED = 2


def publish_manifest(actor: Actor, signed: SignedManifest, *, now: int) -> ManifestRow:
    """Publish a body's keys, if they follow the last ones and two of three vouchers stand for them.

    Publishing the same again changes nothing. Raises MailboxRefusal that says which check failed.
    """
    require(actor, "keys.publish")
    manifest = signed.manifest
    text = canonical_json(signed.as_group()).decode()
    held = ManifestRow.objects.filter(manifest_id=keys_object(manifest.body, manifest.epoch)).first()
    if held is None:
        _require_good(signed, now=now)
        of, facts = (manifest.body, manifest.epoch), {"epoch": manifest.epoch, "manifest": text}
        made = _draft(actor, MANIFEST_PUBLISHED, of, id=f"keys-{of[0]}-{of[1]}", facts=facts, now=now)
        record([made], received=now)
    elif held.signed != text:
        why = f"epoch {manifest.epoch} of {manifest.body} is published with other keys."
        raise MailboxRefusal("keys_refused", why=why)
    return ManifestRow.objects.get(manifest_id=keys_object(manifest.body, manifest.epoch))


def revoke_manifest(actor: Actor, body: str, epoch: int, *, ground: Revoked, now: int) -> None:
    """Say that keys must no longer be sealed to: lost, stolen, or their holder left."""
    require(actor, "keys.publish")
    _require_there(body, epoch)
    if ManifestRow.objects.get(manifest_id=keys_object(body, epoch)).revoked_at is not None:
        return
    facts = {"ground": ground.value}
    made = _draft(actor, MANIFEST_REVOKED, (body, epoch), id=f"revoked-{body}-{epoch}", facts=facts, now=now)
    record([made], received=now)


def use_recovery(
    actor: Actor, body: str, epoch: int, *, holders: Sequence[str], ground: Recovered, now: int
) -> None:
    """Record that two of three holders opened a body's recovery key, and why."""
    require(actor, "keys.recover")
    _require_there(body, epoch)
    if len(set(holders)) < HOLDERS_NEEDED:
        raise MailboxRefusal("too_few_holders")
    facts = {"holders": sorted(set(holders)), "ground": ground.value}
    made = _draft(
        actor, RECOVERY_USED, (body, epoch), id=f"recovery-{body}-{epoch}-{now}", facts=facts, now=now
    )
    record([made], received=now)


def pin(pins: Pins) -> None:
    """Fix who vouches for keys of bodies at this instance; the page and the opener pin the same."""
    path = pins_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(str(pins), encoding="utf-8")


def pins_here() -> Pins:
    """Who vouches here; raises MailboxRefusal where nobody was pinned yet."""
    try:
        return Pins.read(pins_file().read_bytes())
    except FileNotFoundError:
        raise MailboxRefusal("no_pins") from None


def pins_file() -> Path:
    """Where the pins lie."""
    data: Path = settings.QORGAU_DATA
    return data / "mailboxes" / "pins.json"


def _require_good(signed: SignedManifest, *, now: int) -> None:
    before = newest_manifest(signed.manifest.body)
    previous = read_manifest(before).manifest if before else None
    try:
        check_manifest(signed, previous=previous, pins=pins_here())
    except SealingRefusal as refusal:
        raise MailboxRefusal("keys_refused", why=str(refusal)) from refusal
    if signed.manifest.not_after <= now:
        raise MailboxRefusal("keys_refused", why="their time has passed already. Make new ones.")


def read_manifest(row: ManifestRow) -> SignedManifest:
    """The keys of a row, with the signatures under them."""
    return SignedManifest.from_group(json.loads(row.signed))


def manifest_of(row: ManifestRow) -> Manifest:
    """The keys of a row."""
    return read_manifest(row).manifest


def _require_there(body: str, epoch: int) -> None:
    if not ManifestRow.objects.filter(manifest_id=keys_object(body, epoch)).exists():
        raise MailboxRefusal("no_such_keys")


def _draft(
    actor: Actor, kind: str, of: tuple[str, int], *, id: str, facts: Mapping[str, Any], now: int
) -> Draft:
    body, epoch = of
    return Draft(
        id=id,
        kind=kind,
        recorded=now,
        by=actor.account,
        for_body=body,
        objects={KEYS: [keys_object(body, epoch)]},
        facts=facts,
    )
