"""What the values of a column look like: times and their clocks, ids, few words or many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from qorgau.clock.zone import FIRST_YEAR, LAST_YEAR
from qorgau.eventlog.arrow_text import chosen, strings
from qorgau.eventlog.column_words import DATE, fits_any, words_of
from qorgau.eventlog.log import Texts
from qorgau.eventlog.number_times import text_of_numbers
from qorgau.eventlog.table import Column, Stamps, Table, texts_of
from qorgau.eventlog.written_times import NO_CLOCK, NO_OFFSET, Fault, Written, read_written

_LOOKED_AT = 50_000
_MOSTLY = 0.6
# Written for "no time" by people and programs; anything else that is no time is refused.
_NO_TIME_WORDS = frozenset(
    {"na", "n/a", "#n/a", "nan", "null", "none", "nat", "-", "--", "—", "–", "?", ".", "unknown",
     "pending", "ongoing", "present", "current", "still in", "tbd", "нет", "нет данных", "н/д",
     "б/д", "не указано", "по настоящее время", "жоқ", "белгісіз"}
)  # fmt: skip


@dataclass(frozen=True)
class ColumnProfile:
    """One column's name and the first rows' values."""

    name: str
    texts: Texts
    stored: Stamps | None  # the file itself stores times
    written: Written  # one item for each distinct value

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return words_of(self.name)

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """How many rows have each distinct value."""
        told = self.texts.codes[self.texts.codes >= 0]
        return np.bincount(told, minlength=len(self.texts.values)).astype(np.int64)

    @property
    def rows(self) -> int:
        """How many rows were looked at."""
        return len(self.texts)

    @property
    def filled(self) -> int:
        """How many of them have a value."""
        return int(self.counts.sum())

    @property
    def distinct(self) -> int:
        """How many different values there are."""
        return int((self.counts > 0).sum())

    def share(self, of_values: NDArray[np.bool_]) -> float:
        """The share of filled rows whose value is marked."""
        return float(self.counts[of_values].sum() / self.filled) if self.filled else 0.0

    @cached_property
    def is_time(self) -> bool:
        """Whether most values are dates, with or without a clock, those for "no time" aside."""
        if self.stored is not None:
            return True
        nothing = self.missing_words()
        meant = np.asarray([value not in nothing for value in self.texts.values], np.bool_)
        return self.share(self._dated) > _MOSTLY * self.share(meant) > 0

    @cached_property
    def is_clock(self) -> bool:
        """Whether most values are a clock without a date."""
        return self.share(_has_clock(self.written) & (self.written.year == 0)) > _MOSTLY

    @cached_property
    def _dated(self) -> NDArray[np.bool_]:
        readable = np.isin(self.written.fault, [Fault.NONE, Fault.IMPOSSIBLE, Fault.DAY_OR_MONTH])
        plausible = (self.written.year >= FIRST_YEAR) & (self.written.year < LAST_YEAR)
        dated: NDArray[np.bool_] = np.logical_and(readable, plausible)
        return dated

    @property
    def clocked(self) -> NDArray[np.bool_]:
        """The distinct values that have a clock beside their date."""
        return self._dated & _has_clock(self.written)

    def missing_words(self) -> frozenset[str]:
        """Values of a column of times that stand for no time."""
        unread = self.written.fault == Fault.UNREADABLE
        words = (self.texts.values[code] for code in np.flatnonzero(unread))
        return frozenset(word for word in words if word.lower() in _NO_TIME_WORDS)

    def offsets(self) -> list[int]:
        """The offsets from UTC that stand beside the clocks, in seconds."""
        said = self.written.offset[self._dated & (self.written.offset != NO_OFFSET)]
        return [int(offset) for offset in np.unique(said)]


def _has_clock(written: Written) -> NDArray[np.bool_]:
    told: NDArray[np.bool_] = np.logical_and(written.fault == Fault.NONE, written.second != NO_CLOCK)
    return told


def profiles_of(table: Table) -> Mapping[str, ColumnProfile]:
    """Look at the first rows of every column."""
    return {name: _profile(name, column, table) for name, column in table.columns.items()}


def _profile(name: str, column: Column, table: Table) -> ColumnProfile:
    rows = np.arange(min(len(table.rows), _LOOKED_AT))
    stored = column if isinstance(column, Stamps) else None
    if isinstance(column, Stamps):
        head = Stamps(column.seconds[rows], column.absent[rows], column.in_utc, column.whole_days)
        texts = texts_of(head)
    elif isinstance(column, Texts):
        texts = texts_of(_used(column.take(rows)))
    else:
        texts = texts_of(chosen(column, rows))
    values = strings(texts.values)
    # A bare number is a date only where the file counts days so and the name speaks of a date.
    if table.number_format and fits_any(DATE, words_of(name)):
        values = text_of_numbers(values, table.number_format)
    return ColumnProfile(name, texts, stored, read_written(values))


def _used(texts: Texts) -> Texts:
    """The column without values that none of its rows has."""
    told = np.unique(texts.codes[texts.codes >= 0])
    places = np.full(len(texts.values) + 1, -1, np.int32)
    places[told] = np.arange(len(told))
    return Texts(places[texts.codes], tuple(texts.values[code] for code in told))
