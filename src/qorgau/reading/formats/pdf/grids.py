"""Tables that a page draws with lines: which lines belong together, and which cells they leave."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from qorgau.reading.formats.pdf.rulings import MEETS, Ruling, Rulings, clusters

_MOST_LINES = 600  # of one page, put together: more is a drawing
_MOST_SLOTS = 4_000
_OUTER = 6.0  # points: how far lines reach past the last border, where the outer ones are not drawn

Slot = tuple[int, int]  # row and column, from 0 at the top left


@dataclass
class RuledGrid:
    """The borders of one table: `xs` from left to right, `ys` from top to bottom; `cell_of` names cells that span."""

    xs: list[float]
    ys: list[float]
    cell_of: dict[Slot, Slot] = field(default_factory=dict)

    @property
    def columns(self) -> int:
        """How many columns."""
        return len(self.xs) - 1

    def cell_at(self, x: float, y: float) -> Slot | None:
        """The cell that a point lies in."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self._downward, -y) - 1
        return self.cell_of.get((row, column))

    def right_of(self, cell: Slot) -> float:
        """The right border of a cell."""
        return self.xs[1 + self._last_column[cell]]

    @cached_property
    def _downward(self) -> list[float]:
        return [-each for each in self.ys]

    @cached_property
    def _last_column(self) -> dict[Slot, int]:
        last: dict[Slot, int] = {}
        for slot, cell in self.cell_of.items():
            last[cell] = max(last.get(cell, 0), slot[1])
        return last


def grids_of(rulings: Rulings) -> Iterator[RuledGrid]:
    """The tables that lines draw, from top to bottom; lines that part nothing are left out."""
    if not rulings.down or len(rulings.across) + len(rulings.down) > _MOST_LINES:
        return
    found = [_grid(across, down) for across, down in _meeting(rulings)]
    yield from sorted((grid for grid in found if grid is not None), key=lambda grid: -grid.ys[0])


def _meeting(rulings: Rulings) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Lines that meet, directly or over others."""
    waiting = set(range(len(rulings.down)))
    free = set(range(len(rulings.across)))
    while waiting:
        down, across = {waiting.pop()}, set[int]()
        new = list(down)
        while new:
            met = {a for a in free for d in new if _meet(rulings.across[a], rulings.down[d])}
            free -= met
            across |= met
            new = [d for d in waiting if any(_meet(rulings.across[a], rulings.down[d]) for a in met)]
            waiting.difference_update(new)
            down.update(new)
        yield [rulings.across[each] for each in across], [rulings.down[each] for each in down]


def _meet(across: Ruling, down: Ruling) -> bool:
    return across.covers(down.at) and down.covers(across.at)


def _grid(across: Sequence[Ruling], down: Sequence[Ruling]) -> RuledGrid | None:
    """The grid of lines that meet, if it has at least two columns and every cell is a rectangle."""
    if not across:
        return None
    xs = _borders([each.at for each in down], min(r.start for r in across), max(r.end for r in across))
    ys = _borders([each.at for each in across], min(r.start for r in down), max(r.end for r in down))
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST_SLOTS:
        return None
    grid = RuledGrid(xs, ys[::-1])
    grid.cell_of = _cells(grid, across, down)
    return grid if _are_rectangles(grid.cell_of) else None


def _borders(places: Sequence[float], first: float, last: float) -> list[float]:
    ordered = sorted(places)
    borders = [sum(group) / len(group) for group in clusters(ordered, ordered)]
    if first < borders[0] - _OUTER:
        borders.insert(0, first)
    if last > borders[-1] + _OUTER:
        borders.append(last)
    return borders


def _cells(grid: RuledGrid, across: Sequence[Ruling], down: Sequence[Ruling]) -> dict[Slot, Slot]:
    """Every slot with the first slot of its cell: slots that no line parts are one cell."""
    rows = [(above + below) / 2 for above, below in pairwise(grid.ys)]
    columns = [(left + right) / 2 for left, right in pairwise(grid.xs)]
    beside = [[line for line in down if abs(line.at - x) <= MEETS] for x in grid.xs]
    over = [[line for line in across if abs(line.at - y) <= MEETS] for y in grid.ys]
    name: dict[Slot, Slot] = {}
    for row, y in enumerate(rows):
        for column, x in enumerate(columns):
            left, above = (row, column - 1), (row - 1, column)
            if column and not _part(beside[column], y):
                name[row, column] = name[left]
            elif row and not _part(over[row], x):
                name[row, column] = name[above]
            else:
                name[row, column] = (row, column)
    return name


def _part(lines: Sequence[Ruling], place: float) -> bool:
    return any(line.covers(place) for line in lines)


def _are_rectangles(cell_of: dict[Slot, Slot]) -> bool:
    slots: dict[Slot, list[Slot]] = {}
    for slot, cell in cell_of.items():
        slots.setdefault(cell, []).append(slot)
    return all(
        len(own) == (1 + own[-1][0] - own[0][0]) * (1 + own[-1][1] - own[0][1]) for own in slots.values()
    )
