"""Runs of procedures as programs read them: where they stand, what is open, what was refused and why."""

from __future__ import annotations

from datetime import date

from qorgau.complaints.api import answers as shape
from qorgau.complaints.api.words import instant, instant_or_none, marks
from qorgau.complaints.facts.case import Run
from qorgau.complaints.facts.law import bodies
from qorgau.lawbook import Language
from qorgau.lawbook.procedure import Ground, Move
from qorgau.procedures import RefusedStep, Running, Step, actors
from qorgau.wording import in_language


def run(of: Run, language: Language) -> shape.RunAnswer:
    """One run."""
    now, known = of.standing, of.procedure
    stage = known.stages[now.stage]
    own = {move.id for move in of.moves}
    return shape.RunAnswer(
        id=of.id,
        procedure=known.id,
        title=in_language(known.title, language),
        basis=known.basis.value,
        body=of.body,
        opened=instant(of.opened_at),
        reviews=of.reviews,
        stage=stage.id,
        stage_title=in_language(stage.title, language),
        meaning=in_language(stage.meaning, language) if stage.meaning else "",
        since=instant(now.since),
        ended=now.ended,
        path=[_step(each, language) for each in now.path],
        refused_steps=[_refused(each, of, language) for each in now.refused_steps],
        open_moves=[_move(each, of, language, yours=each.id in own) for each in now.open_moves],
        clocks=[_clock(each) for each in now.clocks],
        marks=marks((*now.marks, *known.flags), language),
    )


def _step(step: Step, language: Language) -> shape.StepShown:
    return shape.StepShown(
        move=step.move.id,
        title=in_language(step.move.title, language),
        at=instant(step.event.at),
        body=step.event.body,
        from_stage=step.from_,
        to_stage=step.to,
        ground=step.ground.id if step.ground else "",
        marks=marks(step.marks, language),
        why_refused=[],
    )


def _refused(step: RefusedStep, of: Run, language: Language) -> shape.StepShown:
    known = of.procedure.moves.get(step.event.move)
    return shape.StepShown(
        move=step.event.move,
        title=in_language(known.title, language) if known else step.event.move,
        at=instant(step.event.at),
        body=step.event.body,
        from_stage="",
        to_stage="",
        ground=step.event.ground or "",
        marks=[],
        why_refused=[in_language(each, language) for each in step.why],
    )


def _move(move: Move, of: Run, language: Language, *, yours: bool) -> shape.MoveShown:
    day = date.fromordinal(of.standing.zone.civil_day(of.standing.as_of))
    known = ((ground, ground.on(day)) for ground in move.grounds.values())
    return shape.MoveShown(
        id=move.id,
        title=in_language(move.title, language),
        to=move.target(of.standing.stage),
        records=move.records,
        yours=yours,
        done_by=[in_language(each, language) for each in actors(of.procedure, move, day, bodies())],
        only_if=[each.name.value for each in move.only_if if each.term.holds(day)],
        reasons_required=move.reasons_required,
        extends=move.extends,
        grounds=[_ground(ground, day, language) for ground, rule in known if rule is not None],
        source=move.source,
    )


def _ground(ground: Ground, day: date, language: Language) -> shape.GroundShown:
    rule = ground.on(day)
    return shape.GroundShown(
        id=ground.id,
        title=in_language(ground.title, language),
        refused=rule is not None and rule.refused,
        refused_for=list(rule.offences) if rule is not None and rule.refused else [],
        marks=marks((mark for mark in ground.marks if mark.term.holds(day)), language),
        source=rule.source if rule is not None else "",
    )


def _clock(each: Running) -> shape.RunClockShown:
    return shape.RunClockShown(
        move=each.move.id,
        started=instant(each.started_at),
        due=instant_or_none(each.due_at),
        word=each.word.value if each.word else "",
        basis=each.basis.value,
        source=each.source,
        extended=each.extended,
    )
