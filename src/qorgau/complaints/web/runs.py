"""Runs of procedures as the case page shows them: the drawing, the steps taken, what may be done next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qorgau.clock import Zone
from qorgau.complaints.facts.case import Run
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.web.marking import MarkLine, mark_lines, note_lines
from qorgau.complaints.web.words import body_word
from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.lawbook.procedure import Move
from qorgau.procedures import RefusedStep, Step, actors, diagram
from qorgau.wording import in_language, say, say_instant


@dataclass(frozen=True, kw_only=True)
class MoveLine:
    """A move as a button, with who may make it."""

    id: str
    title: str
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class StepLine:
    """A step that counted, or was refused."""

    title: str
    when: str
    body: str
    ground: str = ""
    marks: tuple[MarkLine, ...] = ()
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class RunLine:
    """One run of a procedure. drawing: SVG of our own making."""

    id: str
    title: str
    basis: str
    stage: str
    meaning: str
    since: str
    drawing: str
    marks: tuple[MarkLine, ...]
    steps: tuple[StepLine, ...]
    refused_steps: tuple[StepLine, ...]
    own_moves: tuple[MoveLine, ...]
    other_moves: tuple[MoveLine, ...]
    has_ended: bool


def run_line(run: Run, *, zone: Zone, language: Language, enters: bool = False) -> RunLine:
    """One run in words and as a drawing. enters: the actor's desk may enter what a party did."""
    standing, procedure = run.standing, run.procedure
    stage = procedure.stages[standing.stage]
    for_parties = [
        each for each in standing.open_moves if enters and set(each.done_by) & set(procedure.parties)
    ]
    own = {move.id: move for move in (*run.moves, *for_parties)}
    return RunLine(
        id=run.id,
        title=in_language(procedure.title, language),
        basis=procedure.basis.value,
        stage=in_language(stage.title, language),
        meaning=in_language(stage.meaning, language) if stage.meaning else "",
        since=say("complaints.run_since", language, when=say_instant(standing.since, zone, language)),
        drawing=diagram(procedure, standing, language, cite=cited),
        marks=(*mark_lines(stage.marks, language), *note_lines(procedure.flags, language)),
        steps=tuple(_step(each, zone, language) for each in standing.path),
        refused_steps=tuple(_refused(each, run, zone, language) for each in standing.refused_steps),
        own_moves=tuple(_move(each, language) for each in own.values()),
        other_moves=tuple(
            _others(each, run, zone, language) for each in standing.open_moves if each.id not in own
        ),
        has_ended=standing.ended,
    )


def _step(step: Step, zone: Zone, language: Language) -> StepLine:
    return StepLine(
        title=in_language(step.move.title, language),
        when=say_instant(step.event.at, zone, language),
        body=body_word(step.event.body, language),
        ground=in_language(step.ground.title, language) if step.ground else "",
        marks=tuple(mark_lines(step.marks, language)),
    )


def _refused(step: RefusedStep, run: Run, zone: Zone, language: Language) -> StepLine:
    move = run.procedure.moves.get(step.event.move)
    return StepLine(
        title=in_language(move.title, language) if move else step.event.move,
        when=say_instant(step.event.at, zone, language),
        body=body_word(step.event.body, language),
        why=" ".join(in_language(each, language) for each in step.why),
    )


def _move(move: Move, language: Language) -> MoveLine:
    return MoveLine(id=move.id, title=in_language(move.title, language))


def _others(move: Move, run: Run, zone: Zone, language: Language) -> MoveLine:
    day = date.fromordinal(zone.civil_day(run.standing.as_of))
    who = actors(run.procedure, move, day, bodies())
    return MoveLine(
        id=move.id,
        title=in_language(move.title, language),
        who=", ".join(in_language(each, language) for each in who) or "–",
    )
