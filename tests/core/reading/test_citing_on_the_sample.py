"""On the sample of concluding observations every figure, grade, deadline, citation and national article is as read by hand."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.core.reading.sample_documents import OBSERVATIONS, sample

from qorgau.reading.citing import articles, figures, laws
from qorgau.reading.citing.notes import resolve
from qorgau.reading.citing.passage import calls_of, of_paragraph
from qorgau.reading.document import Document, StatedFigure
from qorgau.reading.reader import read_document

PATH = sample(OBSERVATIONS)
pytestmark = pytest.mark.skipif(
    not PATH.is_file(), reason=f"the sample {OBSERVATIONS} is missing beside the repository"
)

# read by hand: paragraph, number, last word of what is counted, of how many, share
FIGURES = {
    ("13", 236, "cases", 329, 71.73),
    ("13", 329, "cases", None, None),
    ("13", 35, "officers", None, None),
    ("13", 5, "officers", None, None),
    ("13", 23, "detainees", None, None),
    ("15", 3434, "places", None, None),
    ("19", 3880, "cases", None, None),
    ("19", 90, "cent", 3880, None),
    ("19", 53, "cases", 3880, 1.37),
    ("19", 68, "officials", None, None),
    ("19", 282, "allegations", None, None),
    ("27", 500, "psychiatrists", None, None),
    ("29", 79, "prisons", None, None),
    ("31", 700, "personnel", None, None),
    ("31", 22, "convictions", None, None),
    ("31", 4, "children", None, None),
}
# how often each article of a national code is cited
NATIONAL = Counter(
    {
        ("63(6)", "CC"): 1,
        ("146", "CC"): 2,
        ("146(2)", "CC"): 1,
        ("612", "CPC"): 1,
        ("67", "CC"): 1,
        ("72", "CC"): 1,
        ("181(5)", "CPC"): 1,
        ("193", "CPC"): 1,
        ("130", "CEC"): 2,
        ("131", "CEC"): 2,
        ("154", "CEC"): 2,
        ("257(13)", "FMC"): 2,
    }
)
IBID = {
    6: "8",
    7: "10",
    8: "13",
    9: "15",
    14: "195",
    15: "169",
    16: "12",
    19: "209",
    22: "188 190",
    25: "174 175",
}


@pytest.fixture(scope="module")
def document() -> Document:
    """The sample, read."""
    return read_document(PATH.read_bytes(), OBSERVATIONS)


def stated(document: Document) -> Iterator[StatedFigure]:
    notes = document.source.notes
    calls = calls_of(notes, resolve(notes).footnotes)
    for paragraph in document.paragraphs:
        yield from figures.find(of_paragraph(paragraph), calls)


def row(one: StatedFigure) -> tuple[str | None, float, str, float | None, float | None]:
    return one.paragraph, one.value, one.unit.split()[-1], one.of, one.share_percent


def test_every_stated_figure_is_found_and_nothing_else(document: Document) -> None:
    found = {row(one) for one in stated(document)}
    assert found == FIGURES  # precision and recall are both 1 of 16


def test_the_cases_and_the_officials_of_paragraph_19_rest_on_one_footnote(document: Document) -> None:
    by_value = {one.value: one for one in stated(document)}
    assert {by_value[value].source for value in (3880, 90, 53, 68)} == {"CAT/C/KAZ/RQ/4, para. 191"}
    assert by_value[282].source == "CAT/C/KAZ/RQ/4, para. 209"
    assert {by_value[value].period for value in (3880, 53, 68)} == {"between 2018 and 2022"}
    assert {by_value[value].agency for value in (3880, 53, 68, 282)} == {"State party"}
    assert [one.value for one in stated(document) if one.approximate] == [3880, 500]


def test_the_three_deadlines_and_the_four_targets_are_exact(document: Document) -> None:
    assert [(one.what, one.due, one.paragraph) for one in document.deadlines] == [
        ("follow_up", dt.date(2024, 5, 12), "45"),
        ("next_report", dt.date(2027, 5, 12), "48"),
        ("simplified_procedure", dt.date(2024, 5, 12), "48"),
    ]
    assert document.follow_up is not None
    assert document.follow_up.targets == ("14(a)", "24(a)", "28", "44")
    assert document.next_report is not None
    assert document.next_report.number == 5


def test_the_grades_belong_to_the_cycle_before(document: Document) -> None:
    assert {(one.symbol, one.paragraph, one.grade) for one in document.grades} == {
        ("CAT/C/KAZ/CO/3", "8", "partially_implemented"),
        ("CAT/C/KAZ/CO/3", "10", "not_implemented"),
        ("CAT/C/KAZ/CO/3", "13", "substantive_steps"),
        ("CAT/C/KAZ/CO/3", "15", "substantive_steps"),
    }


def test_every_ibid_is_resolved_to_its_document_and_paragraphs(document: Document) -> None:
    footnotes = {int(one.mark): one for one in resolve(document.source.notes).footnotes if one.mark.isdigit()}
    for mark, paragraphs in IBID.items():
        (citation,) = footnotes[mark].symbols
        assert citation.via_ibid
        assert citation.symbol == ("CAT/C/KAZ/CO/3" if mark < 10 else "CAT/C/KAZ/RQ/4")
        assert citation.paragraphs == tuple(paragraphs.split())


def test_articles_of_codes_are_apart_from_those_of_the_convention(document: Document) -> None:
    passages = [of_paragraph(paragraph) for paragraph in document.paragraphs]
    assert (
        Counter((one.article, one.code) for piece in passages for one in articles.national(piece, "CAT"))
        == NATIONAL
    )
    by_number = {paragraph.number: paragraph.articles for paragraph in document.paragraphs}
    assert by_number["10"] == ("1", "4(2)")
    assert by_number["13"] == ("2", "12", "13", "14", "16")
    assert by_number["41"] == ("16",)


def test_the_laws_welcomed_carry_number_and_year(document: Document) -> None:
    found = [
        one
        for paragraph in document.paragraphs[:9]
        for one in laws.find(of_paragraph(paragraph))
        if one.number
    ]
    assert [(one.number, one.year) for one in found] == [
        ("153-VII ZRK", 2022),
        ("155-VII ZRK", 2022),
        ("131-VI ZRK", 2018),
        ("212-VII ZRK", 2023),
    ]


def test_the_recommendations_repeated_name_what_they_repeat(document: Document) -> None:
    repeated = {one.id: one.reiterates for one in document.recommendations if one.reiterates}
    assert {key: (one[0].symbol, one[0].paragraphs) for key, one in repeated.items()} == {
        "18": ("CAT/C/KAZ/CO/3", ("10",)),
        "44": ("CAT/C/KAZ/CO/3", ("25",)),
    }
