"""The columns of an export as rows: the same names, in the same order, in CSV, XLSX, Parquet and XES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from qorgau.eventlog.writing.events import Event, Export, Told, Value
from qorgau.eventlog.writing.spool import Spool
from qorgau.eventlog.writing.survey import Survey

BETWEEN_IDS = " "
"""Parts several ids of one role in a cell; ids hold no space."""


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    INSTANT = "instant"


class Part(StrEnum):
    """Where in an event a column's cells come from."""

    FIXED = "fixed"
    ROLE = "role"
    ATTRIBUTE = "attribute"
    FACT = "fact"


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its name in the file, what it holds, and where that comes from."""

    name: str
    holds: Holds
    part: Part
    of: str = ""  # the role, of which an attribute is
    says: str = ""  # the role, attribute or fact by its own name


EVENT, KIND, EARLIEST, LATEST = "event", "kind", "earliest", "latest"
SAID_BY, RECORDED, BY, BODY = "said_by", "recorded", "recorded_by", "body"
_FIXED = {
    EVENT: Holds.TEXT,
    KIND: Holds.TEXT,
    EARLIEST: Holds.INSTANT,
    LATEST: Holds.INSTANT,
    SAID_BY: Holds.TEXT,
    RECORDED: Holds.INSTANT,
    BY: Holds.TEXT,
    BODY: Holds.TEXT,
}
Cell = Value | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Layout:
    """The columns in order, and which role is the case."""

    role: str
    columns: tuple[Column, ...]

    def names(self, part: Part) -> dict[str, str]:
        """Our own name -> the column's, of one part."""
        return {column.says: column.name for column in self.columns if column.part is part}


def layout_of(export: Export, survey: Survey) -> Layout:
    """Fixed columns first, then the case, the other roles, their attributes, and the facts by name."""
    roles = [export.role, *sorted(survey.roles - {export.role})]
    taken = set(_FIXED)
    columns = [Column(name=name, holds=holds, part=Part.FIXED, says=name) for name, holds in _FIXED.items()]
    for role in roles:
        columns.append(Column(name=_free(role, taken), holds=Holds.TEXT, part=Part.ROLE, says=role))
    for role in roles:
        for name, number in sorted(survey.attributes.get(role, {}).items()):
            free = _free(f"{role}.{name}", taken)
            columns.append(Column(name=free, holds=_holds(number), part=Part.ATTRIBUTE, of=role, says=name))
    for fact, number in sorted(survey.facts.items()):
        columns.append(Column(name=_free(fact, taken), holds=_holds(number), part=Part.FACT, says=fact))
    return Layout(export.role, tuple(columns))


def _holds(number: bool) -> Holds:
    return Holds.NUMBER if number else Holds.TEXT


def _free(name: str, taken: set[str]) -> str:
    """The name, or with underscores after it where another column has it already."""
    # Spreadsheets and databases do not tell capitals apart in the names of columns.
    while name.lower() in taken:
        name += "_"
    taken.add(name.lower())
    return name


def rows_of(export: Export, layout: Layout, spool: Spool) -> Iterator[Row]:
    """One row for each case an event belongs to and each source that tells when it happened."""
    cells = [_cell_of(column, layout.role, spool) for column in layout.columns]
    for event in export.events:
        for case in event.objects.get(layout.role) or (None,):
            for told in event.happened or (None,):
                yield tuple(cell(event, case, told) for cell in cells)


_Reader = Callable[[Event, str | None, Told | None], Cell]


def _cell_of(column: Column, case_role: str, spool: Spool) -> _Reader:
    if column.part is Part.FIXED:
        return _FIXED_CELLS[column.says]
    if column.part is Part.FACT:
        return lambda event, _case, _told: event.facts.get(column.says)
    if column.part is Part.ROLE and column.says == case_role:
        return lambda _event, case, _told: case
    if column.part is Part.ROLE:
        return lambda event, _case, _told: BETWEEN_IDS.join(event.objects.get(column.says, ())) or None
    if column.of == case_role:
        return lambda _event, case, _told: (
            None if case is None else spool.attributes(case_role, case).get(column.says)
        )
    return lambda event, _case, _told: _attribute(event, column, spool)


def _attribute(event: Event, column: Column, spool: Spool) -> Cell:
    ids = event.objects.get(column.of, ())
    return spool.attributes(column.of, ids[0]).get(column.says) if len(ids) == 1 else None


_FIXED_CELLS: dict[str, _Reader] = {
    EVENT: lambda event, _case, _told: event.id,
    KIND: lambda event, _case, _told: event.kind,
    EARLIEST: lambda _event, _case, told: None if told is None else told.earliest,
    LATEST: lambda _event, _case, told: None if told is None else told.latest,
    SAID_BY: lambda _event, _case, told: None if told is None else told.said_by,
    RECORDED: lambda event, _case, _told: event.recorded,
    BY: lambda event, _case, _told: event.by,
    BODY: lambda event, _case, _told: event.body,
}
