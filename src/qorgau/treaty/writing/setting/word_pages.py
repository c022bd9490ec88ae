"""Pages of a Word file: A4, the symbol at the head of every page but the first, the page's number at its foot."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from qorgau.treaty.writing.report import Report

_AFTER = ("w:evenAndOddHeaders", "w:characterSpacingControl", "w:compat")
"""Settings before one of which that of hyphenation stands: their order is fixed."""
_LEFT, _RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


def lay_out_pages(document: WordDocument, report: Report) -> None:
    """Set the page, its head and its foot; left and right pages mirror each other."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(20)
    section.header_distance, section.footer_distance = Mm(15), Mm(10)
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    _hyphenate(document)
    head = report.masthead
    running = head.symbol or head.title
    _head(section.header, running, _RIGHT)
    _head(section.even_page_header, running, _LEFT)
    # The first page has its masthead instead.
    section.first_page_header.is_linked_to_previous = False
    _foot(section.footer, head.draft, _RIGHT)
    _foot(section.even_page_footer, head.draft, _LEFT)
    _first_foot(section.first_page_footer, head.draft)


def _hyphenate(document: WordDocument) -> None:
    """Long words of narrow columns are parted where their language parts them."""
    settings = document.settings.element
    after = next(each for each in _AFTER if settings.find(qn(each)) is not None)
    settings.find(qn(after)).addprevious(OxmlElement("w:autoHyphenation"))


def _head(header: _Header, words: str, side: WD_ALIGN_PARAGRAPH) -> None:
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    run = paragraph.add_run(words)
    run.bold, run.font.size, paragraph.alignment = True, Pt(9), side
    underline(paragraph, eighths=4)


def _foot(footer: _Footer, draft: str, side: WD_ALIGN_PARAGRAPH) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    if draft and side is _RIGHT:
        paragraph.add_run(f"{draft}    ").font.size = Pt(8)
    _page_number(paragraph)
    if draft and side is _LEFT:
        paragraph.add_run(f"    {draft}").font.size = Pt(8)


def _first_foot(footer: _Footer, draft: str) -> None:
    """The first page bears no number: the secretariat puts that of its job there."""
    footer.is_linked_to_previous = False
    if draft:
        footer.paragraphs[0].alignment = _RIGHT
        footer.paragraphs[0].add_run(draft).font.size = Pt(8)


def _page_number(paragraph: Paragraph) -> None:
    """A field, which Word fills in."""
    run = paragraph.add_run()
    run.bold, run.font.size = True, Pt(9)
    for kind in ("begin", "", "separate", "text", "end"):
        if kind == "":
            made = OxmlElement("w:instrText")
            made.set(qn("xml:space"), "preserve")
            made.text = " PAGE "
        elif kind == "text":
            made = OxmlElement("w:t")
            made.text = "1"
        else:
            made = OxmlElement("w:fldChar")
            made.set(qn("w:fldCharType"), kind)
        run._r.append(made)


def underline(paragraph: Paragraph, *, eighths: int) -> None:
    """A rule under a paragraph; eighths of a point."""
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", str(eighths)), ("space", "4"), ("color", "000000")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    form = paragraph._p.get_or_add_pPr()
    # Word reads the parts of a paragraph's form in one order only.
    form.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
