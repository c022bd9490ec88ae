"""The one transition function: what an event does to the clocks of one safeguard on one subject.

Written in numba's subset over flat integer buffers: live use calls it with lists, the kernel
compiles these very functions for arrays. It only moves forward; events come in order (time, sequence).

A *rule* says the shape and its options. A *state* is a few words per subject. *Clocks* are rows of
`ROW` words, appended in the order they start; all rows before `state[HEAD]` are settled.
*Marks* remember the last answer, one pair (instant, event) per value that must be the same.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from typing import Final

Buffer = MutableSequence[int]

# What an event is to a rule; several at once are possible.
START: Final = 1  # begins a clock
ANSWER: Final = 2  # meets it, or is what must have come first
ACT: Final = 4  # the forbidden or destroying act
END: Final = 8  # the duty or state ends
OPENS: Final = 16  # a case opens
CLOSES: Final = 32  # a case closes
RESTART: Final = 64  # the answer begins a clock of its own (every)

# Words of a rule.
SHAPE: Final = 0
FLAGS: Final = 1
COUNT: Final = 2
WINDOW: Final = 3
RULE: Final = 4

WITHIN: Final = 0
BEFORE: Final = 1
NEVER: Final = 2
AT_MOST: Final = 3
EVERY: Final = 4
KEEP: Final = 5

FIRST_ONLY: Final = 1
IS_NEXT: Final = 2
EITHER_SIDE: Final = 4
SAME: Final = 8
WHILE_OPEN: Final = 16
HAS_STARTS: Final = 32

# Words of a state.
CLOCKS: Final = 0  # how many rows there are
HEAD: Final = 1  # rows before this one are settled
LASTS: Final = 2  # whether the state of at_most and every lasts
OPEN_CASES: Final = 3
STATE: Final = 4

# Words of a clock's row.
AT: Final = 0  # when it started
BY: Final = 1  # the event that started it
DUE: Final = 2  # last second within; of `before`, counted from what must have come first
LIMIT: Final = 3  # which dated limit
WORD: Final = 4  # FIGURE, AT_ONCE or NO_FIGURE
VALUE: Final = 5  # the value that must be the same
SPAN: Final = 6  # the limit in seconds, where durations add up
SHIFT: Final = 7  # seconds to civil time at the start, where days add up
ENDED: Final = 8  # when it was answered, ended or broken
ENDED_BY: Final = 9
VERDICT: Final = 10
DELAY: Final = 11
TALLY: Final = 12  # acts so far; whether a case was open
END_SHIFT: Final = 13
ROW: Final = 14

FIGURE: Final = 0  # a figure, or no limit at all
AT_ONCE: Final = 1  # "immediately": undone when the next day has ended is breached on any reading
NO_FIGURE: Final = 2  # "promptly", "in reasonable time": no reading gives a number

PENDING: Final = -1
NOT_APPLICABLE: Final = 0
MET: Final = 1
OPEN: Final = 2
CANNOT_TELL: Final = 3
LATE: Final = 4
BREACHED: Final = 5

NEVER_DUE: Final = 1 << 62
ALWAYS: Final = -(1 << 62)
NOTHING: Final = -(1 << 62)  # no such instant, event or delay
CLOSED: Final = 1 << 61  # the log has ended: nothing stays open


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
        _keep(rule, state, clocks, actions, t, event, due, limit, word)


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
            clocks[row + VERDICT] = _not_destroyed(rule, state, clocks, row, as_of)
        elif rule[WINDOW] > 0:
            excess = _added_up(rule, clocks, i, as_of, shift) - clocks[row + SPAN]
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


def _not_destroyed(
    rule: Sequence[int], state: Sequence[int], clocks: Sequence[int], row: int, as_of: int
) -> int:
    if rule[FLAGS] & WHILE_OPEN:
        if clocks[row + TALLY] == 0:
            return NOT_APPLICABLE
        return OPEN if state[OPEN_CASES] > 0 and as_of != CLOSED else MET
    if as_of == CLOSED or as_of >= clocks[row + DUE]:
        return MET
    return OPEN


def _begin(
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


def _settle(clocks: Buffer, row: int, verdict: int, t: int, event: int) -> None:
    clocks[row + VERDICT] = verdict
    clocks[row + ENDED] = t
    clocks[row + ENDED_BY] = event


def _answered(clocks: Buffer, row: int, t: int, event: int) -> None:
    """The duty was done, or the state ended: by the limit or after it."""
    due = clocks[row + DUE]
    if clocks[row + WORD] != FIGURE:
        _settle(clocks, row, CANNOT_TELL, t, event)
        return
    _settle(clocks, row, MET if t <= due else LATE, t, event)
    if due != NEVER_DUE:
        clocks[row + DELAY] = t - due


def _lapsed(clocks: Buffer, row: int, t: int, event: int) -> None:
    """The duty ended undone: in time it lapses, after due it was late already."""
    due = clocks[row + DUE]
    if clocks[row + WORD] != FIGURE:
        _settle(clocks, row, BREACHED if clocks[row + WORD] == AT_ONCE else CANNOT_TELL, t, event)
    elif t <= due:
        _settle(clocks, row, NOT_APPLICABLE, t, event)
    else:
        _settle(clocks, row, LATE, t, event)
        clocks[row + DELAY] = t - due


def _fits(rule: Sequence[int], clocks: Sequence[int], row: int, value: int) -> bool:
    """Whether an answer or act carries the value the clock asks for; a missing value fits nothing."""
    return not rule[FLAGS] & SAME or (value >= 0 and clocks[row + VALUE] == value)


def _advance(state: Buffer, clocks: Sequence[int]) -> None:
    """Move the head over rows that are settled."""
    head = state[HEAD]
    while head < state[CLOCKS] and clocks[head * ROW + VERDICT] != PENDING:
        head += 1
    state[HEAD] = head


def _may_begin(rule: Sequence[int], state: Sequence[int]) -> bool:
    return not rule[FLAGS] & FIRST_ONLY or state[CLOCKS] == 0


def _mark(rule: Sequence[int], marks: Buffer, t: int, event: int, value: int) -> None:
    if not rule[FLAGS] & SAME:
        marks[0], marks[1] = t, event
    elif value >= 0:
        marks[value * 2], marks[value * 2 + 1] = t, event


def marked(rule: Sequence[int], value: int) -> int:
    """Where the mark for this value is; -1 when a missing value can match none."""
    return value * 2 if rule[FLAGS] & SAME else 0


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
    if actions & START and _may_begin(rule, state):
        row = _begin(state, clocks, t, event, due, limit, word, value)
        if rule[FLAGS] & EITHER_SIDE:
            _look_back(rule, clocks, marks, row, due_from_mark)
            _advance(state, clocks)
    if actions & ANSWER and rule[FLAGS] & EITHER_SIDE:
        _mark(rule, marks, t, event, value)


def _reply(
    rule: Sequence[int], state: Buffer, clocks: Buffer, actions: int, t: int, event: int, value: int
) -> None:
    """Settle the pending clocks that this event answers, ends or, being the next one, fails."""
    for i in range(state[HEAD], state[CLOCKS]):
        row = i * ROW
        if clocks[row + VERDICT] != PENDING:
            continue
        if actions & ANSWER and _fits(rule, clocks, row, value):
            _answered(clocks, row, t, event)
            if rule[FLAGS] & IS_NEXT and clocks[row + VERDICT] == LATE:
                clocks[row + VERDICT] = BREACHED
        elif actions & END:
            _lapsed(clocks, row, t, event)
        elif rule[FLAGS] & IS_NEXT:
            _settle(clocks, row, BREACHED, t, event)
    _advance(state, clocks)


def _look_back(
    rule: Sequence[int], clocks: Buffer, marks: Sequence[int], row: int, due_from_mark: int
) -> None:
    """An answer not longer before the start than the limit counts as well."""
    at = marked(rule, clocks[row + VALUE])
    if at < 0 or marks[at] == NOTHING:
        return
    if clocks[row + WORD] != FIGURE:
        _settle(clocks, row, CANNOT_TELL, marks[at], marks[at + 1])
    elif clocks[row + AT] <= due_from_mark:
        _settle(clocks, row, MET, marks[at], marks[at + 1])
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
    if actions & START and _may_begin(rule, state):
        row = _begin(state, clocks, t, event, due, limit, word, value)
        at = marked(rule, value)
        if at < 0 or marks[at] == NOTHING:
            clocks[row + VERDICT] = BREACHED
        elif word != FIGURE:
            _settle(clocks, row, CANNOT_TELL, marks[at], marks[at + 1])
        else:
            _settle(clocks, row, MET if t <= due else BREACHED, marks[at], marks[at + 1])
            if due != NEVER_DUE:
                clocks[row + DELAY] = t - due
        state[HEAD] = state[CLOCKS]
    if actions & ANSWER:
        _mark(rule, marks, t, event, value)


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
        if actions & START and (state[CLOCKS] == 0 or (rule[COUNT] == 1 and _may_begin(rule, state))):
            _begin(state, clocks, t, event, NEVER_DUE, limit, FIGURE, value)
        elif rule[COUNT] == 1 or not actions & START:
            return
        _break(rule, state, clocks, actions, t, event, value)
        if rule[COUNT] == 1 and clocks[state[HEAD] * ROW + VERDICT] == PENDING:
            _settle(clocks, state[HEAD] * ROW, MET, t, event)
        _advance(state, clocks)
        return
    if state[HEAD] < state[CLOCKS]:
        _break(rule, state, clocks, actions, t, event, value)
        _advance(state, clocks)
    if actions & START and _may_begin(rule, state):
        _begin(state, clocks, t, event, due, limit, word, value)


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
        elif actions & ACT and _fits(rule, clocks, row, value):
            clocks[row + TALLY] += 1
            if clocks[row + TALLY] >= rule[COUNT]:
                verdict = BREACHED if clocks[row + WORD] == FIGURE else CANNOT_TELL
                _settle(clocks, row, verdict, t, event)
        if actions & END and clocks[row + VERDICT] == PENDING:
            _settle(clocks, row, MET, t, event)


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
        _answered(clocks, last, t, event)
        clocks[last + END_SHIFT] = shift
        if rule[WINDOW] > 0:
            excess = _added_up(rule, clocks, state[CLOCKS] - 1, t, shift) - clocks[last + SPAN]
            clocks[last + VERDICT] = LATE if excess > 0 else MET
            clocks[last + DELAY] = excess
        state[HEAD] = state[CLOCKS]
    elif actions & START and not state[LASTS]:
        state[LASTS] = 1
        if last >= 0 and clocks[last + ENDED] == t:
            _settle(clocks, last, PENDING, NOTHING, NOTHING)  # chained without a gap: the same spell
            clocks[last + DELAY] = NOTHING
            state[HEAD] = state[CLOCKS] - 1
            return
        row = _begin(state, clocks, t, event, due, limit, word, 0)
        clocks[row + SPAN], clocks[row + SHIFT] = span, shift
        if rule[WINDOW] > 0:
            clocks[row + DUE] = _runs_full(rule, clocks, state[CLOCKS] - 1)


def _added_up(rule: Sequence[int], clocks: Sequence[int], current: int, t: int, shift: int) -> int:
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


def _runs_full(rule: Sequence[int], clocks: Sequence[int], current: int) -> int:
    """The last instant at which a running spell still keeps the limit of its window."""
    row = current * ROW
    at = clocks[row + AT]
    shift, span = clocks[row + SHIFT], clocks[row + SPAN]
    if _added_up(rule, clocks, current, at, shift) >= span:
        return at
    low, high = at, at + rule[WINDOW]
    while high - low > 1:
        middle = (low + high) // 2
        if _added_up(rule, clocks, current, middle, shift) <= span:
            low = middle
        else:
            high = middle
    return low


def _every(
    state: Buffer, clocks: Buffer, actions: int, t: int, event: int, due: int, limit: int, word: int
) -> None:
    if not state[LASTS]:
        if actions & START:
            state[LASTS] = 1
            _begin(state, clocks, t, event, due, limit, word, 0)
        return
    if not actions & (ANSWER | END):
        return
    if state[HEAD] < state[CLOCKS]:
        _answered(clocks, (state[CLOCKS] - 1) * ROW, t, event)
        state[HEAD] = state[CLOCKS]
    if actions & END:
        state[LASTS] = 0
    elif actions & RESTART:
        _begin(state, clocks, t, event, due, limit, word, 0)


def _keep(
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
    if actions & ACT:
        for i in range(state[HEAD], state[CLOCKS]):
            _destroyed(rule, state, clocks, i * ROW, t, event)
        state[HEAD] = state[CLOCKS]
    if actions & (OPENS | CLOSES):
        _case_moves(state, clocks, actions)
    if actions & START:
        row = _begin(state, clocks, t, event, due, limit, word, 0)
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
            _settle(clocks, row, BREACHED, t, event)
        else:
            _settle(clocks, row, MET if clocks[row + TALLY] else NOT_APPLICABLE, t, event)
        return
    due = clocks[row + DUE]
    if clocks[row + WORD] != FIGURE:
        _settle(clocks, row, CANNOT_TELL, t, event)
        return
    _settle(clocks, row, BREACHED if t < due else MET, t, event)
    if due != NEVER_DUE:
        clocks[row + DELAY] = due - t
