"""What a move records beside itself: the kind of entry that the rest of the law reads, with its objects."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.complaints.actions.at_hand import AtHand
from qorgau.complaints.entries import (
    ALLEGED,
    ASSIGNED,
    DECIDED,
    DECISION,
    DECISION_SERVED,
    DECISION_SHOWN,
    EVIDENCE,
    EVIDENCE_TAKEN,
    FOUND,
    HEARD,
    HEARING,
    HEARING_SET,
    IMPOSED,
    NAMED,
    OFFICER,
    RECOMMENDED,
    RETURNED,
    SUSPECTED,
    SUSPENDED,
)
from qorgau.complaints.facts.corrections import RECORDED_AS as RECORDED_AS
from qorgau.complaints.facts.runs import KnownRun, objects_of_run
from qorgau.complaints.facts.things import decisions_of, hearings_of
from qorgau.complaints.offered import MoveAsked
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.saying import in_three
from qorgau.lawbook.procedure import Ground, Move
from qorgau.recording.drafts import Draft

MAKES_A_DECISION = frozenset({DECIDED, "InvestigationClosed", "SentencePassed", "LiabilityLifted"})
ABOUT_AN_OFFICER = frozenset({NAMED, SUSPECTED, SUSPENDED, RETURNED, FOUND, RECOMMENDED, IMPOSED})
_SERVES = frozenset({DECISION_SERVED, DECISION_SHOWN})
_WITH_OFFENCE = frozenset({ASSIGNED, "SentencePassed", "LiabilityLifted"})
OFFENCES = frozenset({"torture", "ill_treatment"})


def companions(
    hand: AtHand,
    run: KnownRun,
    move: Move,
    asked: MoveAsked,
    ground: Ground | None,
    more: Mapping[str, str],
    *,
    by: str,
) -> tuple[tuple[Draft, ...], dict[str, str]]:
    """The entries beside MoveMade, and the objects they make."""
    made: dict[str, str] = {}
    drafts = []
    kind = RECORDED_AS.get(move.records, move.records)
    if kind:
        objects = _objects(hand, run, kind, asked, made)
        facts = {**_facts(hand, kind, move, asked, ground), **more}
        if kind in MAKES_A_DECISION:
            facts |= {"decision_kind": move.id, "move_ground": asked.ground, "decided_by": by}
        drafts.append(
            hand.draft(kind, part="recorded", facts=facts, objects=objects, happened=asked.happened)
        )
    if requalified := _requalified(hand, ground):
        drafts.append(
            hand.draft(ALLEGED, part="requalified", facts={"about": requalified}, happened=asked.happened)
        )
    return tuple(drafts), made


def _requalified(hand: AtHand, ground: Ground | None) -> str:
    """The new qualification, where the ground of a move changes it: what is competent changes with it."""
    offence = str(ground.facts.get("offence", "")) if ground else ""
    return offence if offence in OFFENCES and offence != hand.known.about else ""


def _facts(
    hand: AtHand, kind: str, move: Move, asked: MoveAsked, ground: Ground | None
) -> dict[str, str | int]:
    offence = {"offence": hand.known.about} if kind in _WITH_OFFENCE and hand.known.about in OFFENCES else {}
    said = {name: value for name, value in asked.facts.items() if name != "until"}
    held = {"held_by": hand.actor.body} if kind == EVIDENCE_TAKEN else {}
    return {**offence, **held, **move.facts, **(ground.facts if ground else {}), **said}


def _objects(
    hand: AtHand, run: KnownRun, kind: str, asked: MoveAsked, made: dict[str, str]
) -> dict[str, tuple[str, ...]]:
    objects: dict[str, tuple[str, ...]] = dict(objects_of_run(run.id, run.procedure))
    if kind in ABOUT_AN_OFFICER:
        objects[OFFICER] = _officers(hand, asked)
    elif kind == "InvestigationClosed" and hand.officers:
        # Only by being named here does an officer's duty to stay away end with the case.
        objects[OFFICER] = tuple(each.id for each in hand.officers)
    if kind in MAKES_A_DECISION:
        made[DECISION] = hand.id("decision")
        objects[DECISION] = (made[DECISION],)
    elif kind in _SERVES:
        objects[DECISION] = (_decision(hand, run, asked),)
    if kind == HEARING_SET:
        made[HEARING] = hand.id("hearing")
        objects[HEARING] = (made[HEARING],)
    elif kind == HEARD:
        objects[HEARING] = (_hearing(hand, run),)
    if kind == EVIDENCE_TAKEN:
        made[EVIDENCE] = hand.id("evidence")
        objects[EVIDENCE] = (made[EVIDENCE],)
    return objects


def _officers(hand: AtHand, asked: MoveAsked) -> tuple[str, ...]:
    known = {each.id for each in hand.officers}
    if not asked.officers:
        raise ComplaintRefusal(
            "no_object_for_move", field="officers", thing=in_three("complaints.thing_officer")
        )
    if not set(asked.officers) <= known:
        raise ComplaintRefusal("no_such_officer", field="officers")
    return tuple(asked.officers)


def _decision(hand: AtHand, run: KnownRun, asked: MoveAsked) -> str:
    every = decisions_of(hand.known)
    if asked.decision:
        if not any(each.id == asked.decision for each in every):
            raise ComplaintRefusal(
                "no_such_thing", field="decision", thing=in_three("complaints.thing_decision")
            )
        return asked.decision
    own = [each for each in every if each.run == run.id]
    waiting = [each for each in own if each.served_at is None] or own or list(every)
    if not waiting:
        raise ComplaintRefusal(
            "no_object_for_move", field="decision", thing=in_three("complaints.thing_decision")
        )
    return waiting[-1].id


def _hearing(hand: AtHand, run: KnownRun) -> str:
    """The hearing that was set in this run and not held yet; a new one, where nobody set any."""
    waiting = [each for each in hearings_of(hand.known) if each.run == run.id and each.heard_at is None]
    return waiting[0].id if waiting else hand.id("hearing")
