"""CSV that a spreadsheet opens without calculating anything, and that reads back the same."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

from qorgau.clock import zone_named
from qorgau.eventlog.writing.events import Export
from qorgau.eventlog.writing.instants import writer_of_instants
from qorgau.eventlog.writing.layout import Cell, Holds, Layout, rows_of
from qorgau.eventlog.writing.spool import Spool
from qorgau.eventlog.writing.survey import Survey

GUARD = "'"
# What spreadsheets take for the start of a formula, also in full width; the guard itself is guarded,
# so that taking one sign off gives every text back.
_CALCULATED = re.compile(r"\s*[=+\-@'\t\r\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?[0-9]+")


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would calculate it."""
    if _CALCULATED.match(text) and not _NUMBER.fullmatch(text):
        return GUARD + text
    return text


def write_csv(export: Export, _survey: Survey, layout: Layout, spool: Spool, path: Path) -> None:
    """Write the rows, with a byte order mark: without it spreadsheets garble Cyrillic."""
    instant = writer_of_instants(zone_named(export.zone))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in layout.columns])
        holds = [column.holds for column in layout.columns]
        for row in rows_of(export, layout, spool):
            writer.writerow([_written(cell, held, instant) for cell, held in zip(row, holds, strict=True)])


def _written(cell: Cell, held: Holds, instant: Callable[[int], str]) -> str:
    if cell is None:
        return ""
    if held is Holds.INSTANT:
        assert isinstance(cell, int)
        return instant(cell)
    return str(cell) if isinstance(cell, int) else guarded(cell)
