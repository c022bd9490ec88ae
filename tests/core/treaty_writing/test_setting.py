"""The files: Word with numbers and notes that number themselves, PDF with the same words; the same bytes each time."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from lxml import etree
from tests.core.treaty_writing.drafts import answer, draft, edition, full

from qorgau.lawbook import Language
from qorgau.reading.formats import open_source
from qorgau.treaty.writing.composing import compose
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.report import Numbered, Quoted, Report, runs_of
from qorgau.treaty.writing.setting import Form, set_report
from qorgau.treaty.writing.setting.typography import finished

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_text(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return " ".join(pages[place].get_textpage().get_text_range() for place in range(len(pages)))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufffe\u00ad-]+", "", text)


def notes_of(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        root = etree.fromstring(file.read("word/footnotes.xml"))
    numbered = [each for each in root if each.get(f"{_W}type") is None]
    assert [each.get(f"{_W}id") for each in numbered] == [str(place + 1) for place in range(len(numbered))]
    return ["".join(text.text or "" for text in each.iter(f"{_W}t")) for each in numbered]


def every_sentence(made: Report) -> list[str]:
    told = [run.text.strip() for item in made.items for run in runs_of(item) if len(run.text.strip()) > 3]
    return [made.masthead.title, made.masthead.committee, *told, *made.notes]


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        *((kind, Language.EN) for kind in ReportKind),
        *((ReportKind.PERIODIC, each) for each in (Language.RU, Language.KK)),
    ],
)
def test_both_files_hold_every_sentence_of_the_report(kind: ReportKind, language: Language) -> None:
    made = compose(full(language, kind=kind), edition()).report
    document = Document(BytesIO(word := set_report(made, Form.DOCX)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    in_word = squeezed(" ".join([*(each.text for each in document.paragraphs), *cells, *notes_of(word)]))
    in_pdf = squeezed(pdf_text(set_report(made, Form.PDF)))
    for sentence in every_sentence(finished(made)):
        assert squeezed(sentence) in in_word
        assert squeezed(sentence) in in_pdf, sentence


@pytest.mark.parametrize("form", Form)
def test_the_same_report_gives_the_same_bytes_and_another_version_others(form: Form) -> None:
    made = compose(full(), edition()).report
    assert set_report(made, form) == set_report(made, form)
    other = compose(full(), edition(version=4)).report
    assert set_report(other, form) != set_report(made, form)


def test_word_numbers_the_paragraphs_and_calls_the_notes_in_order() -> None:
    made = compose(full(count=5), edition()).report
    document = Document(BytesIO(set_report(made, Form.DOCX)))
    style = document.styles["Report paragraph"].element
    number = style.pPr.numPr.numId.val
    numbering = document.part.numbering_part.element
    (bound,) = [each for each in numbering.findall(qn("w:num")) if each.numId == number]
    (form,) = [
        each
        for each in numbering.findall(qn("w:abstractNum"))
        if each.get(qn("w:abstractNumId")) == str(bound.abstractNumId.val)
    ]
    assert form.find(qn("w:lvl")).find(qn("w:lvlText")).get(qn("w:val")) == "%1."
    held = [each for each in document.paragraphs if each.style.name == "Report paragraph"]
    assert len(held) == sum(isinstance(item, Numbered) for item in made.items)
    calls = [each.get(qn("w:id")) for each in document.element.body.iter(qn("w:footnoteReference"))]
    assert calls == [str(place + 1) for place in range(len(made.notes))]


def test_a_reader_of_documents_finds_the_numbers_and_the_notes_in_the_word_file() -> None:
    made = compose(full(count=5), edition()).report
    read = open_source(set_report(made, Form.DOCX), name="report.docx")
    numbers = [line.label for line in read.lines if line.label and line.label.endswith(".")]
    assert numbers == [f"{item.number}." for item in made.items if isinstance(item, Numbered)]
    assert [squeezed(note.text) for note in read.notes] == [squeezed(each) for each in finished(made).notes]


def test_word_has_pages_with_symbol_and_number_left_and_right() -> None:
    document = Document(BytesIO(set_report(compose(full(), edition()).report, Form.DOCX)))
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert document.settings.odd_and_even_pages_header_footer
    assert "secretariat" in section.header.paragraphs[0].text
    assert section.first_page_header.paragraphs[0].text == ""
    sides = [each.paragraphs[0].alignment for each in (section.footer, section.even_page_footer)]
    assert sides == [WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT]
    for footer in (section.footer, section.even_page_footer):
        assert "PAGE" in footer._element.xml
    # The secretariat puts the number of its job there.
    assert "PAGE" not in section.first_page_footer._element.xml


def test_a_file_without_notes_has_no_part_for_them() -> None:
    made = compose(draft(answer("12", ask=None)), edition()).report
    bare = replace(made, items=tuple(each for each in made.items if not isinstance(each, Quoted)), notes=())
    with zipfile.ZipFile(BytesIO(set_report(bare, Form.DOCX))) as file:
        assert "word/footnotes.xml" not in file.namelist()


def test_signs_of_either_markup_are_printed_as_they_were_typed() -> None:
    typed = "#import “x” $y$ <w:p> & *bold* _it_ {{z}}"
    made = compose(draft(answer("12", typed)), edition()).report
    assert typed in "\n".join(each.text for each in Document(BytesIO(set_report(made, Form.DOCX))).paragraphs)
    assert squeezed(typed) in squeezed(pdf_text(set_report(made, Form.PDF)))


def test_a_hundred_recommendations_and_a_word_without_end_fit_on_the_pages() -> None:
    endless = "Ж" * 400
    writing = full(Language.RU, kind=ReportKind.PERIODIC, count=100)
    writing = writing.with_block("12(a)", lambda block: replace(block, text=endless))
    data = set_report(compose(writing, edition()).report, Form.PDF)
    pages = pypdfium2.PdfDocument(data)
    assert len(pages) > 12
    for place in range(len(pages)):
        words = pages[place].get_textpage()
        for box in range(words.count_rects()):
            left, _, right, _ = words.get_rect(box)
            assert 0 <= left <= right <= pages[place].get_width()
    assert squeezed(pdf_text(data)).count("Ж") >= 400
