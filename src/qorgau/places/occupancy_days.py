"""Held over time, put together by day, and how long it was above the capacity. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from qorgau.clock import Zone

Steps = Sequence[tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class DayHeld:
    """The most and the fewest held at once on a civil day, and the capacity at its end."""

    day: date
    most: int
    least: int
    capacity: int | None


@dataclass(frozen=True)
class Stretch:
    """From one instant up to another so many were held, and this was the capacity."""

    start: int
    end: int
    held: int
    capacity: int | None

    @property
    def above(self) -> bool:
        """Whether more were held than the capacity."""
        return self.capacity is not None and self.held > self.capacity


@dataclass(frozen=True, kw_only=True)
class Course:
    """How many were held between two instants, as steps that hold until the next one begins."""

    since: int
    until: int
    steps: tuple[tuple[int, int], ...]
    capacity: tuple[tuple[int, int | None], ...]

    @property
    def most(self) -> tuple[int, int]:
        """The largest number held at once, and the first instant of it."""
        at, held = max(self.steps, key=lambda step: (step[1], -step[0]))
        return held, at

    @property
    def least(self) -> int:
        """The smallest number held."""
        return min(held for _, held in self.steps)

    @property
    def last(self) -> int:
        """The number held at the end."""
        return self.steps[-1][1]

    def capacity_at(self, instant: int) -> int | None:
        """The capacity that held at an instant."""
        place = bisect_right(self.capacity, instant, key=itemgetter(0))
        return self.capacity[place - 1][1] if place else None

    def held_at(self, instant: int) -> int:
        """The number held at an instant from `since` on."""
        return self.steps[bisect_right(self.steps, instant, key=itemgetter(0)) - 1][1]

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Stretches in which neither the number held nor the capacity changes."""
        marks = {at for at, _ in (*self.steps, *self.capacity) if self.since <= at < self.until}
        starts = sorted(marks | {self.since})
        return tuple(
            Stretch(start, end, self.held_at(start), self.capacity_at(start))
            for start, end in pairwise([*starts, self.until])
        )

    def seconds_above(self) -> int | None:
        """How long more were held than the capacity; None where no capacity was ever known."""
        if all(capacity is None for _, capacity in self.capacity):
            return None
        return sum(each.end - each.start for each in self.stretches if each.above)

    def days(self, zone: Zone) -> Iterator[DayHeld]:
        """Each civil day between the two instants."""
        by_day: dict[date, list[int]] = {}
        for each in self.stretches:
            for day in _days_between(zone, each.start, each.end - 1):
                by_day.setdefault(day, []).append(each.held)
        for day, held in by_day.items():
            end = min(zone.day_bounds(day)[1], self.until)
            yield DayHeld(day=day, most=max(held), least=min(held), capacity=self.capacity_at(end))


def course(
    steps: Steps, *, capacity: Sequence[tuple[int, int | None]], since: int, until: int
) -> Course | None:
    """The course between two instants; None where nothing was counted or the span is empty."""
    ordered = sorted((at, held) for at, held in steps if at < until)
    before = [held for at, held in ordered if at <= since]
    within = [(at, held) for at, held in ordered if at > since]
    if until <= since or not ordered:
        return None
    first = before[-1] if before else 0
    limits = tuple(sorted(capacity, key=itemgetter(0)))
    return Course(since=since, until=until, steps=((since, first), *within), capacity=limits)


def _days_between(zone: Zone, first: int, last: int) -> Iterator[date]:
    day, end = zone.local(first).date(), zone.local(last).date()
    while day <= end:
        yield day
        day += timedelta(days=1)
