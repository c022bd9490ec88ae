"""Reading spreadsheets: titles and blank rows passed over, merged cells filled, errors kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from qorgau.eventlog.header import column_names, find_header
from qorgau.eventlog.log import Texts, UnreadableLogError
from qorgau.eventlog.sheet_cells import text_of_cell
from qorgau.eventlog.sheet_errors import error_cells
from qorgau.eventlog.table import Table

_SEARCHED_FOR_HEADER = 50


@dataclass(frozen=True)
class _Sheet:
    name: str
    rows: list[list[str]]  # from the sheet's first row and column on
    titles: frozenset[int]  # rows that one merged cell fills
    notes: tuple[str, ...]


def read_sheet(path: Path, *, only: Collection[str] | None, sheet: str | None, header: int | None) -> Table:
    """Read the columns in `only` (all if None) of one sheet; rows are numbered as in the sheet."""
    found = _open(path, sheet)
    top = _header_row(found, header, place=path.name)
    place = f"{path.name}, sheet {found.name}, row {top + 1}"
    names = column_names(_without_empty_end(found.rows[top]), place=place)
    kept: list[int] = []
    blank = 0
    for number in range(top + 1, len(found.rows)):
        if not any(found.rows[number]):
            blank += 1
        elif number not in found.titles:
            kept.append(number)
    if not kept:
        raise UnreadableLogError(
            place=place, why="there is a header and no row below it.", mend="Export the log again."
        )
    passed = sorted(number + 1 for number in found.titles if number > top)
    return Table(
        names=names,
        columns={
            name: Texts.of(found.rows[number][index] or None for number in kept)
            for index, name in enumerate(names)
            if only is None or name in only
        },
        rows=np.asarray(kept, dtype=np.int64) + 1,
        row_unit="row",
        blank=blank,
        notes=(*found.notes, *_note_on_titles(passed)),
        titles=(found.name, *(cell for row in found.rows[:top] for cell in row if cell)),
        number_format="excel_serial",
    )


def _note_on_titles(rows: list[int]) -> tuple[str, ...]:
    if not rows:
        return ()
    shown = ", ".join(str(row) for row in rows[:10]) + (" ..." if len(rows) > 10 else "")
    return (f"{len(rows)} merged title rows were passed over (rows {shown}).",)


def _open(path: Path, name: str | None) -> _Sheet:
    try:
        book = CalamineWorkbook.from_path(path)
        chosen, notes = _choose(book, name, place=path.name)
        sheet = book.get_sheet_by_name(chosen)
        cells = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise UnreadableLogError(
            place=path.name,
            why=f"it cannot be read as a spreadsheet ({error}).",
            mend="Save it as .xlsx again; a file with a password must be saved without it.",
        ) from None
    rows = [[text_of_cell(cell) for cell in row] for row in cells]
    if not any(any(row) for row in rows):
        raise UnreadableLogError(
            place=f"{path.name}, sheet {chosen}",
            why="the sheet is empty.",
            mend="Say another `sheet:` in the map.",
        )
    for (row, column), error_text in error_cells(path, chosen).items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error_text
    return _Sheet(chosen, rows, _fill_merged(sheet, rows), notes)


def _choose(book: CalamineWorkbook, name: str | None, *, place: str) -> tuple[str, tuple[str, ...]]:
    """The sheet the map names, else the visible one with the most rows."""
    if name is not None:
        if name not in book.sheet_names:
            raise UnreadableLogError(
                place=place,
                why=f"there is no sheet `{name}`.",
                mend=f"Its sheets are: {', '.join(book.sheet_names)}.",
            )
        return name, ()
    visible = [
        sheet.name for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible
    ] or book.sheet_names
    heights = {sheet: book.get_sheet_by_name(sheet).height for sheet in visible}
    chosen = max(visible, key=lambda sheet: heights[sheet])
    others = [sheet for sheet in visible if sheet != chosen and heights[sheet]]
    if not others:
        return chosen, ()
    note = (
        f"Sheet `{chosen}` was read, not {', '.join(f'`{other}`' for other in others)}; "
        "say `sheet:` in the map to read another."
    )
    return chosen, (note,)


def _fill_merged(sheet: CalamineSheet, rows: list[list[str]]) -> frozenset[int]:
    """Give every row of a tall merged cell its text; return the rows one wide cell fills."""
    titles: set[int] = set()
    width = max(len(row) for row in rows)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top >= len(rows):
            continue
        text = rows[top][left]
        for row in rows[top + 1 : bottom + 1]:
            row[left] = row[left] or text
        alone = sum(1 for cell in rows[top] if cell) <= 1
        if right - left + 1 > width / 2 and alone:
            titles.update(range(top, bottom + 1))
    return frozenset(titles)


def _header_row(sheet: _Sheet, header: int | None, *, place: str) -> int:
    if header is None:
        return find_header(sheet.rows[:_SEARCHED_FOR_HEADER])
    if header > len(sheet.rows):
        raise UnreadableLogError(
            place=f"{place}, sheet {sheet.name}",
            why=f"the header was to be in row {header}, but the sheet has {len(sheet.rows)} rows.",
            mend="Check `header:` in the map.",
        )
    return header - 1


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells
