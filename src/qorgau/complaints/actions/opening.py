"""Runs of procedures begin: where the case stands, or with the decision that they review."""

from __future__ import annotations

from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_when
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.refusing import refuse_the_tied
from qorgau.complaints.entries import DECISION, MOVED, REGISTERED, RUN, RUN_OPENED
from qorgau.complaints.facts.law import law, procedure
from qorgau.complaints.facts.register import institution
from qorgau.complaints.facts.runs import MADE_BY, MOVE, PROCEDURE, KnownRun, objects_of_run
from qorgau.complaints.facts.things import decisions_of
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.saying import in_three
from qorgau.custody.times import When
from qorgau.procedures import MARKED, Event
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
    if body:
        refuse_the_tied(hand, body)
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
    drafted, run_id = opened_run(hand, procedure_id, part=part, reviews=reviews, body=body, happened=happened)
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


def opened_run(
    hand: AtHand,
    procedure_id: str,
    *,
    part: str = "",
    reviews: str = "",
    body: str = "",
    happened: When | None = None,
    is_new: bool = False,
) -> tuple[Draft, str]:
    """The entry that begins a procedure, and the run's id. is_new: the decision is taken by this very act."""
    known = procedure(procedure_id)
    if known is None:
        raise ComplaintRefusal("no_such_procedure", field="procedure", procedure=procedure_id)
    if reviews and not is_new and not any(each.id == reviews for each in decisions_of(hand.known)):
        raise ComplaintRefusal("no_such_thing", field="reviews", thing=in_three("complaints.thing_decision"))
    run_id = hand.id(f"run/{procedure_id}")
    objects = {**objects_of_run(run_id, known), **({DECISION: (reviews,)} if reviews else {})}
    facts = {PROCEDURE: procedure_id, "run_body": body}
    return hand.draft(RUN_OPENED, part=part, facts=facts, objects=objects, happened=happened), run_id
