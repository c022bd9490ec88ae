"""A source file as columns, before its map gives them a meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from qorgau.eventlog.arrow_text import Strings, texts_of_seconds
from qorgau.eventlog.distinct import encoded
from qorgau.eventlog.log import Refusal, Texts

# Called with the stage's name, how much is done and how much there is.
Progress = Callable[[str, int, int], None]

ERROR_CELLS = frozenset({"#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Stamps:
    """A column that the file itself stores as times: seconds since 1970, in UTC or on a local clock."""

    seconds: NDArray[np.int64]
    absent: NDArray[np.bool_]
    in_utc: bool
    whole_days: bool = False

    def written(self) -> Strings:
        """The times as text."""
        form = "%Y-%m-%d" if self.whole_days else "%Y-%m-%d %H:%M:%S"
        return texts_of_seconds(self.seconds, self.absent, form + ("Z" if self.in_utc else ""))


# A plain column of text is kept as it came until it is known whether it holds times or names.
Column = Texts | Stamps | Strings


@dataclass(frozen=True)
class Table:
    """The data rows of a source: its columns, each row's number, and the rows that did not fit."""

    names: tuple[str, ...]
    columns: Mapping[str, Column]
    rows: NDArray[np.int64]
    row_unit: str = "line"
    refusals: tuple[Refusal, ...] = ()
    blank: int = 0
    notes: tuple[str, ...] = field(default=())
    titles: tuple[str, ...] = ()  # what stands above the header, and the sheet's name
    number_format: str | None = None  # how a bare number in a column of times is meant

    @property
    def rows_read(self) -> int:
        """Data rows in the file, the refused ones included, blank ones not."""
        return len(self.rows) + len(self.refusals)


def texts_of(column: Column) -> Texts:
    """Any column as dictionary-encoded text, each value stripped; empty is absent."""
    if isinstance(column, Stamps):
        return texts_of(column.written())
    if isinstance(column, Texts):
        return tidy(column)
    return tidy(encoded(column))


def tidy(texts: Texts, *, absent: frozenset[str] = frozenset()) -> Texts:
    """Strip each value and leave out empty ones and those in `absent`."""
    stripped = [value.strip() for value in texts.values]
    if "" not in stripped and not absent and tuple(stripped) == texts.values:
        return texts
    return recode(texts, [None if not text or text in absent else text for text in stripped])


def unguarded(table: Table, *, sign: str) -> Table:
    """The table without the sign that an export put before texts a spreadsheet would calculate."""
    return replace(table, columns={name: _without(column, sign) for name, column in table.columns.items()})


def _without(column: Column, sign: str) -> Column:
    if isinstance(column, Stamps):
        return column
    texts = texts_of(column)
    if not any(value.startswith(sign) for value in texts.values):
        return column
    return recode(texts, [value.removeprefix(sign).strip() or None for value in texts.values])


def codes_of(words: frozenset[str], texts: Texts) -> list[int]:
    """The codes of those values of a column that are among the words."""
    if words.isdisjoint(texts.values):
        return []
    return [code for code, value in enumerate(texts.values) if value in words]


def recode(texts: Texts, replacements: list[str | None]) -> Texts:
    """Replace each distinct value; equal replacements become one value, None becomes absent."""
    renamed = Texts.of(replacements)
    # The last place answers for code -1: absent stays absent.
    lookup = np.append(renamed.codes, np.int32(-1))
    return Texts(lookup[texts.codes], renamed.values)


def joined(columns: list[Texts], *, by: str) -> Texts:
    """Several columns as one text in each row; absent only where all of them are."""
    if len(columns) == 1:
        return columns[0]
    sizes = [len(column.values) + 1 for column in columns]
    keys = np.zeros(len(columns[0]), np.int64)
    for column, size in zip(columns, sizes, strict=True):
        keys = keys * size + (column.codes + 1)
    distinct, codes = np.unique(keys, return_inverse=True)
    return recode(
        Texts(codes.astype(np.int32), tuple(str(key) for key in distinct)),
        [_joined_text(int(key), columns, sizes, by) for key in distinct],
    )


def _joined_text(key: int, columns: list[Texts], sizes: list[int], by: str) -> str | None:
    parts: list[str] = []
    for column, size in zip(reversed(columns), reversed(sizes), strict=True):
        key, code = divmod(key, size)
        if code:
            parts.append(column.values[code - 1])
    return by.join(reversed(parts)) or None
