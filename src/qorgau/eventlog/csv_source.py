"""Reading CSV: any delimiter, encoding and line end; ragged rows refused by line number."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
from numpy.typing import NDArray

from qorgau.eventlog.arrow_text import Strings, chosen, lengths
from qorgau.eventlog.csv_dialect import (
    first_records,
    read_plain_text,
    sniff_delimiter,
)
from qorgau.eventlog.header import column_names, find_header
from qorgau.eventlog.log import Reason, Refusal, UnreadableLogError
from qorgau.eventlog.table import Table

_Refuse = Callable[[pa_csv.InvalidRow], Literal["skip", "error"]]

_NEWLINE, _QUOTE = 10, 34


@dataclass(frozen=True)
class CsvLayout:
    """What the map may say about the file itself; None is found out."""

    encoding: str | None = None
    delimiter: str | None = None
    header: int | None = None  # the line that holds the column names, from 1


@dataclass(frozen=True)
class _Body:
    """The records below the header."""

    data: bytes
    begins: int  # where the first record below the header begins
    names: tuple[str, ...]
    delimiter: str
    starts: NDArray[np.int64]  # the first and last byte of each record that is not empty
    ends: NDArray[np.int64]
    lines: NDArray[np.int64]  # the line on which it begins
    blank: int


def read_csv(path: Path, *, only: Collection[str] | None, layout: CsvLayout) -> Table:
    """Read the columns in `only` (all if None) of a CSV file."""
    plain = read_plain_text(path, encoding=layout.encoding)
    delimiter = layout.delimiter or sniff_delimiter(plain.data)
    body = _below_header(plain.data, delimiter, header=layout.header, place=path.name)
    wanted = [name for name in body.names if only is None or name in only]
    table, ragged = _parsed(body, wanted, place=path.name)
    if table.num_rows + len(ragged) != len(body.lines):
        # The two readings of where a row ends differ only over a quotation mark inside a value.
        raise _open_quote(body.data, place=path.name)
    refusals, blank_rows = _refusals(ragged, body)
    kept = np.delete(np.arange(len(body.lines)), [number for number, _ in ragged])
    columns = {name: _one(table.column(name)) for name in wanted}
    hollow = _hollow(columns.values(), kept, body)
    if len(hollow):
        full = np.ones(len(kept), np.bool_)
        full[hollow] = False
        columns = {name: chosen(column, full) for name, column in columns.items()}
        kept = kept[full]
        blank_rows += len(hollow)
    return Table(
        names=body.names,
        columns=dict(columns),
        rows=body.lines[kept],
        refusals=tuple(refusals),
        blank=body.blank + blank_rows,
        notes=plain.notes,
    )


def _below_header(data: bytes, delimiter: str, *, header: int | None, place: str) -> _Body:
    _check_quotes(data, place=place)
    starts, ends = _records(data)
    empty = ends == starts
    lines = _line_numbers(data, starts)
    if header is None:
        first = find_header(first_records(data, delimiter=delimiter, count=30))
    else:
        first = int(np.searchsorted(lines, header))
    if first >= len(starts):
        raise UnreadableLogError(
            place=place,
            why=f"the header was to be on line {header}, but the file ends before.",
            mend="Check `header:` in the map.",
        )
    cells = first_records(data[starts[first] : ends[first]], delimiter=delimiter, count=1)
    names = column_names(cells[0] if cells else (), place=f"{place}, line {lines[first]}")
    below = slice(first + 1, None)
    if first + 1 >= len(starts) or empty[below].all():
        raise UnreadableLogError(
            place=place,
            why="there is a header and no row below it.",
            mend="Export the log again with its rows.",
        )
    full = ~empty[below] if empty.any() else slice(None)
    return _Body(
        data=data,
        begins=int(starts[first + 1]),
        names=names,
        delimiter=delimiter,
        starts=starts[below][full],
        ends=ends[below][full],
        lines=lines[below][full],
        blank=int(empty[below].sum()),
    )


def _check_quotes(data: bytes, *, place: str) -> None:
    """A quotation mark that is never closed would swallow every row after it."""
    if data.count(b'"') % 2 == 0:
        return
    raise _open_quote(data, place=place)


def _open_quote(data: bytes, *, place: str) -> UnreadableLogError:
    odd = (number for number, line in enumerate(data.split(b"\n"), 1) if line.count(b'"') % 2)
    return UnreadableLogError(
        place=f"{place}, line {next(odd, 1)}",
        why="a quotation mark is opened and not closed.",
        mend="Close it; if it belongs to the value, put the value in quotes and double it.",
    )


def _records(data: bytes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each record begins and ends (before its newline); quoted newlines end none."""
    characters = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(characters == _NEWLINE)
    if b'"' in data:
        quotes = np.flatnonzero(characters == _QUOTE)
        ends = ends[np.searchsorted(quotes, ends) % 2 == 0]
    if not len(ends) or ends[-1] != len(data) - 1:
        ends = np.append(ends, len(data))
    starts = np.empty_like(ends)
    starts[0] = 0
    np.add(ends[:-1], 1, out=starts[1:])
    return starts, ends


def _line_numbers(data: bytes, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The line on which each record begins, from 1."""
    if b'"' not in data:
        return np.arange(1, len(starts) + 1, dtype=np.int64)
    newlines = np.flatnonzero(np.frombuffer(data, np.uint8) == _NEWLINE)
    return np.searchsorted(newlines, starts).astype(np.int64) + 1


def _parsed(
    body: _Body, wanted: Sequence[str], *, place: str
) -> tuple[pa.Table, list[tuple[int, pa_csv.InvalidRow]]]:
    """The table and the rows of another width, with each one's number among the records from 0."""
    try:
        return _arrow(body, wanted, refuse=None), []
    except pa.ArrowInvalid:
        # Some row does not fit. Reading again on one thread tells which.
        ragged: list[tuple[int, pa_csv.InvalidRow]] = []

        def refuse(row: pa_csv.InvalidRow) -> Literal["skip", "error"]:
            ragged.append((int(row.number or 0) - 1, row))
            return "skip"

        try:
            return _arrow(body, wanted, refuse=refuse), ragged
        except pa.ArrowInvalid as error:
            raise UnreadableLogError(
                place=place,
                why=f"the rows could not be told apart ({str(error).splitlines()[0]}).",
                mend="Check the `delimiter:` and for a quotation mark that is never closed.",
            ) from None


def _arrow(body: _Body, wanted: Sequence[str], *, refuse: _Refuse | None) -> pa.Table:
    below: Any = pa.BufferReader(pa.py_buffer(body.data).slice(body.begins))
    return pa_csv.read_csv(
        below,
        read_options=pa_csv.ReadOptions(
            column_names=list(body.names), use_threads=refuse is None, block_size=1 << 24
        ),
        parse_options=pa_csv.ParseOptions(
            delimiter=body.delimiter, newlines_in_values=True, invalid_row_handler=refuse
        ),
        convert_options=pa_csv.ConvertOptions(
            include_columns=list(wanted),
            column_types={name: pa.string() for name in wanted},
            strings_can_be_null=False,
        ),
    )


def _one(column: pa.ChunkedArray[Any]) -> Strings:
    return cast(Strings, column.combine_chunks())


def _refusals(ragged: Sequence[tuple[int, pa_csv.InvalidRow]], body: _Body) -> tuple[list[Refusal], int]:
    refusals: list[Refusal] = []
    blank = 0
    for number, row in ragged:
        if not row.text.strip():
            blank += 1
            continue
        more = "more" if row.actual_columns > row.expected_columns else "fewer"
        refusals.append(
            Refusal(
                row=int(body.lines[number]),
                reason=Reason.RAGGED_ROW,
                message=f"{row.actual_columns} cells, {more} than the header's {row.expected_columns}",
                mend="Look for a delimiter inside a value; such a value must stand in quotes.",
            )
        )
    return refusals, blank


def _hollow(columns: Iterable[Strings], kept: NDArray[np.intp], body: _Body) -> NDArray[np.intp]:
    """The places of rows in which every cell is empty, such as a spreadsheet leaves behind."""
    empty = np.ones(len(kept), np.bool_)
    for column in columns:
        empty &= lengths(column) == 0
    places = np.flatnonzero(empty)
    nothing = f'{body.delimiter}" \t\r'.encode()
    hollow = [
        not body.data[body.starts[kept[place]] : body.ends[kept[place]]].strip(nothing) for place in places
    ]
    return places[np.asarray(hollow, np.bool_)]
