"""The papers of a case: the same content as PDF and as Word, in three languages, blanks where nothing is known."""

from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from docx import Document
from tests.slices.custody.document.pictures import pages_of, text_of

from qorgau.complaints.documents.paper import OfficerLine, Paper, Particulars, StepLine
from qorgau.complaints.documents.pdf import print_sheet
from qorgau.complaints.documents.sheet import Sheet
from qorgau.complaints.documents.word import write_word
from qorgau.complaints.documents.writing import sheet_of
from qorgau.lawbook import Language

EMPTY = Particulars(case="K-7", body="Inspectorate", dated=1_780_000_000, dated_on="28 May 2026")
KNOWN = replace(
    EMPTY,
    lodged_on="3 May 2026",
    about="torture",
    refused_body="Police",
    path=("Station 1", "Police", "Ministry"),
    officers=(
        OfficerLine(name="Officer A", allegation="beating", finding="found", recommended="dismissal", imposed="reprimand"),
    ),
    steps=(StepLine(title="Victim heard", done_on="4 May"), StepLine(title="Scene visited", why_not="no road")),
    ground="no officer named",
    reasons="None was found.",
    marks=("Named nobody (CAT/C/KAZ/CO/4)",),
    law=("CPC art. 193",),
)  # fmt: skip
EVERY = list(product(Paper, Language))


@pytest.mark.parametrize(("paper", "language"), EVERY)
def test_word_and_pdf_say_the_same(paper: Paper, language: Language) -> None:
    sheet = sheet_of(paper, KNOWN, language)
    word, pdf = _word_text(write_word(sheet)), _run_together(text_of(print_sheet(sheet)))
    for said in _said(sheet):
        assert said in word
        assert _run_together(said) in pdf


@pytest.mark.parametrize(("paper", "language"), EVERY)
def test_a_paper_is_the_same_bytes_each_time(paper: Paper, language: Language) -> None:
    sheet = sheet_of(paper, KNOWN, language)
    assert print_sheet(sheet) == print_sheet(sheet)
    assert write_word(sheet) == write_word(sheet)


@pytest.mark.parametrize("paper", Paper)
def test_what_nobody_has_recorded_is_a_line_to_write_on(paper: Paper) -> None:
    sheet = sheet_of(paper, EMPTY, Language.EN)
    empty = [label for part in sheet.parts for label, value in part.lines if not value]
    assert empty
    lines = [line for line in _word_text(write_word(sheet)).splitlines() if line.endswith("_" * 40)]
    assert len(lines) == len(empty) + len(sheet.signatures) + 1
    assert pages_of(print_sheet(sheet)) == 1


def test_the_refusal_names_the_path_and_where_no_body_is_left_the_treaty_bodies() -> None:
    said = _word_text(write_word(sheet_of(Paper.REFUSE, KNOWN, Language.EN)))
    assert "Station 1 → Police → Ministry" in said
    assert "Committee against Torture" in said
    other = replace(KNOWN, others=("Special prosecutors",))
    assert "Committee against Torture (article 22" not in _word_text(
        write_word(sheet_of(Paper.REFUSE, other, Language.EN))
    )


def test_recommended_and_imposed_penalty_stand_side_by_side() -> None:
    made = Document(BytesIO(write_word(sheet_of(Paper.PENALTY, KNOWN, Language.RU))))
    assert [cell.text for cell in made.tables[0].rows[1].cells] == [
        "Officer A",
        "found",
        "dismissal",
        "reprimand",
    ]


def test_a_marked_closing_says_what_it_is_contrary_to() -> None:
    said = _word_text(write_word(sheet_of(Paper.CLOSE, KNOWN, Language.EN)))
    assert "Named nobody (CAT/C/KAZ/CO/4)" in said
    assert "Scene visited" in said
    assert "no road" in said


def test_words_of_a_complaint_are_printed_as_typed_and_never_run() -> None:
    typed = '#import "/x": * $x$ </w:t> &amp; *'
    sheet = sheet_of(Paper.CLOSE, replace(KNOWN, reasons=typed), Language.EN)
    assert typed in _word_text(write_word(sheet))
    assert _run_together(typed) in _run_together(text_of(print_sheet(sheet)))


def test_a_synthetic_paper_says_so() -> None:
    sheet = sheet_of(Paper.NOTICE, replace(KNOWN, synthetic=True), Language.EN)
    assert "Synthetic" in _word_text(write_word(sheet))
    assert "Synthetic" in text_of(print_sheet(sheet))


def _said(sheet: Sheet) -> list[str]:
    said = [sheet.title, sheet.number, sheet.body]
    for part in sheet.parts:
        said += [part.heading, *part.paragraphs, *part.points]
        said += [text for line in part.lines for text in line]
        if part.grid is not None:
            said += [*part.grid.head, *(cell for row in part.grid.rows for cell in row)]
    return [each for each in said if each]


def _word_text(made: bytes) -> str:
    document = Document(BytesIO(made))
    lines = [each.text for each in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*lines, *cells])


def _run_together(text: str) -> str:
    """Without spaces: where a line breaks is the press's business."""
    return "".join(text.split()).replace("\u200b", "")
