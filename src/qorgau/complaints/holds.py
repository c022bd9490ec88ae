"""What keeps the data of whoever complained: a complaint that is not finally decided."""

from __future__ import annotations

from qorgau.complaints.entries import COMPLAINT, PERSON, Status
from qorgau.complaints.models import ComplaintRow, NamedRow
from qorgau.recording.holds import Hold, HoldKind, register_hold
from qorgau.recording.models import EntryObject

OPEN = "complaint_open"
_ENDED = (Status.ENDED.value,)


def register() -> None:
    """Tell the record what keeps the data of complainants, victims and officers."""
    register_hold(Hold(name=OPEN, kind=HoldKind.HOLD, why=why_open))


def why_open(person_id: str, as_of: int) -> str | None:
    """A complaint in which the person stands, and that has not ended, keeps everything about them."""
    complaints = {*_complaints_of(person_id), *_named_in(person_id)}
    rows = ComplaintRow.objects.filter(complaint_id__in=complaints).exclude(status__in=_ENDED)
    if not rows.exists():
        return None
    return "A complaint in which they stand has not been finally decided."


def _complaints_of(person_id: str) -> set[str]:
    entries = EntryObject.objects.filter(role=PERSON, object_id=person_id).values("entry_id")
    found = EntryObject.objects.filter(role=COMPLAINT, entry_id__in=entries)
    return set(found.values_list("object_id", flat=True))


def _named_in(officer_id: str) -> set[str]:
    return set(NamedRow.objects.filter(officer_id=officer_id).values_list("complaint_id", flat=True))
