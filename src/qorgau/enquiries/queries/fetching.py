"""Fetching an answer by number and code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qorgau.enquiries.desk_keys import opens_with
from qorgau.enquiries.entries import ANSWERED, ENQUIRY
from qorgau.enquiries.models import EnquiryRow
from qorgau.recording.history import history


class FetchState(StrEnum):
    """What the page shows to whoever brings a number and a code."""

    READY = "ready"  # the signed answer
    WAITING = "waiting"  # not answered, or the moment at which answers are given out has not come
    UNKNOWN = "unknown"  # no enquiry opens with this number and this code


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """What was found; note: the signed answer, or nothing."""

    state: FetchState
    note: str = ""


def fetch(number: str, code: str, *, now: int) -> Fetched:
    """The answer, if number and code fit together and its moment has come. Asks the same questions in every case."""
    row = EnquiryRow.objects.filter(opens_with=opens_with(number, code)).first()
    note = _note_of(row.enquiry_id if row else "none")
    if row is None:
        return Fetched(state=FetchState.UNKNOWN)
    if row.readable_at is None or now < row.readable_at:
        return Fetched(state=FetchState.WAITING)
    return Fetched(state=FetchState.READY, note=note)


def _note_of(enquiry_id: str) -> str:
    """The note of the answer; nothing without one, or once the key it was written under is gone."""
    answered = (each for each in history(ENQUIRY, enquiry_id) if each.entry.kind == ANSWERED)
    notes = (str(own["note"]) for each in answered for own in each.personal.values() if "note" in own)
    return next(notes, "")
