"""Words of a page that stand in ruled tables, as the rows of each cell in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from qorgau.reading.formats.pdf.grids import RuledGrid, Slot
from qorgau.reading.formats.pdf.rows import Row, Standing, grouped
from qorgau.reading.formats.pdf.words import Word
from qorgau.reading.formats.plain.wrapping import LABEL
from qorgau.reading.repairing import Draft, Fix
from qorgau.reading.source import Cell, Mended

_ACROSS = 2.0  # points by which a word may stick out of its cell
_MOST_ACROSS = 0.02  # of a table's words
_ENDED = re.compile(r"[.;:?!…][”\"’)\]»]*\d{0,3}$")
_COLUMN = 1000  # columns of tables are numbered beyond those of pages


@dataclass(slots=True)
class RuledTable:
    """One table of a page: its rows cell by cell; `left` and `columns` tell whether another goes on with it."""

    rows: list[Row]
    left: float
    right: float
    top: float
    columns: int


def tables_of(
    words: Sequence[Word], grids: Iterable[RuledGrid], page: int, *, behind: int = 0, aligned: bool = False
) -> tuple[list[Word], list[RuledTable]]:
    """The words outside all tables, and the tables, counted behind others of the page; what is none stays running text."""
    tables: list[RuledTable] = []
    rest = list(words)
    for order, grid in enumerate(grids, start=behind + 1):
        inside, outside = _parted(rest, grid)
        table = _table(inside, grid, page, order, aligned=aligned)
        if table is not None:
            tables.append(table)
            rest = outside
    return rest, tables


def _parted(words: Sequence[Word], grid: RuledGrid) -> tuple[dict[Slot, list[Word]], list[Word]]:
    inside: dict[Slot, list[Word]] = {}
    outside: list[Word] = []
    for word in words:
        cell = grid.cell_at((word.x0 + word.x1) / 2, word.y + word.look.size * 0.3)
        if cell is None:
            outside.append(word)
        else:
            inside.setdefault(cell, []).append(word)
    return inside, outside


def _table(
    cells: dict[Slot, list[Word]], grid: RuledGrid, page: int, order: int, *, aligned: bool
) -> RuledTable | None:
    """The table, or None for a drawing: words beside each other in some row, and no words across lines."""
    if len({row for row, _ in cells}) == len(cells):
        return None
    every = [(cell, word) for cell, words in cells.items() for word in words]
    across = sum(_sticks_out(word, cell, grid) for cell, word in every)
    if across > _MOST_ACROSS * len(every):
        return None
    rows_of = {slot: grouped(cells[slot], page) for slot in sorted(cells)}
    steps = [above.y - row.y for own in rows_of.values() for above, row in pairwise(own)]
    step = min(steps, default=None)
    for slot, own in rows_of.items():
        cell = Cell(order, slot[0] + 1, slot[1] + 1)
        pad = max(0.0, min(row.x0 for row in own) - grid.xs[slot[1]])
        standing = Standing(cell, grid.right_of(slot) - pad, step, grid.xs[0], grid.columns, aligned)
        for row in own:
            row.standing, row.column = standing, _COLUMN * order + slot[1]
    rows = [row for own in rows_of.values() for row in own]
    return RuledTable(rows, grid.xs[0], grid.xs[-1], grid.ys[0], grid.columns)


def _sticks_out(word: Word, cell: Slot, grid: RuledGrid) -> bool:
    return word.x0 < grid.xs[cell[1]] - _ACROSS or word.x1 > grid.right_of(cell) + _ACROSS


def placed(rows: Sequence[Row], tables: Sequence[RuledTable]) -> list[Row]:
    """The page's rows with each table below the last row above it in its part of the page."""
    ordered = list(rows)
    for table in tables:
        over = [at for at, row in enumerate(ordered) if _beside(row, table) and row.y > table.top]
        under = [at for at, row in enumerate(ordered) if _beside(row, table) and row.y <= table.top]
        at = over[-1] + 1 if over else (under[0] if under else len(ordered))
        ordered[at:at] = table.rows
    return ordered


def _beside(row: Row, table: RuledTable) -> bool:
    """Whether a row stands in the table's part of the page; a page without columns (0) has one part only."""
    return row.column == 0 or (row.x1 > table.left and row.x0 < table.right)


# --- over the whole document -------------------------------------------------------------------------------------


def counted(rows: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """Rows with their tables counted through, those that go on over pages as one; the heads repeated there are left out."""
    counting = _Counting()
    ordered: list[Row] = []
    for key, group in groupby(rows, key=lambda row: row.standing and (row.page, row.standing.cell.table)):
        if key is None:
            ordered += counting.closed()
            ordered += group
        else:
            counting.take(list(group))
    return ordered + counting.closed(), counting.repeated


class _Counting:
    """The table that is open, and how many there were."""

    def __init__(self) -> None:
        self.repeated: list[str] = []
        self._tables = 0
        self._open: list[Row] = []

    def closed(self) -> list[Row]:
        """The rows of the open table in order, cell by cell."""
        done, self._open = self._open, []
        return sorted(done, key=lambda row: _cell(row))

    def take(self, rows: list[Row]) -> None:
        """One more table, or one more part of the open one."""
        if not self._open:
            self._tables += 1
            self._put(rows, 0)
        elif not self._goes_on(rows):
            self._parted(rows)
        else:
            rows = self._without_head(rows)
            if rows:
                last = max(_cell(row).row for row in self._open)
                first = min(_cell(row).row for row in rows)
                self._put(rows, last - first + (0 if self._is_broken_row(rows, last, first) else 1))

    def _parted(self, rows: list[Row]) -> None:
        """A table of another shape right below: its rows follow those of the open one."""
        self._tables += 1
        self._put(rows, 0)

    def _put(self, rows: list[Row], shift: int) -> None:
        for row in rows:
            cell = _cell(row)
            self._stand(row, Cell(self._tables, cell.row + shift, cell.column))
        self._open += rows

    @staticmethod
    def _stand(row: Row, cell: Cell) -> None:
        if row.standing is not None:
            row.standing = replace(row.standing, cell=cell)

    def _goes_on(self, rows: Sequence[Row]) -> bool:
        last, first = self._open[-1].standing, rows[0].standing
        return (
            last is not None
            and first is not None
            and last.columns == first.columns
            and abs(last.left - first.left) <= 6
        )

    def _current(self) -> list[Row]:
        return [row for row in self._open if _cell(row).table == self._tables]

    def _without_head(self, rows: list[Row]) -> list[Row]:
        """On another page a table may begin with its head again."""
        if rows[0].page == self._open[-1].page:
            return rows
        head, again = _texts(self._current(), 1), _texts(rows, 1)
        if head != again:
            return rows
        self.repeated += again.values()
        return [row for row in rows if _cell(row).row != 1]

    def _is_broken_row(self, rows: Sequence[Row], last: int, first: int) -> bool:
        """Whether the page broke within a row: a cell's sentence goes on below."""
        if rows[0].page == self._open[-1].page:
            return False
        above, below = _texts(self._current(), last), _texts(rows, first)
        return any(
            column in above and not _ENDED.search(above[column]) and text[:1].islower()
            for column, text in below.items()
        )


def _texts(rows: Iterable[Row], number: int) -> dict[int, str]:
    """The text of each cell of one row of a table, by column."""
    texts: dict[int, str] = {}
    for row in rows:
        cell = _cell(row)
        if cell.row == number:
            texts[cell.column] = f"{texts.get(cell.column, '')} {row.text}".strip()
    return texts


def _cell(row: Row) -> Cell:
    assert row.standing is not None
    return row.standing.cell


def told(drafts: Sequence[Draft], rows: Sequence[Row]) -> list[Draft]:
    """The paragraphs, of each table without lines the first one with what was made of it, so that a person can look."""
    aligned = {row.standing.cell.table for row in rows if row.standing is not None and row.standing.aligned}
    marked = list(drafts)
    for at, draft in enumerate(drafts):
        if draft.cell is not None and draft.cell.table in aligned:
            aligned.remove(draft.cell.table)
            cells = list(_texts((row for row in rows if _is_of(row, draft.cell)), draft.cell.row).values())
            fix = Fix(Mended.ALIGNED_TABLE, " ".join(cells), " | ".join(cells))
            marked[at] = replace(draft, fixes=(fix, *draft.fixes))
    return marked


def _is_of(row: Row, cell: Cell) -> bool:
    return row.standing is not None and row.standing.cell.table == cell.table


def begins_in_cell(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row of a cell begins a paragraph: after a full stop with room for a word, with a label, or below white."""
    last = above[-1]
    assert row.standing is not None
    if row.page != last.page:
        return bool(_ENDED.search(last.text)) and not row.text[:1].islower()
    usual = row.standing.step
    if usual is not None and last.y - row.y > max(1.3 * usual, usual + 2):
        return True
    ended = bool(_ENDED.search(last.text))
    room = last.x1 + (row.words[0].x1 - row.words[0].x0) + row.size * 0.6 < row.standing.edge
    if LABEL.match(row.text):
        return ended or room
    return ended and room
