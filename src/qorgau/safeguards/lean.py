"""The lean whole-record form: only which subjects break which rule once the log has ended.

Rules become a table: what an entry's class does to each lane. A lane is one 32-bit word that holds
the earliest deadline or the last mark; `count` is a packed counter; `same` takes one lane per value.
What fits no lane is left to the full kernel.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from qorgau.safeguards import codes
from qorgau.safeguards import lanes as ln
from qorgau.safeguards.compiled import compiled
from qorgau.safeguards.compiling import Group

FAR = 1 << 29  # seconds; longer than any record the lean form takes, and than any limit
NEVER = 1 << 30
COUNTERS = 4  # of 16 bits each

Words = NDArray[np.int32]


@dataclass(frozen=True)
class Meaning:
    """What each class is to one group: actions, limit in seconds, and the value that must be the same."""

    actions: NDArray[np.uint8]
    seconds: NDArray[np.int64]
    values: NDArray[np.int32]  # -1: none that could match
    value_count: int = 1


@dataclass
class Table:
    """What every class does to every lane; up to 32 lanes and 4 counters."""

    words: Words  # [class, block, vector, lane of the block]; the last class closes the subject
    start: Words  # each lane's state before the first event, then the two-sided lanes' marks
    counts: NDArray[np.int64]  # per class, packed counters
    bias: int = 0  # lifts a counter that reaches its number into its highest bit
    used: dict[int, int] = field(default_factory=lambda: {0: 0, ln.FORWARD: 0, ln.FORWARD + ln.BACKWARD: 0})
    counters: int = 0
    bits: dict[int, int] = field(default_factory=dict)  # group -> the flags that tell of it

    @classmethod
    def empty(cls, classes: int) -> Table:
        """A table in which no class does anything."""
        words = np.full((classes + 1, ln.BLOCKS, ln.VECTORS, ln.WIDTH), -NEVER, dtype=np.int32)
        words[:, :, ln.ARM] = NEVER
        start = np.full(ln.LANES + ln.WIDTH, NEVER, dtype=np.int32)
        start[ln.LANES :] = -FAR
        return cls(words, start, np.zeros(classes + 1, dtype=np.int64))

    @property
    def two_sided(self) -> bool:
        """Whether any lane remembers answers before the start."""
        return self.used[ln.FORWARD + ln.BACKWARD] > 0

    def take(self, group: Group, place: int, meaning: Meaning) -> bool:
        """Give a group its lanes, if enough are free."""
        shape, flags, count, _ = group.rule
        if shape == codes.NEVER and not flags & codes.HAS_STARTS:
            return self._take_counter(place, meaning, count)
        first, room = 0, ln.FORWARD
        if shape == codes.NEVER:
            first, room = ln.FORWARD, ln.BACKWARD
        elif flags & codes.EITHER_SIDE:
            first, room = ln.FORWARD + ln.BACKWARD, ln.TWO_SIDED
        if self.used[first] + meaning.value_count > room:
            return False
        self.bits[place] = 0
        for value in range(meaning.value_count):
            lane = first + self.used[first]
            self.used[first] += 1
            self.bits[place] |= 1 << lane
            self._write(group, lane, meaning, value)
        return True

    def _write(self, group: Group, lane: int, meaning: Meaning, value: int) -> None:
        shape, flags = group.rule[codes.SHAPE], group.rule[codes.FLAGS]
        column = self.words[:, lane // ln.WIDTH, :, lane % ln.WIDTH]
        for kind, own in enumerate(column[:-1]):
            actions = int(meaning.actions[kind])
            if flags & codes.SAME and meaning.values[kind] != value:
                actions &= codes.END
            seconds = int(meaning.seconds[kind])
            if shape == codes.WITHIN:
                _write_within(own, actions, seconds, is_next=bool(flags & codes.IS_NEXT))
            elif shape == codes.BEFORE:
                _write_before(own, actions, seconds)
            else:
                _write_never(own, actions, seconds)
        if shape == codes.WITHIN:
            column[-1, ln.COMPARE] = FAR + 1  # whatever is still pending when the log ends
        if shape == codes.BEFORE:
            self.start[lane] = -FAR

    def _take_counter(self, place: int, meaning: Meaning, count: int) -> bool:
        if self.counters == COUNTERS:
            return False
        shift = 16 * self.counters
        counted = (meaning.actions & (codes.START | codes.ACT)) == (codes.START | codes.ACT)
        self.counts[:-1] += counted.astype(np.int64) << shift
        self.bias += ((1 << 15) - count) << shift
        self.bits[place] = 1 << (ln.LANES + self.counters)
        self.counters += 1
        return True


def _write_within(words: Words, actions: int, seconds: int, *, is_next: bool) -> None:
    if actions & (codes.ANSWER | codes.END):
        words[ln.COMPARE], words[ln.PUT] = 0, NEVER
    elif is_next:
        words[ln.COMPARE], words[ln.PUT] = FAR + 1, NEVER
    if actions & codes.START:
        words[ln.ARM], words[ln.REACH] = seconds, -seconds
    if actions & codes.ANSWER:
        words[ln.MARK] = 0


def _write_before(words: Words, actions: int, seconds: int) -> None:
    if actions & codes.ANSWER:
        words[ln.PUT] = 0
    if actions & codes.START:
        words[ln.COMPARE] = -seconds


def _write_never(words: Words, actions: int, seconds: int) -> None:
    if actions & codes.ACT:
        words[ln.COMPARE] = 0
    if actions & codes.END:
        words[ln.PUT] = NEVER
    if actions & codes.START:
        words[ln.ARM] = -seconds - 1


def lane_seconds(group: Group, limit: int) -> int | None:
    """The seconds of a limit that elapses; FAR where there is none; None where a lane cannot hold it."""
    kept = group.limits[limit]
    if kept.word != codes.FIGURE:
        return None
    if kept.amount == 0:
        return FAR
    return kept.span if kept.elapses and kept.span < FAR else None


def fits_lanes(group: Group) -> bool:
    """Whether the rule's shape and options can be held by lanes."""
    shape, flags, count, _ = group.rule
    if flags & codes.FIRST_ONLY:
        return False
    if shape in (codes.WITHIN, codes.BEFORE):
        return not flags & codes.SAME
    if shape != codes.NEVER:
        return False
    return count == 1 if flags & codes.HAS_STARTS else count < 1 << 15


def tables_of(
    groups: Sequence[Group], meanings: dict[int, Meaning], *, classes: int
) -> tuple[list[Table], list[int]]:
    """Tables that hold the groups with a meaning for lanes, and the groups left over."""
    tables: list[Table] = []
    left: list[int] = []
    for place, group in enumerate(groups):
        meaning = meanings.get(place)
        if meaning is None:
            left.append(place)
        elif not any(table.take(group, place, meaning) for table in tables):
            table = Table.empty(classes)
            if table.take(group, place, meaning):
                tables.append(table)
            else:
                left.append(place)
    return tables, left


@compiled
def flags_of_cases(
    first: int,
    last: int,
    times: NDArray[np.int32],
    classes: NDArray[np.uint8],
    offsets: NDArray[np.int64],
    words: NDArray[np.int32],
    start: NDArray[np.int32],
    counts: NDArray[np.int64],
    bias: int,
    two_sided: bool,
    flags: NDArray[np.int64],
) -> None:
    """The flags of subjects [first, last): 32 lanes, then 4 counters."""
    for case in range(first, last):
        begin, end = offsets[case], offsets[case + 1]
        if begin == end:
            continue
        bits, packed = ln.lanes_of_case(times, classes, begin, end, words, start, counts, two_sided)
        full = packed + bias
        bits |= ((full >> 15) & 1) << 32
        bits |= ((full >> 31) & 1) << 33
        bits |= ((full >> 47) & 1) << 34
        bits |= ((full >> 63) & 1) << 35
        flags[case] = bits


def flags_of(
    table: Table,
    times: NDArray[np.int32],
    classes: NDArray[np.uint8],
    offsets: NDArray[np.int64],
    *,
    threads: int = 1,
) -> NDArray[np.int64]:
    """For each subject the flags of the rules it breaks; see `Table.bits`."""
    flags = np.zeros(len(offsets) - 1, dtype=np.int64)
    words = table.words.reshape(len(table.words), -1)

    def part(first: int, last: int) -> None:
        flags_of_cases(
            first, last, times, classes, offsets, words, table.start, table.counts,
            table.bias, table.two_sided, flags,
        )  # fmt: skip

    if threads <= 1:
        part(0, len(flags))
        return flags
    cuts = np.searchsorted(offsets, np.linspace(0, len(times), 4 * threads + 1)).tolist()
    cuts[0], cuts[-1] = 0, len(flags)
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(part, cuts[:-1], cuts[1:]))
    return flags
