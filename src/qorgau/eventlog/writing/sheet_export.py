"""A workbook for people: real dates, a header that stays, filters, and a sheet that says what is what."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from qorgau.clock import zone_named
from qorgau.eventlog.writing.about import lines_about, meanings_of
from qorgau.eventlog.writing.csv_export import guarded
from qorgau.eventlog.writing.events import Export, ExportError
from qorgau.eventlog.writing.instants import writer_of_instants
from qorgau.eventlog.writing.layout import Cell, Column, Holds, Layout, rows_of
from qorgau.eventlog.writing.spool import Spool
from qorgau.eventlog.writing.survey import Survey

SHEET, ABOUT = "events", "about"
EXACT = "_exact"
"""After the name of a column of times: the same instants as text, to the second and with the offset."""
MOST_ROWS = 1_048_575
LONGEST_TEXT = 32_767
_FIRST_YEAR = 1900
# A workbook carries when it was made; a fixed day, so that the same events give the same bytes.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a spreadsheet's dates have no zone
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_sheet(export: Export, survey: Survey, layout: Layout, spool: Spool, path: Path) -> None:
    """Write the workbook; refuses more rows or longer texts than a sheet can hold."""
    if survey.rows > MOST_ROWS:
        raise ExportError(
            f"{survey.rows:,} rows do not fit into a sheet, which holds {MOST_ROWS:,}. Choose a shorter "
            "period, or write CSV or Parquet."
        )
    # Scratch files of the library go where the export goes: the disk with room for it, and not /tmp.
    book = xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent)})
    book.set_properties({"title": export.name, "created": _MADE})
    try:
        _Sheet(book, export, layout).write(spool)
        _write_about(book, export, survey, layout)
    finally:
        book.close()


class _Sheet:
    """The sheet of events while it is written, row after row."""

    def __init__(self, book: Any, export: Export, layout: Layout) -> None:
        self._export, self._layout = export, layout
        self._zone = zone_named(export.zone)
        self._exact = writer_of_instants(self._zone)
        self._sheet = book.add_worksheet(SHEET)
        self._time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._bold = book.add_format({"bold": True, "bottom": 1})
        # The spreadsheet's own mark for "this is text": shown nowhere, and kept when the cell is edited.
        self._text = book.add_format({"quote_prefix": True})

    def write(self, spool: Spool) -> None:
        """Header, rows, filter; the exact times stand to the right of everything else."""
        columns = self._layout.columns
        times = [place for place, column in enumerate(columns) if column.holds is Holds.INSTANT]
        names = [_title(column, self._export.zone) for column in columns]
        self._sheet.freeze_panes(1, 2)
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, 20 if column.holds is Holds.INSTANT else 16)
        for place, name in enumerate([*names, *(columns[time].name + EXACT for time in times)]):
            self._sheet.write_string(0, place, name, self._bold)
        last = 0
        for last, row in enumerate(rows_of(self._export, self._layout, spool), start=1):
            for place, cell in enumerate(row):
                self._put(last, place, cell, columns[place].holds)
            for place, time in enumerate(times, start=len(columns)):
                if (instant := row[time]) is not None:
                    self._sheet.write_string(last, place, self._exact(int(instant)))
        self._sheet.autofilter(0, 0, max(last, 1), len(names) + len(times) - 1)

    def _put(self, row: int, place: int, cell: Cell, held: Holds) -> None:
        if cell is None:
            return
        if held is Holds.INSTANT:
            local = self._zone.local(int(cell))
            if local.year >= _FIRST_YEAR:
                self._sheet.write_datetime(row, place, local, self._time)
        elif held is Holds.NUMBER:
            self._sheet.write_number(row, place, cell)
        else:
            self._put_text(row, place, str(cell))

    def _put_text(self, row: int, place: int, text: str) -> None:
        if len(text) > LONGEST_TEXT:
            raise ExportError(
                f"Row {row + 1}, column {self._layout.columns[place].name}: a text of {len(text):,} signs, and a "
                f"cell holds {LONGEST_TEXT:,}. Write CSV, Parquet, XES or OCEL instead."
            )
        self._sheet.write_string(row, place, text, self._text if guarded(text) != text else None)


def _title(column: Column, zone: str) -> str:
    return f"{column.name} ({zone})" if column.holds is Holds.INSTANT else column.name


def _write_about(book: Any, export: Export, survey: Survey, layout: Layout) -> None:
    sheet = book.add_worksheet(ABOUT)
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    sheet.set_column(2, 3, 24)
    lines = [*lines_about(export, survey), ("", "")]
    for row, (name, text) in enumerate(lines):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text)
    for place, name in enumerate(("column", "meaning", "unit", "source")):
        sheet.write_string(len(lines), place, name, bold)
    for row, (name, mean) in enumerate(meanings_of(export, layout), start=len(lines) + 1):
        for place, text in enumerate((name, mean.title, mean.unit, mean.source)):
            if text:
                sheet.write_string(row, place, text)
