"""Who asked after a person, for the person's side and the preventive mechanism; never for the place."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.custody.queries.reach import whereabouts_of
from qorgau.enquiries.models import EnquiryRow
from qorgau.enquiries.queries.desk import asking_of


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One enquiry about the person: by whom, when, and that it was answered."""

    name: str
    relation: str
    received_at: int
    answered_at: int
    identity_check: str
    told: str


def asked_after(actor: Actor, custody_id: str) -> tuple[Asked, ...]:
    """The enquiries that the desk found to be about this custody, the latest first (looks.see)."""
    require(actor, "looks.see", at=whereabouts_of(custody_id))
    rows = EnquiryRow.objects.filter(custody_id=custody_id).order_by("-received_at", "enquiry_id")
    return tuple(_asked(row) for row in rows)


def _asked(row: EnquiryRow) -> Asked:
    asking = asking_of(row.enquiry_id)
    return Asked(
        name=asking.name if asking else "",
        relation=asking.relation if asking else "",
        received_at=row.received_at,
        answered_at=row.answered_at or row.received_at,
        identity_check=row.identity_check,
        told=row.told,
    )
