"""Clocks as they stand: which still run, when they run out, and what they are once they have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qorgau.clock import Zone, civil
from qorgau.custody.facts.assessing import Judged
from qorgau.custody.facts.law import Law, weighs
from qorgau.custody.facts.own_word import words_of
from qorgau.custody.facts.story import Story
from qorgau.lawbook import Basis, NoFigure, Safeguard, Shape
from qorgau.safeguards import ClockVerdict, Reason, State

DUTIES = frozenset({Shape.WITHIN, Shape.AT_MOST, Shape.EVERY})
"""Shapes whose clock asks for an act; the others tell of what must not happen."""

_AT_ONCE = frozenset({NoFigure.IMMEDIATELY, NoFigure.WITHOUT_DELAY})
_TIMED = frozenset({State.OPEN, State.BREACHED})


@dataclass(frozen=True, kw_only=True)
class Clock:
    """One clock with what it takes to tell its state at any later moment.

    due_from, due_at: between which instants it runs out; of a word such as "immediately" the end of
    the next day, by when it is breached on any reading. after_due: its state once it has run out undone.
    """

    safeguard: Safeguard
    basis: Basis
    role: str
    subject: str
    clock: ClockVerdict
    due_from: int | None
    due_at: int | None
    has_figure: bool
    is_running: bool
    after_due: State
    own_word_only: bool


def state_now(
    folded: State, as_of: int, *, running: bool, due: tuple[int | None, int | None], after_due: State
) -> State:
    """What a clock that was assessed earlier is now: time alone changes only those that run."""
    due_from, due_at = due
    if not running or due_from is None or due_at is None:
        return folded
    if as_of > due_at:
        return after_due
    return State.CANNOT_TELL if as_of > due_from else State.OPEN


def clocks_of(judged: Iterable[Judged], story: Story, law: Law) -> tuple[Clock, ...]:
    """Every clock that started, in the order of the verdicts."""
    words = words_of(story, law)
    return tuple(
        _clock(each, clock, zone=story.zone, own=words.own_word_only(each.safeguard, clock))
        for each in judged
        for clock in each.verdict.clocks
        if clock.state is not State.NOT_APPLICABLE
    )


def _clock(each: Judged, clock: ClockVerdict, *, zone: Zone, own: bool) -> Clock:
    rule, word = each.safeguard, clock.limit.limit
    has_figure = not isinstance(word, NoFigure)
    due_from, due_at = due_of(clock, zone)
    timed = clock.state in _TIMED or clock.reason in (Reason.NO_FIGURE, Reason.UNCERTAIN_TIME)
    watches = rule.shape in (Shape.KEEP, Shape.NEVER) and clock.state is State.OPEN
    running = clock.met is None and timed and (rule.shape in DUTIES or watches)
    return Clock(
        safeguard=rule,
        basis=each.verdict.basis,
        role=each.role,
        subject=each.verdict.subject,
        clock=clock,
        due_from=due_from,
        due_at=due_at,
        has_figure=has_figure,
        is_running=running,
        after_due=_after_due(rule, word),
        own_word_only=own,
    )


def _after_due(rule: Safeguard, word: object) -> State:
    if rule.shape not in DUTIES:
        return State.MET
    if isinstance(word, NoFigure) and word not in _AT_ONCE:
        return State.CANNOT_TELL
    return State.BREACHED


def due_of(clock: ClockVerdict, zone: Zone) -> tuple[int | None, int | None]:
    """Between which instants it runs out; of a word without a figure, the end of the next day."""
    if clock.due is not None:
        return clock.due.earliest, clock.due.latest
    if not isinstance(clock.limit.limit, NoFigure):
        return None, None
    first = _next_days_end(clock.triggered.earliest, zone)
    return first, first if clock.triggered.is_exact else _next_days_end(clock.triggered.latest, zone)


def _next_days_end(start: int, zone: Zone) -> int:
    return civil.day_start(zone.civil_day(start) + 2, zone.changes, zone.offsets) - 1


def bad_ones(clocks: Iterable[Clock]) -> int:
    """How many clocks of weight are late or breached."""
    bad = (State.BREACHED, State.LATE)
    return sum(each.clock.state in bad and weighs(each.safeguard, each.basis) for each in clocks)


def next_due(clocks: Iterable[Clock]) -> Clock | None:
    """The running clock of weight that runs out, or ran out, first; words without any figure never do."""
    return next((each for each in by_urgency(clocks) if _presses(each)), None)


def by_urgency(clocks: Iterable[Clock]) -> list[Clock]:
    """Running duties of weight by when they run out; after them those whose word gives no figure, which no time breaches."""
    return sorted((each for each in clocks if runs(each)), key=_urgency)


def runs(each: Clock) -> bool:
    """Whether it is a duty of weight that is still to be done."""
    is_due = each.is_running and each.safeguard.shape in DUTIES and each.due_from is not None
    return is_due and weighs(each.safeguard, each.basis)


def _presses(each: Clock) -> bool:
    return each.after_due is State.BREACHED


def _urgency(each: Clock) -> tuple[bool, int, bool, str]:
    return not _presses(each), each.due_from or 0, not each.has_figure, each.safeguard.id
