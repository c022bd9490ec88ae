"""Counts the tables of a file and the cells of each, however its format writes cells that span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qorgau.reading.source import Cell

MOST_COLUMNS = 64  # a wider table is no table of a document
MOST_SPAN = 1000


@dataclass(frozen=True, slots=True)
class Span:
    """How many columns and rows a cell covers; `goes_on` where it belongs to the cell above it."""

    columns: int = 1
    rows: int = 1
    goes_on: bool = False


class Grid:
    """One table while it is read, row by row."""

    def __init__(self, table: int) -> None:
        self._table = table
        self._row = 0
        self._column = 1
        self._held: dict[int, tuple[Cell, int]] = {}  # columns covered from above: the cell, and its last row

    def begin_row(self, skipped: int = 0) -> None:
        """The next row; `skipped` columns at its beginning have no cell."""
        self._row += 1
        self._column = 1 + min(max(skipped, 0), MOST_COLUMNS)

    def place(self, span: Span) -> Cell | None:
        """Where the row's next cell stands; None beyond the widest table."""
        self._row = self._row or 1
        above = self._held.get(self._column)
        if span.goes_on and above is not None:
            self._column += _within(span.columns, MOST_COLUMNS)
            return above[0]
        while not span.goes_on and self._covered(self._column):
            self._column += 1
        if self._column > MOST_COLUMNS:
            return None
        cell = Cell(self._table, self._row, self._column)
        last = self._row + _within(span.rows, MOST_SPAN) - 1
        for column in self._taken(span):
            self._held[column] = cell, last
        self._column += _within(span.columns, MOST_COLUMNS)
        return cell

    def _covered(self, column: int) -> bool:
        held = self._held.get(column)
        return held is not None and held[0].row < self._row <= held[1]

    def _taken(self, span: Span) -> Iterator[int]:
        return iter(range(self._column, self._column + _within(span.columns, MOST_COLUMNS)))


def _within(count: int, most: int) -> int:
    return min(max(count, 1), most)
