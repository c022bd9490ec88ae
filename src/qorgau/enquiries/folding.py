"""Fold an enquiry's entries into its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model

from qorgau.custody.entries import PERSON
from qorgau.enquiries.entries import ANSWERED, ENQUIRY, RECEIVED, UNANSWERED
from qorgau.enquiries.models import EnquiryRow
from qorgau.ledger.entry import Entry
from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry, standing


def register() -> None:
    """Tell the record how enquiries are folded."""
    register_fold(Fold(name="enquiry_rows", role=ENQUIRY, key="enquiry_id", tables=(EnquiryRow,), fold=_fold))


def _fold(enquiry_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    counted = [each.entry for each in standing(entries)]
    received = _first(counted, RECEIVED)
    if received is None:
        return
    unanswered = _first(counted, UNANSWERED)
    facts = received.facts
    yield EnquiryRow(
        enquiry_id=enquiry_id,
        person_id=received.objects[PERSON][0],
        number=str(facts["number"]),
        opens_with=str(facts["opens_with"]),
        region=str(facts["region"]),
        language=str(facts["language"]),
        received_at=received.recorded,
        opens_at=int(facts["opens"]),
        due_at=int(facts["due"]),
        unanswered_at=unanswered.recorded if unanswered else None,
        **_answer(_first(counted, ANSWERED)),
    )


def _answer(answered: Entry | None) -> Mapping[str, Any]:
    if answered is None:
        return {}
    return {
        "answered_at": answered.recorded,
        "answered_by": answered.by or "",
        "identity_check": str(answered.facts["identity_check"]),
        "told": str(answered.facts["told"]),
        "custody_id": str(answered.facts.get("custody", "")),
        "readable_at": int(answered.facts["readable"]),
    }


def _first(counted: Sequence[Entry], kind: str) -> Entry | None:
    return next((entry for entry in counted if entry.kind == kind), None)
