"""Tables of Word files, pages of sites and ruled PDFs: cells in reading order, and the demands in their columns."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.tables import Paper, Table, written

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind
from qorgau.reading.formats import open_source
from qorgau.reading.source import Cell, Format, Source

FORMS = (Format.DOCX, Format.HTML, Format.PDF)
NARROW = "(45mm, 60mm, 20mm)"
FRONT = (
    "# Alternative report to the Committee against Torture on Synthetia",
    "Submitted by the Lantern Association.",
)


def opened(paper: Paper, form: Format, *, height: str = "297mm") -> Source:
    return open_source(written(paper, form, height=height), name=f"paper.{form.value}")


def cells(source: Source) -> list[tuple[tuple[int, int, int], str]]:
    found = ((line.cell, line.text) for line in source.lines)
    return [((cell.table, cell.row, cell.column), text) for cell, text in found if cell]


def submission(paper: Paper, form: Format) -> Document:
    data = written((*FRONT, *paper), form)
    return read_document(data, f"paper.{form.value}", kind=DocumentKind.NGO_SUBMISSION)


def demands(document: Document) -> list[tuple[str, str, str]]:
    text = document.source.text
    for each in document.recommendations:
        assert text[each.place.start : each.place.end] == each.text
        assert document.source.lines[each.place.line - 1].place.start <= each.place.start
    return [(each.id, each.kind, each.text) for each in document.recommendations]


WRAPPED = Table(
    [
        ["Issue", "Recommendation", "SDG"],
        [
            "The register of the northern house is kept by hand and nobody from outside may see it",
            "Keep one electronic register for all houses and show it to every lawyer who asks for it",
            "16.3",
        ],
        ["No doctor comes at night", "Let a doctor visit each house every night", "3.8"],
    ],
    NARROW,
)


@pytest.mark.parametrize("form", FORMS)
def test_the_cells_of_a_row_stand_one_after_the_other_each_on_a_line_of_its_own(form: Format) -> None:
    source = opened(["A paragraph before.", WRAPPED, "A paragraph after."], form)

    assert cells(source) == [
        ((1, row, column), text)
        for row, texts in enumerate(WRAPPED.rows, start=1)
        for column, text in enumerate(texts, start=1)
    ]
    assert [line.text for line in source.lines if line.cell is None] == [
        "A paragraph before.",
        "A paragraph after.",
    ]
    assert all(source.text[line.start :].startswith(line.text) for line in source.lines)


@pytest.mark.parametrize("form", FORMS)
def test_a_cell_over_several_rows_is_named_once(form: Format) -> None:
    table = Table([["One", "Two"], ["Three", "Four"], ["^", "Five"], ["Six", "Seven"]])

    assert cells(opened([table], form)) == [
        ((1, 1, 1), "One"),
        ((1, 1, 2), "Two"),
        ((1, 2, 1), "Three"),
        ((1, 2, 2), "Four"),
        ((1, 3, 2), "Five"),
        ((1, 4, 1), "Six"),
        ((1, 4, 2), "Seven"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_of_a_cell_stay_apart(form: Format) -> None:
    other = "Two lines of one paragraph stand closer together than two paragraphs of one cell"
    two = "Open every door at noon.\nClose every door at night."
    table = Table([["Head", "Other"], [two, other]], "(60mm, 50mm)")

    assert cells(opened([table], form))[2:4] == [
        ((1, 2, 1), "Open every door at noon."),
        ((1, 2, 1), "Close every door at night."),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_tables_with_text_between_are_counted_and_a_box_of_one_cell_is_none(form: Format) -> None:
    one = Table([["A", "B"], ["C", "D"]])
    source = opened([one, "Between.", Table([["Only a box around text."]]), "# Again", one], form)

    assert [cell[0] for cell, _ in cells(source)] == [1] * 4 + [2] * 4
    assert "Only a box around text." in [line.text for line in source.lines if line.cell is None]


def test_a_page_of_a_site_counts_columns_behind_cells_that_span() -> None:
    page = b"<table><tr><td colspan=2>Wide<td>End</tr><tr><td rowspan=2>Tall<td>b<td>c</tr><tr><td>d<td>e</tr></table>"

    assert cells(open_source(page, name="a.html")) == [
        ((1, 1, 1), "Wide"),
        ((1, 1, 3), "End"),
        ((1, 2, 1), "Tall"),
        ((1, 2, 2), "b"),
        ((1, 2, 3), "c"),
        ((1, 3, 2), "d"),
        ((1, 3, 3), "e"),
    ]


def test_a_table_within_a_table_is_a_table_of_its_own() -> None:
    page = b"<table><tr><td>a<table><tr><td>x<td>y</tr></table></td><td>b</td></tr></table>"

    assert cells(open_source(page, name="a.html")) == [
        ((1, 1, 1), "a"),
        ((2, 1, 1), "x"),
        ((2, 1, 2), "y"),
        ((1, 1, 2), "b"),
    ]


def test_a_hostile_page_with_endless_spans_is_read() -> None:
    page = b"<table>" + b"<tr><td colspan=9999 rowspan=9999>a<td>b</tr>" * 500 + b"</table>"

    assert open_source(page, name="a.html").lines[0].cell == Cell(1, 1, 1)


LONG = Table(
    [["Issue", "Recommendation"]]
    + [
        [
            f"House {count} keeps people in the dark all day long",
            f"Open the shutters of house {count} at dawn.",
        ]
        for count in range(1, 41)
    ],
    "(60mm, 60mm)",
    repeats_head=True,
)


def test_a_table_that_goes_on_over_pages_is_one_table_with_one_head() -> None:
    source = opened(["A paragraph before.", LONG, "A paragraph after."], Format.PDF, height="120mm")

    assert (source.pages or 0) > 3
    assert [(cell[1], text) for cell, text in cells(source)] == [
        (row, text) for row, texts in enumerate(LONG.rows, start=1) for text in texts
    ]
    assert any("Issue" in (each.before or "") for each in source.repairs)
    assert len({line.page for line in source.lines}) == source.pages


def test_a_row_broken_by_the_end_of_a_page_is_one_row() -> None:
    words = "the lamps of the northern house were dark and nobody came to light them again for a long while and so"
    table = Table(
        [["Issue", "Recommendation"], [f"{words} " * 4 + "it stayed.", f"Light {words} " * 4 + "on."]]
    )
    source = opened(["A paragraph before. " * 40, table], Format.PDF, height="100mm")

    own = cells(source)
    assert [cell for cell, _ in own] == [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2)]
    assert own[2][1] == f"{words} " * 4 + "it stayed."


@pytest.mark.parametrize("form", FORMS)
def test_a_column_of_recommendations_is_demanded_and_no_other_column(form: Format) -> None:
    document = submission(["# Article 2: Registers", WRAPPED, "Nothing has changed since."], form)

    assert demands(document) == [
        ("art2.1", "recommendation", WRAPPED.rows[1][1]),
        ("art2.2", "recommendation", WRAPPED.rows[2][1]),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_table_of_questions_gives_each_the_article_of_its_row(form: Format) -> None:
    table = Table(
        [
            ["Article", "Concern", "Suggested questions"],
            ["Article 2", "Registers are kept by hand.", "Who may see the register of a house?"],
            ["^", "Lawyers wait outside.", "How long do lawyers wait before they are let in?"],
            ["Art. 12", "Nobody was charged.", "How many cases were opened in 2030, and by whom?"],
        ],
        "(25mm, 40mm, 60mm)",
    )

    assert [
        each[:2] for each in demands(submission(["# Questions for the list of issues", table], form))
    ] == [
        ("art2.1", "question"),
        ("art2.2", "question"),
        ("art12.1", "question"),
    ]


MATRIX = [
    ["Recommendation", "Position", "Assessment"],
    ["Close the northern house (Norlandia)", "Accepted", "Not implemented"],
    ["Train all guards in the rules of the house", "Noted", "Partly implemented"],
]


@pytest.mark.parametrize("form", FORMS)
def test_what_others_recommended_earlier_is_not_counted(form: Format) -> None:
    assert demands(submission(["# What became of the review", Table(MATRIX)], form)) == []


@pytest.mark.parametrize("form", FORMS)
def test_beside_what_others_recommended_the_column_that_says_our_is_counted(form: Format) -> None:
    own = ["Our recommendation", "Set a date for closing the house", "Publish how many guards were trained"]
    table = Table([[*row, mine] for row, mine in zip(MATRIX, own, strict=True)])

    assert [each[2] for each in demands(submission(["# What became of the review", table], form))] == own[1:]


@pytest.mark.parametrize("form", FORMS)
def test_a_table_may_name_its_rows_instead_of_its_columns(form: Format) -> None:
    table = Table(
        [
            ["Concern", "Guards may read every letter that is sent from the house."],
            ["Recommendation", "Forbid guards to read letters to lawyers and to the Committee."],
            ["Question", "How many letters were held back in 2030?"],
        ],
        "(30mm, 90mm)",
    )

    assert [each[1:] for each in demands(submission(["# Letters", table], form))] == [
        ("recommendation", "Forbid guards to read letters to lawyers and to the Committee."),
        ("question", "How many letters were held back in 2030?"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_cell_with_a_list_holds_as_many_demands(form: Format) -> None:
    table = Table(
        [
            ["Проблема", "Предлагаемые меры", "Ответственный орган"],
            [
                "В доме нет врача.",
                "1) ввести ночные дежурства врачей;\n2) обучить фельдшеров.",
                "Министерство света",
            ],
        ],
        "(35mm, 60mm, 35mm)",
    )
    found = submission(["# Здоровье (статья 12)", table], form).recommendations

    assert [(each.id, each.text) for each in found] == [
        ("art12.1", "ввести ночные дежурства врачей;"),
        ("art12.2", "обучить фельдшеров."),
    ]
    assert {each.addressed_to for each in found} == {("Министерство света",)}


@pytest.mark.parametrize("form", FORMS)
def test_a_table_of_figures_demands_nothing(form: Format) -> None:
    table = Table([["Year", "Complaints", "Judgments"], ["2030", "174", "1"], ["2031", "181", "0"]])

    assert demands(submission(["# Figures", table], form)) == []


def test_a_table_of_a_pdf_ruled_only_between_its_rows_has_columns_where_white_parts_all_rows() -> None:
    table = Table(WRAPPED.rows, NARROW, only_across=True)

    assert [text for _, text in cells(opened(["Before.", table, "After."], Format.PDF))] == [
        text for row in WRAPPED.rows for text in row
    ]


def test_lines_between_paragraphs_of_a_pdf_make_no_table() -> None:
    words = (
        "The lamps of the northern house were dark and nobody came to light them again for a long while. " * 3
    )
    table = Table([[words], [words], [words], [words]], "(120mm,)", only_across=True)

    assert cells(opened([table], Format.PDF)) == []


@pytest.mark.parametrize(
    ("heads", "counted"),
    [
        (("Gap", "Who", "What would close it"), True),
        (("Проблема", "Кому", "Что нужно сделать"), True),
        (("UPR recommendation", "Recommending State", "What came of it"), False),
        (("Рекомендация Комитета", "Пункт", "Наш вывод"), False),
    ],
)
def test_the_head_of_a_column_says_whose_demands_it_holds(heads: tuple[str, ...], counted: bool) -> None:
    row = ["Sign the protocol on lamps", "Norlandia", "Sign the treaty on lanterns"]
    found = demands(submission(["# Lamps", Table([heads, row])], Format.DOCX))

    assert [text for _, _, text in found] == ([row[2]] if counted else [])


def test_an_article_of_a_law_is_no_article_of_the_treaty() -> None:
    table = Table(
        [["Article of the draft law", "Recommendation"], ["Article 5", "Let lawyers in at any hour"]]
    )

    assert [id_ for id_, _, _ in demands(submission(["# Lamps", table], Format.HTML))] == ["s1.1"]
