"""Fold all entries on an officer, of every case, into rows without a name in clear."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence

from django.db.models import Model

from qorgau.complaints.entries import OFFICER
from qorgau.complaints.facts.officers import now_at, officer_of
from qorgau.complaints.models import OfficerRow, ServiceRow
from qorgau.custody.names import folded_words
from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry
from qorgau.recording.keystore.secrets import instance_secret


def register() -> None:
    """Tell the record how officers are folded."""
    register_fold(
        Fold(
            name="officer_rows",
            role=OFFICER,
            key="officer_id",
            tables=(OfficerRow, ServiceRow),
            fold=fold_officer,
        )
    )


def name_key(name: str) -> str:
    """A keyed digest of a name in all its spellings: equal names are found, and none can be read from it."""
    words = sorted(folded_words(name))
    if not words:
        return ""
    text = f"qorgau/officer/v1\n{' '.join(words)}".encode()
    return hmac.digest(instance_secret(), text, "sha256").hex()


def fold_officer(officer_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The rows of one officer."""
    known = officer_of(officer_id, entries)
    if known is None:
        return
    yield OfficerRow(
        officer_id=officer_id,
        first_named_at=known.first_named_at,
        complaints=len(known.complaints),
        body_id=now_at(known.services),
        name_key=name_key(known.name),
    )
    for number, service in enumerate(known.services):
        yield ServiceRow(
            key=f"{officer_id}/{number:03}",
            officer_id=officer_id,
            body_id=service.body,
            since=service.since,
            until=service.until,
            said_by=known.said_by[service],
        )
