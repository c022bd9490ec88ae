"""Uncertain times: the critical instants at which a verdict can change, and every way to place them.

All that a rule compares are differences of instants with constants: the order of two events, a
limit, the moment asked about, the start of a civil day. So if any placement within the intervals
gives a state, one gives it whose instants are reached from the intervals' ends by such constants.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from math import prod
from typing import Final, Protocol

from qorgau.clock import Interval, Zone, civil
from qorgau.safeguards import codes
from qorgau.safeguards.accounts import Event
from qorgau.safeguards.compiling import FOREVER, Group, Limit

MOST: Final = 5_000  # placements of up to four events tried for one group


def placements(
    critical: Sequence[Iterable[int]], *, most: int = MOST
) -> tuple[Iterator[tuple[int, ...]], bool]:
    """Every way to place the events at their critical instants, and whether these are all of them."""
    ordered = [sorted(instants) for instants in critical]
    most = most * 4 // max(4, len(ordered))  # long courses take longer
    return islice(product(*ordered), most), prod(map(len, ordered)) <= most


class Placed(Protocol):
    """An event at an exact second, which may be moved within its interval."""

    event: Event
    t: int


def keep_stays_in_order(placed: Iterable[Placed]) -> None:
    """Move ends that fell before the start of their own stay onto it: no stay ends before it begins."""
    begun: dict[int, Placed] = {}
    for seen in sorted(placed, key=lambda seen: seen.event.seq):
        if seen.event.stay is None:
            continue
        start = begun.setdefault(seen.event.stay, seen)
        if seen.t < start.t:
            seen.t = min(start.t, seen.event.happened.latest)
            start.t = min(start.t, seen.t)


def critical_instants(spans: Sequence[Interval], group: Group, *, zone: Zone, as_of: int) -> list[set[int]]:
    """For each event the instants that must be tried; one for an exact time."""
    found = [{span.earliest, span.latest} for span in spans]
    uncertain = [i for i, span in enumerate(spans) if not span.is_exact]
    if not uncertain:
        return found
    moments = () if as_of == codes.CLOSED else (as_of,)
    for i in uncertain:
        found[i].update(_civil_bounds(spans[i], group, zone))
        found[i].update(_reached(moments, spans[i], group, zone, first=True))
    for _ in range(min(len(uncertain), 4)):
        before = [frozenset(instants) for instants in found]
        for i in uncertain:
            for j, others in enumerate(before):
                if i != j:
                    found[i].update(_reached(others, spans[i], group, zone, first=i < j))
        if all(len(now) == len(then) for now, then in zip(found, before, strict=True)):
            break
    return found


def _reached(
    instants: Iterable[int], span: Interval, group: Group, zone: Zone, *, first: bool
) -> Iterator[int]:
    """Instants of the interval on both sides of what a rule compares with one of the others.

    `first`: at the same second this event comes first in order.
    """
    ties: tuple[int, ...] = (0, 1) if first else (-1, 0)
    if group.rule[codes.SHAPE] == codes.AT_MOST:
        ties = (-1, 0, 1)  # a state that begins just when it ended goes on
    for instant in instants:
        yield from _inside(span, (instant + tie for tie in ties))
        for limit in group.limits:
            yield from _inside(span, _limit_away(instant, span, limit, group, zone))
        if group.rule[codes.WINDOW]:
            yield from _inside(span, _window_away(instant, group, zone))


def _inside(span: Interval, instants: Iterable[int]) -> Iterator[int]:
    return (instant for instant in instants if span.earliest <= instant <= span.latest)


def _limit_away(instant: int, span: Interval, limit: Limit, group: Group, zone: Zone) -> Iterator[int]:
    if limit.word == codes.FIGURE and limit.amount == 0:
        return
    due = limit.due(instant, zone)
    keeps = group.rule[codes.SHAPE] == codes.KEEP  # what is destroyed at the very second was kept long enough
    yield from (due - 1, due) if keeps else (due, due + 1)
    if limit.elapses:
        before = instant - (due - instant)
        yield from (before, before + 1) if keeps else (before - 1, before)
    else:
        yield from _starts_around(instant, span, limit, zone)


def _starts_around(instant: int, span: Interval, limit: Limit, zone: Zone) -> Iterator[int]:
    """The last starts of a civil limit that are due before, at and after an instant."""
    for low, high in _smooth_parts(span, zone):
        for bound in (instant - 1, instant):
            if limit.due(low, zone) > bound or limit.due(high, zone) <= bound:
                continue
            last = _last_due_by(bound, low, high, limit, zone)
            yield from (last - 1, last, last + 1)


def _last_due_by(bound: int, low: int, high: int, limit: Limit, zone: Zone) -> int:
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if limit.due(middle, zone) <= bound else (low, middle)
    return low


def _smooth_parts(span: Interval, zone: Zone) -> Iterator[tuple[int, int]]:
    """The interval cut where the clocks change; within a part a later start is never due earlier."""
    low = span.earliest
    for change in _clock_changes(span, zone):
        yield low, change - 1
        low = change
    yield low, span.latest


def _clock_changes(span: Interval, zone: Zone) -> Sequence[int]:
    """When the clocks change within the interval, its first second aside."""
    return zone.changes[bisect_right(zone.changes, span.earliest) : bisect_right(zone.changes, span.latest)]


def _window_away(instant: int, group: Group, zone: Zone) -> Iterator[int]:
    window = group.rule[codes.WINDOW]
    shifts = {0}
    if group.civil_window:
        near = (instant, instant - window, instant + window)
        offsets = {civil.offset_at(t, zone.changes, zone.offsets) for t in near}
        shifts |= {a - b for a in offsets for b in offsets}
    for shift in shifts:
        yield from (instant + window + shift, instant - window + shift)


def _civil_bounds(span: Interval, group: Group, zone: Zone) -> Iterator[int]:
    """The last second before and the first of each civil day on which the law may change its answer."""
    first, last = zone.civil_day(span.earliest) + 1, zone.civil_day(span.latest)
    turns: Iterable[int] = range(first, last + 1)
    if not group.reads_date and all(limit.elapses for limit in group.limits):
        days = {day for line in group.lines for p in line.periods for day in (p.first, p.until)}
        turns = (day for day in days if first <= day <= last and day != FOREVER)
    for day in turns:
        start = civil.day_start(day, zone.changes, zone.offsets)
        yield from (start - 1, start)
    for change in _clock_changes(span, zone):
        yield from (change - 1, change)
