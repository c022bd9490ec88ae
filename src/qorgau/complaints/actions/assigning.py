"""A case is given to a body, or refused to it; officials take it, step aside, hand it over."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.actor import Actor
from qorgau.access.models import Appointment
from qorgau.access.permission import permissions
from qorgau.access.roles import Role
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_word, is_recused
from qorgau.complaints.actions.conditions import charge_facts, tie
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.moving import moved
from qorgau.complaints.actions.opening import begun
from qorgau.complaints.actions.refusing import refuse
from qorgau.complaints.actions.stating import checked_body
from qorgau.complaints.entries import (
    ACCOUNT,
    ASSIGNED,
    HANDED_OVER,
    INVESTIGATION,
    RECUSED,
    RUN,
    TAKEN,
    About,
)
from qorgau.complaints.facts import routing
from qorgau.complaints.facts.candidates import Tied
from qorgau.complaints.facts.course import assignments_of, investigation_of
from qorgau.complaints.facts.keeping import REASONS
from qorgau.complaints.facts.law import law
from qorgau.complaints.facts.register import institution
from qorgau.complaints.facts.runs import CRIMINAL, KnownRun
from qorgau.complaints.offered import MoveAsked
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.recording.drafts import Draft

RECUSED_BECAUSE = ("tie", "own_act", "kinship", "doubt")
_MOVE_FOR = {About.ILL_TREATMENT.value: "assign_ill_treatment"}


def assign(
    actor: Actor, complaint_id: str, body: str, *, reasons: str = "", now: int, act_id: str | None = None
) -> Done:
    """Give the case to a body, which investigates it.

    A body tied to the accused is refused torture; the refusal is recorded and raised as TiedBody with the
    way that ties them. Ill-treatment the law gives to police bodies: then the act is lawful, and marked.
    """
    hand = at_hand(actor, complaint_id, "complaints.assign", now=now, act_id=act_id)
    checked_body(body, field="body")
    found = tie(hand, institution(body), hand.day())
    _refuse_if_due(hand, body, found)
    facts = charge_facts(hand, body, found)
    if hand.known.about == About.OTHER or _criminal() is None:
        objects = {INVESTIGATION: (investigation_of(hand.known),)}
        drafted = hand.draft(ASSIGNED, facts=facts, objects=objects, texts={REASONS: reasons})
        return hand.record([drafted])
    return _by_the_procedure(hand, body, facts, reasons)


def _refuse_if_due(hand: AtHand, body: str, found: Tied | None) -> None:
    on, name = hand.day(), institution(body)
    known, what = routing.known_body(name, on), routing.competence_for(hand.known.about)
    by_law = known is not None and known.may(what, on) is not None
    proposed = any(each.id == name for each, _ in routing.proposed_for(hand.known.about, on))
    lawful_though_tied = by_law and hand.known.about == About.ILL_TREATMENT
    if found is not None and not lawful_though_tied:
        refuse(hand, body, found)
    if not by_law and not proposed and hand.known.about != About.OTHER:
        refuse(hand, body, None)


def _criminal() -> str | None:
    """The id of the criminal procedure of the country's pack."""
    return next((name for name in law().procedures if name.partition("/")[2] == CRIMINAL), None)


def _by_the_procedure(hand: AtHand, body: str, facts: Mapping[str, str], reasons: str) -> Done:
    """By the move of the criminal procedure; the run is begun first, where there is none."""
    drafts, run = _criminal_run(hand)
    asked = MoveAsked(
        move=_MOVE_FOR.get(hand.known.about, "assign_torture"),
        reasons=reasons,
        facts={"body": institution(body)},
    )
    drafted = moved(hand, run, asked, for_body=institution(body), more=facts)
    return hand.record((*drafts, *drafted.drafts), made={RUN: run.id, **drafted.made}, marks=drafted.marks)


def _criminal_run(hand: AtHand) -> tuple[tuple[Draft, ...], KnownRun]:
    name = _criminal()
    assert name is not None
    zone = hand.known.story.zone
    for run in hand.known.runs:
        if run.procedure.id == name and not run.standing(as_of=hand.now, zone=zone).ended:
            return (), run
    return begun(hand, name, part="opened")


def take_case(actor: Actor, complaint_id: str, *, now: int, act_id: str | None = None) -> Done:
    """An official takes a case of their body into their own hands."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    return hand.record([hand.draft(TAKEN, facts={"body": actor.body}, objects={ACCOUNT: (actor.account,)})])


def recuse(
    actor: Actor,
    complaint_id: str,
    because: str,
    *,
    account: str = "",
    reasons: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """Step aside from a case, or, as one who gives cases, remove somebody else from it; whoever is recused acts in it no more."""
    who = account or actor.account
    # Whoever could remove others from a case could choose who decides it.
    acts = ("complaints.move", "complaints.assign") if who == actor.account else ("complaints.assign",)
    hand = at_hand(actor, complaint_id, *acts, now=now, act_id=act_id)
    checked_word(because, RECUSED_BECAUSE, field="because")
    drafted = hand.draft(
        RECUSED, facts={"recused_because": because}, objects={ACCOUNT: (who,)}, texts={REASONS: reasons}
    )
    return hand.record([drafted])


def hand_over(
    actor: Actor,
    complaint_id: str,
    to_account: str,
    *,
    from_account: str = "",
    reasons: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """Hand a case to a colleague of the same body: one's own, or what somebody who left still holds."""
    hand = at_hand(
        actor,
        complaint_id,
        "complaints.move",
        "complaints.assign",
        now=now,
        act_id=act_id,
        may_be_recused=True,
    )
    giver = from_account or actor.account
    held = [each for each in assignments_of(hand.known) if each.until is None and not each.refused]
    if not any(each.account == giver for each in held):
        raise ComplaintRefusal("not_held", field="from_account", account=giver)
    if is_recused(hand.known, to_account) or not _is_colleague(actor, to_account, now=now):
        raise ComplaintRefusal("nobody_to_hand_to", field="to_account", account=to_account)
    drafted = hand.draft(
        HANDED_OVER,
        facts={"from_account": giver, "body": actor.body},
        objects={ACCOUNT: (to_account,)},
        texts={REASONS: reasons},
    )
    return hand.record([drafted])


def _is_colleague(actor: Actor, account: str, *, now: int) -> bool:
    """Whether somebody is appointed now, in the actor's body, to a role that moves cases."""
    found = Appointment.objects.filter(account_id=account, body=actor.body, account__closed_at__isnull=True)
    return any(
        each.is_current(now) and Role(each.role) in permissions()["complaints.move"].roles for each in found
    )
