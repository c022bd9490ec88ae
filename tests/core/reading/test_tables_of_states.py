"""Tables in what States reply and committees assess: each row answers, or grades, what its first column names."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.tables import Paper, Table, written

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind
from qorgau.reading.source import Format

FORMS = (Format.DOCX, Format.HTML, Format.PDF)
FRONT = (
    "CAT/C/XSY/FCO/3",
    "# Committee against Torture",
    "# Information received from Synthetia on follow-up to the concluding observations",
    "1. The Government of Synthetia sends the following information.",
)
STEPS = Table(
    [
        ["Paragraph", "Recommendation", "Measures taken"],
        ["8 (a)", "The State party should light every corridor.", "Lamps were put into 14 houses in 2030."],
        [
            "10",
            "The State party should mend the clocks.",
            "All 40 clocks were mended.\nLawyers may look at them.",
        ],
        ["^", "^", "The register was opened."],
        ["12 (b)–(c)", "The State party should let in doctors.", "Doctors visited 20 houses."],
    ],
    "(22mm, 45mm, 55mm)",
)
FIGURES = Table([["Year", "Complaints", "Judgments"], ["2029", "20", "2"], ["2030", "14", "3"]])


def reply(paper: Paper, form: Format) -> Document:
    data = written((*FRONT, *paper), form)
    document = read_document(data, f"reply.{form.value}", kind=DocumentKind.FOLLOW_UP_REPLY)
    for each in document.paragraphs:
        assert document.source.text[each.place.start : each.place.end].endswith(each.text)
    return document


@pytest.mark.parametrize("form", FORMS)
def test_each_row_of_a_table_of_replies_answers_what_its_first_cell_names(form: Format) -> None:
    document = reply(["2. The steps stand in a table.", STEPS, "3. They go on."], form)
    lines = {line.number: line.text for line in document.source.lines}

    assert [(each.target, lines[each.place.line]) for each in document.answers] == [
        ("8(a)", "8 (a)"),
        ("10", "10"),
        ("10", "The register was opened."),
        ("12(b)", "12 (b)–(c)"),
        ("12(c)", "12 (b)–(c)"),
    ]
    assert {each.symbol for each in document.answers} == {"CAT/C/XSY/CO/3"}
    assert [each.number for each in document.paragraphs if each.number] == ["1", "2", "3"]


@pytest.mark.parametrize("form", FORMS)
def test_a_table_stands_apart_from_the_paragraph_before_it_and_from_the_words_after_it(form: Format) -> None:
    paper = ["2. The figures are these.", FIGURES, "They were counted by hand in every house.", "3. The end."]

    assert [(each.number, each.text) for each in reply(paper, form).paragraphs][1:] == [
        ("2", "The figures are these."),
        (None, "\n".join(text for row in FIGURES.rows for text in row)),
        (None, "They were counted by hand in every house."),
        ("3", "The end."),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_table_of_figures_answers_what_the_heading_above_it_names(form: Format) -> None:
    answers = reply(["# Paragraph 10", "2. The figures are these.", FIGURES], form).answers

    assert [(each.paragraph, each.target) for each in answers] == [("2", "10"), (None, "10")]


def test_numbered_paragraphs_laid_out_in_a_table_are_paragraphs() -> None:
    words = "The Government of Synthetia has put new lamps into every one of its houses."
    layout = Table([[f"2. {words}", "left"], [f"3. {words}", "right"]])

    assert [each.number for each in reply([layout], Format.HTML).paragraphs if each.number] == ["1", "2", "3"]


@pytest.mark.parametrize("form", FORMS)
def test_a_grade_belongs_to_the_paragraph_that_its_row_names(form: Format) -> None:
    table = Table(
        [
            ["Paragraph", "State party’s reply", "Assessment"],
            ["8", "Every corridor was lit.", "[A] The reply is largely satisfactory."],
            ["10 (a)", "Clocks were mended in two houses.", "[B2] Further information is needed."],
        ],
        "(22mm, 45mm, 55mm)",
    )
    front = ["CAT/C/99/2", "# Assessment of the follow-up to the concluding observations CAT/C/XSY/CO/3"]
    data = written([*front, "Information was received on 3 May 2031.", table], form)
    document = read_document(data, f"a.{form.value}", kind=DocumentKind.FOLLOW_UP_ASSESSMENT)

    assert [(each.paragraph, each.grade) for each in document.grades] == [("8", "A"), ("10(a)", "B")]
