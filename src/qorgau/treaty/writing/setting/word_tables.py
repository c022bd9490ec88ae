"""Tables of a Word file: fixed columns, a head that comes again on every page, a short one never parted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from qorgau.treaty.writing.report import Grid, Run, Tabled
from qorgau.treaty.writing.setting.word_styles import Style

_SHORT = 12
"""A table of at most so many rows stays on one page."""
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
    _tell(table, f"{tabled.label}. {tabled.title}", tabled.below)
    _at_right(table.rows[0].cells[tabled.worded :])
    for place, each in enumerate(tabled.rows):
        row = _added(table)
        cells = [row.cells[0].merge(row.cells[-1])] if len(each) == 1 else list(row.cells)
        for cell, run, width in zip(cells, each, widths, strict=False):
            cell.width = Length(sum(widths)) if len(each) == 1 else width
            cell.paragraphs[0]._p.style = _CELL
            fill(cell.paragraphs[0], (run,))
        _at_right(cells[tabled.worded :])
        if _stays(tabled, place):
            _with_next(cells)
    _with_next(table.rows[0].cells)


def _stays(tabled: Tabled, place: int) -> bool:
    """Whether a row stays with what follows: in a short table, with rows under the same title, and the last with its source."""
    following = tabled.rows[place + 1 : place + 2]
    if not following:
        return bool(tabled.below)
    grouped = any(len(row) == 1 for row in tabled.rows)
    return len(tabled.rows) <= _SHORT or (grouped and len(following[0]) > 1)


def _tell(table: Table, title: str, about: str) -> None:
    """What a screen reader says of the table before it is read out."""
    for name, words in (("tblCaption", title), ("tblDescription", about)):
        if words:
            table._tbl.tblPr.append(_element(name, {"val": words}))


def _at_right(cells: Iterable[_Cell]) -> None:
    """Numbers stand one below the other by their last digit."""
    for each in cells:
        each.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _with_next(cells: Iterable[_Cell]) -> None:
    for each in cells:
        each.paragraphs[0].paragraph_format.keep_with_next = True


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
    # The words of the first column begin where the words of the page do.
    for side, room in (("left", "0"), ("right", "100")):
        margins.append(_element(side, {"w": room, "type": "dxa"}))
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


def in_columns(table: Table, widths: Sequence[Length]) -> None:
    """Fixed columns, without room beside their words: some programs read only the columns, others only the cells."""
    table.autofit = False
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(side, {"w": "0", "type": "dxa"}))
    table._tbl.tblPr.find(qn("w:tblLayout")).addnext(margins)
    for place, width in enumerate(widths):
        table.columns[place].width = width
        for cell in table.columns[place].cells:
            cell.width = width


def rule_below(row: _Row, *, eighths: int) -> None:
    """A rule under every cell of a row; eighths of a point."""
    for cell in row.cells:
        borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", "000000")):
            bottom.set(qn(f"w:{key}"), value)
        borders.append(bottom)
        cell._tc.get_or_add_tcPr().append(borders)
