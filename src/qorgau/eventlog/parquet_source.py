"""Reading Parquet: only the columns the map needs, text kept dictionary-encoded, times as numbers."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from qorgau.eventlog.distinct import encoded
from qorgau.eventlog.header import column_names
from qorgau.eventlog.log import UnreadableLogError
from qorgau.eventlog.table import Column, Stamps, Table
from qorgau.eventlog.zones import DAY

_SMALL_DICTIONARY = 65_536  # bytes
_PER_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}


def read_parquet(path: Path, *, only: Collection[str] | None) -> Table:
    """Read the columns in `only` (all if None) of a Parquet file; rows are counted from 1."""
    try:
        with pq.ParquetFile(path) as file:
            names = column_names(file.schema_arrow.names, place=path.name)
            wanted = [name for name in names if only is None or name in only]
            few = _few_texts(file, wanted)
        table = pq.read_table(path, columns=wanted, read_dictionary=few)
    except FileNotFoundError:
        raise UnreadableLogError(
            place=path.name, why="there is no such file.", mend="Check the name and the folder."
        ) from None
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableLogError(
            place=path.name,
            why=f"it cannot be read as Parquet ({str(error).splitlines()[0]}).",
            mend="Write the file again; it may be cut short or of another kind.",
        ) from None
    if table.num_rows == 0:
        raise UnreadableLogError(
            place=path.name, why="there are columns and no row.", mend="Export the log again."
        )
    return Table(
        names=names,
        columns={name: _column(table.column(name), name, path.name) for name in wanted},
        rows=np.arange(1, table.num_rows + 1, dtype=np.int64),
        row_unit="row",
    )


def _few_texts(file: pq.ParquetFile, names: Collection[str]) -> list[str]:
    """Columns of text with few distinct values, which are read fastest as the file encodes them."""
    if not file.metadata.num_row_groups:
        return []
    group = file.metadata.row_group(0)
    parts = [group.column(index) for index in range(group.num_columns)]
    return [
        part.path_in_schema
        for part in parts
        if part.path_in_schema in names
        and pa.types.is_string(file.schema_arrow.field(part.path_in_schema).type)
        and part.has_dictionary_page
        and part.data_page_offset - (part.dictionary_page_offset or 0) < _SMALL_DICTIONARY
    ]


def _column(column: pa.ChunkedArray[Any], name: str, place: str) -> Column:
    kind: Any = column.type
    if pa.types.is_timestamp(kind):
        return _stamps(column, _PER_SECOND[kind.unit], in_utc=kind.tz is not None)
    if pa.types.is_date(kind):
        whole: Any = column.cast(pa.date32()).cast(pa.int32())
        return _days(whole)
    if pa.types.is_nested(kind) or pa.types.is_binary(kind):
        raise UnreadableLogError(
            place=f"{place}, column `{name}`",
            why=f"values of type {kind} cannot be read as text or times.",
            mend="Leave the column out of the map, or write it as text.",
        )
    return encoded(column)


def _stamps(column: pa.ChunkedArray[Any], per_second: int, *, in_utc: bool) -> Stamps:
    absent = _absent(column)
    numbers: Any = column.cast(pa.int64()).combine_chunks()
    seconds = numbers.fill_null(0).to_numpy(zero_copy_only=False)
    if per_second > 1:
        seconds = seconds // per_second
    return Stamps(seconds, absent, in_utc=in_utc)


def _days(column: pa.ChunkedArray[Any]) -> Stamps:
    days: Any = column.combine_chunks()
    seconds = days.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64) * DAY
    return Stamps(seconds, _absent(column), in_utc=False, whole_days=True)


def _absent(column: pa.ChunkedArray[Any]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    if not column.null_count:
        return np.zeros(len(column), np.bool_)
    nulls: Any = column.is_null().combine_chunks()
    flags: np.ndarray[Any, np.dtype[np.bool_]] = nulls.to_numpy(zero_copy_only=False)
    return flags
