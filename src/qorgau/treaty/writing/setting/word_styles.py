"""The styles of a report: each thing of a report has one, so that whoever edits the file changes it in one place."""

from __future__ import annotations

from enum import StrEnum

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from qorgau.lawbook import Language

FONT = "Times New Roman"
"""The face of documents of the United Nations; every Word has it."""
LOCALES = {Language.EN: "en-GB", Language.RU: "ru-RU", Language.KK: "kk-KZ"}
_INNER = Mm(20)
_AMBER = RGBColor.from_string("8A5A00")


class Style(StrEnum):
    """A style of ours, by the name that Word shows."""

    NUMBERED = "Report paragraph"  # with its number
    POINT = "Report point"  # a lettered part
    QUOTED = "Report recommendation"  # what the committee asked
    ASIDE = "Report draft remark"  # only in drafts
    PLAIN = "Report annex text"
    TABLE_LABEL = "Report table number"
    TABLE_TITLE = "Report table title"
    CELL = "Report table text"
    BELOW_TABLE = "Report table note"
    MASTHEAD = "Report masthead"
    NOTE = "footnote text"  # Word's own name: it looks for it
    CALL = "footnote reference"


def make_styles(document: WordDocument, language: Language) -> None:
    """Make every style of a report."""
    _normal(document, language)
    for level, size, left in ((1, 12, Mm(0)), (2, 10, _INNER), (3, 10, _INNER)):
        _heading(document, level, size=Pt(size), left=left)
    # The third level is set as the United Nations set their fourth: their second and third look alike.
    document.styles["Heading 3"].font.bold, document.styles["Heading 3"].font.italic = False, True
    _title(document)
    _paragraph(document, Style.NUMBERED, left=_INNER)
    _paragraph(document, Style.POINT, left=Mm(40), first=Mm(-10))
    quoted = _paragraph(document, Style.QUOTED, left=Mm(30), right=Mm(30))
    quoted.font.bold = True
    aside = _paragraph(document, Style.ASIDE, left=Mm(0), right=Mm(0))
    aside.font.color.rgb, aside.font.size = _AMBER, Pt(9)
    _paragraph(document, Style.PLAIN, left=Mm(0), right=Mm(0))
    _of_tables(document)
    masthead = _paragraph(document, Style.MASTHEAD, left=Mm(0), right=Mm(0), justify=False)
    masthead.paragraph_format.space_after = Pt(2)
    note = _paragraph(document, Style.NOTE, left=_INNER, first=Mm(-4))
    note.font.size, note.paragraph_format.space_after = Pt(9), Pt(0)
    call = document.styles.add_style(Style.CALL.value, WD_STYLE_TYPE.CHARACTER, builtin=True)
    call.font.superscript = True


def _of_tables(document: WordDocument) -> None:
    """Number and title above a table, the words of its cells, and the note below."""
    flush = {"left": Mm(0), "right": Mm(0), "justify": False}
    for name, size, after in (
        (Style.TABLE_LABEL, 9, 0),
        (Style.TABLE_TITLE, 9, 4),
        (Style.CELL, 8, 1),
        (Style.BELOW_TABLE, 8, 10),
    ):
        style = _paragraph(document, name, **flush)  # type: ignore[arg-type]
        style.font.size, style.paragraph_format.space_after = Pt(size), Pt(after)
        style.paragraph_format.line_spacing = Pt(size + 2)
        # The number and the title stay with their table.
        style.paragraph_format.keep_with_next = name in (Style.TABLE_LABEL, Style.TABLE_TITLE)
    document.styles[Style.TABLE_LABEL.value].paragraph_format.space_before = Pt(8)
    document.styles[Style.CELL.value].paragraph_format.space_before = Pt(1)
    document.styles[Style.BELOW_TABLE.value].paragraph_format.space_before = Pt(3)
    document.styles[Style.TABLE_TITLE.value].font.bold = True


def _normal(document: WordDocument, language: Language) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    letters = normal.element.get_or_add_rPr()
    for script in ("eastAsia", "cs"):
        letters.rFonts.set(qn(f"w:{script}"), FONT)
    speak(letters, language)


def speak(letters: BaseOxmlElement, language: Language) -> None:
    """Say in which language words are, so that their spelling is checked by its rules and a voice reads them by its sounds."""
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), LOCALES[language])
    letters.append(told)


def _heading(document: WordDocument, level: int, *, size: Pt, left: Mm) -> None:
    style = document.styles[f"Heading {level}"]
    _plain_letters(style, size)
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(18 if level == 1 else 12), Pt(8), True
    form.left_indent, form.right_indent = left, _INNER
    if level < 3:
        # The number or letter stands in the margin before the words.
        form.left_indent, form.first_line_indent = _INNER, -_INNER
        form.tab_stops.add_tab_stop(_INNER)


def _title(document: WordDocument) -> None:
    style = document.styles["Title"]
    _plain_letters(style, Pt(14))
    form = style.paragraph_format
    form.space_before, form.space_after, form.left_indent, form.right_indent = Pt(12), Pt(10), _INNER, _INNER
    # The template draws a coloured line under titles.
    if (border := style.element.get_or_add_pPr().find(qn("w:pBdr"))) is not None:
        border.getparent().remove(border)


def _plain_letters(style: ParagraphStyle, size: Pt) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, size, True
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        # The theme's font would win over the named one.
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    # The template ties headings to coloured styles of letters, which some readers of Word files prefer.
    if (tie := style.element.find(qn("w:link"))) is not None:
        style.element.remove(tie)


def _paragraph(
    document: WordDocument,
    name: Style,
    *,
    left: Mm,
    right: Mm = _INNER,
    first: Mm | None = None,
    justify: bool = True,
) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(
        name.value, WD_STYLE_TYPE.PARAGRAPH, builtin=name is Style.NOTE
    )
    style.base_style = document.styles["Normal"]
    form = style.paragraph_format
    form.left_indent, form.right_indent, form.space_after = left, right, Pt(6)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(12)
    if first is not None:
        form.first_line_indent = first
        form.tab_stops.add_tab_stop(left)
    if justify:
        form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return style
