"""Spells of a state that add up within a sliding window. In numba's subset."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.safeguards.codes import (
    AT,
    END_SHIFT,
    ENDED,
    ROW,
    SHIFT,
    SPAN,
    WINDOW,
)


def added_up(rule: Sequence[int], clocks: Sequence[int], current: int, t: int, shift: int) -> int:
    """What the spells up to the current one add up to within the window that ends at `t`.

    While a spell lasts this never falls, so its largest value is at the spell's end.
    """
    end = t + shift
    window_start = end - rule[WINDOW]
    row = current * ROW
    total = end - max(clocks[row + AT] + clocks[row + SHIFT], window_start)
    for i in range(current):
        row = i * ROW
        began = max(clocks[row + AT] + clocks[row + SHIFT], window_start)
        total += max(0, clocks[row + ENDED] + clocks[row + END_SHIFT] - began)
    return total


def runs_full(rule: Sequence[int], clocks: Sequence[int], current: int) -> int:
    """The last instant at which a running spell still keeps the limit of its window."""
    row = current * ROW
    at = clocks[row + AT]
    shift, span = clocks[row + SHIFT], clocks[row + SPAN]
    if added_up(rule, clocks, current, at, shift) >= span:
        return at
    low, high = at, at + rule[WINDOW]
    while high - low > 1:
        middle = (low + high) // 2
        if added_up(rule, clocks, current, middle, shift) <= span:
            low = middle
        else:
            high = middle
    return low
