"""What the duty desk has before it, and what nobody answered in time."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, Whereabouts, reach, require
from qorgau.custody.entries import PERSON
from qorgau.enquiries.entries import ENQUIRY, PERSONAL, RECEIVED, Asking
from qorgau.enquiries.models import EnquiryRow
from qorgau.enquiries.refusal import EnquiryRefusal
from qorgau.lawbook import Language
from qorgau.recording.history import RecordedEntry, history

MOST = 500


def waiting(actor: Actor, *, now: int) -> list[EnquiryRow]:
    """The enquiries that the actor's desk has to answer, the one due first first."""
    rows = _within_reach(EnquiryRow.objects.filter(answered_at__isnull=True), actor, "enquiry.answer")
    return list(rows.filter(opens_at__lte=now).order_by("due_at", "enquiry_id")[:MOST])


def unanswered(actor: Actor, *, now: int) -> list[EnquiryRow]:
    """Findings: enquiries whose promised time passed without an answer, the oldest first."""
    return list(_late(actor, "enquiry.see", now=now).order_by("due_at", "enquiry_id")[:MOST])


def unanswered_count(actor: Actor, *, now: int) -> int:
    """How many of them there are within the actor's reach."""
    return _late(actor, "enquiry.see", now=now).count()


def enquiry_of(actor: Actor, enquiry_id: str) -> EnquiryRow:
    """One enquiry, for the desk that has to answer it."""
    require(actor, "enquiry.answer")
    row = EnquiryRow.objects.filter(pk=enquiry_id).first()
    if row is None:
        raise EnquiryRefusal("no_such_enquiry")
    require(actor, "enquiry.answer", at=Whereabouts(region=row.region))
    return row


def asking_of(enquiry_id: str) -> Asking | None:
    """Who asks after whom, decrypted; None where there is no such enquiry or the enquirer was erased."""
    received = received_of(history(ENQUIRY, enquiry_id))
    return None if received is None else asking_in(received)


def received_of(entries: tuple[RecordedEntry, ...]) -> RecordedEntry | None:
    """The entry by which the enquiry came in."""
    return next((each for each in entries if each.entry.kind == RECEIVED), None)


def asking_in(received: RecordedEntry) -> Asking | None:
    """What that entry says; None once the enquirer's key is gone."""
    told = received.personal.get(received.entry.objects[PERSON][0])
    if told is None:
        return None
    return Asking(
        **{name: str(told.get(name, "")) for name in PERSONAL},
        region=str(received.entry.facts["region"]),
        language=Language(received.entry.facts["language"]),
    )


def _late(actor: Actor, act: str, *, now: int) -> QuerySet[EnquiryRow]:
    open_still = Q(answered_at__isnull=True, due_at__lt=now)
    late = Q(answered_at__gt=F("due_at"))
    return _within_reach(EnquiryRow.objects.filter(open_still | late), actor, act)


def _within_reach(rows: QuerySet[EnquiryRow], actor: Actor, act: str) -> QuerySet[EnquiryRow]:
    require(actor, act)
    far = reach(actor, act)
    if far is Reach.EVERYWHERE:
        return rows
    return rows.filter(region__in=sorted(actor.regions)) if far is Reach.REGION else rows.none()
