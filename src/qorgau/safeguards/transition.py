"""The one transition function: what an event does to the clocks of one safeguard on one subject.

Written in numba's subset over flat integer buffers: live use calls it with lists, the kernel
compiles these very functions for arrays. It only moves forward; events come in order (time, sequence).

A *rule* says the shape and its options. A *state* is a few words per subject. *Clocks* are rows of
`ROW` words, appended in the order they start; all rows before `state[HEAD]` are settled.
*Marks* remember the last answer, one pair (instant, event) per value that must be the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.safeguards.clock_rows import (
    Buffer,
    advance,
    answered,
    begin,
    fits,
    lapsed,
    mark,
    marked,
    may_begin,
    settle,
)
from qorgau.safeguards.codes import (
    ACT,
    ANSWER,
    AT,
    AT_MOST,
    AT_ONCE,
    BEFORE,
    BREACHED,
    CANNOT_TELL,
    CLOCKS,
    CLOSED,
    COUNT,
    DELAY,
    DUE,
    EITHER_SIDE,
    END,
    END_SHIFT,
    ENDED,
    EVERY,
    FIGURE,
    FLAGS,
    HAS_STARTS,
    HEAD,
    IS_NEXT,
    KEEP,
    LASTS,
    LATE,
    MET,
    NEVER,
    NEVER_DUE,
    NOTHING,
    OPEN,
    PENDING,
    RESTART,
    ROW,
    SHAPE,
    SHIFT,
    SPAN,
    START,
    TALLY,
    VALUE,
    VERDICT,
    WINDOW,
    WITHIN,
    WORD,
)
from qorgau.safeguards.keeping import keep, not_destroyed
from qorgau.safeguards.spells import added_up, runs_full


def step(
    rule: Sequence[int],
    state: Buffer,
    clocks: Buffer,
    marks: Buffer,
    actions: int,
    t: int,
    event: int,
    due: int,
    limit: int,
    word: int,
    value: int,
    span: int,
    shift: int,
) -> None:
    """Let one event act on one rule. `clocks` must have room for one more row.

    `due` is the last second within the limit, counted from this event; for `before` counted from
    the marked answer. `span` is the limit in seconds where durations add up, and with `either_side`
    the last second within the limit counted from the marked answer.
    """
    shape = rule[SHAPE]
    if shape == WITHIN:
        _within(rule, state, clocks, marks, actions, t, event, due, limit, word, value, span)
    elif shape == BEFORE:
        _before(rule, state, clocks, marks, actions, t, event, due, limit, word, value)
    elif shape == NEVER:
        _never(rule, state, clocks, actions, t, event, due, limit, word, value)
    elif shape == AT_MOST:
        _at_most(rule, state, clocks, actions, t, event, due, limit, word, span, shift)
    elif shape == EVERY:
        _every(state, clocks, actions, t, event, due, limit, word)
    else:
        keep(rule, state, clocks, actions, t, event, due, limit, word)


def finish(rule: Sequence[int], state: Sequence[int], clocks: Buffer, as_of: int, shift: int) -> None:
    """Give every unsettled clock its verdict at the moment asked about; CLOSED ends the log."""
    shape = rule[SHAPE]
    for i in range(state[HEAD], state[CLOCKS]):
        row = i * ROW
        if clocks[row + VERDICT] != PENDING:
            continue
        if shape == NEVER:
            clocks[row + VERDICT] = _still_kept(clocks, row, as_of)
        elif shape == KEEP:
            clocks[row + VERDICT] = not_destroyed(rule, state, clocks, row, as_of)
        elif rule[WINDOW] > 0:
            excess = added_up(rule, clocks, i, as_of, shift) - clocks[row + SPAN]
            _run_out(clocks, row, as_of, excess)
        else:
            _run_out(clocks, row, as_of, as_of - clocks[row + DUE])


def _run_out(clocks: Buffer, row: int, as_of: int, excess: int) -> None:
    """A duty still undone, or a state that still lasts."""
    due, word = clocks[row + DUE], clocks[row + WORD]
    if as_of == CLOSED:
        clocks[row + VERDICT] = BREACHED
        return
    if word == FIGURE:
        clocks[row + VERDICT] = BREACHED if excess > 0 and due != NEVER_DUE else OPEN
        if due != NEVER_DUE:
            clocks[row + DELAY] = excess
    elif as_of <= due:
        clocks[row + VERDICT] = OPEN
    else:
        clocks[row + VERDICT] = BREACHED if word == AT_ONCE else CANNOT_TELL


def _still_kept(clocks: Sequence[int], row: int, as_of: int) -> int:
    """A prohibition nobody has broken; without a limit it is kept so far."""
    due = clocks[row + DUE]
    return OPEN if due != NEVER_DUE and as_of <= due else MET


def _within(
    rule: Sequence[int],
    state: Buffer,
    clocks: Buffer,
    marks: Buffer,
    actions: int,
    t: int,
    event: int,
    due: int,
    limit: int,
    word: int,
    value: int,
    due_from_mark: int,
) -> None:
    if state[HEAD] < state[CLOCKS]:
        _reply(rule, state, clocks, actions, t, event, value)
    if actions & START and may_begin(rule, state):
        row = begin(state, clocks, t, event, due, limit, word, value)
        if rule[FLAGS] & EITHER_SIDE:
            _look_back(rule, clocks, marks, row, due_from_mark)
            advance(state, clocks)
    if actions & ANSWER and rule[FLAGS] & EITHER_SIDE:
        mark(rule, marks, t, event, value)


def _reply(
    rule: Sequence[int], state: Buffer, clocks: Buffer, actions: int, t: int, event: int, value: int
) -> None:
    """Settle the pending clocks that this event answers, ends or, being the next one, fails."""
    for i in range(state[HEAD], state[CLOCKS]):
        row = i * ROW
        if clocks[row + VERDICT] != PENDING:
            continue
        if actions & ANSWER and fits(rule, clocks, row, value):
            answered(clocks, row, t, event)
            if rule[FLAGS] & IS_NEXT and clocks[row + VERDICT] == LATE:
                clocks[row + VERDICT] = BREACHED
        elif actions & END:
            lapsed(clocks, row, t, event)
        elif rule[FLAGS] & IS_NEXT:
            settle(clocks, row, BREACHED, t, event)
    advance(state, clocks)


def _look_back(
    rule: Sequence[int], clocks: Buffer, marks: Sequence[int], row: int, due_from_mark: int
) -> None:
    """An answer not longer before the start than the limit counts as well."""
    at = marked(rule, clocks[row + VALUE])
    if at < 0 or marks[at] == NOTHING:
        return
    if clocks[row + WORD] != FIGURE:
        settle(clocks, row, CANNOT_TELL, marks[at], marks[at + 1])
    elif clocks[row + AT] <= due_from_mark:
        settle(clocks, row, MET, marks[at], marks[at + 1])
        if due_from_mark != NEVER_DUE:
            clocks[row + DELAY] = clocks[row + AT] - due_from_mark


def _before(
    rule: Sequence[int],
    state: Buffer,
    clocks: Buffer,
    marks: Buffer,
    actions: int,
    t: int,
    event: int,
    due: int,
    limit: int,
    word: int,
    value: int,
) -> None:
    if actions & START and may_begin(rule, state):
        row = begin(state, clocks, t, event, due, limit, word, value)
        at = marked(rule, value)
        if at < 0 or marks[at] == NOTHING:
            clocks[row + VERDICT] = BREACHED
        elif word != FIGURE:
            settle(clocks, row, CANNOT_TELL, marks[at], marks[at + 1])
        else:
            settle(clocks, row, MET if t <= due else BREACHED, marks[at], marks[at + 1])
            if due != NEVER_DUE:
                clocks[row + DELAY] = t - due
        state[HEAD] = state[CLOCKS]
    if actions & ANSWER:
        mark(rule, marks, t, event, value)


def _never(
    rule: Sequence[int],
    state: Buffer,
    clocks: Buffer,
    actions: int,
    t: int,
    event: int,
    due: int,
    limit: int,
    word: int,
    value: int,
) -> None:
    if not rule[FLAGS] & HAS_STARTS:
        if actions & START and (state[CLOCKS] == 0 or (rule[COUNT] == 1 and may_begin(rule, state))):
            begin(state, clocks, t, event, NEVER_DUE, limit, FIGURE, value)
        elif rule[COUNT] == 1 or not actions & START:
            return
        _break(rule, state, clocks, actions, t, event, value)
        if rule[COUNT] == 1 and clocks[state[HEAD] * ROW + VERDICT] == PENDING:
            settle(clocks, state[HEAD] * ROW, MET, t, event)
        advance(state, clocks)
        return
    if state[HEAD] < state[CLOCKS]:
        _break(rule, state, clocks, actions, t, event, value)
        advance(state, clocks)
    if actions & START and may_begin(rule, state):
        begin(state, clocks, t, event, due, limit, word, value)


def _break(
    rule: Sequence[int], state: Sequence[int], clocks: Buffer, actions: int, t: int, event: int, value: int
) -> None:
    """The forbidden act within the watch breaks it; the end of the watch settles it."""
    for i in range(state[HEAD], state[CLOCKS]):
        row = i * ROW
        if clocks[row + VERDICT] != PENDING:
            continue
        if clocks[row + WORD] == FIGURE and t > clocks[row + DUE]:
            clocks[row + VERDICT] = MET
        elif actions & ACT and fits(rule, clocks, row, value):
            clocks[row + TALLY] += 1
            if clocks[row + TALLY] >= rule[COUNT]:
                verdict = BREACHED if clocks[row + WORD] == FIGURE else CANNOT_TELL
                settle(clocks, row, verdict, t, event)
        if actions & END and clocks[row + VERDICT] == PENDING:
            settle(clocks, row, MET, t, event)


def _at_most(
    rule: Sequence[int],
    state: Buffer,
    clocks: Buffer,
    actions: int,
    t: int,
    event: int,
    due: int,
    limit: int,
    word: int,
    span: int,
    shift: int,
) -> None:
    last = (state[CLOCKS] - 1) * ROW
    if actions & END and state[LASTS]:
        state[LASTS] = 0
        answered(clocks, last, t, event)
        clocks[last + END_SHIFT] = shift
        if rule[WINDOW] > 0:
            excess = added_up(rule, clocks, state[CLOCKS] - 1, t, shift) - clocks[last + SPAN]
            clocks[last + VERDICT] = LATE if excess > 0 else MET
            clocks[last + DELAY] = excess
        state[HEAD] = state[CLOCKS]
    elif actions & START and not state[LASTS]:
        state[LASTS] = 1
        if last >= 0 and clocks[last + ENDED] == t:
            settle(clocks, last, PENDING, NOTHING, NOTHING)  # chained without a gap: the same spell
            clocks[last + DELAY] = NOTHING
            state[HEAD] = state[CLOCKS] - 1
            return
        row = begin(state, clocks, t, event, due, limit, word, 0)
        clocks[row + SPAN], clocks[row + SHIFT] = span, shift
        if rule[WINDOW] > 0:
            clocks[row + DUE] = runs_full(rule, clocks, state[CLOCKS] - 1)


def _every(
    state: Buffer, clocks: Buffer, actions: int, t: int, event: int, due: int, limit: int, word: int
) -> None:
    if not state[LASTS]:
        if actions & START:
            state[LASTS] = 1
            begin(state, clocks, t, event, due, limit, word, 0)
        return
    if not actions & (ANSWER | END):
        return
    if state[HEAD] < state[CLOCKS]:
        answered(clocks, (state[CLOCKS] - 1) * ROW, t, event)
        state[HEAD] = state[CLOCKS]
    if actions & END:
        state[LASTS] = 0
    elif actions & RESTART:
        begin(state, clocks, t, event, due, limit, word, 0)
