"""Tables ruled only across: a line between every two rows, and white strips that part the columns through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from qorgau.reading.formats.pdf.grids import RuledGrid
from qorgau.reading.formats.pdf.rulings import MEETS, Ruling, Rulings
from qorgau.reading.formats.pdf.words import Word

_LEAST_LINES = 4  # three rows: fewer lines also stand above and below a heading
_STRIP = 7.0  # points: the least white between columns
_MOST_LINES = 200


def striped_grids(rulings: Rulings, words: Sequence[Word]) -> Iterator[RuledGrid]:
    """The tables that lines of one length draw, if no word stands in the way of the columns and no row is empty."""
    free = [line for line in rulings.across if not any(_meet(line, down) for down in rulings.down)]
    if not _LEAST_LINES <= len(free) <= _MOST_LINES:
        return
    for lines in _alike(free):
        ys = sorted((line.at for line in lines), reverse=True)
        within = [
            word
            for word in words
            if ys[-1] < word.y < ys[0] and lines[0].start - 1 <= word.x0 <= lines[0].end
        ]
        xs = [lines[0].start, *_strips(within), lines[0].end]
        grid = RuledGrid(xs, ys)
        slots = [(row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)]
        grid.cell_of = {slot: slot for slot in slots}
        if len(xs) > 2 and _is_full(grid, within):
            yield grid


def _meet(across: Ruling, down: Ruling) -> bool:
    return across.covers(down.at) and down.covers(across.at)


def _alike(lines: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Lines that begin and end at the same places."""
    groups: list[list[Ruling]] = []
    for line in lines:
        own = next((each for each in groups if _same_ends(each[0], line)), None)
        if own is None:
            groups.append([line])
        else:
            own.append(line)
    yield from (group for group in groups if len(group) >= _LEAST_LINES)


def _same_ends(one: Ruling, other: Ruling) -> bool:
    return abs(one.start - other.start) <= MEETS and abs(one.end - other.end) <= MEETS


def _strips(words: Sequence[Word]) -> Iterator[float]:
    """The middle of each strip from top to bottom in which no word stands."""
    reach = 0.0
    for at, word in enumerate(sorted(words, key=lambda each: each.x0)):
        if at and word.x0 - reach >= _STRIP:
            yield (word.x0 + reach) / 2
        reach = max(reach, word.x1)


def _is_full(grid: RuledGrid, words: Sequence[Word]) -> bool:
    """Whether every row begins in the first column and has words beside it."""
    columns: dict[int, set[int]] = {}
    for word in words:
        row = bisect_left([-y for y in grid.ys], -word.y) - 1
        column = bisect_left(grid.xs, word.x0) - 1
        columns.setdefault(row, set()).add(max(column, 0))
    return len(columns) == len(grid.ys) - 1 and all(0 in own and len(own) > 1 for own in columns.values())
