"""What a group's rule can come to over every possible course: states, and the ranges of its clocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qorgau.clock import Interval
from qorgau.safeguards import transition as tr
from qorgau.safeguards.accounts import Event
from qorgau.safeguards.compiling import Group
from qorgau.safeguards.course import Choices, Seen, reading, run
from qorgau.safeguards.history import History
from qorgau.safeguards.placements import placements

MOST_CHOICES = 64  # ways to fill in unknown facts, for one placement


@dataclass(slots=True)
class Range:
    """The least and the most of a number over all courses; nothing where no course gives one."""

    low: int = tr.NEVER_DUE
    high: int = tr.NOTHING

    def take(self, value: int) -> None:
        """Widen to hold one more value."""
        if value not in (tr.NOTHING, tr.NEVER_DUE):
            self.low, self.high = min(self.low, value), max(self.high, value)

    @property
    def pair(self) -> tuple[int, int] | None:
        """The range, or nothing."""
        return None if self.high == tr.NOTHING else (self.low, self.high)

    @property
    def interval(self) -> Interval | None:
        """The range as an interval of instants."""
        return None if self.high == tr.NOTHING else Interval(self.low, self.high)


@dataclass(slots=True)
class ClockRange:
    """One clock over all courses in which it starts."""

    event: int
    courses: int = 0
    states: set[int] = field(default_factory=set)
    limits: dict[int, None] = field(default_factory=dict)
    enders: dict[int, None] = field(default_factory=dict)
    started: Range = field(default_factory=Range)
    due: Range = field(default_factory=Range)
    ended: Range = field(default_factory=Range)
    delay: Range = field(default_factory=Range)
    elapsed: Range = field(default_factory=Range)

    def take(self, group: Group, rows: Sequence[int], row: int, as_of: int) -> None:
        """Add what one course makes of this clock."""
        self.courses += 1
        started, ended = rows[row + tr.AT], rows[row + tr.ENDED]
        self.states.add(rows[row + tr.VERDICT])
        self.limits[rows[row + tr.LIMIT]] = None
        if ended != tr.NOTHING:
            self.enders[rows[row + tr.ENDED_BY]] = None
        self.started.take(started)
        self.ended.take(ended)
        self.delay.take(rows[row + tr.DELAY])
        if group.rule[tr.SHAPE] == tr.BEFORE:
            self.due.take(started)
        elif rows[row + tr.WORD] == tr.FIGURE:
            self.due.take(rows[row + tr.DUE])
        if ended != tr.NOTHING:
            self.elapsed.take(ended - started)
        elif as_of != tr.CLOSED:
            self.elapsed.take(as_of - started)


@dataclass(slots=True)
class Possible:
    """All that a group can come to for one subject."""

    group: Group
    states: set[int] = field(default_factory=set)  # the worst clock's, over all courses
    clocks: dict[int, ClockRange] = field(default_factory=dict)
    courses: int = 0
    times_matter: bool = False
    complete: bool = True

    def take(self, rows: Sequence[int], as_of: int) -> int:
        """Add one course; its worst state."""
        self.courses += 1
        worst = tr.NOT_APPLICABLE
        for row in range(0, len(rows), tr.ROW):
            event = rows[row + tr.BY]
            clock = self.clocks.setdefault(event, ClockRange(event))
            clock.take(self.group, rows, row, as_of)
            worst = max(worst, rows[row + tr.VERDICT])
        self.states.add(worst)
        return worst


def possible(group: Group, events: Sequence[Event], history: History, *, as_of: int) -> Possible:
    """Run a group's rule over every critical placement and every answer to what is unknown."""
    known = [
        (index, event)
        for index, event in enumerate(events)
        if (group.every_entry or event.kind in group.roles) and event.happened.earliest <= as_of
    ]
    result = Possible(group)
    spans = [event.happened for _, event in known]
    if all(span.is_exact for span in spans):
        _take_choices(result, group, _placed(known, history, as_of), history, as_of)
        return result
    tries, result.complete = placements(spans, group, zone=history.zone, as_of=as_of)
    by_choices: dict[frozenset[object], set[int]] = {}
    course = _placed(known, history, tr.CLOSED)
    for seen in course:
        seen.read = _steady_reading(group, seen, history)
    by_index = {seen.index: seen for seen in course}
    for instants in tries:
        for (index, _), instant in zip(known, instants, strict=True):
            by_index[index].t = instant
        placed = sorted((s for s in course if s.t <= as_of), key=_in_order)
        for assumed, worst in _take_choices(result, group, placed, history, as_of):
            by_choices.setdefault(assumed, set()).add(worst)
    result.times_matter = any(len(states) > 1 for states in by_choices.values())
    return result


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
        found.append((frozenset(choices.assumed.items()), result.take(rows, as_of)))
    return found
