"""What happens to one clock's row: begun, answered, lapsed; and the marks of answers. In numba's subset."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

from qorgau.safeguards.codes import (
    AT,
    AT_ONCE,
    BREACHED,
    BY,
    CANNOT_TELL,
    CLOCKS,
    DELAY,
    DUE,
    END_SHIFT,
    ENDED,
    ENDED_BY,
    FIGURE,
    FIRST_ONLY,
    FLAGS,
    HEAD,
    LATE,
    LIMIT,
    MET,
    NEVER_DUE,
    NOT_APPLICABLE,
    NOTHING,
    PENDING,
    ROW,
    SAME,
    SHIFT,
    SPAN,
    TALLY,
    VALUE,
    VERDICT,
    WORD,
)

Buffer = MutableSequence[int]


def begin(
    state: Buffer,
    clocks: Buffer,
    t: int,
    event: int,
    due: int,
    limit: int,
    word: int,
    value: int,
) -> int:
    """Append a pending clock; the index of its first word."""
    row = state[CLOCKS] * ROW
    state[CLOCKS] += 1
    clocks[row + AT] = t
    clocks[row + BY] = event
    clocks[row + DUE] = due
    clocks[row + LIMIT] = limit
    clocks[row + WORD] = word
    clocks[row + VALUE] = value
    clocks[row + SPAN] = 0
    clocks[row + SHIFT] = 0
    clocks[row + ENDED] = NOTHING
    clocks[row + ENDED_BY] = NOTHING
    clocks[row + VERDICT] = PENDING
    clocks[row + DELAY] = NOTHING
    clocks[row + TALLY] = 0
    clocks[row + END_SHIFT] = 0
    return row


def settle(clocks: Buffer, row: int, verdict: int, t: int, event: int) -> None:
    """Give a clock its verdict, and what ended it."""
    clocks[row + VERDICT] = verdict
    clocks[row + ENDED] = t
    clocks[row + ENDED_BY] = event


def answered(clocks: Buffer, row: int, t: int, event: int) -> None:
    """The duty was done, or the state ended: by the limit or after it."""
    due = clocks[row + DUE]
    if clocks[row + WORD] != FIGURE:
        settle(clocks, row, CANNOT_TELL, t, event)
        return
    settle(clocks, row, MET if t <= due else LATE, t, event)
    if due != NEVER_DUE:
        clocks[row + DELAY] = t - due


def lapsed(clocks: Buffer, row: int, t: int, event: int) -> None:
    """The duty ended undone: in time it lapses, after due it was late already."""
    due = clocks[row + DUE]
    if clocks[row + WORD] != FIGURE:
        settle(clocks, row, BREACHED if clocks[row + WORD] == AT_ONCE else CANNOT_TELL, t, event)
    elif t <= due:
        settle(clocks, row, NOT_APPLICABLE, t, event)
    else:
        settle(clocks, row, LATE, t, event)
        clocks[row + DELAY] = t - due


def fits(rule: Sequence[int], clocks: Sequence[int], row: int, value: int) -> bool:
    """Whether an answer or act carries the value the clock asks for; a missing value fits nothing."""
    return not rule[FLAGS] & SAME or (value >= 0 and clocks[row + VALUE] == value)


def advance(state: Buffer, clocks: Sequence[int]) -> None:
    """Move the head over rows that are settled."""
    head = state[HEAD]
    while head < state[CLOCKS] and clocks[head * ROW + VERDICT] != PENDING:
        head += 1
    state[HEAD] = head


def may_begin(rule: Sequence[int], state: Sequence[int]) -> bool:
    """Whether another clock may start; `first_only` allows one."""
    return not rule[FLAGS] & FIRST_ONLY or state[CLOCKS] == 0


def mark(rule: Sequence[int], marks: Buffer, t: int, event: int, value: int) -> None:
    """Remember the last answer, per value where it must be the same."""
    if not rule[FLAGS] & SAME:
        marks[0], marks[1] = t, event
    elif value >= 0:
        marks[value * 2], marks[value * 2 + 1] = t, event


def marked(rule: Sequence[int], value: int) -> int:
    """Where the mark for this value is; -1 when a missing value can match none."""
    return value * 2 if rule[FLAGS] & SAME else 0
