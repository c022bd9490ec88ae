"""Running heads that change with the chapter: told by where they stand, page after page, apart from the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from qorgau.reading.formats.pdf.rows import Row

_LEAST_PAGES = 6
_SHARE = 4  # of the pages, one in so many: heads of left and right pages may differ, and chapters begin without one
_APART = 2.2  # of the size
_STEPS = 1.6  # of the page's usual step from line to line
_LONGEST = 120

_Shape = tuple[bool, int, float]


def running_heads(pages: Sequence[Sequence[Row]]) -> Iterator[tuple[int, int]]:
    """Page and row (from 0, rows from the top) of each line that stands apart at one height of many pages."""
    if len(pages) < _LEAST_PAGES:
        return
    found = [list(_edges(rows)) for rows in pages]
    counted = Counter(shape for edges in found for shape in {shape for _, shape in edges})
    least = max(_LEAST_PAGES, len(pages) // _SHARE)
    for number, edges in enumerate(found):
        yield from ((number, at) for at, shape in edges if counted[shape] >= least)


def _edges(rows: Sequence[Row]) -> Iterator[tuple[int, _Shape]]:
    """The first and last row of a page if they stand apart, each with its edge, height and size."""
    steps = [above.y - row.y for above, row in pairwise(rows) if above.y > row.y]
    if len(rows) < 4 or not steps:
        return
    usual = _STEPS * median(steps)
    for at, beside in ((0, 1), (len(rows) - 1, len(rows) - 2)):
        row = rows[at]
        apart = abs(row.y - rows[beside].y) > max(_APART * row.size, usual)
        if apart and row.standing is None and len(row.text) < _LONGEST and row.size <= rows[beside].size:
            yield at, (at == 0, round(row.y / 2), row.size)
