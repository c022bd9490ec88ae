"""Rows in our words: of one file, or of one joined with a second that has several rows a complaint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qorgau.complaints.importing.columns import EVERY, KEY
from qorgau.complaints.importing.mapping import FileMap
from qorgau.complaints.importing.saying import fault
from qorgau.custody.importing.faults import RowFault
from qorgau.custody.importing.files import ReadRows
from qorgau.custody.importing.rows import Row
from qorgau.lawbook import Language


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row in our words; of: "" or "+" for a row of the second file; only: the cells it says itself."""

    number: int
    cells: Mapping[str, str]
    of: str = ""

    def text(self, column: str) -> str:
        """A cell, "" where there is none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Every row that could be read, and what is wrong with the others."""

    lines: tuple[Line, ...]
    faults: tuple[RowFault, ...]
    total: int


SECOND = "+"
"""Before the column of a fault in the second file, so that its row is looked for there."""


def sheet_of(read: ReadRows, by: FileMap, language: Language, *, also: ReadRows | None = None) -> Sheet:
    """The rows in our words. also: rows that belong to complaints of the first file by their key."""
    lines = [_line(row, by) for row in read.rows]
    faults = [*read.faults, *_unknown(lines, language)]
    if also is None:
        return Sheet(lines=tuple(lines), faults=tuple(faults), total=read.total)
    second = [_line(row, by, of=SECOND) for row in also.rows]
    faults += [*also.faults, *_unknown(second, language), *_strays(lines, second, language)]
    return Sheet(lines=(*lines, *second), faults=tuple(faults), total=read.total + also.total)


def _line(row: Row, by: FileMap, *, of: str = "") -> Line:
    own = by.cells(row.cells)
    return Line(number=row.number, cells=own if of else by.completed(own), of=of)


def _unknown(lines: Sequence[Line], language: Language) -> Iterator[RowFault]:
    """A column that nobody knows is told once, in the row where it first says something."""
    seen: set[str] = set()
    for line in lines:
        for name in line.cells:
            if name not in EVERY and name not in seen:
                seen.add(name)
                yield fault(line.number, line.of + name, "import_column_unknown", language, name=name[:100])


def _strays(first: Sequence[Line], second: Sequence[Line], language: Language) -> Iterator[RowFault]:
    known = {line.text(KEY) for line in first}
    for line in second:
        if line.text(KEY) not in known:
            yield fault(
                line.number,
                line.of + KEY,
                "import_no_such_complaint",
                language,
                complaint=line.text(KEY)[:100],
            )
