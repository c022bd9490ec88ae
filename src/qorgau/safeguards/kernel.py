"""The whole-record form of one subject's assessment: the transition function compiled over columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qorgau.clock import Zone, civil
from qorgau.safeguards import codes
from qorgau.safeguards.clock_rows import marked
from qorgau.safeguards.clustering import clustered_rows
from qorgau.safeguards.compiled import Flat, compiled
from qorgau.safeguards.compiling import Group
from qorgau.safeguards.folding import Fold
from qorgau.safeguards.record import Record
from qorgau.safeguards.transition import finish, step

REDO = 255  # a subject that must be assessed one by one

Seconds = NDArray[np.int64]

# Words of a limit as the kernel reads it.
WORD, AMOUNT, UNIT, WHOLE_DAYS, SPAN = range(5)


@dataclass(frozen=True)
class Outcome:
    """What one group comes to for every subject."""

    state: NDArray[np.uint8]
    clocks: NDArray[np.int32]
    times: Seconds  # [3, subject]: due, met, delay of the worst clock
    late_delays: Seconds
    answered_after: Seconds  # from start to answer, of the answered clocks without figure

    @property
    def columns(self) -> tuple[NDArray[np.uint8], NDArray[np.int32], Seconds]:
        """State, clocks and times."""
        return self.state, self.clocks, self.times


@dataclass(frozen=True)
class Clustered:
    """A record in order of (subject, time, arrival)."""

    record: Record
    rows: NDArray[np.int64]
    times: Seconds
    classes: NDArray[np.int32]
    offsets: NDArray[np.int64]
    class_counts: NDArray[np.int64]  # how many entries each class has

    @property
    def longest(self) -> int:
        """The most entries any subject has."""
        return int(np.diff(self.offsets).max(initial=0))

    def values(self, fact: str) -> NDArray[np.int32]:
        """Codes of a fact in that order; nothing for no fact."""
        column = self.record.facts.get(fact)
        if not fact:
            return np.zeros(0, dtype=np.int32)
        return np.full(len(self.rows), -1, dtype=np.int32) if column is None else column.codes[self.rows]


def cluster(record: Record, folded: Fold) -> Clustered:
    """Bring a folded record into order."""
    rows, offsets = clustered_rows(record.subjects.codes, record.earliest, len(record.subjects.values))
    counts = np.bincount(folded.classes, minlength=len(folded.actions))
    return Clustered(record, rows, record.earliest[rows], folded.classes[rows], offsets, counts)


@compiled
def due_of(start: int, place: int, limits: Flat, changes: Flat, offsets: Flat, working_days: Flat) -> int:
    """The last second within a limit that began at `start`; the compiled form of Limit.due."""
    if limits[place, WORD] != codes.FIGURE:
        return civil.day_start(civil.civil_day(start, changes, offsets) + 2, changes, offsets) - 1
    amount: int = limits[place, AMOUNT]
    unit: int = limits[place, UNIT]
    if amount == 0:
        return codes.NEVER_DUE
    if unit == civil.HOURS:
        return start + amount * 3600
    whole_days = limits[place, WHOLE_DAYS] == 1
    return civil.deadline(start, amount, unit, whole_days, changes, offsets, working_days)


@compiled
def assess_group(
    times: Flat,
    classes: NDArray[np.int32],
    offsets: Flat,
    skip: NDArray[np.bool_],
    actions: NDArray[np.uint8],
    limit_of: NDArray[np.int32],
    unknown: NDArray[np.bool_],
    values: NDArray[np.int32],
    rule: Flat,
    limits: Flat,
    civil_window: bool,
    changes: Flat,
    zone_offsets: Flat,
    working_days: Flat,
    as_of: int,
    clocks: Flat,
    marks: Flat,
    out_state: NDArray[np.uint8],
    out_due: Flat,
    out_met: Flat,
    out_delay: Flat,
    out_clocks: NDArray[np.int32],
    late: Flat,
    answered: Flat,
) -> tuple[int, int]:
    """Assess one group over all subjects; how many clocks were late, and answered without a figure."""
    state: Flat = np.zeros(codes.STATE, np.int64)
    late_count, answered_count = 0, 0
    touched = (actions > 0) | unknown
    if rule[codes.FLAGS] & codes.IS_NEXT:
        touched[:] = True
    final_shift = civil.offset_at(as_of, changes, zone_offsets) if civil_window else 0
    for case in range(len(offsets) - 1):
        if skip[case]:
            out_state[case] = 255
            continue
        state[:] = 0
        marks[0] = codes.NOTHING
        redo = False
        begin = offsets[case]
        for i in range(begin, offsets[case + 1]):
            kind = classes[i]
            if not touched[kind]:
                continue
            t = times[i]
            if t > as_of:
                break
            if unknown[kind]:
                redo = True
                break
            acts = actions[kind]
            limit = limit_of[kind]
            value = 0
            if rule[codes.FLAGS] & codes.SAME:
                value = values[i]
            due, span, word, shift = codes.NEVER_DUE, 0, codes.FIGURE, 0
            if limit >= 0:
                word = limits[limit, WORD]
                if rule[codes.SHAPE] == codes.BEFORE or rule[codes.FLAGS] & codes.EITHER_SIDE:
                    at = marked(rule, value)
                    from_mark = codes.NOTHING
                    if at >= 0 and marks[at] != codes.NOTHING:
                        from_mark = due_of(marks[at], limit, limits, changes, zone_offsets, working_days)
                    if rule[codes.SHAPE] == codes.BEFORE:
                        due = from_mark
                    else:
                        due = due_of(t, limit, limits, changes, zone_offsets, working_days)
                        span = from_mark
                else:
                    due = due_of(t, limit, limits, changes, zone_offsets, working_days)
                    span = limits[limit, SPAN]
            if civil_window:
                shift = civil.offset_at(t, changes, zone_offsets)
            step(rule, state, clocks, marks, acts, t, i - begin, due, limit, word, value, span, shift)
        if rule[codes.FLAGS] & codes.SAME:
            for i in range(begin, offsets[case + 1]):
                if values[i] >= 0:
                    marks[values[i] * 2] = codes.NOTHING
        if redo:
            out_state[case] = 255
            continue
        finish(rule, state, clocks, as_of, final_shift)
        worst = -1
        for i in range(state[codes.CLOCKS]):
            row = i * codes.ROW
            verdict = clocks[row + codes.VERDICT]
            if verdict == codes.LATE and clocks[row + codes.DELAY] != codes.NOTHING:
                late[late_count] = clocks[row + codes.DELAY]
                late_count += 1
            if (
                verdict == codes.CANNOT_TELL
                and clocks[row + codes.WORD] != codes.FIGURE
                and clocks[row + codes.ENDED] != codes.NOTHING
            ):
                answered[answered_count] = clocks[row + codes.ENDED] - clocks[row + codes.AT]
                answered_count += 1
            if (
                worst < 0
                or verdict > clocks[worst + codes.VERDICT]
                or (
                    verdict == clocks[worst + codes.VERDICT]
                    and clocks[row + codes.DELAY] > clocks[worst + codes.DELAY]
                )
            ):
                worst = row
        out_clocks[case] = state[codes.CLOCKS]
        if worst < 0 or clocks[worst + codes.VERDICT] == codes.NOT_APPLICABLE:
            out_state[case] = codes.NOT_APPLICABLE
            continue
        out_state[case] = clocks[worst + codes.VERDICT]
        if rule[codes.SHAPE] == codes.BEFORE:
            out_due[case] = clocks[worst + codes.AT]
        elif clocks[worst + codes.WORD] == codes.FIGURE and clocks[worst + codes.DUE] != codes.NEVER_DUE:
            out_due[case] = clocks[worst + codes.DUE]
        if clocks[worst + codes.ENDED] != codes.NOTHING:
            out_met[case] = clocks[worst + codes.ENDED]
        if clocks[worst + codes.DELAY] != codes.NOTHING:
            out_delay[case] = clocks[worst + codes.DELAY]
    return late_count, answered_count


def run_group(
    group: Group,
    clustered: Clustered,
    folded: Fold,
    column: int,
    *,
    skip: NDArray[np.bool_] | None = None,
    zone: Zone,
    as_of: int,
) -> Outcome:
    """One group over all subjects; `state` is REDO for those to be assessed one by one."""
    size = len(clustered.offsets) - 1
    times = np.full((3, size), np.iinfo(np.int64).min, dtype=np.int64)
    state, counts = np.zeros(size, dtype=np.uint8), np.zeros(size, dtype=np.int32)
    values = clustered.values(group.safeguard.same)
    actions = np.ascontiguousarray(folded.actions[:, column])
    most = int(clustered.class_counts[(actions & (codes.START | codes.RESTART)) > 0].sum())
    late, answered = np.empty(most, dtype=np.int64), np.empty(most, dtype=np.int64)
    late_count, answered_count = assess_group(
        clustered.times,
        clustered.classes,
        clustered.offsets,
        np.zeros(size, dtype=np.bool_) if skip is None else skip,
        actions,
        np.ascontiguousarray(folded.limits[:, column]),
        np.ascontiguousarray(folded.unknown[:, column]),
        values,
        np.array(group.rule, dtype=np.int64),
        limit_table(group),
        group.civil_window,
        np.array(zone.changes, dtype=np.int64),
        np.array(zone.offsets, dtype=np.int64),
        np.array(zone.working_days, dtype=np.int64),
        as_of,
        np.zeros((clustered.longest + 1) * codes.ROW, dtype=np.int64),
        np.full(2 * (int(values.max(initial=0)) + 1), codes.NOTHING, dtype=np.int64),
        state,
        times[0],
        times[1],
        times[2],
        counts,
        late,
        answered,
    )
    return Outcome(state, counts, times, late[:late_count].copy(), answered[:answered_count].copy())


def limit_table(group: Group) -> NDArray[np.int64]:
    """The limits of a group as the kernel reads them."""
    table = [
        (limit.word, limit.amount, limit.unit, int(limit.whole_days), limit.span) for limit in group.limits
    ]
    return np.array(table, dtype=np.int64).reshape(-1, 5)
