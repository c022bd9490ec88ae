"""Tables of a Word file: fixed columns, a head that comes again on every page."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import _Cell, _Row

from qorgau.treaty.writing.report import Grid


def write_grid(document: WordDocument, grid: Grid, *, breadth: Mm) -> None:
    """A table over the whole breadth of the page."""
    table = document.add_table(rows=1, cols=len(grid.head), style="Table Grid")
    table.autofit = False
    widths = [Length(breadth * share // sum(grid.widths)) for share in grid.widths]
    _row(table.rows[0], grid.head, widths, italic=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for each in grid.rows:
        _row(table.add_row(), each, widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    document.add_paragraph()


def _row(row: _Row, words: tuple[str, ...], widths: list[Length], *, italic: bool = False) -> None:
    for cell, word, width in zip(row.cells, words, widths, strict=True):
        cell.width = width
        _fill(cell, word, italic=italic)


def _fill(cell: _Cell, word: str, *, italic: bool) -> None:
    run = cell.paragraphs[0].add_run(word)
    run.italic, run.font.size = italic, Pt(8)


def rule_below(row: _Row, *, eighths: int) -> None:
    """A rule under every cell of a row; eighths of a point."""
    for cell in row.cells:
        borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", "000000")):
            bottom.set(qn(f"w:{key}"), value)
        borders.append(bottom)
        cell._tc.get_or_add_tcPr().append(borders)
