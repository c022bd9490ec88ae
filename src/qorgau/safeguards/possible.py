"""What a group's rule can come to over every possible course: states, and the ranges of its clocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import prod

from qorgau.clock import Zone
from qorgau.safeguards import codes
from qorgau.safeguards.accounts import Event
from qorgau.safeguards.compiling import Group
from qorgau.safeguards.course import Choices, Seen, reading, run
from qorgau.safeguards.history import History
from qorgau.safeguards.placements import MOST, critical_instants, keep_stays_in_order, placements
from qorgau.safeguards.sweep import Sweep, may_be_cut

FEW = 48  # placements that are tried one by one sooner than swept
MOST_UNSTEADY = 200  # placements tried where facts are unknown as well
MOST_CHOICES = 64  # ways to fill in unknown facts, for one placement


Bounds = tuple[int, int]
_NO_NUMBER = (codes.NOTHING, codes.NEVER_DUE)


@dataclass(slots=True)
class ClockRange:
    """One clock over all courses in which it starts: its distinct rows, and what they span."""

    event: int
    courses: int = 0
    rows: dict[tuple[int, ...], None] = field(default_factory=dict)

    def take(self, row: tuple[int, ...]) -> None:
        """Add what one course makes of this clock."""
        self.courses += 1
        self.rows[row] = None

    def distinct(self, word: int) -> tuple[int, ...]:
        """The different values of one word, in the order they came up."""
        return tuple(dict.fromkeys(row[word] for row in self.rows))

    @property
    def enders(self) -> tuple[int, ...]:
        """The events that answered, ended or broke it."""
        return tuple(
            dict.fromkeys(row[codes.ENDED_BY] for row in self.rows if row[codes.ENDED] != codes.NOTHING)
        )

    @property
    def may_be_open(self) -> bool:
        """Whether in some course it is not settled."""
        return any(row[codes.ENDED] == codes.NOTHING for row in self.rows)

    def span(self, word: int) -> Bounds | None:
        """The least and the most of one word; nothing where no course gives a number."""
        return _bounds(row[word] for row in self.rows)

    def due(self, group: Group) -> Bounds | None:
        """When it was due: of `before`, when the act came; nothing for a word without figure."""
        if group.rule[codes.SHAPE] == codes.BEFORE:
            return self.span(codes.AT)
        return _bounds(row[codes.DUE] for row in self.rows if row[codes.WORD] == codes.FIGURE)

    def elapsed(self, as_of: int) -> Bounds | None:
        """From the start to the end, or to the moment asked about."""
        until = codes.NOTHING if as_of == codes.CLOSED else as_of
        ends = (
            (row[codes.AT], row[codes.ENDED] if row[codes.ENDED] != codes.NOTHING else until)
            for row in self.rows
        )
        return _bounds(end - start for start, end in ends if end != codes.NOTHING)


def _bounds(numbers: Iterable[int]) -> Bounds | None:
    known = [number for number in numbers if number not in _NO_NUMBER]
    return (min(known), max(known)) if known else None


@dataclass(slots=True)
class Possible:
    """All that a group can come to for one subject."""

    group: Group
    as_of: int
    states: set[int] = field(default_factory=set)  # the worst clock's, over all courses
    clocks: dict[int, ClockRange] = field(default_factory=dict)
    courses: int = 0
    times_matter: bool = False
    complete: bool = True

    def take(self, rows: Sequence[int]) -> int:
        """Add one course; its worst state."""
        self.courses += 1
        worst = codes.NOT_APPLICABLE
        for row in range(0, len(rows), codes.ROW):
            event = rows[row + codes.BY]
            clock = self.clocks.get(event)
            if clock is None:
                clock = self.clocks[event] = ClockRange(event)
            clock.take(tuple(rows[row : row + codes.ROW]))
            worst = max(worst, rows[row + codes.VERDICT])
        self.states.add(worst)
        return worst


def possible(group: Group, events: Sequence[Event], history: History, *, as_of: int) -> Possible:
    """Run a group's rule over every critical placement and every answer to what is unknown."""
    known = [
        (index, event)
        for index, event in enumerate(events)
        if (group.every_entry or event.kind in group.roles) and event.happened.earliest <= as_of
    ]
    result = Possible(group, as_of)
    spans = [event.happened for _, event in known]
    if all(span.is_exact for span in spans):
        _take_choices(result, group, _placed(known, history, as_of), history, as_of)
        return result
    course = [
        Seen(event, index, event.happened.earliest, history.attributes, history.zone)
        for index, event in known
    ]
    for seen in course:
        seen.read = _steady_reading(group, seen, history)
    steady = all(seen.read is not None for seen in course)
    if steady and _is_monotone(group, course, as_of):
        _try_extremes(result, course, history)
        return result
    critical = critical_instants(spans, group, zone=history.zone, as_of=as_of)
    few = prod(map(len, critical)) <= (FEW if may_be_cut(spans) else MOST)
    if not (steady and not few and _swept(result, course, critical, history.zone)):
        _try_each(result, course, critical, history, steady=steady)
    return result


def _is_monotone(group: Group, course: Sequence[Seen], as_of: int) -> bool:
    """Whether only the lengths of states count, and which start belongs to which end is certain."""
    if group.rule[codes.SHAPE] != codes.AT_MOST:
        return False
    spans = sorted(course, key=lambda seen: (seen.event.happened.earliest, seen.event.seq))
    if any(seen.event.happened.earliest <= as_of < seen.event.happened.latest for seen in spans):
        return False
    return all(
        one.event.happened.latest < other.event.happened.earliest
        or (one.event.stay is not None and one.event.stay == other.event.stay)
        for one, other in pairwise(spans)
    )


def _try_extremes(result: Possible, course: list[Seen], history: History) -> None:
    """Each state at its longest, then at its shortest: a longer state is never better."""
    starts = {kind for kind, role in result.group.roles.items() if role & codes.START}
    for longest in (True, False):
        for seen in course:
            span = seen.event.happened
            seen.t = span.earliest if (seen.event.kind in starts) == longest else span.latest
        keep_stays_in_order(course)
        placed = sorted((s for s in course if s.t <= result.as_of), key=_in_order)
        choices = Choices({}, [])
        result.take(run(result.group, placed, zone=history.zone, as_of=result.as_of, choices=choices))
    result.times_matter = len(result.states) > 1


def _swept(result: Possible, course: list[Seen], critical: list[set[int]], zone: Zone) -> bool:
    """Sweep over the clusters of uncertain events; False if that takes too long."""
    sweep = Sweep(result.group, zone, result.as_of, MOST)
    if not sweep.run(course, critical):
        return False
    result.states, result.courses = sweep.states, 1
    result.times_matter = len(sweep.states) > 1
    for row in sweep.settled:
        event = row[codes.BY]
        clock = result.clocks.setdefault(event, ClockRange(event))
        clock.rows[row] = None
        clock.courses = 0 if event in sweep.not_always else 1
    return True


def _try_each(
    result: Possible, course: list[Seen], critical: list[set[int]], history: History, *, steady: bool
) -> None:
    """Run over each placement of all events, with each answer to what is unknown."""
    tries, result.complete = placements(critical, most=MOST if steady else MOST_UNSTEADY)
    by_choices: dict[frozenset[object], set[int]] = {}
    nothing_open, dues = Choices({}, []), dict[tuple[int, int], int]()
    for instants in tries:
        for seen, instant in zip(course, instants, strict=True):
            seen.t = instant
        keep_stays_in_order(course)
        placed = sorted((s for s in course if s.t <= result.as_of), key=_in_order)
        if steady:
            rows = run(
                result.group,
                placed,
                zone=history.zone,
                as_of=result.as_of,
                choices=nothing_open,
                dues=dues,
            )
            by_choices.setdefault(frozenset(), set()).add(result.take(rows))
            continue
        for assumed, worst in _take_choices(result, result.group, placed, history, result.as_of):
            by_choices.setdefault(assumed, set()).add(worst)
    result.times_matter = any(len(states) > 1 for states in by_choices.values())


def _in_order(seen: Seen) -> tuple[int, int]:
    return seen.t, seen.event.seq


def _placed(known: Sequence[tuple[int, Event]], history: History, as_of: int) -> list[Seen]:
    """The events in order; what would happen after the moment asked about is left out."""
    seen = [
        Seen(event, index, event.happened.earliest, history.attributes, history.zone)
        for index, event in known
        if event.happened.earliest <= as_of
    ]
    return sorted(seen, key=_in_order)


def _steady_reading(group: Group, seen: Seen, history: History) -> tuple[int, int] | None:
    """What an event is to the rule wherever in its interval it lies; None if that depends."""
    first = history.zone.civil_day(seen.event.happened.earliest)
    last = history.zone.civil_day(seen.event.happened.latest)
    turns = (day for line in group.lines for period in line.periods for day in (period.first, period.until))
    if first != last and (group.reads_date or any(first < day <= last for day in turns)):
        return None
    choices = Choices({}, [])
    read = reading(group, group.roles.get(seen.event.kind, 0), seen, choices)
    return None if choices.asked else read


def _take_choices(
    result: Possible, group: Group, course: list[Seen], history: History, as_of: int
) -> list[tuple[frozenset[object], int]]:
    """Run with every answer to the conditions that the entries leave open."""
    waiting: list[dict[object, bool]] = [{}]
    found: list[tuple[frozenset[object], int]] = []
    while waiting:
        choices = Choices(waiting.pop(), [])
        rows = run(group, course, zone=history.zone, as_of=as_of, choices=choices)
        if choices.asked and len(waiting) + len(found) < MOST_CHOICES:
            for answer in (True, False):
                waiting.append({**choices.assumed, choices.asked[0]: answer})
            continue
        result.complete = result.complete and not choices.asked
        found.append((frozenset(choices.assumed.items()), result.take(rows)))
    return found
