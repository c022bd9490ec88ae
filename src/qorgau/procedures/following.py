"""Where a case stands: its moves replayed in order, each judged by the law of its own day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from qorgau.clock import Zone
from qorgau.lawbook.procedure import Ground, Mark, Move, Procedure
from qorgau.lawbook.safeguard import Text
from qorgau.procedures.case import Event, RefusedStep, Standing, Step, offence_of
from qorgau.procedures.conditions import marks_of_conditions
from qorgau.procedures.deadlines import clocks_of
from qorgau.procedures.saying import say


def standing(
    procedure: Procedure,
    events: Iterable[Event],
    *,
    as_of: int,
    zone: Zone,
    opened: int | None = None,
) -> Standing:
    """Where the case stands at `as_of` (UTC seconds).

    `opened` is when the case began; without it, the first event's time. Events after `as_of` are left
    out; those of one second keep the order they are given in. A move that the procedure does not allow
    is listed in `refused_steps` and changes nothing.
    """
    known = sorted((event for event in events if event.at <= as_of), key=lambda event: event.at)
    began = opened if opened is not None else (known[0].at if known else as_of)
    stage, since, path, refused = procedure.start, began, list[Step](), list[RefusedStep]()
    for event in known:
        why = whats_wrong(procedure, stage, event, zone, offence=offence_of(path))
        if why:
            refused.append(RefusedStep(event, why))
            continue
        step = _step(procedure, event, stage, path, zone)
        path.append(step)
        if step.to != stage:
            stage, since = step.to, event.at
    today = date.fromordinal(zone.civil_day(as_of))
    return Standing(
        procedure=procedure,
        zone=zone,
        as_of=as_of,
        opened=began,
        stage=stage,
        since=since,
        path=tuple(path),
        open_moves=tuple(open_moves(procedure, stage, today)),
        clocks=clocks_of(procedure, stage, path, opened=began, zone=zone),
        refused_steps=tuple(refused),
    )


def open_moves(procedure: Procedure, stage: str, day: date) -> list[Move]:
    """The moves that the law of a day knows from a stage."""
    return [move for move in procedure.moves.values() if stage in move.from_ and move.term.holds(day)]


def whats_wrong(
    procedure: Procedure, stage: str, event: Event, zone: Zone, *, offence: str
) -> tuple[Text, ...]:
    """Why a move does not count, by its stage, day and ground; empty when it does."""
    move = procedure.moves.get(event.move)
    if move is None:
        return (say("no_such_move", move=event.move),)
    day = date.fromordinal(zone.civil_day(event.at))
    if stage not in move.from_:
        return (say("not_from_here", move=move.title, stage=procedure.stages[stage].title),)
    if not move.term.holds(day):
        return (say("not_in_force", move=move.title, day=day),)
    return ground_faults(move, event.ground, day, offence)


def ground_faults(move: Move, name: str | None, day: date, offence: str = "") -> tuple[Text, ...]:
    """What is wrong with the ground given; a ground the law refuses is no ground."""
    if not move.grounds:
        return ()
    if not name:
        return (say("ground_needed", move=move.title),)
    ground = move.grounds.get(name)
    if ground is None:
        return (say("no_such_ground", ground=name, move=move.title),)
    rule = ground.on(day)
    if rule is None:
        return (say("ground_unknown_then", ground=ground.title, day=day),)
    refused = say("ground_refused", ground=ground.title, source=rule.source)
    return (refused,) if rule.refuses(offence) else ()


def marks_on(move: Move, ground: Ground | None, day: date) -> tuple[Mark, ...]:
    """The marks that a move and its ground carry by the sources of that day."""
    every = (*move.marks, *(ground.marks if ground else ()))
    return tuple(mark for mark in every if mark.term.holds(day))


def _step(procedure: Procedure, event: Event, stage: str, path: Sequence[Step], zone: Zone) -> Step:
    move, day = procedure.moves[event.move], date.fromordinal(zone.civil_day(event.at))
    ground = move.grounds.get(event.ground) if event.ground else None
    marks = (*marks_on(move, ground, day), *marks_of_conditions(move, event, procedure, path, day))
    return Step(move, event, stage, move.target(stage), ground, marks)
