"""Paragraphs of a Word file with the cell that each stands in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from qorgau.reading.formats.bounds import MOST_DEPTH
from qorgau.reading.formats.tables import Grid, Span
from qorgau.reading.formats.word.parts import Element, W, number, value
from qorgau.reading.formats.word.runs import children
from qorgau.reading.source import Cell


def every_paragraph(
    container: Element, tables: Iterator[int], cell: Cell | None = None, depth: int = 0
) -> Iterator[tuple[Element, Cell | None]]:
    """Each paragraph below a container with its cell; one of a table within a table has that of the inner one."""
    for child in children(container):
        if child.tag == W + "p":
            yield child, cell
        elif depth >= MOST_DEPTH:
            continue
        elif child.tag == W + "tbl" and not is_frame(child):
            yield from _of_table(child, tables, depth + 1)
        elif not _deleted_row(child):
            yield from every_paragraph(child, tables, cell, depth + 1)


def is_frame(table: Element) -> bool:
    """Whether a table is only a box around text: one cell."""
    every = (cell for row in _rows(table) for cell in _cells(row))
    return len(list(islice(every, 2))) < 2


def _of_table(table: Element, tables: Iterator[int], depth: int) -> Iterator[tuple[Element, Cell | None]]:
    grid = Grid(next(tables))
    for row in _rows(table):
        grid.begin_row(number(row.find(f"{W}trPr/{W}gridBefore")) or 0)
        for element in _cells(row):
            place = grid.place(_span(element))
            if element.find(f"{W}tcPr/{W}cellDel") is None:  # deleted, it holds its place and says nothing
                yield from every_paragraph(element, tables, place, depth + 1)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, also those within controls; deleted ones are gone."""
    return (row for row in _held(table, W + "tr", W + "tbl") if not _deleted_row(row))


def _cells(row: Element) -> Iterator[Element]:
    return _held(row, W + "tc", W + "tr")


def _held(element: Element, tag: str, within: str, depth: int = 0) -> Iterator[Element]:
    for child in children(element):
        if child.tag == tag:
            yield child
        elif child.tag != within and depth < 4:
            yield from _held(child, tag, within, depth + 1)


def _span(cell: Element) -> Span:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    goes_on = merged is not None and value(merged) in (None, "continue")
    return Span(number(cell.find(f"{W}tcPr/{W}gridSpan")) or 1, goes_on=goes_on)


def _deleted_row(element: Element) -> bool:
    return bool(element.tag == W + "tr" and element.find(f"{W}trPr/{W}del") is not None)
