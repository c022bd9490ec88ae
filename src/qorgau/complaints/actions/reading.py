"""A sealed complaint was opened: the body states in codes what it says; and it goes on to another body."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.complaints.actions.alongside import alongside
from qorgau.complaints.actions.at_hand import AtHand, at_hand
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.officers import as_offered
from qorgau.complaints.actions.refusing import refuse_the_tied
from qorgau.complaints.actions.stating import checked_body, checked_day, officer_drafts, particulars_facts
from qorgau.complaints.entries import (
    ALLEGED,
    ANSWERED,
    CLOSED,
    FORWARDED,
    READ,
    REFUSED_BY_COURT,
    REGISTERED,
    SENT_BACK,
    About,
)
from qorgau.complaints.facts.keeping import REASONS
from qorgau.complaints.facts.register import keeps_the_register
from qorgau.complaints.offered import Particulars
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.times import When

_GRAVITY = {About.OTHER: 0, About.ILL_TREATMENT: 1, About.TORTURE: 2, About.DEATH: 2}


def read_sealed(
    actor: Actor, complaint_id: str, particulars: Particulars, *, now: int, act_id: str | None = None
) -> Done:
    """State what a sealed complaint says, after opening it; stated again, the later statement stands beside the first."""
    hand = at_hand(actor, complaint_id, "complaints.read_sealed", now=now, act_id=act_id)
    if not hand.known.is_sealed:
        raise ComplaintRefusal("not_sealed")
    _require_no_milder(hand, particulars)
    checked_day(particulars.act_on, field="act_on", now=now)
    facts = {"plain_agrees": particulars.plain_agrees.value}
    drafts = [
        hand.draft(READ, facts=facts),
        hand.draft(ALLEGED, part="alleged", facts=particulars_facts(particulars)),
    ]
    for number, officer in enumerate(particulars.officers):
        part = f"officer/{number}"
        drafts += officer_drafts(
            as_offered(hand), officer, actor=actor, act=hand.act, part=part, now=hand.now
        )
    return hand.record(drafts)


def state_particulars(
    actor: Actor, complaint_id: str, particulars: Particulars, *, now: int, act_id: str | None = None
) -> Done:
    """Add to what is known of a complaint: the day, the place, whose officers."""
    hand = at_hand(
        actor, complaint_id, "complaints.read_sealed", "complaints.evidence", now=now, act_id=act_id
    )
    checked_day(particulars.act_on, field="act_on", now=now)
    _require_no_milder(hand, particulars)
    return hand.record([hand.draft(ALLEGED, facts=particulars_facts(particulars))])


def _require_no_milder(hand: AtHand, particulars: Particulars) -> None:
    """What is milder belongs to other bodies: that is decided by a reasoned move, or said by the preventive mechanism."""
    said, held = particulars.about, hand.known.about
    if said is None or not held or hand.known.is_outside or hand.actor.role is Role.NPM_MEMBER:
        return
    if _GRAVITY[said] < _GRAVITY[About(held)]:
        raise ComplaintRefusal("milder_by_a_move", field="about")


def forward(
    actor: Actor,
    complaint_id: str,
    body: str,
    *,
    reasons: str = "",
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Send a complaint on to another body, which then has it before it; it stays in the register.

    Torture is not sent to a body tied to the accused: the refusal is recorded and raised as TiedBody.
    """
    hand = at_hand(actor, complaint_id, "complaints.assign", now=now, act_id=act_id)
    checked_body(body, field="body")
    refuse_the_tied(hand, body)
    drafts = [hand.draft(FORWARDED, facts={"body": body}, texts={REASONS: reasons}, happened=happened)]
    if _registers_now(hand, body):
        drafts.append(hand.draft(REGISTERED, part="registered", happened=happened))
    return hand.record(drafts)


def _registers_now(hand: AtHand, body: str) -> bool:
    """Whether it comes for the first time to a body that keeps the register."""
    return hand.known.registered_at is None and not hand.known.is_outside and keeps_the_register(body)


def state_registered(
    actor: Actor,
    complaint_id: str,
    *,
    number: str = "",
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Record that the State entered a complaint in its register, under which number."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    own = hand.draft(REGISTERED, facts={"number": number}, happened=happened)
    return hand.record([own, *alongside(hand, REGISTERED, happened=happened)])


def send_back(
    actor: Actor,
    complaint_id: str,
    to_body: str,
    *,
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Record that a complaint followed from outside was sent for a check without registration.

    Of a complaint lodged here this cannot be: it is in the register from its first second.
    """
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    if not hand.known.is_outside:
        raise ComplaintRefusal("only_outside")
    checked_body(to_body, field="to_body")
    return hand.record([hand.draft(SENT_BACK, facts={"body": to_body}, happened=happened)])


def refused_by_court(
    actor: Actor,
    complaint_id: str,
    court: str,
    *,
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Record that a court refused the complaint."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    checked_body(court, field="court")
    own = hand.draft(REFUSED_BY_COURT, facts={"body": court}, happened=happened)
    return hand.record([own, *alongside(hand, REFUSED_BY_COURT, happened=happened)])


def answer_complainant(
    actor: Actor, complaint_id: str, *, now: int, happened: When | None = None, act_id: str | None = None
) -> Done:
    """Record that the complainant was told how the case stands."""
    hand = at_hand(actor, complaint_id, "complaints.move", "complaints.mailbox", now=now, act_id=act_id)
    return hand.record(
        [hand.draft(ANSWERED, happened=happened), *alongside(hand, ANSWERED, happened=happened)]
    )


def close_complaint(
    actor: Actor, complaint_id: str, *, reasons: str = "", now: int, act_id: str | None = None
) -> Done:
    """Record that the complaint is finally decided, every procedure and appeal having ended."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    zone = hand.known.story.zone
    if not hand.known.runs or not all(
        run.standing(as_of=hand.now, zone=zone).ended for run in hand.known.runs
    ):
        raise ComplaintRefusal("still_open")
    return hand.record([hand.draft(CLOSED, texts={REASONS: reasons})])
