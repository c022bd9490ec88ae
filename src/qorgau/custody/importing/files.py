"""Rows from a file: JSON array, JSON lines, CSV, XLSX. Every row is counted, the unreadable ones as faults."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from qorgau.custody.importing.faults import ImportTooLarge, RowFault, UnknownImportForm, UnreadableImport
from qorgau.custody.importing.rows import MOST_BYTES, MOST_CELL, MOST_ROWS, Cell, Row
from qorgau.eventlog.log import UnreadableLogError
from qorgau.eventlog.source import read_source
from qorgau.eventlog.table import Table, no_progress, texts_of


class FileForm(StrEnum):
    """The forms an import is read from; the value is the media type."""

    JSON = "application/json"
    LINES = "application/x-ndjson"
    CSV = "text/csv"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


_ENDINGS = {".json": FileForm.JSON, ".jsonl": FileForm.LINES, ".ndjson": FileForm.LINES, ".csv": FileForm.CSV,
            ".xlsx": FileForm.XLSX}  # fmt: skip


_MOST_UNPACKED = 10 * MOST_BYTES


@dataclass(frozen=True, kw_only=True)
class ReadRows:
    """The rows that could be read, and what is wrong with the others; `total` counts both."""

    rows: tuple[Row, ...]
    faults: tuple[RowFault, ...]

    @property
    def total(self) -> int:
        """All rows of the file."""
        return len(self.rows) + len({fault.row for fault in self.faults})


def form_of_media_type(media_type: str) -> FileForm:
    """The form that a Content-Type names."""
    word = media_type.partition(";")[0].strip().lower()
    try:
        return FileForm(word)
    except ValueError:
        known = ", ".join(form.value for form in FileForm)
        raise UnknownImportForm("import_unknown_form", typed=word[:100], known=known) from None


def form_of_name(name: str) -> FileForm:
    """The form that a file's ending names."""
    form = _ENDINGS.get(Path(name).suffix.lower())
    if form is None:
        raise UnknownImportForm("import_unknown_form", typed=name[-100:], known=", ".join(_ENDINGS))
    return form


def read_rows(content: bytes, form: FileForm, *, columns: Mapping[str, str] | None = None) -> ReadRows:
    """Every row of the file; columns: their names -> ours, where theirs are others.

    Raises UnreadableImport or ImportTooLarge where the file as a whole cannot be used.
    """
    if len(content) > MOST_BYTES:
        raise ImportTooLarge("import_too_large", most=MOST_BYTES // 1_000_000)
    readers = {FileForm.JSON: _from_array, FileForm.LINES: _from_lines}
    found = readers[form](content) if form in readers else _from_table(content, form)
    if found.total > MOST_ROWS:
        raise ImportTooLarge("import_too_many_rows", most=MOST_ROWS)
    if not found.total:
        raise UnreadableImport("import_empty")
    return _renamed(found, columns) if columns else found


def _renamed(found: ReadRows, columns: Mapping[str, str]) -> ReadRows:
    rows = [
        Row(number=row.number, cells={columns.get(name, name): cell for name, cell in row.cells.items()})
        for row in found.rows
    ]
    return ReadRows(rows=tuple(rows), faults=found.faults)


def _from_array(content: bytes) -> ReadRows:
    try:
        told = json.loads(_text(content))
    except (ValueError, RecursionError) as error:
        raise UnreadableImport("import_not_json", why=str(error)[:200]) from error
    if not isinstance(told, list):
        raise UnreadableImport("import_no_array")
    if len(told) > MOST_ROWS:
        raise ImportTooLarge("import_too_many_rows", most=MOST_ROWS)
    return _parted(_row(number, each) for number, each in enumerate(told, start=1))


def _from_lines(content: bytes) -> ReadRows:
    lines = _text(content).splitlines()
    if len(lines) > 2 * MOST_ROWS:
        raise ImportTooLarge("import_too_many_rows", most=MOST_ROWS)
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    return _parted(_row_of_line(number, line) for number, line in numbered)


def _row_of_line(number: int, line: str) -> Row | RowFault:
    try:
        return _row(number, json.loads(line))
    except (ValueError, RecursionError) as error:
        return RowFault(row=number, column="", phrase="import_not_json", values={"why": str(error)[:200]})


def _row(number: int, told: Any) -> Row | RowFault:
    if not isinstance(told, dict):
        return RowFault(row=number, column="", phrase="import_no_object")
    cells: dict[str, Cell] = {}
    for name, value in told.items():
        if value is None or value == "":
            continue
        if not isinstance(value, str | int | bool):
            return RowFault(row=number, column=name[:100], phrase="import_no_plain_value")
        if not _is_sayable(str(value) if not isinstance(value, int) else "") or not _is_sayable(name):
            return RowFault(row=number, column=name[:100] if _is_sayable(name) else "", phrase="import_unsayable",
                            values={"most": MOST_CELL})  # fmt: skip
        if isinstance(value, int) and abs(value) >= 10**15:
            return RowFault(row=number, column=name[:100], phrase="import_no_plain_value")
        cells[name] = value
    return Row(number=number, cells=cells)


def _is_sayable(text: str) -> bool:
    """No control character and no half of a sign; not endless."""
    if len(text) > MOST_CELL or any(ord(sign) < 32 and sign not in "\t\r\n" for sign in text):
        return False
    return not any("\ud800" <= sign <= "\udfff" or sign == "\x7f" for sign in text)


def _parted(told: Iterator[Row | RowFault]) -> ReadRows:
    every = list(told)
    return ReadRows(
        rows=tuple(each for each in every if isinstance(each, Row)),
        faults=tuple(each for each in every if isinstance(each, RowFault)),
    )


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableImport("import_not_utf8", byte=error.start) from error


def _from_table(content: bytes, form: FileForm) -> ReadRows:
    ending = ".csv" if form is FileForm.CSV else ".xlsx"
    with tempfile.TemporaryDirectory(prefix="qorgau-import-") as folder:
        path = Path(folder) / f"import{ending}"
        path.write_bytes(content)
        if form is FileForm.XLSX:
            _refuse_bomb(path)
        try:
            table = read_source(path, only=None, log_map=None, progress=no_progress)
        except UnreadableLogError as error:
            raise UnreadableImport("import_no_table", why=f"{error.why} {error.mend}".strip()) from error
    if table.rows_read > MOST_ROWS:
        raise ImportTooLarge("import_too_many_rows", most=MOST_ROWS)
    return _of_table(table)


def _refuse_bomb(path: Path) -> None:
    """A workbook is a packed folder: a small one may unpack to more than the memory holds."""
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableImport("import_no_table", why=str(error)) from error
    if unpacked > _MOST_UNPACKED:
        raise ImportTooLarge("import_too_large", most=_MOST_UNPACKED // 1_000_000)


def _of_table(table: Table) -> ReadRows:
    columns = {name: texts_of(column) for name, column in table.columns.items()}
    told = []
    for place, number in enumerate(table.rows.tolist()):
        cells = {
            name: texts.values[texts.codes[place]]
            for name, texts in columns.items()
            if texts.codes[place] >= 0
        }
        told.append(_row(number, cells))
    read = _parted(iter(told))
    ragged = (
        RowFault(
            row=each.row, column="", phrase="import_ragged", values={"why": f"{each.message} {each.mend}"}
        )
        for each in table.refusals
    )
    return ReadRows(rows=read.rows, faults=(*read.faults, *ragged))
