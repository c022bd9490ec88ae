"""What the engine answers: a verdict per safeguard and basis, with its clocks and its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qorgau.clock import Interval
from qorgau.lawbook.safeguard import DatedLimit
from qorgau.lawbook.words import Basis


class State(StrEnum):
    """Where a clock, or a safeguard on one subject, stands."""

    NOT_APPLICABLE = "not_applicable"  # nothing started the duty, or it lapsed in time
    MET = "met"  # done by the limit, or the prohibition was kept
    OPEN = "open"  # the deadline still runs
    CANNOT_TELL = "cannot_tell"  # the answer depends on an uncertainty
    LATE = "late"  # met, or ended, after due
    BREACHED = "breached"  # due passed and still unmet, or a prohibition broken
    NOT_CHECKED = "not_checked"  # the log does not record what the rule needs


# From the mildest to the worst; a subject's verdict is its worst clock. The place is the code.
SEVERITY: tuple[State, ...] = (
    State.NOT_APPLICABLE,
    State.MET,
    State.OPEN,
    State.CANNOT_TELL,
    State.LATE,
    State.BREACHED,
    State.NOT_CHECKED,
)


class Reason(StrEnum):
    """Why a verdict is not a plain yes or no."""

    NO_FIGURE = "no_figure"  # the source gives a word such as "immediately" and no number
    UNCERTAIN_TIME = "uncertain_time"  # within what is known of the times, the answer differs
    UNKNOWN_FACT = "unknown_fact"  # no entry says a fact that the rule turns on
    NOT_OBSERVED = "not_observed"  # the log does not record a kind of entry the rule needs
    NO_SUCH_OBJECT = "no_such_object"  # the log names no object of the role the rule counts


class Note(StrEnum):
    """What a reader must know beside the state."""

    OWN_ENTRY_ONLY = "own_entry_only"  # met only by the word of the body that owes the duty
    AGE_UNKNOWN_CHILD_RULE = "age_unknown_child_rule"  # nobody says the age: the child's rule holds
    INTERPRETATION = "interpretation"  # the rule is a reading, not a text
    UNCONFIRMED = "unconfirmed"  # the text behind the limit was not checked
    ACCOUNTS_DIFFER = "accounts_differ"  # sources give different times of the same event
    TOO_MANY_PLACEMENTS = "too_many_placements"  # more uncertain times than can be tried


@dataclass(frozen=True, slots=True)
class ClockVerdict:
    """One clock of a safeguard: what started it, when it was due, how it ended.

    `delay` is (least, most) seconds: positive is late, negative is to spare; of `keep`, how much
    too early. `elapsed` is from the start to the answer, or to the moment asked about.
    """

    state: State
    triggered: Interval
    due: Interval | None
    met: Interval | None  # when it was answered, ended or broken
    delay: tuple[int, int] | None
    elapsed: tuple[int, int] | None
    limit: DatedLimit
    trigger_ids: tuple[str, ...]
    answer_ids: tuple[str, ...]
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one safeguard stands for one subject on one basis; its state is that of the worst clock."""

    safeguard: str
    basis: Basis
    subject: str
    state: State
    reason: Reason | None = None
    triggered: Interval | None = None
    due: Interval | None = None
    met: Interval | None = None
    delay: tuple[int, int] | None = None
    elapsed: tuple[int, int] | None = None
    limit: DatedLimit | None = None
    trigger_ids: tuple[str, ...] = ()
    answer_ids: tuple[str, ...] = ()
    clocks: tuple[ClockVerdict, ...] = ()
    notes: frozenset[Note] = frozenset()
    missing: tuple[str, ...] = ()  # not_checked: the kinds that are not observed, or the role
    possible: tuple[State, ...] = ()  # cannot_tell: the states it may really be
    gap: int = 0  # seconds by which the sources of the same event differ
    word_of: str | None = None
