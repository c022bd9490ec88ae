"""The duty desk answers an enquiry: who asks was checked, a match was chosen or none, the answer is signed."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.entries import PERSON
from qorgau.custody.models import CustodyRow
from qorgau.enquiries.answer_note import sign_answer
from qorgau.enquiries.answer_text import answer_of
from qorgau.enquiries.desk_keys import answer_key
from qorgau.enquiries.entries import ANSWERED, ENQUIRY, Asking, IdentityCheck, Told
from qorgau.enquiries.models import EnquiryRow
from qorgau.enquiries.queries.candidates import candidates
from qorgau.enquiries.queries.desk import asking_of, enquiry_of
from qorgau.enquiries.refusal import EnquiryRefusal
from qorgau.enquiries.wishes import wishes_not_found_by
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.record import EntryConflict, record
from qorgau.recording.typed_text import on_one_line

QUARTER = 900
MINUTE = 60
DIED = "died"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What the desk decided: how it checked who asks (reason: why not), and whom it found; no custody for nobody."""

    check: IdentityCheck
    reason: str = ""
    custody: str = ""


def answer(actor: Actor, enquiry_id: str, decision: Decision, *, now: int) -> int:
    """Answer once and for all; gives when the answer can be read. The same decision sent again changes nothing.

    What is told follows from the decision and from the person's wishes; the desk is not told which.
    """
    row = enquiry_of(actor, enquiry_id)
    require(actor, "enquiry.answer", at=Whereabouts(region=row.region))
    if row.answered_at is not None:
        return _answered_before(actor, row, decision)
    asking = asking_of(enquiry_id)
    if asking is None:
        raise EnquiryRefusal("no_such_enquiry")
    found = _found(actor, asking, decision, now=now)
    draft = _draft(actor, row, asking, decision, found, now=now)
    try:
        record([draft], received=now)
    except EntryConflict:
        raise EnquiryRefusal("answered_before") from None
    return int(draft.facts["readable"])


def readable_at(*, opened: int, answered: int) -> int:
    """When an answer can be read: the first full quarter of an hour after the desk answered and the least delay.

    opened: when the enquiry reached the desk. The moment tells neither what is answered nor how soon it was.
    """
    delay = int(getattr(settings, "QORGAU_ENQUIRY_DELAY_MINUTES", 60)) * MINUTE
    return (max(answered, opened + delay) // QUARTER + 1) * QUARTER


def _answered_before(actor: Actor, row: EnquiryRow, decision: Decision) -> int:
    same = (row.answered_by, row.identity_check, row.custody_id)
    if same != (actor.account, decision.check.value, decision.custody) or row.readable_at is None:
        raise EnquiryRefusal("answered_before")
    return row.readable_at


def _found(actor: Actor, asking: Asking, decision: Decision, *, now: int) -> CustodyRow | None:
    if decision.check is IdentityCheck.REFUSED and not decision.reason.strip():
        raise EnquiryRefusal("reason_missing", field="reason")
    if not decision.custody:
        return None
    if decision.custody not in {each.custody for each in candidates(actor, asking, now=now)}:
        raise EnquiryRefusal("no_such_match", field="custody")
    found = CustodyRow.objects.get(pk=decision.custody)
    dead = found.status == DIED or "said_died" in found.missing.split()
    if dead and decision.check is not IdentityCheck.REFUSED:
        # Nobody learns of a death from a line on a screen.
        raise EnquiryRefusal("died", field="custody")
    return found


def _told(found: CustodyRow | None, asking: Asking, decision: Decision) -> Told:
    if found is None or not found.is_here or decision.check is IdentityCheck.REFUSED:
        return Told.NOBODY
    cut = wishes_not_found_by(found.custody_id, name=asking.name, relation=asking.relation)
    return Told.NOBODY if cut else Told.HELD


def _draft(
    actor: Actor, row: EnquiryRow, asking: Asking, decision: Decision, found: CustodyRow | None, *, now: int
) -> Draft:
    told = _told(found, asking, decision)
    note = sign_answer(answer_of(row, asking, found if told is Told.HELD else None, now=now), answer_key())
    enquirer = row.person_id
    # What is told of somebody stands under their own key, and goes with it.
    keeper = found.entered_for if found and told is Told.HELD else enquirer
    reason = on_one_line(decision.reason)[:1000]
    personal = {keeper: {"note": note}}
    if reason:
        personal = {**personal, enquirer: {**personal.get(enquirer, {}), "reason": reason}}
    return Draft(
        id=made_id(row.enquiry_id, ANSWERED),
        kind=ANSWERED,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects={ENQUIRY: [row.enquiry_id], PERSON: [enquirer, *([found.entered_for] if found else [])]},
        happened=(Happened(said_by=actor.said_by, earliest=now, latest=now),),
        facts={
            "identity_check": decision.check.value,
            "told": told.value,
            "readable": readable_at(opened=row.opens_at, answered=now),
            # Not among the objects: the place reads whatever names the custody as one.
            **({"custody": found.custody_id} if found else {}),
        },
        personal=personal,
    )
