"""Protection, reprisals, transfers, and a wish to withdraw, which stops nothing."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.complaints.actions.alongside import alongside
from qorgau.complaints.actions.at_hand import at_hand, checked_word
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.opening import opened_run
from qorgau.complaints.entries import (
    ACCOUNT,
    COMPLAINT,
    FILE_OPENED,
    LINKED,
    NPM_CONTACT,
    PARTY_ENDED,
    PARTY_NAMED,
    PROTECTION_ASKED,
    PROTECTION_GIVEN,
    REPRISAL,
    RUN,
    TRANSFER_ASKED,
    WITHDRAWALS,
    WITHDRAWN,
    LookedBecause,
)
from qorgau.complaints.facts.keeping import REASONS
from qorgau.complaints.facts.law import law
from qorgau.complaints.queries.reach import seen_whereabouts
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.times import When
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record

MEASURES = ("transfer", "guard", "no_contact", "secrecy", "family", "other")
PARTS = ("lawyer", "doctor", "relative", "ngo")
REPRISAL_PROCEDURE = "reprisal"
HOUR = 3600


def report_reprisal(
    actor: Actor,
    complaint_id: str,
    *,
    reasons: str,
    established: str = "",
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Report a reprisal; the procedure that looks into it begins with the report."""
    hand = at_hand(actor, complaint_id, "complaints.move", "complaints.evidence", now=now, act_id=act_id)
    if established:
        checked_word(established, ("yes", "no"), field="established")
    name = next((each for each in law().procedures if each.partition("/")[2] == REPRISAL_PROCEDURE), None)
    drafts = [
        hand.draft(REPRISAL, facts={"established": established}, texts={REASONS: reasons}, happened=happened)
    ]
    made: dict[str, str] = {}
    if name is not None and not any(run.procedure.id == name for run in hand.known.runs):
        opened, made[RUN] = opened_run(hand, name, part="opened")
        drafts.append(opened)
    else:
        drafts += alongside(hand, REPRISAL, facts={"established": established}, reasons=reasons)
    return hand.record(drafts, made=made)


def ask_protection(
    actor: Actor, complaint_id: str, measure: str, *, reasons: str = "", now: int, act_id: str | None = None
) -> Done:
    """Ask for a protection measure."""
    return _measure(actor, complaint_id, PROTECTION_ASKED, measure, reasons, now=now, act_id=act_id)


def give_protection(
    actor: Actor, complaint_id: str, measure: str, *, reasons: str = "", now: int, act_id: str | None = None
) -> Done:
    """Record that a protection measure was taken."""
    return _measure(actor, complaint_id, PROTECTION_GIVEN, measure, reasons, now=now, act_id=act_id)


def _measure(
    actor: Actor, complaint_id: str, kind: str, measure: str, reasons: str, *, now: int, act_id: str | None
) -> Done:
    hand = at_hand(actor, complaint_id, "complaints.move", "complaints.evidence", now=now, act_id=act_id)
    facts = {"protection": checked_word(measure, MEASURES, field="measure")}
    moves = alongside(hand, kind, facts=facts, reasons=reasons)
    return hand.record([hand.draft(kind, facts=facts, texts={REASONS: reasons}), *moves])


def ask_transfer(
    actor: Actor, complaint_id: str, *, reasons: str = "", now: int, act_id: str | None = None
) -> Done:
    """Ask for a transfer to a place outside the accused body."""
    hand = at_hand(actor, complaint_id, "complaints.move", "complaints.evidence", now=now, act_id=act_id)
    moves = alongside(hand, TRANSFER_ASKED, reasons=reasons)
    return hand.record([hand.draft(TRANSFER_ASKED, texts={REASONS: reasons}), *moves])


def withdrawal_asked(
    actor: Actor, complaint_id: str, *, reasons: str = "", now: int, act_id: str | None = None
) -> Done:
    """Record that the complainant asks to withdraw. Nothing stops; the preventive mechanism is to speak with them."""
    hand = at_hand(actor, complaint_id, "complaints.move", "complaints.evidence", now=now, act_id=act_id)
    return hand.record([hand.draft(WITHDRAWN, texts={REASONS: reasons})])


def npm_contact(
    actor: Actor, complaint_id: str, *, reasons: str = "", now: int, act_id: str | None = None
) -> Done:
    """Record that the mechanism spoke with the complainant in private."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    if actor.role is not Role.NPM_MEMBER:
        raise ComplaintRefusal("only_npm")
    if not hand.known.moments.any(*WITHDRAWALS):
        raise ComplaintRefusal("not_withdrawn")
    moves = alongside(hand, NPM_CONTACT, reasons=reasons)
    return hand.record([hand.draft(NPM_CONTACT, texts={REASONS: reasons}), *moves])


def link(
    actor: Actor, complaint_id: str, other_id: str, *, reasons: str = "", now: int, act_id: str | None = None
) -> Done:
    """Link two complaints about the same matter; each keeps its own course, clocks and receipt."""
    hand = at_hand(actor, complaint_id, "complaints.move", "complaints.assign", now=now, act_id=act_id)
    if other_id == complaint_id:
        raise ComplaintRefusal("linked_with_itself", field="other")
    seen_whereabouts(actor, other_id)
    drafted = hand.draft(LINKED, objects={COMPLAINT: (complaint_id, other_id)}, texts={REASONS: reasons})
    return hand.record([drafted])


def name_party(
    actor: Actor, complaint_id: str, account: str, part: str, *, now: int, act_id: str | None = None
) -> Done:
    """Let an account take part in the case: a lawyer with a mandate, a doctor, an organisation."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    facts = {"part": checked_word(part, PARTS, field="part")}
    return hand.record([hand.draft(PARTY_NAMED, facts=facts, objects={ACCOUNT: (account,)})])


def end_party(actor: Actor, complaint_id: str, account: str, *, now: int, act_id: str | None = None) -> Done:
    """End an account's part in the case."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    return hand.record([hand.draft(PARTY_ENDED, objects={ACCOUNT: (account,)})])


def open_file(actor: Actor, complaint_id: str, *, because: LookedBecause, now: int) -> Done:
    """Enter that the actor opened the file: one entry for an actor, complaint and hour, however often."""
    seen_whereabouts(actor, complaint_id)
    hour = now // HOUR * HOUR
    draft = Draft(
        id=made_id("complaint/open", f"{actor.account}/{actor.role}/{complaint_id}/{because}/{hour}"),
        kind=FILE_OPENED,
        recorded=hour,
        by=actor.account,
        for_body=actor.body,
        objects={COMPLAINT: [complaint_id]},
        happened=(Happened(said_by=actor.said_by, earliest=hour, latest=hour + HOUR - 1),),
        facts={"looked_as": actor.role.value, "looked_because": because.value},
    )
    (answer,) = record([draft], received=now, may_be_held=True)
    return Done(complaint=complaint_id, entries=(draft.id,), acknowledgements=(answer,))
