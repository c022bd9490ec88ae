"""An enquiry that nobody answered in time is a finding, and the record says so by itself."""

from __future__ import annotations

from django.conf import settings

from qorgau.custody.actions.at_hand import made_id
from qorgau.enquiries.entries import ENQUIRY, UNANSWERED
from qorgau.enquiries.models import EnquiryRow
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record

_AT_ONCE = 200


def mark_unanswered(*, now: int) -> int:
    """Enter each enquiry whose promised time has passed, once; gives how many were entered now."""
    late = EnquiryRow.objects.filter(answered_at__isnull=True, unanswered_at__isnull=True, due_at__lt=now)
    rows = list(late.order_by("due_at", "enquiry_id")[:_AT_ONCE])
    for row in rows:
        record([_draft(row)], received=now)
    return len(rows)


def _draft(row: EnquiryRow) -> Draft:
    # The time of the finding is the promised one, so that whoever enters it enters the same.
    return Draft(
        id=made_id(row.enquiry_id, UNANSWERED),
        kind=UNANSWERED,
        recorded=row.due_at,
        for_body=settings.QORGAU_INSTANCE,
        objects={ENQUIRY: [row.enquiry_id]},
        facts={"due": row.due_at},
    )
