"""An outside log after reading: what happened, to whom, when, who says so, and what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.int64]
Codes = NDArray[np.int32]

# Stands in `Log.recorded` for "nobody knows when this was typed".
UNKNOWN_SECOND = int(np.iinfo(np.int64).min)


@dataclass(frozen=True)
class Texts:
    """A column of text in which each distinct text is kept once; code -1 means absent."""

    codes: Codes
    values: tuple[str, ...]

    def __len__(self) -> int:
        """How many rows the column has."""
        return len(self.codes)

    def __getitem__(self, row: int) -> str | None:
        """The text in one row, or None where it is absent."""
        code = int(self.codes[row])
        return None if code < 0 else self.values[code]

    def take(self, rows: NDArray[np.intp] | NDArray[np.bool_] | slice) -> Texts:
        """The same column for the chosen rows only."""
        return Texts(self.codes[rows], self.values)

    @classmethod
    def of(cls, texts: Iterable[str | None]) -> Texts:
        """Encode texts in order; None is absent."""
        index: dict[str, int] = {}
        codes = [-1 if text is None else index.setdefault(text, len(index)) for text in texts]
        return cls(np.asarray(codes, dtype=np.int32), tuple(index))

    @classmethod
    def always(cls, text: str, *, length: int) -> Texts:
        """A column that says the same in every row."""
        return cls(np.zeros(length, dtype=np.int32), (text,))

    @classmethod
    def absent(cls, *, length: int) -> Texts:
        """A column that says nothing in any row."""
        return cls(np.full(length, -1, dtype=np.int32), ())


class Reason(Enum):
    """Why a row of an outside log was refused; the value is the word in tables and JSON."""

    NO_SUBJECT = "no_subject"
    NO_KIND = "no_kind"
    NO_TIME = "no_time"
    UNREADABLE_TIME = "unreadable_time"
    IMPOSSIBLE_TIME = "impossible_time"
    DAY_OR_MONTH = "day_or_month"
    END_BEFORE_START = "end_before_start"
    ERROR_CELL = "error_cell"
    RAGGED_ROW = "ragged_row"

    @property
    def sentence(self) -> str:
        """The reason as one sentence."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.NO_SUBJECT: "The row does not say whom or which case it is about.",
    Reason.NO_KIND: "The row does not say what happened.",
    Reason.NO_TIME: "The row gives no time for anything that happened.",
    Reason.UNREADABLE_TIME: "The time is written in a way that could not be read.",
    Reason.IMPOSSIBLE_TIME: "The time cannot exist, such as 31 February or an hour skipped by the clocks.",
    Reason.DAY_OR_MONTH: "The date can be read day first or month first, and nothing says which.",
    Reason.END_BEFORE_START: "The end is before the start, whatever the uncertainty of the two times.",
    Reason.ERROR_CELL: "A needed cell holds a spreadsheet's error instead of a value.",
    Reason.RAGGED_ROW: "The row has more or fewer cells than the header.",
}


@dataclass(frozen=True, order=True)
class Refusal:
    """One row that was not read, with its place in the source, the reason and how to mend it."""

    row: int
    reason: Reason = field(compare=False)
    message: str = field(compare=False)
    mend: str = field(compare=False)


class UnreadableLogError(ValueError):
    """A file that cannot be read as a log at all: says what, where, why and how to mend it."""

    def __init__(self, *, place: str, why: str, mend: str) -> None:
        """Put the three parts into one message and keep them apart as well."""
        super().__init__(f"{place}: {why} {mend}")
        self.place, self.why, self.mend = place, why, mend


@dataclass(frozen=True)
class Log:
    """Entries of an outside log in order of arrival, in columns.

    All arrays have one item per entry. `earliest` and `latest` are UTC seconds since 1970 and
    bound, both included, when the entry happened; they are equal where the time is exact.
    """

    name: str
    role: str
    subjects: Texts
    kinds: Texts
    earliest: Seconds
    latest: Seconds
    recorded: Seconds | None
    sources: Texts
    objects: Mapping[str, Texts]
    facts: Mapping[str, Texts]
    rows: Seconds
    observes: frozenset[str]
    zone: str
    rows_read: int
    refusals: tuple[Refusal, ...]
    stays: Seconds | None = None  # one number for the start and the end of one stay; negative: none
    row_unit: str = "line"
    blank: int = 0
    missing_times: Mapping[str, int] = field(default_factory=dict)
    error_cells: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many entries were read."""
        return len(self.earliest)

    @property
    def rows_refused(self) -> int:
        """How many rows were refused."""
        return len(self.refusals)

    def reasons(self) -> dict[str, int]:
        """How many rows were refused for each reason, the most frequent first."""
        counted = Counter(refusal.reason.value for refusal in self.refusals)
        return dict(counted.most_common())
