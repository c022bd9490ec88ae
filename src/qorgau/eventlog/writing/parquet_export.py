"""Parquet: typed columns with their meaning in the schema, written group by group."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from qorgau.eventlog.writing.about import lines_about, meanings_of
from qorgau.eventlog.writing.events import Export
from qorgau.eventlog.writing.layout import Cell, Holds, Layout, Row, rows_of
from qorgau.eventlog.writing.spool import Spool
from qorgau.eventlog.writing.survey import Survey

_GROUP = 50_000


def write_parquet(export: Export, survey: Survey, layout: Layout, spool: Spool, path: Path) -> None:
    """Write the rows; what the columns mean stands in the schema's metadata."""
    schema = _schema(export, survey, layout)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _groups(rows_of(export, layout, spool)):
            columns = zip(*rows, strict=True)
            arrays = [
                pa.array([_typed(cell, held.type) for cell in cells], held.type)
                for cells, held in zip(columns, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(rows, _GROUP)):
        yield group


def _schema(export: Export, survey: Survey, layout: Layout) -> Any:
    types: dict[Holds, Any] = {
        Holds.TEXT: pa.string(),
        Holds.NUMBER: pa.int64(),
        Holds.INSTANT: pa.timestamp("ms", tz=export.zone),
    }
    means = dict(meanings_of(export, layout))
    fields = [
        pa.field(
            column.name,
            types[column.holds],
            metadata={"title": (mean := means[column.name]).title, "unit": mean.unit, "source": mean.source},
        )
        for column in layout.columns
    ]
    about = json.dumps(dict(lines_about(export, survey)), ensure_ascii=False)
    return pa.schema(fields, metadata={"qorgau.about": about})


def _typed(cell: Cell, kind: Any) -> Cell:
    if cell is None:
        return None
    if pa.types.is_timestamp(kind):
        return int(cell) * 1000
    return str(cell) if pa.types.is_string(kind) else cell
