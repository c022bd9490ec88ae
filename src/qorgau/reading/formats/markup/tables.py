"""Which cell of which table a walk through a page stands in."""

from __future__ import annotations

import re
from itertools import count, islice
from typing import Any

from qorgau.reading.formats.tables import Grid, Span
from qorgau.reading.source import Cell

_CELLS = ("td", "th")
_NO_TABLES = ("presentation", "none")


class Cells:
    """The open tables of a page, outermost first, and the cell that is being written."""

    def __init__(self) -> None:
        self._tables = count(1)
        self._open: list[tuple[Any, Grid | None]] = []
        self._within: list[tuple[Any, Cell | None]] = []

    @property
    def cell(self) -> Cell | None:
        """The innermost cell, or None outside tables."""
        return self._within[-1][1] if self._within else None

    def enter(self, element: Any) -> None:
        """An element opens."""
        if element.tag == "table":
            self._open.append((element, None if _is_frame(element) else Grid(next(self._tables))))
        elif element.tag == "tr" and self._grid is not None:
            self._grid.begin_row()
        elif element.tag in _CELLS and self._open:
            cell = self.cell if self._grid is None else self._grid.place(_span(element))
            self._within.append((element, cell))

    def leave(self, element: Any) -> None:
        """An element closes."""
        if self._open and self._open[-1][0] is element:
            self._open.pop()
        elif self._within and self._within[-1][0] is element:
            self._within.pop()

    @property
    def _grid(self) -> Grid | None:
        return self._open[-1][1] if self._open else None


def _is_frame(table: Any) -> bool:
    """Whether a table only lays out the page: it says so, or it has one cell."""
    if table.get("role") in _NO_TABLES:
        return True
    own = (each for each in table.iter(*_CELLS) if _table_of(each) is table)
    return len(list(islice(own, 2))) < 2


def _table_of(cell: Any) -> Any:
    return next(cell.iterancestors("table"), None)


def _span(cell: Any) -> Span:
    return Span(_number(cell.get("colspan")), _number(cell.get("rowspan")))


def _number(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"\s*\d{1,4}\s*", text) else 1
