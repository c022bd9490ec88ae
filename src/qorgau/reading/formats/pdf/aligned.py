"""Tables without lines: rows whose words fall in the same columns, with white between them through all rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qorgau.reading.formats.pdf.grids import RuledGrid
from qorgau.reading.formats.pdf.rows import GUTTER, Row, side_of

_LEAST_ROWS = 3
_LEAST_WHITE = 5.0  # points: between columns of many rows, where chance leaves none in prose
_MANY_ROWS = 6
_WIDE = 14.0  # points: white between two columns, which prose set badly never has through three rows
_APART = 3.4  # of the size: rows further apart are of two tables
_STEPPED = 1.25  # of the least step: white between rows of a table whose cells are several lines
_LEVEL = 1.0  # points
_MOST_LINES = 14  # of one row of a table
_MOST_COLUMNS = 16
_LABEL = re.compile(
    r"(?:[^\W\d_]{1,12}\.? ?)?[\[(]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivxlcIVXLC]{1,5})[\])]?[.):]*|[^\w\s]+"
)
_FIGURE = re.compile(r"[-–—+]|[-–+<>~≈]?\d[\d\s.,:/%*()–-]*(?:%|млн|тыс\.?|million)?")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
_GOES_ON = re.compile(r"[a-zа-яёәғқңөұүһі(]")
_ENDED = re.compile(r"[.;:?!][”\"’)\]»]*$")


_Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Lines:
    """Rows of a page that may be a table, cut into its columns: a cell is the words of one row in one column."""

    rows: list[Row]
    strips: list[_Strip]
    cells: list[list[str]]

    @property
    def columns(self) -> int:
        return len(self.strips) + 1

    def column(self, at: int) -> list[str]:
        return [cells[at] for cells in self.cells if cells[at]]


def aligned_grids(rows: Sequence[Row], barred: frozenset[str] = frozenset()) -> Iterator[RuledGrid]:
    """The tables among a page's rows, given from top to bottom; rows with a text of `barred` stand in none."""
    whites = [_has_white(row) for row in rows]
    if sum(whites) < _LEAST_ROWS:
        return
    page = _Page(rows, whites, barred)
    at = 0
    while at < len(rows):
        end = page.end_of(at) if page.whites[at] else at
        likely = end - at >= _LEAST_ROWS and page.stands_apart(at, end)
        found = _grid(rows[at:end], page.spans.between(at, end)) if likely else None
        if found is not None and found.columns == 2 and _runs_beside(rows, range(at, end), found.xs[1]):
            found = None
        if found is not None:
            yield found
        at = end if found is not None else at + 1


class _Page:
    """The rows of a page, which of them have white as wide as between columns, and which stand in no table."""

    def __init__(self, rows: Sequence[Row], whites: Sequence[bool], barred: frozenset[str]) -> None:
        self._rows = rows
        self._barred = [bool(barred) and row.text in barred for row in rows]
        self.whites = [
            white and not bar and _on_one_line(row)
            for row, white, bar in zip(rows, whites, self._barred, strict=True)
        ]
        self.spans = _Spans(rows)

    def end_of(self, at: int) -> int:
        """The row behind the last of a table that begins at a row."""
        return self._trimmed(at, self._reach(at))

    def stands_apart(self, at: int, end: int) -> bool:
        """Whether a table begins and ends here: what stands close above or below it is no row with white of its own."""
        steps = sorted(self._steps(at, end))
        near = steps[len(steps) // 2] * _STEPPED
        beyond = [(at, at - 1)] if at else []
        beyond += [(end - 1, end)] if end < len(self._rows) else []
        return not any(
            abs(self._rows[own].y - self._rows[other].y) <= near
            and not self._barred[other]
            and (self.whites[other] or not self.whites[own])
            for own, other in beyond
        )

    def _reach(self, at: int) -> int:
        """The row behind the last that leaves the columns of the rows above it white."""
        taken = self.spans[at]
        for end in range(at + 1, len(self._rows)):
            above, row = self._rows[end - 1], self._rows[end]
            if above.y - row.y > _APART * max(above.size, row.size) or self._barred[end]:
                return end
            merged = _merged([*taken, *self.spans[end]])
            if len(merged) < 2:
                return end
            if end - at >= _LEAST_ROWS and any(
                not _is_kept(strip, merged) for strip in _strips(taken, GUTTER)
            ):
                return end
            taken = merged
        return len(self._rows)

    def _trimmed(self, at: int, end: int) -> int:
        """Without lines of one cell below that the white above them parts from the table, or a capital: a paragraph."""
        steps = self._steps(at, end)
        near = min(steps, default=0.0) * _STEPPED
        even = max(steps, default=0.0) <= near
        below = max((each for each in range(at, end) if self.whites[each]), default=at) + 1
        apart = (
            each
            for each in range(below, end)
            if steps[each - at - 1] > near or (even and not _GOES_ON.match(self._rows[each].text))
        )
        return next(apart, end)

    def _steps(self, at: int, end: int) -> list[float]:
        return [above.y - row.y for above, row in pairwise(self._rows[at:end])]


def _runs_beside(rows: Sequence[Row], own: range, middle: float) -> bool:
    """Whether other rows of the page are parted, or begin, at the same place, as in running text of two columns."""
    begins = min((word.x0 for at in own for word in rows[at].words if word.x0 > middle), default=middle)
    others = [row for at, row in enumerate(rows) if at not in own]
    return sum(side_of(row, middle) == 2 or abs(row.x0 - begins) < GUTTER for row in others) >= _LEAST_ROWS


def _has_white(row: Row) -> bool:
    least = max(GUTTER, row.size * 0.9)
    return any(after.x0 - before.x1 >= least for before, after in pairwise(row.words))


def _on_one_line(row: Row) -> bool:
    """Whether words of one size stand on one baseline; two columns of running text hardly ever share theirs."""
    ys = [word.y for word in row.words if word.look.size == row.size]
    return max(ys) - min(ys) <= _LEVEL


def _is_kept(strip: _Strip, spans: Sequence[_Strip]) -> bool:
    return any(
        strip[0] - 0.1 <= left and right <= strip[1] + 0.1 for left, right in _strips(spans, _LEAST_WHITE)
    )


def _strips(spans: Sequence[_Strip], least: float) -> list[_Strip]:
    """The white between spans, as wide as asked."""
    return [(left[1], right[0]) for left, right in pairwise(spans) if right[0] - left[1] >= least]


class _Spans:
    """The spans of each row of a page, told when they are first asked for: most rows of most pages never are."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._told: list[list[_Strip] | None] = [None] * len(rows)

    def __getitem__(self, at: int) -> list[_Strip]:
        told = self._told[at]
        if told is None:
            told = self._told[at] = _merged([(word.x0, word.x1) for word in self._rows[at].words])
        return told

    def between(self, at: int, end: int) -> list[list[_Strip]]:
        """Those of some rows that follow each other."""
        return [self[each] for each in range(at, end)]


def _merged(spans: list[_Strip]) -> list[_Strip]:
    """Spans from left to right, those put together that stand closer than columns do."""
    merged: list[_Strip] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] < _LEAST_WHITE:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _grid(rows: Sequence[Row], spans: Sequence[list[_Strip]]) -> RuledGrid | None:
    """The table of these rows, or None where columns or rows are not plain."""
    strips = _strips_of(spans)
    if not 1 <= len(strips) < _MOST_COLUMNS:
        return None
    if len(_strips_of(spans[1:])) > len(strips) and len(rows) > _LEAST_ROWS:
        return None  # the first row runs over columns of the others, which are looked at next
    lines = _Lines(list(rows), strips, [_cut(row, strips) for row in rows])
    if not _are_columns(lines):
        return None
    starts = _starts_by_white(lines)
    if len(starts) > 1:
        plain = _are_rows(lines, starts)
    else:
        starts, plain = _starts_by_cells(lines)
    return _built(lines, starts) if plain and _are_filled(lines, starts) else None


def _strips_of(spans: Sequence[list[_Strip]]) -> list[_Strip]:
    taken = _merged([each for row in spans for each in row])
    return _strips(taken, _LEAST_WHITE if len(spans) >= _MANY_ROWS else GUTTER)


def _cut(row: Row, strips: Sequence[_Strip]) -> list[str]:
    texts = [""] * (len(strips) + 1)
    begins = [strip[1] - 0.1 for strip in strips]
    for word in row.words:
        column = bisect_right(begins, word.x0)
        texts[column] += word.text if word.glued or not texts[column] else f" {word.text}"
    return texts


def _are_columns(lines: _Lines) -> bool:
    """Whether the strips part columns of a table, and not labels, page numbers or columns of running text."""
    several = sum(sum(map(bool, cells)) > 1 for cells in lines.cells)
    if several < _LEAST_ROWS or several * 2 < len(lines.rows):
        return False
    if any(_LEADERS.search(text) for cells in lines.cells for text in cells) or _are_contents(lines):
        return False
    if lines.columns > 2:
        return True
    return not all(map(_LABEL.fullmatch, lines.column(0)))


def _are_filled(lines: _Lines, starts: Sequence[int]) -> bool:
    """Whether every column has words in half of the table's rows, its head included."""
    rows = [lines.cells[start:end] for start, end in pairwise([*starts, len(lines.cells)])]
    return all(2 * sum(any(c[at] for c in row) for row in rows) >= len(rows) for at in range(lines.columns))


def _are_figures(texts: Sequence[str]) -> bool:
    return sum(bool(_FIGURE.fullmatch(text)) for text in texts) * 10 >= len(texts) * 7


def _are_contents(lines: _Lines) -> bool:
    """Whether the last column counts up as the pages of contents do, behind headings."""
    last = lines.column(-1)
    pages = [int(text) for text in last if text.isdecimal() and len(text) < 4]
    first = lines.column(lines.columns - 2)
    counts = len(pages) > _LEAST_ROWS and len(pages) >= len(last) - 1 and pages == sorted(pages)
    return counts and lines.columns <= 3 and not any(map(_FIGURE.fullmatch, first))


def _starts_by_white(lines: _Lines) -> list[int]:
    """Where rows of the table begin by the white between them; one of them where all lines stand evenly."""
    steps = [above.y - row.y for above, row in pairwise(lines.rows)]
    least = min(steps)
    starts = [0, *(at for at, step in enumerate(steps, start=1) if step > max(least * _STEPPED, least + 2))]
    return [0] if len(starts) == len(lines.rows) else starts


def _are_rows(lines: _Lines, starts: Sequence[int]) -> bool:
    """Whether what white parts are rows: their cells begin, or end, on one line; a line of one cell is a heading."""
    rows = [lines.cells[start:end] for start, end in pairwise([*starts, len(lines.cells)])]
    if any(len(row) > _MOST_LINES for row in rows):
        return False
    several = [row for row in rows if len(row) > 1 or sum(map(bool, row[0])) > 1]
    level = (all(sum(map(bool, row[at])) > 1 for row in several) for at in (0, -1))
    mixed = lines.columns > 2 and all(sum(map(any, zip(*row, strict=True))) > 1 for row in several)
    parted = lines.columns > 2 or _is_no_running_text(several)
    return len(several) >= _LEAST_ROWS and parted and (mixed or any(level))


def _is_no_running_text(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether two columns are no running text, whose lines stand beside each other as long as paragraphs last."""
    heights = [tuple([bool(cells[at]) for cells in row] for at in (0, 1)) for row in rows]
    whole = all(_ends_once(column) for row in heights for column in row)
    return whole and any(sum(left) != sum(right) or len(left) == 1 for left, right in heights[1:])


def _ends_once(filled: Sequence[bool]) -> bool:
    """Whether the lines of a cell stand together."""
    return sum(one != other for one, other in pairwise([False, *filled, False])) <= 2


def _starts_by_cells(lines: _Lines) -> tuple[list[int], bool]:
    """Where rows begin if lines stand evenly, and whether that is plain: a line is a row, or goes on with the one above."""
    starts, doubtful = [0], 0
    for at in range(1, len(lines.rows)):
        cells, above = lines.cells[at], lines.cells[at - 1]
        filled = [column for column, text in enumerate(cells) if text]
        running = [column for column in filled if _runs_on(above[column], cells[column])]
        if not cells[0] or (len(filled) < lines.columns and len(running) == len(filled)):
            continue
        doubtful += bool(running) and (lines.columns == 2 or len(running) == len(filled))
        starts.append(at)
    # columns of running text: lines that go on with the one above, in every column
    wide = (
        lines.columns > 2 or lines.strips[0][1] - lines.strips[0][0] >= _WIDE or _are_figures(lines.column(1))
    )
    return starts, wide and len(starts) >= _LEAST_ROWS and doubtful * 8 <= len(starts)


def _runs_on(above: str, text: str) -> bool:
    return bool(above and _GOES_ON.match(text)) and not _ENDED.search(above)


def _built(lines: _Lines, starts: Sequence[int]) -> RuledGrid:
    rows = lines.rows
    left, right = min(row.x0 for row in rows), max(row.words[-1].x1 for row in rows)
    xs = [left - 2, *((strip[0] + strip[1]) / 2 for strip in lines.strips), right + 2]
    ys = [rows[0].y + rows[0].size]
    ys += [(rows[at - 1].y + rows[at].y) / 2 + 0.3 * rows[at].size for at in starts[1:]]
    ys.append(rows[-1].y - 0.5 * rows[-1].size)
    grid = RuledGrid(xs, ys)
    slots = [(row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)]
    grid.cell_of = {slot: slot for slot in slots}
    return grid
