"""Uncertain times in one sweep: clusters of events whose intervals overlap, one after the other.

Between clusters the order is certain, so all that matters of the past is what the rule still
remembers: its state, the clocks still pending and the marks. Courses that agree on these are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from qorgau.clock import Interval, Zone
from qorgau.safeguards import codes
from qorgau.safeguards.compiling import Group
from qorgau.safeguards.course import EMPTY_ROW, Choices, Course, Seen
from qorgau.safeguards.placements import keep_stays_in_order

Memory = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]  # state, clocks still needed, marks
Row = tuple[int, ...]


@dataclass
class Sweep:
    """What all courses through the clusters come to; `taken` gets each clock's row as it settles."""

    group: Group
    zone: Zone
    as_of: int
    most: int  # courses through one cluster that are tried in all
    settled: dict[Row, None] = field(default_factory=dict)
    not_always: set[int] = field(default_factory=set)  # events that start a clock in some courses only
    states: set[int] = field(default_factory=set)
    tried: int = 0
    values: dict[str, int] = field(default_factory=dict)

    def run(self, course: Sequence[Seen], critical: Sequence[Iterable[int]]) -> bool:
        """Sweep over all clusters; False if that would take too many tries."""
        fresh = Course(self.group, self.zone)
        branches: dict[Memory, set[int]] = {_memory(fresh): {codes.NOT_APPLICABLE}}
        for cluster in _clusters(course, critical):
            after: dict[Memory, set[int]] = {}
            for memory, worsts in branches.items():
                for instants in product(*(sorted(instants) for _, instants in cluster)):
                    self.tried += 1
                    if self.tried > self.most:
                        return False
                    desk = self._after(memory, [seen for seen, _ in cluster], instants)
                    worst = self._harvest(desk)
                    after.setdefault(_memory(desk), set()).update(max(worst, w) for w in worsts)
            branches = after
        for memory, worsts in branches.items():
            self._finish(memory, worsts)
        return True

    def _after(self, memory: Memory, cluster: Sequence[Seen], instants: Sequence[int]) -> Course:
        desk = _remembering(memory, self.group, self.zone, self.values)
        for seen, instant in zip(cluster, instants, strict=True):
            seen.t = instant
        keep_stays_in_order(cluster)
        nothing_open = Choices({}, [])
        for seen in sorted(cluster, key=lambda seen: (seen.t, seen.event.seq)):
            if seen.t <= self.as_of:
                desk.observe(seen, nothing_open)
        started = set(desk.clocks[codes.BY : desk.state[codes.CLOCKS] * codes.ROW : codes.ROW])
        for seen in cluster:
            if seen.index not in started:
                self.not_always.add(seen.index)
        return desk

    def _harvest(self, desk: Course) -> int:
        """Take the settled clocks out of the desk; the worst of their verdicts."""
        if self.group.rule[codes.WINDOW]:
            return codes.NOT_APPLICABLE  # spells past still count
        head = desk.state[codes.HEAD]
        rows = list(_rows(desk.clocks, head))
        if head == 0 or rows == [_PLACEHOLDER]:
            return codes.NOT_APPLICABLE
        placeholder = [*_PLACEHOLDER] if self._counts_clocks() else []
        desk.clocks[: head * codes.ROW] = placeholder
        left = len(placeholder) // codes.ROW
        desk.state[codes.CLOCKS] += left - head
        desk.state[codes.HEAD] = left
        return self._settle(rows)

    def _counts_clocks(self) -> bool:
        """Whether it matters to the rule that there was a clock before."""
        shape, flags, count, _ = self.group.rule
        return bool(flags & codes.FIRST_ONLY) or (
            shape == codes.NEVER and not flags & codes.HAS_STARTS and count > 1
        )

    def _settle(self, rows: Iterable[Row]) -> int:
        worst = codes.NOT_APPLICABLE
        for row in rows:
            if row != _PLACEHOLDER:
                self.settled[row] = None
                worst = max(worst, row[codes.VERDICT])
        return worst

    def _finish(self, memory: Memory, worsts: Iterable[int]) -> None:
        desk = _remembering(memory, self.group, self.zone, self.values)
        rows = desk.finished(self.as_of)
        last = self._settle(_rows(rows, desk.state[codes.CLOCKS]))
        self.states.update(max(last, worst) for worst in worsts)


# Stands for the settled clocks of a rule that asks whether there were any.
_PLACEHOLDER: Row = tuple([codes.NOTHING] * codes.ROW)


def _rows(clocks: Sequence[int], count: int) -> Iterator[Row]:
    return (tuple(clocks[i * codes.ROW : (i + 1) * codes.ROW]) for i in range(count))


def _memory(desk: Course) -> Memory:
    used = desk.state[codes.CLOCKS] * codes.ROW
    return tuple(desk.state), tuple(desk.clocks[:used]), tuple(desk.marks)


def _remembering(memory: Memory, group: Group, zone: Zone, values: dict[str, int]) -> Course:
    state, clocks, marks = memory
    return Course(group, zone, list(state), [*clocks, *EMPTY_ROW], list(marks), values)


def may_be_cut(spans: Sequence[Interval]) -> bool:
    """Whether the intervals fall into more than one cluster, so that a sweep saves tries."""
    latest = codes.ALWAYS
    for n, span in enumerate(sorted(spans)):
        if n and span.earliest > latest:
            return True
        latest = max(latest, span.latest)
    return False


def _clusters(
    course: Sequence[Seen], critical: Sequence[Iterable[int]]
) -> Iterator[list[tuple[Seen, Iterable[int]]]]:
    """Events whose intervals overlap, together; what comes after all of a cluster begins the next."""
    cluster: list[tuple[Seen, Iterable[int]]] = []
    latest = codes.ALWAYS
    pairs = zip(course, critical, strict=True)
    for seen, instants in sorted(pairs, key=lambda pair: pair[0].event.happened.earliest):
        if cluster and seen.event.happened.earliest > latest:
            yield cluster
            cluster = []
        cluster.append((seen, instants))
        latest = max(latest, seen.event.happened.latest)
    if cluster:
        yield cluster
