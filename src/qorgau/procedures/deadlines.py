"""The deadlines that run where a case stands: counted from a stage's beginning, lengthened only by an extension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from qorgau.clock import Zone, civil
from qorgau.lawbook.procedure import Move, Procedure
from qorgau.lawbook.safeguard import DatedLimit, Duration
from qorgau.lawbook.words import Basis, Counts, NoFigure, Unit
from qorgau.procedures.case import Event, Running, Step

UNTIL = "until"  # the fact of an extension: the last civil day of the new term

_UNITS = {
    Unit.MINUTES: civil.MINUTES,
    Unit.HOURS: civil.HOURS,
    Unit.DAYS: civil.DAYS,
    Unit.WEEKS: civil.WEEKS,
    Unit.MONTHS: civil.MONTHS,
    Unit.YEARS: civil.YEARS,
    Unit.WORKING_DAYS: civil.WORKING_DAYS,
}


def clocks_of(
    procedure: Procedure, stage: str, path: Sequence[Step], *, opened: int, zone: Zone
) -> tuple[Running, ...]:
    """What is due from here: one clock for each move that the case waits for, and each basis of its limit."""
    return tuple(_clocks(procedure, stage, path, opened, zone))


def _clocks(
    procedure: Procedure, stage: str, path: Sequence[Step], opened: int, zone: Zone
) -> Iterator[Running]:
    for move in procedure.moves.values():
        if move.within is None or not (move.within.met_by or stage in move.from_):
            continue
        started = _started(move, path, opened=opened, start=procedure.start)
        if started is None or any(step.move.id in {move.id, *move.within.met_by} for step in started.after):
            continue
        for limit in limits_on(move, zone.civil_day(started.at)):
            yield _lengthened(_running(move, limit, started.at, zone), started.after, zone)


@dataclass(frozen=True, slots=True)
class _Started:
    """When a clock began, and the steps after that: several may bear the same second."""

    at: int
    after: Sequence[Step]


def limits_on(move: Move, day: int) -> tuple[DatedLimit, ...]:
    """The limits of each basis in force on the civil day on which the duty arose."""
    if move.within is None or not move.term.holds(date.fromordinal(day)):
        return ()
    in_force: dict[Basis, DatedLimit] = {}
    for limit in move.within.limits:
        if limit.since.toordinal() <= day:
            in_force[limit.basis] = limit
    return tuple(found for found in in_force.values() if found.until is None or day < found.until.toordinal())


def extended_to(event: Event) -> date | None:
    """The last civil day of the term that an extension gives; None when it says none."""
    try:
        return date.fromisoformat(event.facts.get(UNTIL, ""))
    except ValueError:
        return None


def _started(move: Move, path: Sequence[Step], *, opened: int, start: str) -> _Started | None:
    """When the case last came into a stage the clock counts from."""
    assert move.within is not None
    counted_from = move.within.counted_from
    came = [at for at, step in enumerate(path) if step.to in counted_from and step.from_ != step.to]
    if came:
        return _Started(path[came[-1]].event.at, path[came[-1] + 1 :])
    return _Started(opened, path) if start in counted_from else None


def _running(move: Move, limit: DatedLimit, started: int, zone: Zone) -> Running:
    due, word = None, None
    if isinstance(limit.limit, Duration):
        assert move.within is not None
        whole = move.within.counts is Counts.WHOLE_DAYS
        due = zone.deadline(started, limit.limit.amount, _UNITS[limit.limit.unit], whole_days=whole)
    elif isinstance(limit.limit, NoFigure):
        word = limit.limit
    return Running(move, started, due, word, limit.basis, limit.source)


def _lengthened(clock: Running, path: Sequence[Step], zone: Zone) -> Running:
    """The clock after the extensions since it started; one that would shorten it changes nothing."""
    for step in path:
        until = extended_to(step.event) if step.move.extends == clock.move.id else None
        if until is None or clock.due_at is None:
            continue
        due = zone.day_bounds(until)[1]
        if due > clock.due_at:
            clock = replace(clock, due_at=due, extended=True)
    return clock
