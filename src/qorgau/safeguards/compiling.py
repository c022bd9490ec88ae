"""From safeguards to rules: one group per safeguard and basis, with its dated limits as constants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from qorgau.clock import Zone, civil
from qorgau.lawbook.conditions import Compare, Condition, Named, Not, reads
from qorgau.lawbook.safeguard import DatedLimit, Duration, LimitLine, Safeguard
from qorgau.lawbook.words import Basis, Counts, NoFigure, Shape, Unit
from qorgau.safeguards import codes

_SHAPES: Final = {
    Shape.WITHIN: codes.WITHIN,
    Shape.BEFORE: codes.BEFORE,
    Shape.NEVER: codes.NEVER,
    Shape.AT_MOST: codes.AT_MOST,
    Shape.EVERY: codes.EVERY,
    Shape.KEEP: codes.KEEP,
}
UNITS: Final = {
    Unit.MINUTES: civil.MINUTES,
    Unit.HOURS: civil.HOURS,
    Unit.DAYS: civil.DAYS,
    Unit.WEEKS: civil.WEEKS,
    Unit.MONTHS: civil.MONTHS,
    Unit.YEARS: civil.YEARS,
    Unit.WORKING_DAYS: civil.WORKING_DAYS,
}
_SECONDS: Final = {Unit.MINUTES: 60, Unit.HOURS: 3600, Unit.DAYS: 86400, Unit.WEEKS: 7 * 86400}
_ELAPSED: Final = frozenset({Unit.MINUTES, Unit.HOURS})
# Words that ask for an act at once; the others leave a margin that no reading puts in hours.
_AT_ONCE: Final = frozenset({NoFigure.IMMEDIATELY, NoFigure.WITHOUT_DELAY})
FOREVER: Final = 1 << 30  # a civil day that never comes


class UncheckableRuleError(ValueError):
    """A safeguard that cannot be evaluated as written; names it, and how to mend it."""

    def __init__(self, safeguard: str, why: str) -> None:
        """Name the safeguard and say why it cannot be evaluated."""
        super().__init__(f"{safeguard}: {why}")


@dataclass(frozen=True, slots=True)
class Limit:
    """One dated limit as the engine counts it."""

    dated: DatedLimit
    line: LimitLine
    word: int  # FIGURE, AT_ONCE or NO_FIGURE
    amount: int = 0  # 0: no limit at all
    unit: int = civil.HOURS
    whole_days: bool = False
    span: int = 0  # in seconds, where durations add up

    def due(self, start: int, zone: Zone) -> int:
        """The last second within the limit; for a word without figure, the end of the next day."""
        if self.word != codes.FIGURE:
            return civil.day_start(zone.civil_day(start) + 2, zone.changes, zone.offsets) - 1
        if self.amount == 0:
            return codes.NEVER_DUE
        return zone.deadline(start, self.amount, self.unit, whole_days=self.whole_days)

    @property
    def elapses(self) -> bool:
        """Whether the limit counts seconds and no civil days."""
        return self.word == codes.FIGURE and self.unit in (civil.MINUTES, civil.HOURS)


@dataclass(frozen=True, slots=True)
class Period:
    """The civil days [first, until) on which one dated limit of a line is in force."""

    first: int
    until: int
    limit: int


@dataclass(frozen=True, slots=True)
class Line:
    """The limits of one basis for one group of persons."""

    applies_to: Condition
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One safeguard under one basis: what it does with each kind of entry, and its limits."""

    safeguard: Safeguard
    basis: Basis
    rule: tuple[int, ...]
    roles: Mapping[str, int]  # kind -> what an entry of it may be
    lines: tuple[Line, ...]
    limits: tuple[Limit, ...]
    civil_window: bool  # durations add up on the wall clock
    reads_date: bool

    @property
    def every_entry(self) -> bool:
        """Whether entries of any kind matter: the very next must answer."""
        return bool(self.rule[codes.FLAGS] & codes.IS_NEXT)


def compile_safeguard(safeguard: Safeguard) -> tuple[Group, ...]:
    """The groups of one safeguard, one per basis; raises if it cannot be evaluated."""
    _refuse_uncheckable(safeguard)
    return tuple(_group(safeguard, basis) for basis in safeguard.bases)


def _refuse_uncheckable(safeguard: Safeguard) -> None:
    if not safeguard.limits or not safeguard.bases:
        raise UncheckableRuleError(safeguard.id, "it has no dated limit. Give it a source.")
    if safeguard.same and safeguard.shape is Shape.NEVER and not safeguard.starts:
        raise UncheckableRuleError(safeguard.id, "`same` needs `starts_at`. Say what to compare with.")
    if safeguard.in_window is not None:
        _refuse_window(safeguard, safeguard.in_window)


def _refuse_window(safeguard: Safeguard, window: Duration) -> None:
    limits = [dated.limit for line in safeguard.limits for dated in line.dated]
    for limit in (window, *limits):
        if not isinstance(limit, Duration) or limit.unit not in _SECONDS:
            raise UncheckableRuleError(
                safeguard.id, "durations add up only in minutes, hours, days or weeks. Write `30 days`."
            )
        if limit is not window and _seconds(limit) >= _seconds(window):
            raise UncheckableRuleError(
                safeguard.id, f"{limit} can never be exceeded within {window}. Mend one of the two."
            )


def _seconds(span: Duration) -> int:
    return span.amount * _SECONDS[span.unit]


def _group(safeguard: Safeguard, basis: Basis) -> Group:
    limits: list[Limit] = []
    lines = tuple(_line(line, safeguard, basis, limits) for line in safeguard.limits)
    window = safeguard.in_window
    conditions = (safeguard.only_if, safeguard.answer_only_if, safeguard.act_only_if)
    return Group(
        safeguard=safeguard,
        basis=basis,
        rule=_rule(safeguard),
        roles=_roles(safeguard),
        lines=tuple(line for line in lines if line.periods),
        limits=tuple(limits),
        civil_window=window is not None and window.unit not in _ELAPSED,
        reads_date=any(reads(c)[2] for c in (*conditions, *(line.applies_to for line in lines))),
    )


def _rule(safeguard: Safeguard) -> tuple[int, ...]:
    flags = {
        codes.FIRST_ONLY: safeguard.first_only,
        codes.IS_NEXT: safeguard.is_next,
        codes.EITHER_SIDE: safeguard.either_side,
        codes.SAME: bool(safeguard.same),
        codes.WHILE_OPEN: safeguard.while_open is not None,
        codes.HAS_STARTS: bool(safeguard.starts),
    }
    window = safeguard.in_window
    return (
        _SHAPES[safeguard.shape],
        sum(flag for flag, holds in flags.items() if holds),
        safeguard.count,
        _seconds(window) if window else 0,
    )


def _roles(safeguard: Safeguard) -> dict[str, int]:
    shape = safeguard.shape
    answer = {Shape.AT_MOST: codes.END, Shape.EVERY: codes.ANSWER | codes.RESTART}.get(shape, codes.ANSWER)
    starts = safeguard.starts
    if shape is Shape.BEFORE or (shape is Shape.NEVER and not starts):
        starts = safeguard.acts
    opened = safeguard.while_open.opened_by if safeguard.while_open else ()
    closed = safeguard.while_open.closed_by if safeguard.while_open else ()
    roles: dict[str, int] = {}
    for kinds, bits in (
        (starts, codes.START),
        (safeguard.answers, answer),
        (safeguard.also_answers, answer),
        (safeguard.acts, 0 if shape is Shape.BEFORE else codes.ACT),
        (safeguard.ends, codes.END),
        (opened, codes.OPENS),
        (closed, codes.CLOSES),
    ):
        for kind in kinds:
            roles[kind] = roles.get(kind, 0) | bits
    return roles


def _line(line: LimitLine, safeguard: Safeguard, basis: Basis, limits: list[Limit]) -> Line:
    own = sorted((d for d in line.dated if d.basis is basis), key=lambda dated: dated.since)
    periods = []
    for i, dated in enumerate(own):
        until = own[i + 1].since.toordinal() if i + 1 < len(own) else FOREVER
        if dated.until is not None:
            until = min(until, dated.until.toordinal())
        periods.append(Period(dated.since.toordinal(), until, len(limits)))
        limits.append(_limit(dated, line, safeguard))
    return Line(line.applies_to, tuple(periods))


def _limit(dated: DatedLimit, line: LimitLine, safeguard: Safeguard) -> Limit:
    if dated.limit is None:
        return Limit(dated, line, codes.FIGURE)
    if isinstance(dated.limit, NoFigure):
        return Limit(dated, line, codes.AT_ONCE if dated.limit in _AT_ONCE else codes.NO_FIGURE)
    return Limit(
        dated,
        line,
        codes.FIGURE,
        amount=dated.limit.amount,
        unit=UNITS[dated.limit.unit],
        whole_days=safeguard.counts is Counts.WHOLE_DAYS,
        span=dated.limit.amount * _SECONDS.get(dated.limit.unit, 0),
    )


def names_child_rule(condition: Condition) -> bool:
    """Whether a condition rests on the rule that an unknown age is treated as a child's."""
    if isinstance(condition, Named):
        return condition.name == "child"
    if isinstance(condition, Compare):
        return False
    parts = (condition.inner,) if isinstance(condition, Not) else condition.parts
    return any(names_child_rule(part) for part in parts)


_known: dict[int, tuple[Safeguard, tuple[Group, ...]]] = {}


def groups_of(safeguards: Iterable[Safeguard]) -> tuple[Group, ...]:
    """The groups of all safeguards; a safeguard already compiled is not compiled again."""
    found: list[Group] = []
    for safeguard in safeguards:
        known = _known.get(id(safeguard))
        if known is None or known[0] is not safeguard:
            if len(_known) > 10_000:
                _known.clear()
            known = _known[id(safeguard)] = (safeguard, compile_safeguard(safeguard))
        found.extend(known[1])
    return tuple(found)
