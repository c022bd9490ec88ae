"""Where a table's header stands, and whether its names can serve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qorgau.eventlog.log import UnreadableLogError


def find_header(records: Sequence[Sequence[str]]) -> int:
    """The index of the header: the first record about as wide as the table, titles above skipped."""
    widths = [sum(1 for cell in cells if cell) for cells in records]
    widest = max(widths, default=0)
    for index, width in enumerate(widths):
        if width and width >= 0.7 * widest and not _repeats_one_title(records[index]):
            return index
    return 0


def _repeats_one_title(cells: Sequence[str]) -> bool:
    """A merged title row, unmerged, says one thing in every cell."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and len(set(filled)) == 1


def column_names(cells: Sequence[str], *, place: str) -> tuple[str, ...]:
    """The header's names, tidied; one without a name is called by its place; doubles are an error."""
    if not any(cells):
        raise UnreadableLogError(
            place=place,
            why="no column has a name here.",
            mend="Say `header:` in the map, the line or row with the columns' names.",
        )
    names = tuple(" ".join(cell.split()) or f"column {number}" for number, cell in enumerate(cells, start=1))
    doubled = [name for name, count in Counter(names).items() if count > 1]
    if doubled:
        places = ", ".join(f"`{name}` (columns {_places(names, name)})" for name in doubled)
        raise UnreadableLogError(
            place=place,
            why=f"the header has the same name more than once: {places}.",
            mend="Rename them in the file, so that the map can say which one is meant.",
        )
    return names


def _places(names: Sequence[str], name: str) -> str:
    return ", ".join(str(index) for index, other in enumerate(names, start=1) if other == name)
