"""Fold what came in sealed, what was answered, and the keys of bodies, into their rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from django.db.models import Model

from qorgau.custody.facts.standing import standing_of
from qorgau.ledger.entry import Entry
from qorgau.mailboxes.coarse_time import hour_of
from qorgau.mailboxes.entries import (
    BOX,
    COMPLAINT,
    ENVELOPES,
    IDENTITY_RELEASED,
    KEYS,
    MANIFEST_PUBLISHED,
    MANIFEST_REVOKED,
    MESSAGE_DELETED,
    MESSAGE_SENT,
    RECOVERY_USED,
    WITHDRAWAL_ASKED,
)
from qorgau.mailboxes.models import ChunkRow, EnvelopeRow, ManifestRow, MessageRow
from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry, standing


def register() -> None:
    """Tell the record how envelopes, mailboxes and keys are folded."""
    register_fold(
        Fold(name="envelopes", role=COMPLAINT, key="complaint_id", tables=(EnvelopeRow, ChunkRow),
             fold=_envelope)
    )  # fmt: skip
    register_fold(Fold(name="messages", role=BOX, key="box_ed", tables=(MessageRow,), fold=_messages))
    register_fold(Fold(name="manifests", role=KEYS, key="manifest_id", tables=(ManifestRow,), fold=_manifest))


def _envelope(complaint_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    counted = [each.entry for each in standing(entries)]
    lodged = next((entry for entry in counted if entry.kind in ENVELOPES and BOX in entry.objects), None)
    if lodged is None:
        # Typed in from paper or by word: there is nothing sealed and no mailbox.
        return
    sealed = lodged.sealed
    # A release that waits for a second person has told nobody anything.
    released = [each.entry for each in standing_of(entries).counted]
    yield EnvelopeRow(
        complaint_id=complaint_id,
        entry_id=lodged.id,
        kind=lodged.kind,
        to_body=lodged.for_body,
        box_ed=lodged.objects[BOX][0],
        hour=hour_of(lodged.recorded),
        narrative=str(sealed["narrative"]),
        identity=str(sealed["identity"]),
        plain=str(sealed["plain"]),
        withdrawal_asked_at=_when(counted, WITHDRAWAL_ASKED),
        identity_released_at=_when(released, IDENTITY_RELEASED),
    )
    for entry in (lodged, *(each for each in counted if each.kind == MESSAGE_SENT)):
        yield from _chunks(complaint_id, entry)


def _chunks(complaint_id: str, entry: Entry) -> Iterable[Model]:
    for number, chunks in enumerate(files_of(entry)):
        for place, sha256 in enumerate(chunks):
            yield ChunkRow(
                chunk_id=f"{entry.id}/{number}/{place}",
                complaint_id=complaint_id,
                file=number,
                place=place,
                sha256=sha256,
            )


def files_of(entry: Entry) -> list[list[str]]:
    """The hashes of the pieces of each file that was sent along, with an envelope or a message."""
    return [[str(sha256) for sha256 in each["chunks"]] for each in entry.sealed.get("files", ())]


def _messages(box_ed: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    counted = [each.entry for each in standing(entries)]
    deleted = {
        str(entry.facts["message"]): entry.recorded for entry in counted if entry.kind == MESSAGE_DELETED
    }
    for entry in counted:
        if entry.kind != MESSAGE_SENT:
            continue
        sha256 = str(entry.sealed["message"])
        yield MessageRow(
            message_id=entry.id,
            box_ed=box_ed,
            complaint_id=entry.objects[COMPLAINT][0],
            direction=str(entry.facts["direction"]),
            seq=int(entry.facts["number"]),
            hour=hour_of(entry.recorded),
            body=entry.for_body,
            sent_by=entry.by or "",
            sha256=sha256,
            deleted_at=deleted.get(entry.id),
        )


def _manifest(manifest_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    counted = [each.entry for each in standing(entries)]
    published = next((entry for entry in counted if entry.kind == MANIFEST_PUBLISHED), None)
    if published is None:
        return
    revoked = next((entry for entry in counted if entry.kind == MANIFEST_REVOKED), None)
    signed = str(published.facts["manifest"])
    yield ManifestRow(
        manifest_id=manifest_id,
        body=published.for_body,
        epoch=int(published.facts["epoch"]),
        published_at=published.recorded,
        not_after=int(json.loads(signed)["manifest"]["not_after"]),
        signed=signed,
        revoked_at=revoked.recorded if revoked else None,
        revoked_because=str(revoked.facts["ground"]) if revoked else "",
        recovery_used_at=_when(counted, RECOVERY_USED),
    )


def _when(counted: Sequence[Entry], kind: str) -> int | None:
    return next((entry.recorded for entry in counted if entry.kind == kind), None)
