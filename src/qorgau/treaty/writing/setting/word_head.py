"""The masthead of a Word file."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from qorgau.lawbook import Language
from qorgau.treaty.writing.report import Masthead
from qorgau.treaty.writing.setting.word_pages import underline
from qorgau.treaty.writing.setting.word_styles import Style, speak
from qorgau.treaty.writing.setting.word_tables import in_columns, rule_below

_RED = RGBColor.from_string("A3261B")
_WIDE, _NARROW = Mm(110), Mm(60)


def write_head(document: WordDocument, head: Masthead) -> None:
    """Who, to whom, and what the paper is."""
    if head.synthetic:
        warned = document.add_paragraph(style=Style.MASTHEAD.value).add_run(head.synthetic)
        warned.bold, warned.font.color.rgb = True, _RED
    table = document.add_table(rows=2, cols=2)
    in_columns(table, (_WIDE, _NARROW))
    _fill(table.cell(0, 0), (head.organisation,), size=14)
    _fill(table.cell(0, 1), (head.symbol,), size=10, right=True)
    _fill(table.cell(1, 0), (head.treaty,), size=14, bold=True)
    _fill(table.cell(1, 1), head.right, size=10, english=bool(head.symbol))
    rule_below(table.rows[0], eighths=4)
    rule_below(table.rows[1], eighths=12)
    _say(document, head.committee, size=12, bold=True, above=Pt(8))
    _title(document, head)


def _title(document: WordDocument, head: Masthead) -> None:
    title = document.add_paragraph(style="Title")
    run = title.add_run(head.title)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(14), RGBColor(0, 0, 0)
    for each in head.lines:
        _say(document, each, size=10, left=Mm(20))
    if head.received:
        _say(document, head.received, size=10, right=True)
    end = document.add_paragraph(style=Style.MASTHEAD.value)
    underline(end, eighths=4)


def _say(
    document: WordDocument,
    words: str,
    *,
    size: int,
    bold: bool = False,
    left: Mm | None = None,
    right: bool = False,
    above: Pt | None = None,
) -> None:
    paragraph = document.add_paragraph(style=Style.MASTHEAD.value)
    if above is not None:
        paragraph.paragraph_format.space_before = above
    run = paragraph.add_run(words)
    run.bold, run.font.size = bold, Pt(size)
    if left is not None:
        paragraph.paragraph_format.left_indent = left
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _fill(
    cell: _Cell,
    lines: tuple[str, ...],
    *,
    size: int,
    bold: bool = False,
    right: bool = False,
    english: bool = False,
) -> None:
    cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM if right else WD_ALIGN_VERTICAL.TOP
    for place, words in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.style = Style.MASTHEAD.value
        run = paragraph.add_run(words)
        run.bold, run.font.size = bold, Pt(size)
        if english:
            # The secretariat prints these in English in every language: they are no mistakes of spelling.
            speak(run._r.get_or_add_rPr(), Language.EN)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
