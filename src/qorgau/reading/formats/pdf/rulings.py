"""The straight lines that a page draws: borders of tables are among them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

import pypdfium2.raw as raw

_THIN = 3.0  # points: a thicker path is no line
_LEAST = 4.0  # points: a shorter line is a sign
_SAME = 1.5  # points between lines that are one border
MEETS = 3.0  # points by which lines may miss each other at a corner
MOST_OBJECTS = 20_000  # of one page: more is a drawing
_MOST_LINES = 4_000
_MOST_POINTS = 400


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line along one axis: `at` is where it stands on the other one."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Whether it runs past a place on its axis."""
        return self.start - MEETS <= place <= self.end + MEETS


@dataclass(frozen=True, slots=True)
class Rulings:
    """A page's lines, those that meet end to end put together."""

    across: tuple[Ruling, ...] = ()
    down: tuple[Ruling, ...] = ()


_Corner = tuple[float, float]
_Thing = TypeVar("_Thing")


def rulings_of(page: Any, turn: int) -> Rulings:
    """The lines of a page turned as its text is; none of a page that is a drawing."""
    count = raw.FPDFPage_CountObjects(page.raw)
    if count > MOST_OBJECTS:
        return Rulings()
    turned = turning(page, turn)
    across, down = list[Ruling](), list[Ruling]()
    for first, second in _lines(page, count):
        (x0, y0), (x1, y1) = turned(first), turned(second)
        if abs(y1 - y0) <= _THIN and abs(x1 - x0) >= _LEAST:
            across.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _THIN and abs(y1 - y0) >= _LEAST:
            down.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        if len(across) + len(down) > _MOST_LINES:
            return Rulings()
    return Rulings(tuple(_joined(across)), tuple(_joined(down)))


def turning(page: Any, turn: int) -> Callable[[_Corner], _Corner]:
    """How a point of the page stands for whoever turns it so that text of that direction runs from left to right."""
    if turn == 0:
        return lambda point: point
    width, height = page.get_size() if page.get_rotation() in (0, 180) else page.get_size()[::-1]
    if turn == 90:
        return lambda point: (point[1], width - point[0])
    if turn == 180:
        return lambda point: (width - point[0], height - point[1])
    return lambda point: (height - point[1], point[0])


def _lines(page: Any, count: int) -> Iterator[tuple[_Corner, _Corner]]:
    """The two ends of each line that a path draws, alone or as the side of a box."""
    box = [ctypes.c_float() for _ in range(4)]
    for index in range(count):
        path = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(path) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(path, *box):
            continue
        left, bottom, right, top = (each.value for each in box)
        if right - left <= _THIN or top - bottom <= _THIN:
            yield (left, bottom), (right, top)
        else:
            yield from _of_shape(path)


def _of_shape(path: Any) -> Iterator[tuple[_Corner, _Corner]]:
    """The sides of what a path outlines; of what it only fills, the shapes that are thin."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    for corners in _outlines(path):
        if stroke.value:
            yield from pairwise(corners)
        elif fill.value and corners:
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            if max(xs) - min(xs) <= _THIN or max(ys) - min(ys) <= _THIN:
                yield (min(xs), min(ys)), (max(xs), max(ys))


def _outlines(path: Any) -> Iterator[list[_Corner]]:
    """The corners of each outline of a path; a curve is no border."""
    count = raw.FPDFPath_CountSegments(path)
    matrix = raw.FS_MATRIX()
    if not 1 < count <= _MOST_POINTS or not raw.FPDFPageObj_GetMatrix(path, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    corners: list[_Corner] = []
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return
        if kind == raw.FPDF_SEGMENT_MOVETO and corners:
            yield corners
            corners = []
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        corners.append(_moved(matrix, x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    yield corners


def _moved(matrix: Any, x: float, y: float) -> _Corner:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _joined(lines: Iterable[Ruling]) -> Iterator[Ruling]:
    """Lines that are one border, drawn piece by piece."""
    ordered = sorted(lines, key=lambda each: each.at)
    for group in clusters(ordered, [each.at for each in ordered]):
        open_: Ruling | None = None
        for each in sorted(group, key=lambda one: one.start):
            if open_ is not None and each.start <= open_.end + MEETS:
                open_ = Ruling(open_.at, open_.start, max(open_.end, each.end))
                continue
            if open_ is not None:
                yield open_
            open_ = each
        if open_ is not None:
            yield open_


def clusters(things: Sequence[_Thing], values: Sequence[float]) -> Iterator[list[_Thing]]:
    """Ordered things in groups whose values hardly differ from one to the next."""
    group: list[_Thing] = []
    first = 0.0
    for thing, value in zip(things, values, strict=True):
        if group and value - first > _SAME:
            yield group
            group = []
        if not group:
            first = value
        group.append(thing)
    if group:
        yield group
