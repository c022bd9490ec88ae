"""What others did in a case that is only followed from here: entered as told, lawful or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qorgau.access.actor import Actor
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_word
from qorgau.complaints.actions.companions import MAKES_A_DECISION
from qorgau.complaints.actions.conditions import charge_facts, tie
from qorgau.complaints.actions.done import Done
from qorgau.complaints.entries import (
    ANSWERED,
    ASSIGNED,
    CLOSED,
    DECIDED,
    DECISION,
    INVESTIGATION,
    MOVED_KINDS,
    OFFICER,
)
from qorgau.complaints.facts.course import investigation_of
from qorgau.complaints.facts.keeping import REASONS
from qorgau.complaints.facts.register import institution
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.times import When

TOLD_KINDS = (ASSIGNED, *MOVED_KINDS, DECIDED, ANSWERED, CLOSED)
"""What may be told of other bodies; for registration, sending back, courts and service there are acts of their own."""


def state_done(
    actor: Actor,
    complaint_id: str,
    kind: str,
    *,
    body: str = "",
    facts: Mapping[str, str] | None = None,
    reasons: str = "",
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Enter what a body did in a case followed from outside. No procedure is asked: what is told is a fact.

    So a case of torture that was given to the department of the accused is entered, and the safeguards say that
    it was wrong. body: who did it, or who was put in charge.
    """
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    if not hand.known.is_outside:
        raise ComplaintRefusal("only_followed")
    checked_word(kind, TOLD_KINDS, field="kind")
    objects, made = _objects(hand, kind)
    told = {**_of_the_kind(hand, kind, body), **(facts or {})}
    drafted = hand.draft(kind, facts=told, objects=objects, texts={REASONS: reasons}, happened=happened)
    return hand.record([drafted], made=made)


def _objects(hand: AtHand, kind: str) -> tuple[dict[str, Sequence[str]], dict[str, str]]:
    objects: dict[str, Sequence[str]] = {INVESTIGATION: (investigation_of(hand.known),)}
    made: dict[str, str] = {}
    if kind == "InvestigationClosed" and hand.officers:
        objects[OFFICER] = tuple(each.id for each in hand.officers)
    if kind in MAKES_A_DECISION:
        made[DECISION] = hand.id("decision")
        objects[DECISION] = (made[DECISION],)
    return objects, made


def _of_the_kind(hand: AtHand, kind: str, body: str) -> dict[str, str]:
    if kind == ASSIGNED:
        return charge_facts(hand, body, tie(hand, institution(body), hand.day()))
    if kind in MAKES_A_DECISION:
        return {"decision_kind": kind, "decided_by": body}
    return {"body": body}
