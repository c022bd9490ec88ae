"""Words to rows in reading order: by baseline, columns one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qorgau.reading.formats.pdf.words import Word
from qorgau.reading.source import Cell

_SAME_LINE = 0.45  # of the smaller size: how far words of one row may stand off the baseline
_RAISED = 0.6  # of the larger size: how far a raised number may stand above it
GUTTER = 9.0  # points: the least white between columns
_LEAST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """How a row of words stands in a table: its cell, where the cell's words could end, the table's own shape.

    `step` is the least from line to line within its cells, or None where every cell is one line. `aligned` where no
    lines draw the table.
    """

    cell: Cell
    edge: float
    step: float | None
    left: float
    columns: int
    aligned: bool = False


@dataclass(slots=True)
class Row:
    """Words on one line of a page or column, from left to right; `column` counts the changes of column."""

    words: list[Word]
    y: float
    size: float
    page: int
    column: int = 0
    standing: Standing | None = None  # in a table

    @property
    def x0(self) -> float:
        """Where the row begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the row ends."""
        return self.words[-1].x1

    @property
    def text(self) -> str:
        """The row's words, a space between those that are not glued."""
        return "".join((word.text if word.glued else f" {word.text}") for word in self.words).strip()


def rows_of(rows: list[Row], page: int) -> list[Row]:
    """The rows of a page from top to bottom, of two columns the left one first."""
    gutter = _gutter(rows)
    if gutter is None:
        return rows
    crossing, left, right = _parted(rows, gutter)
    return _in_bands(grouped(crossing, page), [grouped(left, page), grouped(right, page)])


def part_of(row: Row, start: int, end: int) -> Row:
    """Some of a row's words as a row of their own."""
    part = Row(row.words[start:end], row.y, row.size, row.page, row.column)
    _order(part)
    return part


def grouped(words: Sequence[Word], page: int) -> list[Row]:
    """Words with one baseline as a row; raised numbers belong to the row they stand in."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda each: (-each.y, each.x0)):
        size = word.look.size
        row = rows[-1] if rows else None
        if row is not None and row.y == word.y and row.size == size:
            row.words.append(word)
            continue
        row = min(rows[-4:], key=lambda each: abs(each.y - word.y), default=None)
        if row is None or not _level(row, word):
            rows.append(Row([word], word.y, size, page))
            continue
        row.words.append(word)
        if size > row.size * 1.1:  # the row began with a raised number
            row.size, row.y = size, word.y
    for row in rows:
        _order(row)
    return sorted(rows, key=lambda row: -row.y)


def _level(row: Row, word: Word) -> bool:
    """Whether a word stands in a row: on its baseline, or small and raised over it ("9th", a call of a note)."""
    low, high = sorted((row.size, word.look.size))
    apart = abs(row.y - word.y)
    if apart < _SAME_LINE * low:
        return True
    smaller = row.y if row.size < word.look.size else word.y
    return low < 0.8 * high and smaller >= max(row.y, word.y) and apart < _RAISED * high


def _order(row: Row) -> None:
    row.words.sort(key=lambda word: word.x0)
    row.size = _most([(word.look.size, len(word.text)) for word in row.words])
    for before, word in pairwise(row.words):
        gap = word.x0 - before.x1
        word.glued = word.glued and gap < 0.25 * row.size
    row.words[0].glued = False


def _most(weighed: Sequence[tuple[float, int]]) -> float:
    total: dict[float, int] = {}
    for value, weight in weighed:
        total[value] = total.get(value, 0) + weight
    return max(total, key=lambda each: (total[each], each))


def _gutter(rows: Sequence[Row]) -> float | None:
    """The x of a white strip that parts two columns, or None: few rows cross it and many have words on both sides."""
    if len(rows) < _LEAST_ROWS:
        return None
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    inner = (left + (right - left) * 0.25, left + (right - left) * 0.75)
    if sum(_has_white(row, *inner) for row in rows) < _LEAST_ROWS:
        return None
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        x = left + (right - left) * step / 100
        crossed, both = 0, 0
        for row in rows:
            side = side_of(row, x)
            crossed += side == 0
            both += side == 2
        enough = both >= _LEAST_ROWS and both * 10 >= len(rows) * 4 and crossed * 4 < len(rows)
        if enough and (best is None or both - crossed > best[0]):
            best = both - crossed, x
    return None if best is None else best[1]


def _has_white(row: Row, left: float, right: float) -> bool:
    """Whether white as wide as a gutter stands between the row's words in the middle of the page."""
    return any(
        after.x0 - before.x1 >= GUTTER and left < after.x0 and before.x1 < right
        for before, after in pairwise(row.words)
    )


def side_of(row: Row, x: float) -> int:
    """0 where the row runs across x, 2 where it has words on both sides of white there, else 1."""
    before = [word for word in row.words if word.x0 < x]
    after = [word for word in row.words if word.x0 >= x]
    if before and max(word.x1 for word in before) > x + 1:
        return 0
    if not before or not after:
        return 1
    white = after[0].x0 - max(word.x1 for word in before)
    if white < GUTTER:
        return 0
    return 2 if len(before) > 1 and len(after) > 1 else 1


def _parted(rows: Sequence[Row], gutter: float) -> tuple[list[Word], list[Word], list[Word]]:
    crossing, left, right = list[Word](), list[Word](), list[Word]()
    for row in rows:
        if side_of(row, gutter) == 0:
            crossing += row.words
            continue
        for word in row.words:
            (left if word.x0 < gutter else right).append(word)
    return crossing, left, right


def _in_bands(bands: Sequence[Row], columns: Sequence[Sequence[Row]]) -> list[Row]:
    """Between rows across the page, the left column and then the right one."""
    ordered: list[Row] = []
    waiting = [deque(column) for column in columns]
    number = 0
    for band in (*bands, None):
        for column in waiting:
            number += 1
            while column and (band is None or column[0].y > band.y):
                column[0].column = number
                ordered.append(column.popleft())
        if band is not None:
            number += 1
            band.column = number
            ordered.append(band)
    return ordered
