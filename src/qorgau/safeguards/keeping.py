"""The shape `keep`: what destroys a thing, and the cases that hold it. In numba's subset."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.safeguards.clock_rows import Buffer, begin, settle
from qorgau.safeguards.codes import (
    ACT,
    BREACHED,
    CANNOT_TELL,
    CLOCKS,
    CLOSED,
    CLOSES,
    DELAY,
    DUE,
    FIGURE,
    FLAGS,
    HEAD,
    MET,
    NEVER_DUE,
    NOT_APPLICABLE,
    OPEN,
    OPEN_CASES,
    OPENS,
    ROW,
    START,
    TALLY,
    WHILE_OPEN,
    WORD,
)


def keep(
    rule: Sequence[int],
    state: Buffer,
    clocks: Buffer,
    actions: int,
    t: int,
    event: int,
    due: int,
    limit: int,
    word: int,
) -> None:
    """Cases open and close, a thing is destroyed, a thing begins to be kept."""
    if actions & ACT:
        for i in range(state[HEAD], state[CLOCKS]):
            _destroyed(rule, state, clocks, i * ROW, t, event)
        state[HEAD] = state[CLOCKS]
    if actions & (OPENS | CLOSES):
        _case_moves(state, clocks, actions)
    if actions & START:
        row = begin(state, clocks, t, event, due, limit, word, 0)
        clocks[row + TALLY] = 1 if state[OPEN_CASES] > 0 else 0


def _case_moves(state: Buffer, clocks: Buffer, actions: int) -> None:
    if actions & OPENS:
        state[OPEN_CASES] += 1
        for i in range(state[HEAD], state[CLOCKS]):
            clocks[i * ROW + TALLY] = 1
    if actions & CLOSES and state[OPEN_CASES] > 0:
        state[OPEN_CASES] -= 1


def _destroyed(
    rule: Sequence[int], state: Sequence[int], clocks: Buffer, row: int, t: int, event: int
) -> None:
    if rule[FLAGS] & WHILE_OPEN:
        if state[OPEN_CASES] > 0:
            settle(clocks, row, BREACHED, t, event)
        else:
            settle(clocks, row, MET if clocks[row + TALLY] else NOT_APPLICABLE, t, event)
        return
    due = clocks[row + DUE]
    if clocks[row + WORD] != FIGURE:
        settle(clocks, row, CANNOT_TELL, t, event)
        return
    settle(clocks, row, BREACHED if t < due else MET, t, event)
    if due != NEVER_DUE:
        clocks[row + DELAY] = due - t


def not_destroyed(
    rule: Sequence[int], state: Sequence[int], clocks: Sequence[int], row: int, as_of: int
) -> int:
    """What still exists at the moment asked about: kept long enough, or not yet."""
    if rule[FLAGS] & WHILE_OPEN:
        if clocks[row + TALLY] == 0:
            return NOT_APPLICABLE
        return OPEN if state[OPEN_CASES] > 0 and as_of != CLOSED else MET
    if as_of == CLOSED or as_of >= clocks[row + DUE]:
        return MET
    return OPEN
