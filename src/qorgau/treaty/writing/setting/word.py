"""A report as a Word file in the layout of the United Nations: paragraphs and notes number themselves when it is edited."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from qorgau.complaints.documents.word import without_clock
from qorgau.treaty.writing.report import (
    Annex,
    Aside,
    Grid,
    Heading,
    Item,
    Numbered,
    Quoted,
    Report,
    Run,
    Tabled,
)
from qorgau.treaty.writing.setting.word_head import write_head
from qorgau.treaty.writing.setting.word_notes import WordNotes
from qorgau.treaty.writing.setting.word_numbers import number_paragraphs
from qorgau.treaty.writing.setting.word_pages import lay_out_pages
from qorgau.treaty.writing.setting.word_styles import LOCALES, Style, make_styles
from qorgau.treaty.writing.setting.word_tables import write_grid, write_tabled


def write_report(report: Report) -> bytes:
    """The .docx; the same report gives the same bytes."""
    document = Document()
    _about(document, report)
    make_styles(document, report.language)
    numbers = number_paragraphs(document)
    lay_out_pages(document, report)
    write_head(document, report.masthead)
    setter = _Setter(document, WordNotes(document, report.notes), numbers)
    for item in report.items:
        setter.set(item)
    for place, annex in enumerate(report.annexes):
        _annex(document, annex, new_page=place == 0)
    setter.notes.finish()
    written = BytesIO()
    document.save(written)
    return without_clock(written.getvalue(), report.dated)


def _about(document: WordDocument, report: Report) -> None:
    about, dated = document.core_properties, datetime.fromtimestamp(report.dated, tz=UTC).replace(tzinfo=None)
    about.title, about.author = report.masthead.title, report.author or "Qorgau"
    about.subject, about.language = report.masthead.committee, LOCALES[report.language]
    about.created = about.modified = dated
    about.last_modified_by, about.comments = "Qorgau", ""


class _Setter:
    """Sets one item after another."""

    def __init__(self, document: WordDocument, notes: WordNotes, numbers: int) -> None:
        self._document, self.notes, self._numbers = document, notes, numbers

    def set(self, item: Item) -> None:
        if isinstance(item, Heading):
            self._heading(item)
        elif isinstance(item, Numbered):
            self._numbered(item)
        elif isinstance(item, Quoted):
            self._runs(Style.QUOTED, item.runs)
        elif isinstance(item, Tabled):
            self._tabled(item)
        elif isinstance(item, Aside):
            self._document.add_paragraph(item.text, style=Style.ASIDE.value)

    def _heading(self, item: Heading) -> None:
        label = f"{item.label}\t" if item.label else ""
        self._document.add_paragraph(f"{label}{item.text}", style=f"Heading {item.level}")

    def _numbered(self, item: Numbered) -> None:
        # What opens a list does not stay behind on the page before.
        self._runs(Style.NUMBERED, item.runs).paragraph_format.keep_with_next = bool(item.points) or None
        for point in item.points:
            self._runs(Style.POINT, (Run(text=f"{point.label}\t"), *point.runs))

    def _runs(self, style: Style, runs: tuple[Run, ...]) -> Paragraph:
        made = self._document.add_paragraph(style=style.value)
        self._fill(made, runs)
        return made

    def _tabled(self, item: Tabled) -> None:
        self._document.add_paragraph(item.label, style=Style.TABLE_LABEL.value)
        self._document.add_paragraph(item.title, style=Style.TABLE_TITLE.value)
        write_tabled(self._document, item, breadth=Mm(170), fill=self._fill)
        self._document.add_paragraph(item.below, style=Style.BELOW_TABLE.value)

    def _fill(self, paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
        for each in runs:
            if each.text:
                paragraph.add_run(each.text).italic = each.lead or None
            if each.note:
                self.notes.call(paragraph, each.note)


def _annex(document: WordDocument, annex: Annex, *, new_page: bool) -> None:
    label = document.add_paragraph(style="Heading 1")
    label.paragraph_format.page_break_before = new_page
    label.add_run(annex.label)
    document.add_paragraph(annex.title, style="Heading 2")
    for item in annex.items:
        if isinstance(item, Grid):
            write_grid(document, item, breadth=Mm(170))
        else:
            document.add_paragraph(item.text, style=Style.PLAIN.value)
