"""What the whole case shows of the conditions that a move asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from qorgau.complaints.actions.at_hand import AtHand
from qorgau.complaints.entries import FOUND, REPRISAL, About
from qorgau.complaints.facts import gaps, routing
from qorgau.complaints.facts.candidates import Tied
from qorgau.complaints.facts.course import in_charge
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.facts.register import institution
from qorgau.complaints.facts.runs import CRIMINAL, KnownRun
from qorgau.complaints.facts.things import decisions_of
from qorgau.complaints.saying import in_three
from qorgau.lawbook.procedure import ConditionName, Move
from qorgau.procedures import Finding, in_names, may

_INVESTIGATES = frozenset(routing.WHAT.values())
_BY_THE_WHOLE_CASE = frozenset({*gaps.WHOLE, ConditionName.HEARING_HELD})


def findings(hand: AtHand, run: KnownRun, move: Move, *, body: str, at: int) -> Mapping[str, Finding]:
    """Each condition of the move that the case answers; what it cannot answer is left to the procedure.

    body: the institution that is to have the case, or that makes the move.
    """
    return {
        condition.name.value: finding
        for condition in move.only_if
        if (finding := _finding(condition.name, hand, run, body, hand.day(at))) is not None
    }


def _finding(name: ConditionName, hand: AtHand, run: KnownRun, body: str, on: date) -> Finding | None:
    if name is ConditionName.INVESTIGATOR_INDEPENDENT:
        return _independent(hand, body, on)
    if name is ConditionName.INVESTIGATOR_COMPETENT:
        return _competent(hand, body, on)
    if name is ConditionName.COMPLAINT_REGISTERED:
        return _holds(hand.known.registered_at is not None)
    if name is ConditionName.NOT_OWN_ACT:
        return _not_own_act(hand, run)
    if name is ConditionName.CRIMINAL_CASE_OVER:
        return _holds(all(_is_over(hand, each) for each in hand.known.runs if _is_criminal(each)))
    if name is ConditionName.ESTABLISHED:
        return _established(hand)
    return gaps.finding(name, hand.known, hand.officers) if name in _BY_THE_WHOLE_CASE else None


def _established(hand: AtHand) -> Finding | None:
    """That it happened, as a finding about an officer or about a reprisal says; None where none was made."""
    found = [str(each.entry.facts.get("finding", "")) for each in hand.known.all(FOUND)]
    if found:
        return _holds("found" in found)
    said = hand.known.fact("established", REPRISAL)
    return _holds(said == "yes") if said else None


def tie(hand: AtHand, body: str, on: date) -> Tied | None:
    """What ties a body to the accused of the case."""
    act_on = date.fromisoformat(hand.known.act_on) if hand.known.act_on else None
    suspected = routing.suspected_of(
        hand.officers,
        accused_bodies=hand.known.accused_bodies,
        place_type=hand.known.fact("place_type"),
        on=act_on or on,
    )
    return routing.tie_of(body, suspected, act_on=act_on, today=on)


def _independent(hand: AtHand, body: str, on: date) -> Finding:
    found = tie(hand, body or in_charge(hand.known), on)
    if found is None:
        return Finding(True)
    why = in_three("complaints.tied_path", path=in_names(bodies(), found.path), on=found.on)
    return Finding(False, why, found.path)


def _competent(hand: AtHand, body: str, on: date) -> Finding:
    known = routing.known_body(body, on)
    what = routing.competence_for(hand.known.about)
    return _holds(known is not None and known.may(what, on) is not None)


def _holds(holds: bool) -> Finding:
    return Finding(holds)


def _not_own_act(hand: AtHand, run: KnownRun) -> Finding | None:
    """Of a run that reviews a decision: whoever took it does not decide on it. Else the procedure's own moves tell."""
    reviewed = next((each for each in decisions_of(hand.known) if each.id == run.reviews), None)
    if reviewed is None or reviewed.by != hand.actor.account:
        return None
    return Finding(False, in_three("complaints.own_act"))


def has_a_move(hand: AtHand, body: str) -> bool:
    """Whether a run beside the criminal case stands where this body may make the next move."""
    zone, day = hand.known.story.zone, hand.day()
    return any(
        may(run.procedure, move, body, day, bodies())
        for run in hand.known.runs
        if not _is_criminal(run)
        for move in run.standing(as_of=hand.now, zone=zone).open_moves
    )


def investigator_fault(hand: AtHand, run: KnownRun, move: Move, body: str, on: date) -> Finding | None:
    """Why a body does not act as an investigator here: another offence is not its to investigate, or it is tied.

    Being entitled to investigate one offence says nothing of another, and a case qualified anew stays with nobody.
    """
    known = routing.known_body(body, on)
    others = [word for word in move.done_by if word not in _INVESTIGATES]
    if not _is_criminal(run) or hand.known.is_outside or known is None or len(others) == len(move.done_by):
        return None
    if any(known.may(word, on) is not None for word in others):
        return None
    if hand.known.about != About.ILL_TREATMENT:
        independent = _independent(hand, body, on)
        if independent.holds is False:
            return independent
    if hand.known.about == About.OTHER or _competent(hand, body, on).holds:
        return None
    return Finding(False, in_three("complaints.not_its_offence", body=known.title))


def _is_criminal(run: KnownRun) -> bool:
    return run.procedure.id.partition("/")[2] == CRIMINAL


def _is_over(hand: AtHand, run: KnownRun) -> bool:
    return run.standing(as_of=hand.now, zone=hand.known.story.zone).ended


def charge_facts(hand: AtHand, body: str, found: Tied | None) -> dict[str, str]:
    """What an entry that puts a body in charge says: for which offence, and whether anything ties it."""
    accused = hand.known.accused_body or _where_the_accused_serve(hand)
    offence = hand.known.about if hand.known.about in ("torture", "ill_treatment") else ""
    knows = bool(accused) or found is not None
    return {
        "offence": offence,
        "body": institution(body),
        "accused_body": accused,
        "institutional_tie": ("yes" if found else "no") if knows else "",
    }


def _where_the_accused_serve(hand: AtHand) -> str:
    served = [service.body for officer in hand.officers for service in officer.services if not service.until]
    return served[0] if served else ""
