"""Runs of procedures: begun, moved on, their terms extended; every move with what it records, in one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from qorgau.access.actor import Actor
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_when
from qorgau.complaints.actions.companions import OFFENCES, companions
from qorgau.complaints.actions.conditions import findings
from qorgau.complaints.actions.done import Done
from qorgau.complaints.entries import DECISION, MOVED, REGISTERED, RUN, RUN_OPENED
from qorgau.complaints.facts.keeping import REASONS
from qorgau.complaints.facts.law import bodies, law, procedure
from qorgau.complaints.facts.register import institution
from qorgau.complaints.facts.runs import GROUND, MADE_BY, MOVE, PROCEDURE, KnownRun, objects_of_run
from qorgau.complaints.facts.things import decisions_of
from qorgau.complaints.models import RunRow
from qorgau.complaints.offered import MoveAsked
from qorgau.complaints.parties import FROM_OUTSIDE, candidates
from qorgau.complaints.refusal import ComplaintRefusal, MoveRefused, NoSuchComplaint
from qorgau.complaints.saying import in_three
from qorgau.custody.times import When
from qorgau.lawbook.procedure import Mark, Procedure
from qorgau.procedures import MARKED, OFFICER, UNTIL, Allowed, Attempt, Event, Refused, Standing, attempt, may
from qorgau.recording.drafts import Draft


def open_run(
    actor: Actor,
    complaint_id: str,
    procedure_id: str,
    *,
    now: int,
    reviews: str = "",
    body: str = "",
    happened: When | None = None,
    act_id: str | None = None,
) -> Done:
    """Begin a procedure. reviews: the decision that an appeal reviews; body: who has to decide in it."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    drafts, run = begun(hand, procedure_id, reviews=reviews, body=body, happened=happened)
    return hand.record(drafts, made={RUN: run.id})


def begun(
    hand: AtHand,
    procedure_id: str,
    *,
    part: str = "",
    reviews: str = "",
    body: str = "",
    happened: When | None = None,
) -> tuple[tuple[Draft, ...], KnownRun]:
    """A run that begins where the case stands: of a registered complaint the registration is its first move."""
    drafted, run_id = opening(hand, procedure_id, part=part, reviews=reviews, body=body, happened=happened)
    known = law().procedures[procedure_id]
    at = checked_when(happened, now=hand.now).earliest
    run = KnownRun(
        id=run_id, procedure=known, body=body or hand.actor.body, opened_at=at, reviews=reviews, events=()
    )
    move = next((each for each in known.moves.values() if each.records == REGISTERED), None)
    if move is None or known.start not in move.from_ or hand.known.registered_at is None:
        return (drafted,), run
    event = Event(
        move=move.id,
        at=at,
        body=institution(hand.known.lodged.entry.for_body),
        by=hand.known.lodged.entry.by or "",
        facts={PROCEDURE: procedure_id, MOVE: move.id},
    )
    facts = {
        PROCEDURE: procedure_id,
        MOVE: move.id,
        MADE_BY: event.body,
        MARKED: "-",
        "from_stage": known.start,
        "to_stage": move.to,
    }
    registered = hand.draft(
        MOVED,
        part=f"{part}/registered",
        facts=facts,
        objects=objects_of_run(run_id, known),
        happened=happened,
    )
    return (drafted, registered), replace(run, events=(event,))


def opening(
    hand: AtHand,
    procedure_id: str,
    *,
    part: str = "",
    reviews: str = "",
    body: str = "",
    happened: When | None = None,
) -> tuple[Draft, str]:
    """The entry that begins a procedure, and the run's id."""
    known = procedure(procedure_id)
    if known is None:
        raise ComplaintRefusal("no_such_procedure", field="procedure", procedure=procedure_id)
    if reviews and not any(each.id == reviews for each in decisions_of(hand.known)):
        raise ComplaintRefusal("no_such_thing", field="reviews", thing=in_three("complaints.thing_decision"))
    run_id = hand.id(f"run/{procedure_id}")
    objects = {**objects_of_run(run_id, known), **({DECISION: (reviews,)} if reviews else {})}
    facts = {PROCEDURE: procedure_id, "run_body": body}
    return hand.draft(RUN_OPENED, part=part, facts=facts, objects=objects, happened=happened), run_id


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


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """A move that may be made, as entries."""

    drafts: tuple[Draft, ...]
    made: Mapping[str, str]
    marks: tuple[Mark, ...]


def moved(
    hand: AtHand,
    run: KnownRun,
    asked: MoveAsked,
    *,
    part: str = "",
    for_body: str = "",
    more: Mapping[str, str] | None = None,
) -> Drafted:
    """The entries of a move; raises MoveRefused. for_body: the institution that is to have the case by it."""
    at = checked_when(asked.happened, now=hand.now).earliest
    standing = run.standing(as_of=max(at, hand.now), zone=hand.known.story.zone)
    by = _made_by(hand, run, standing, asked, at)
    facts = _event_facts(hand, asked)
    allowed = _allowed(hand, run, standing, asked, by=by, at=at, facts=facts, for_body=for_body)
    ground = allowed.move.grounds.get(asked.ground) if asked.ground else None
    recorded, made = companions(hand, run, allowed.move, asked, ground, more or {})
    own = hand.draft(
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
        texts={REASONS: asked.reasons},
        happened=asked.happened,
    )
    return Drafted(drafts=(own, *recorded), made=made, marks=allowed.marks)


def _event_facts(hand: AtHand, asked: MoveAsked) -> dict[str, str]:
    """The clear facts that the interpreter reads of a move: whom it is about, for which offence, until when."""
    officer = {OFFICER: asked.officers[0]} if asked.officers else {}
    offence = {"offence": hand.known.about} if hand.known.about in OFFENCES else {}
    return {**offence, **{name: str(value) for name, value in asked.facts.items()}, **officer}


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
    body = for_body or institution(str(asked.facts.get("body", ""))) or hand.body
    wish = Attempt(
        move=asked.move,
        body=by,
        account=hand.actor.account,
        at=at,
        ground=asked.ground or None,
        reasons=asked.reasons,
        conditions=findings(hand, run, move, body=body, at=at) if move else {},
        facts=facts,
    )
    answer = attempt(run.procedure, standing, wish, bodies=bodies())
    if isinstance(answer, Refused):
        raise MoveRefused(answer.why, path=answer.path)
    return answer


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
