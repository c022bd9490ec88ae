"""The numbers that plain and compiled code share: actions, words of rules, states and clocks."""

from __future__ import annotations

from typing import Final

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
