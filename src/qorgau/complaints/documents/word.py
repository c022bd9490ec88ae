"""A paper as a Word file, to be completed by whoever signs it: the same parts in the same order as the PDF."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from qorgau.complaints.documents.sheet import Grid, Part, Sheet
from qorgau.lawbook import Language
from qorgau.wording import say

_INK, _GREY, _RED, _AMBER = (RGBColor.from_string(each) for each in ("10343F", "4D5A60", "A3261B", "8A5A00"))
_BLANK = "_" * 40
_LOCALES = {Language.EN: "en-GB", Language.RU: "ru-RU", Language.KK: "kk-KZ"}
_FONT = "Noto Sans"


def write_word(sheet: Sheet) -> bytes:
    """The .docx; the same sheet gives the same bytes."""
    document = Document()
    _page(document, sheet)
    _head(document, sheet)
    for part in sheet.parts:
        _part(document, part)
    _signatures(document, sheet)
    written = BytesIO()
    document.save(written)
    return without_clock(written.getvalue(), sheet.dated)


def _page(document: WordDocument, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    _letters(document, sheet.language)
    footer = section.footer.paragraphs[0].add_run(f"{sheet.title} · {sheet.footer}")
    footer.font.size, footer.font.color.rgb = Pt(8), _GREY
    about, dated = document.core_properties, datetime.fromtimestamp(sheet.dated, tz=UTC).replace(tzinfo=None)
    about.title, about.author, about.language = (
        f"{sheet.title} {sheet.number}",
        "Qorgau",
        _LOCALES[sheet.language],
    )
    about.created = about.modified = dated
    about.last_modified_by, about.comments = "Qorgau", ""


def _letters(document: WordDocument, language: Language) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(10)
    normal.paragraph_format.space_after = Pt(5)
    letters = normal.element.get_or_add_rPr()
    letters.rFonts.set(qn("w:eastAsia"), _FONT)
    letters.rFonts.set(qn("w:cs"), _FONT)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LOCALES[language])
    letters.append(spoken)
    for level, size in ((1, 17), (2, 12)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
        fonts = style.element.get_or_add_rPr().rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            # The theme's font would win over the named one.
            fonts.attrib.pop(qn(f"w:{theme}"), None)


def _head(document: WordDocument, sheet: Sheet) -> None:
    if sheet.synthetic:
        _say(document, sheet.synthetic, colour=_RED, bold=True)
    _say(document, sheet.body, colour=_INK, bold=True)
    right = document.add_paragraph(f"{sheet.number}\n{sheet.dated_on}")
    right.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_heading(sheet.title, level=1)
    _line(document, say("complaints.paper_to", sheet.language), sheet.to)


def _part(document: WordDocument, part: Part) -> None:
    if part.heading:
        heading = document.add_heading(part.heading, level=2)
        if part.remark:
            heading.runs[0].font.color.rgb = _AMBER
    for each in part.paragraphs:
        document.add_paragraph(each)
    for label, value in part.lines:
        _line(document, label, value)
    for each in part.points:
        document.add_paragraph(each, style="List Bullet")
    if part.grid is not None:
        _grid(document, part.grid)


def _grid(document: WordDocument, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=len(grid.head), style="Table Grid")
    for cell, word in zip(table.rows[0].cells, grid.head, strict=True):
        _fill(cell, word, bold=True)
    _repeat_head(table.rows[0]._tr)
    for row in grid.rows:
        for cell, word in zip(table.add_row().cells, row, strict=True):
            _fill(cell, word)
    document.add_paragraph()


def _repeat_head(row: object) -> None:
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]
    properties.append(OxmlElement("w:tblHeader"))


def _fill(cell: _Cell, word: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(word)
    run.bold, run.font.size = bold, Pt(9)


def _line(document: WordDocument, label: str, value: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}: ").font.color.rgb = _GREY
    paragraph.add_run(value or _BLANK)


def _say(document: WordDocument, text: str, *, colour: RGBColor, bold: bool = False) -> None:
    run = document.add_paragraph().add_run(text)
    run.bold, run.font.color.rgb = bold, colour


def _signatures(document: WordDocument, sheet: Sheet) -> None:
    document.add_paragraph()
    for each in sheet.signatures:
        _line(document, each, "")
    _say(document, sheet.draft, colour=_GREY)


def without_clock(made: bytes, dated: int) -> bytes:
    """The same parts with the paper's own date, for python-docx writes the moment of saving into the archive."""
    day = datetime.fromtimestamp(dated, tz=UTC).timetuple()[:6]
    written = BytesIO()
    with ZipFile(BytesIO(made)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, date_time=day), old.read(name), compress_type=ZIP_DEFLATED)
    return written.getvalue()
