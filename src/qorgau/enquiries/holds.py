"""What keeps an enquirer's data: an enquiry that nobody has answered."""

from __future__ import annotations

from qorgau.enquiries.models import EnquiryRow
from qorgau.recording.holds import Hold, HoldKind, register_hold

OPEN = "enquiry_open"


def register() -> None:
    """Tell the record what keeps the data of somebody who asked."""
    register_hold(Hold(name=OPEN, kind=HoldKind.HOLD, why=why_open))


def why_open(person_id: str, as_of: int) -> str | None:
    """An enquiry that waits for its answer keeps who asked."""
    waiting = EnquiryRow.objects.filter(person_id=person_id, answered_at__isnull=True)
    return "They asked whether somebody is held, and nobody has answered." if waiting.exists() else None
