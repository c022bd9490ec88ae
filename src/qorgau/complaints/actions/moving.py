"""Moves of procedures, and extensions of their terms; every move with what it records, in one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from qorgau.access.actor import Actor
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_when
from qorgau.complaints.actions.companions import OFFENCES, companions
from qorgau.complaints.actions.conditions import charge_facts, findings, investigator_fault, tie
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.opening import opened_run
from qorgau.complaints.entries import ASSIGNED, DECISION, MOVED
from qorgau.complaints.facts.keeping import REASONS, WHY_NOT
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.facts.register import institution
from qorgau.complaints.facts.runs import GROUND, MADE_BY, MOVE, PROCEDURE, KnownRun, objects_of_run
from qorgau.complaints.models import RunRow
from qorgau.complaints.offered import MoveAsked
from qorgau.complaints.parties import FROM_OUTSIDE, candidates
from qorgau.complaints.refusal import ComplaintRefusal, MoveRefused, NoSuchComplaint
from qorgau.lawbook.procedure import Ground, Mark, Move, Procedure
from qorgau.procedures import MARKED, OFFICER, UNTIL, Allowed, Attempt, Refused, Standing, attempt, may
from qorgau.recording.drafts import Draft


def make_move(actor: Actor, run_id: str, asked: MoveAsked, *, now: int, act_id: str | None = None) -> Done:
    """Make a move: MoveMade and the kind of entry that it records, stored together or not at all.

    Raises MoveRefused with every reason, in three languages, where the procedure does not allow it.
    """
    complaint = RunRow.objects.filter(pk=run_id).values_list("complaint_id", flat=True).first()
    if complaint is None:
        raise NoSuchComplaint
    hand = at_hand(actor, complaint, "complaints.move", now=now, act_id=act_id)
    run = hand.known.run(run_id)
    if run is None:
        raise ComplaintRefusal("no_such_run")
    drafted = moved(hand, run, asked)
    return hand.record(drafted.drafts, made=drafted.made, marks=drafted.marks)


def extend_term(
    actor: Actor, run_id: str, move: str, *, until: str, reasons: str, now: int, act_id: str | None = None
) -> Done:
    """Extend a term to the end of a civil day by the procedure's own move; a term is only ever lengthened."""
    return make_move(
        actor, run_id, MoveAsked(move=move, reasons=reasons, facts={UNTIL: until}), now=now, act_id=act_id
    )


_FOUND_HERE = frozenset({"offence", "accused_body", "institutional_tie"})
"""What the case itself shows: a move may not say it of itself."""


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """A move that may be made, as entries."""

    drafts: tuple[Draft, ...]
    made: Mapping[str, str]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True)
class MoveDraft:
    """The MoveMade entry of a move that the procedure allows; by: the body or party that makes it."""

    draft: Draft
    allowed: Allowed
    ground: Ground | None
    by: str


def moved(
    hand: AtHand,
    run: KnownRun,
    asked: MoveAsked,
    *,
    for_body: str = "",
    more: Mapping[str, str] | None = None,
) -> Drafted:
    """The entries of a move; raises MoveRefused. for_body: the institution that is to have the case by it."""
    said = {name: value for name, value in asked.facts.items() if name not in _FOUND_HERE}
    asked = replace(asked, facts=said)
    own = move_draft(hand, run, asked, for_body=for_body)
    move = own.allowed.move
    further = {**_charge(hand, move, asked, own.by), **(more or {})}
    recorded, made = companions(hand, run, move, asked, own.ground, further, by=own.by)
    return Drafted(
        drafts=(own.draft, *recorded, *_opened_by(hand, move, asked, made)),
        made=made,
        marks=own.allowed.marks,
    )


def _charge(hand: AtHand, move: Move, asked: MoveAsked, by: str) -> dict[str, str]:
    """Of a move that puts a body in charge: the one it names, or whoever makes it."""
    if move.records != ASSIGNED:
        return {}
    given = institution(str(asked.facts.get("body", ""))) or by
    return charge_facts(hand, given, tie(hand, given, hand.day()))


def _opened_by(hand: AtHand, move: Move, asked: MoveAsked, made: Mapping[str, str]) -> tuple[Draft, ...]:
    """An appeal begins with the decision that it reviews, so that the duty to serve it is watched at once."""
    if not move.opens or DECISION not in made:
        return ()
    opened, _ = opened_run(
        hand, move.opens, part="opened", reviews=made[DECISION], happened=asked.happened, is_new=True
    )
    return (opened,)


def move_draft(
    hand: AtHand, run: KnownRun, asked: MoveAsked, *, part: str = "", for_body: str = ""
) -> MoveDraft:
    """The MoveMade entry; raises MoveRefused with every reason."""
    at = checked_when(asked.happened, now=hand.now).earliest
    # Another clock may be ahead of this one: no move that is stored already is left out of sight.
    seen_to = max(at, hand.now, *(event.at for event in run.events))
    standing = run.standing(as_of=seen_to, zone=hand.known.story.zone)
    by = _made_by(hand, run, standing, asked, at)
    facts = _event_facts(hand, asked)
    allowed = _allowed(hand, run, standing, asked, by=by, at=at, facts=facts, for_body=for_body)
    ground = allowed.move.grounds.get(asked.ground) if asked.ground else None
    draft = hand.draft(
        MOVED,
        part=part,
        facts={
            **facts,
            **(ground.facts if ground else {}),
            PROCEDURE: run.procedure.id,
            MOVE: asked.move,
            GROUND: asked.ground,
            MADE_BY: by,
            MARKED: allowed.marked or "-",
            "from_stage": standing.stage,
            "to_stage": allowed.to,
        },
        objects=objects_of_run(run.id, run.procedure),
        texts={REASONS: asked.reasons, **{WHY_NOT + name: said for name, said in asked.why_not.items()}},
        happened=asked.happened,
    )
    return MoveDraft(draft=draft, allowed=allowed, ground=ground, by=by)


def _event_facts(hand: AtHand, asked: MoveAsked) -> dict[str, str]:
    """The clear facts that the interpreter reads of a move: whom it is about, for which offence, until when."""
    officer = {OFFICER: asked.officers[0]} if asked.officers else {}
    offence = {"offence": hand.known.about} if hand.known.about in OFFENCES else {}
    return {**{name: str(value) for name, value in asked.facts.items()}, **offence, **officer}


def _allowed(
    hand: AtHand,
    run: KnownRun,
    standing: Standing,
    asked: MoveAsked,
    *,
    by: str,
    at: int,
    facts: Mapping[str, str],
    for_body: str,
) -> Allowed:
    move = run.procedure.moves.get(asked.move)
    # Whom a move puts in charge it names; of any other move it is judged who makes it, whatever its facts say.
    given = institution(str(asked.facts.get("body", ""))) if move and move.records == ASSIGNED else ""
    body = for_body or given or hand.body
    if move is not None:
        _require_investigator(hand, run, move, by, at)
    wish = Attempt(
        move=asked.move,
        body=by,
        account=hand.actor.account,
        at=at,
        ground=asked.ground or None,
        reasons=asked.reasons,
        conditions=findings(hand, run, move, body=body, at=at) if move else {},
        why_not=asked.why_not,
        facts=facts,
    )
    answer = attempt(run.procedure, standing, wish, bodies=bodies())
    if isinstance(answer, Refused):
        raise MoveRefused(answer.why, path=answer.path)
    return answer


def _require_investigator(hand: AtHand, run: KnownRun, move: Move, by: str, at: int) -> None:
    fault = investigator_fault(hand, run, move, by, hand.day(at))
    if fault is not None:
        raise MoveRefused((fault.why or {},), path=fault.path)


def _made_by(hand: AtHand, run: KnownRun, standing: Standing, asked: MoveAsked, at: int) -> str:
    """By which body or party the move is made: as was said, or the first that the actor stands for and that may."""
    own = hand.body
    stands_for = [own, *candidates(hand.actor.role)]
    if asked.body and asked.body not in stands_for:
        return _said(hand, run.procedure, asked.body)
    move = run.procedure.moves.get(asked.move)
    if asked.body or move is None:
        return asked.body or own
    day = hand.day(at)
    return next((each for each in stands_for if may(run.procedure, move, each, day, bodies())), own)


def _said(hand: AtHand, of: Procedure, body: str) -> str:
    """Another body's or a party's move: a desk enters what a party did; another body's, only who follows from outside."""
    if body in of.parties or hand.actor.role in FROM_OUTSIDE or hand.known.is_outside:
        return institution(body)
    raise ComplaintRefusal("not_from_outside", field="body")
