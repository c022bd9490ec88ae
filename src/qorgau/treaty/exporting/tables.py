"""Columns and cells as CSV or as a workbook; what somebody typed is text, and no program calculates it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from qorgau.eventlog.writing.csv_export import guarded

Cell = str | int | date | None
LONGEST_TEXT = 32_767
"""So many characters a cell of a workbook holds."""
_BEFORE_CALENDARS = date(1900, 3, 1)
# A workbook carries when it was made; a fixed day, so that the same record gives the same bytes.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a spreadsheet's dates have no zone
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# A workbook is XML, which has no place for these.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NARROW, _WIDE = 24, 70
_LONG = frozenset({"text", "recommendation", "activity", "stands_why", "grade_words"})
"""Columns that hold sentences: narrow ones would make rows as high as a screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet: its name, what its columns are called, its rows; about: what a reader should know, as pairs."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    about: tuple[tuple[str, str], ...] = ()


def csv_bytes(table: Table) -> bytes:
    """UTF-8 with a mark that spreadsheets know, a header, and rows that end as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_csv_cell(each) for each in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _csv_cell(each: Cell) -> str:
    if isinstance(each, date):
        return each.isoformat()
    return guarded(each) if isinstance(each, str) else "" if each is None else str(each)


def sheet_bytes(table: Table) -> bytes:
    """A workbook with real days, a header that stays and a filter, and a second sheet that says what is what."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": table.name, "created": _MADE})
    _sheet(book, table)
    if table.about:
        _about(book, table.about)
    book.close()
    return out.getvalue()


def _sheet(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(table.name[:31])
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
    # The spreadsheet's own mark for "this is text": shown nowhere, and kept when the cell is edited.
    text = book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 1)
    for place, name in enumerate(table.columns):
        sheet.set_column(place, place, _WIDE if name.casefold() in _LONG else _NARROW)
        sheet.write_string(0, place, name, bold)
    for line, row in enumerate(table.rows, start=1):
        for place, each in enumerate(row):
            _put(sheet, line, place, each, day=day, text=text)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)


def _put(sheet: Any, line: int, place: int, each: Cell, *, day: Any, text: Any) -> None:
    if isinstance(each, date) and each >= _BEFORE_CALENDARS:
        sheet.write_datetime(line, place, datetime(each.year, each.month, each.day), day)  # noqa: DTZ001
    elif isinstance(each, int):
        sheet.write_number(line, place, each)
    elif each not in (None, ""):
        written = _NOT_IN_XML.sub("\ufffd", str(each))
        sheet.write_string(line, place, _fitting(written), text)


def _fitting(text: str) -> str:
    """A text cut to what a cell holds, which it says."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 4] + " […]"


def _about(book: Any, about: Iterable[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("about")
    text = book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    for line, pair in enumerate(about):
        for place, each in enumerate(pair):
            sheet.write_string(line, place, _fitting(_NOT_IN_XML.sub("\ufffd", each)), text)
