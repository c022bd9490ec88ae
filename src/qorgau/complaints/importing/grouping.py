"""The rows of one complaint together; what is said of the complaint must be the same in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qorgau.complaints.importing.columns import KEY, OF_CHARGE, OF_COMPLAINT
from qorgau.complaints.importing.reading import Line
from qorgau.complaints.importing.saying import fault
from qorgau.custody.importing.faults import RowFault
from qorgau.lawbook import Language


@dataclass(frozen=True, kw_only=True)
class Group:
    """One complaint: the row that begins it, what it says of itself, the rows that charge somebody."""

    key: str
    first: Line
    cells: dict[str, str]
    charges: tuple[Line, ...]


def grouped(lines: Iterable[Line], language: Language) -> tuple[tuple[Group, ...], tuple[RowFault, ...]]:
    """The complaints in the order of the file, and every row that contradicts one above it."""
    rows: dict[str, list[Line]] = {}
    for line in lines:
        rows.setdefault(line.text(KEY) or f"row {line.number}", []).append(line)
    groups = tuple(_group(key, own) for key, own in rows.items())
    return groups, tuple(
        each for key, own in rows.items() for each in _contradictions(own, language, key=key)
    )


def _group(key: str, lines: list[Line]) -> Group:
    cells: dict[str, str] = {}
    for line in lines:
        for name in OF_COMPLAINT:
            if line.text(name):
                cells.setdefault(name, line.text(name))
    charges = tuple(line for line in lines if any(line.text(name) for name in OF_CHARGE))
    return Group(key=key, first=lines[0], cells=cells, charges=charges)


def _contradictions(lines: list[Line], language: Language, *, key: str) -> Iterator[RowFault]:
    said: dict[str, str] = {}
    for line in lines:
        for name in OF_COMPLAINT:
            typed = line.text(name)
            if typed and said.setdefault(name, typed) != typed:
                yield fault(
                    line.number, line.of + name, "import_rows_disagree", language, complaint=key[:100]
                )
