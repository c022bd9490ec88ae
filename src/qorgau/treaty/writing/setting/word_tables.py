"""Tables of a Word file: fixed columns, a head that comes again on every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from qorgau.treaty.writing.report import Grid, Run, Tabled
from qorgau.treaty.writing.setting.word_styles import Style

# By its id: looking a style up by its name for each of a thousand cells takes most of the time of a long report.
_CELL = Style.CELL.value.replace(" ", "")


def write_grid(document: WordDocument, grid: Grid, *, breadth: Mm) -> None:
    """A table over the whole breadth of the page."""
    table, widths = _begin(document, grid.head, grid.widths, breadth)
    for each in grid.rows:
        row = _added(table)
        _row(row, each, widths)
    document.add_paragraph(style=Style.BELOW_TABLE.value)


def write_tabled(
    document: WordDocument,
    tabled: Tabled,
    *,
    breadth: Mm,
    fill: Callable[[Paragraph, tuple[Run, ...]], None],
) -> None:
    """A table within the report; its cells may call notes, which `fill` sets."""
    table, widths = _begin(document, tabled.head, tabled.widths, breadth)
    for each in tabled.rows:
        row = _added(table)
        for cell, run, width in zip(row.cells, each, widths, strict=True):
            cell.width = width
            cell.paragraphs[0]._p.style = _CELL
            fill(cell.paragraphs[0], (run,))


def _begin(
    document: WordDocument, head: tuple[str, ...], shares: tuple[int, ...], breadth: Mm
) -> tuple[Table, list[Length]]:
    """A table with its head, which comes again on every page."""
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    table.autofit = False
    _ruled(table)
    widths = [Length(breadth * share // sum(shares)) for share in shares]
    _row(table.rows[0], head, widths, italic=True)
    _whole(table.rows[0])
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table, widths


def _ruled(table: Table) -> None:
    """Rules between the rows and none between columns, as the United Nations set tables; little room beside the words."""
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        across = side in ("top", "bottom", "insideH")
        rule = {"val": "single", "sz": "4", "space": "0", "color": "000000"} if across else {"val": "nil"}
        borders.append(_element(side, rule))
    for side in ("left", "right"):
        margins.append(_element(side, {"w": "57", "type": "dxa"}))
    # Word reads the parts of a table's form in one order only.
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)


def _element(name: str, values: Mapping[str, str]) -> BaseOxmlElement:
    made: BaseOxmlElement = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _added(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    _whole(row)
    return row


def _whole(row: _Row) -> None:
    """A row is not broken over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _row(row: _Row, words: tuple[str, ...], widths: list[Length], *, italic: bool = False) -> None:
    for cell, word, width in zip(row.cells, words, widths, strict=True):
        cell.width = width
        _fill(cell, word, italic=italic)


def _fill(cell: _Cell, word: str, *, italic: bool) -> None:
    cell.paragraphs[0]._p.style = _CELL
    cell.paragraphs[0].add_run(word).italic = italic or None


def rule_below(row: _Row, *, eighths: int) -> None:
    """A rule under every cell of a row; eighths of a point."""
    for cell in row.cells:
        borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", "000000")):
            bottom.set(qn(f"w:{key}"), value)
        borders.append(bottom)
        cell._tc.get_or_add_tcPr().append(borders)
