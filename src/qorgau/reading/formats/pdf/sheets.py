"""The pages of a PDF laid out: the rows of each in reading order, its tables in their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qorgau.reading.formats.furniture import counting
from qorgau.reading.formats.pdf.aligned import aligned_grids
from qorgau.reading.formats.pdf.cells import RuledTable, placed, tables_of
from qorgau.reading.formats.pdf.rows import Row, grouped, part_of, rows_of
from qorgau.reading.formats.pdf.words import Word

_MASTHEAD = 0.4  # of the first page's rows: where two things stand side by side
_ASIDE = 900  # a column that no page has
_PROSE = 9  # words of a line of text
_HEAD = (
    2.4  # of the size: how far what stands above every page is from its text; the head of a table is closer
)
_EDGE = 4  # rows from the top or bottom that may be a page's and no table's


@dataclass(slots=True)
class Sheet:
    """One page: its ruled tables, and the words outside them with their rows."""

    number: int
    words: list[Word]
    rows: list[Row]
    tables: list[RuledTable]
    aside: list[Row]
    picture: bool = False  # a scan with hardly any text


def sheet_of(
    number: int,
    words: list[Word],
    tables: list[RuledTable],
    others: Sequence[Sequence[Word]],
    *,
    picture: bool = False,
) -> Sheet:
    """A page's words put into rows; those that run otherwise, as along a margin, stand aside."""
    aside = [row for own in others for row in grouped(own, number)]
    for row in aside:
        row.column = _ASIDE
    return Sheet(number, words, grouped(words, number), tables, aside, picture)


def laid_out(sheets: Sequence[Sheet]) -> Iterator[list[Row]]:
    """The rows of each page; tables without lines are told here, when it is known what stands on every page."""
    barred = _at_edges(sheets)
    for sheet in sheets:
        rows, tables = _with_aligned(sheet, barred)
        ordered = rows_of(rows, sheet.number)
        running = placed(_side_by_side(ordered) if sheet.number == 1 else ordered, tables)
        yield [*running, *sheet.aside]


def _at_edges(sheets: Sequence[Sheet]) -> frozenset[str]:
    """What stands at the foot of several pages, or at the head of most, alone or with the number of the page."""
    texts: dict[object, set[str]] = {}
    pages: Counter[object] = Counter()
    most = max(2, len(sheets) // 2)
    for sheet in sheets:
        tops = [row for row, below in pairwise(sheet.rows[: _EDGE + 1]) if row.y - below.y > _HEAD * row.size]
        for top, rows in ((True, tops), (False, sheet.rows[_EDGE:][-_EDGE:])):
            for row in rows:
                shape = counting(row.text, sheet.number) or row.text, round(row.y / 2), top
                texts.setdefault(shape, set()).add(row.text)
                pages[shape] += most if not top and pages[shape] else 1
    return frozenset(text for shape, count in pages.items() if count >= most for text in texts[shape])


def _with_aligned(sheet: Sheet, barred: frozenset[str]) -> tuple[list[Row], list[RuledTable]]:
    grids = [
        grid
        for grid in aligned_grids(sheet.rows, barred)
        if not _is_masthead(sheet, grid.ys[0], grid.columns)
    ]
    if not grids:
        return sheet.rows, sheet.tables
    words, tables = tables_of(sheet.words, grids, sheet.number, behind=len(sheet.tables), aligned=True)
    return grouped(words, sheet.number), [*sheet.tables, *tables]


def _is_masthead(sheet: Sheet, top: float, columns: int) -> bool:
    """Whether a table of two columns is what stands side by side above all text of the first page."""
    text = any(row.y >= top and len(row.words) >= _PROSE for row in sheet.rows)
    return sheet.number == 1 and columns == 2 and not text and top > _below_masthead(sheet.rows)


def _below_masthead(rows: Sequence[Row]) -> float:
    return rows[0].y - (rows[0].y - rows[-1].y) * _MASTHEAD


def _side_by_side(rows: list[Row]) -> list[Row]:
    """The masthead's rows, where two things stand side by side, as two rows each."""
    if not rows:
        return rows
    below = _below_masthead(rows)
    return [part for row in rows for part in (_parts(row) if row.y > below else [row])]


def _parts(row: Row) -> list[Row]:
    cuts = [
        at
        for at, (left, right) in enumerate(pairwise(row.words), start=1)
        if right.x0 - left.x1 > 3 * row.size
    ]
    if not cuts:
        return [row]
    return [part_of(row, start, end) for start, end in pairwise([0, *cuts, len(row.words)])]
