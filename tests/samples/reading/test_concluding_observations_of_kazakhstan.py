"""The concluding observations on Kazakhstan of 2023, read whole: every paragraph, leaf, target and deadline exact."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from qorgau.reading import as_json, read_document
from qorgau.reading.document import (
    Demand,
    Document,
    DocumentKind,
    Leaf,
    Paragraph,
    ParagraphKind,
    Recommendation,
    Session,
)

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / ".." / "shared" / "samples" / "documents" / "CAT_C_KAZ_CO_4.txt"
pytestmark = pytest.mark.skipif(
    not SAMPLE.is_file(), reason="the samples folder beside the repository is missing: CAT_C_KAZ_CO_4.txt"
)

# paragraph: its marks; one without marks is undivided
RECOMMENDED = {
    10: "", 12: "a(i) a(ii) a(iii) a(iv) a(v) a(vi) b c", 14: "a b c", 16: "a b c d", 18: "", 20: "a b c d", 22: "a b c d",
    24: "a b c d e f g h i", 26: "", 28: "", 30: "", 32: "a b c d", 34: "", 36: "", 38: "", 40: "", 42: "", 44: "",
}  # fmt: skip


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(SAMPLE.read_bytes(), SAMPLE.name)


def leaf_ids() -> list[str]:
    found = []
    for paragraph, marks in RECOMMENDED.items():
        for mark in marks.split() or [""]:
            letter, _, roman = mark.partition("(")
            found.append(f"{paragraph}" + (f"({letter})" if letter else "") + (f"({roman}" if roman else ""))
    return found


def of_kind(document: Document, kind: ParagraphKind) -> list[int]:
    return [int(each.number or 0) for each in document.paragraphs if each.kind is kind]


def test_the_head_of_the_document(document: Document) -> None:
    assert document.kind is DocumentKind.CONCLUDING_OBSERVATIONS
    assert (document.symbol, document.committee, document.state, document.cycle) == (
        "CAT/C/KAZ/CO/4",
        "CAT",
        "KAZ",
        "4",
    )
    assert document.session == Session(76, dt.date(2023, 4, 17), dt.date(2023, 5, 12))
    assert document.considered == (dt.date(2023, 5, 2), dt.date(2023, 5, 3))
    assert document.adopted == dt.date(2023, 5, 10)


def test_forty_eight_paragraphs_in_order(document: Document) -> None:
    assert [each.number for each in document.paragraphs] == [str(number) for number in range(1, 49)]


def test_what_each_paragraph_does(document: Document) -> None:
    assert of_kind(document, ParagraphKind.INTRODUCTION) == [1, 2, 3]
    assert of_kind(document, ParagraphKind.POSITIVE) == [4, 5, 6, 7]
    assert of_kind(document, ParagraphKind.RECOMMENDATION) == list(RECOMMENDED)
    assert of_kind(document, ParagraphKind.CONCERN) == [8, 9, *range(11, 45, 2)]
    assert of_kind(document, ParagraphKind.PROCEDURAL) == [45, 46, 47, 48]


def test_forty_seven_recommendations_at_the_level_of_leaves(document: Document) -> None:
    found = [each.id for each in document.recommendations]
    assert found == leaf_ids()
    assert len(found) == 47


def test_the_lists_of_concerns_are_leaves_but_recommend_nothing(document: Document) -> None:
    paragraphs = {each.number: each for each in document.paragraphs}
    assert [leaf.id for leaf in paragraphs["11"].leaves] == [f"11({letter})" for letter in "abcdefg"]
    assert [leaf.id for leaf in paragraphs["19"].leaves] == [f"19({letter})" for letter in "abcd"]
    assert all(leaf.inline for leaf in paragraphs["11"].leaves)
    assert not any(leaf.inline for leaf in paragraphs["19"].leaves)


def test_paragraph_16_has_four_leaves_in_its_running_text_and_a_tail(document: Document) -> None:
    paragraph = next(each for each in document.paragraphs if each.number == "16")
    assert [leaf.id for leaf in paragraph.leaves] == ["16(a)", "16(b)", "16(c)", "16(d)"]
    assert all(leaf.inline for leaf in paragraph.leaves)
    assert paragraph.tail is not None
    assert "coordination" in paragraph.tail
    last = document.recommendations[leaf_ids().index("16(d)")]
    assert [demand.id for demand in last.demands] == ["16/1", "16/2"]


def test_paragraph_10_holds_five_separate_demands(document: Document) -> None:
    demands = document.recommendations[0].demands
    assert [demand.id for demand in demands] == [f"10/{number}" for number in range(1, 6)]
    named = ("elements", "exclusion", "penalties", "bargaining", "parole")
    assert all(words in demand.text for words, demand in zip(named, demands, strict=True))


def test_follow_up_next_report_and_deadlines(document: Document) -> None:
    assert document.follow_up is not None
    assert document.follow_up.targets == ("14(a)", "24(a)", "28", "44")
    assert document.follow_up.due == dt.date(2024, 5, 12)
    assert document.next_report is not None
    assert (document.next_report.due, document.next_report.number) == (dt.date(2027, 5, 12), 5)
    assert {(each.what, each.due) for each in document.deadlines} == {
        ("follow_up", dt.date(2024, 5, 12)),
        ("simplified_procedure", dt.date(2024, 5, 12)),
        ("next_report", dt.date(2027, 5, 12)),
    }
    assert len(document.deadlines) == 3


def test_grades_are_of_the_earlier_documents_paragraphs(document: Document) -> None:
    found = {(each.symbol, each.paragraph): each.grade for each in document.grades}
    assert found == {
        ("CAT/C/KAZ/CO/3", "8"): "partially_implemented",
        ("CAT/C/KAZ/CO/3", "10"): "not_implemented",
        ("CAT/C/KAZ/CO/3", "13"): "substantive_steps",
        ("CAT/C/KAZ/CO/3", "15"): "substantive_steps",
    }


def test_fifty_three_of_3880_are_cases_and_sixty_eight_are_officials(document: Document) -> None:
    figures = {each.value: each for each in document.figures if each.paragraph == "19"}
    assert (figures[53].unit, figures[53].of, figures[53].share_percent) == ("cases", 3880, 1.37)
    assert (figures[68].unit, figures[68].of, figures[68].share_percent) == ("officials", None, None)


def test_earlier_recommendations_are_repeated_in_18_and_44(document: Document) -> None:
    repeated = {
        each.id: [(c.symbol, c.paragraphs) for c in each.reiterates] for each in document.recommendations
    }
    assert {leaf: cited for leaf, cited in repeated.items() if cited} == {
        "18": [("CAT/C/KAZ/CO/3", ("10",))],
        "44": [("CAT/C/KAZ/CO/3", ("25",))],
    }


def test_every_place_points_at_its_words(document: Document) -> None:
    text = document.source.text
    elements: list[Paragraph | Recommendation | Leaf | Demand] = [
        *document.paragraphs,
        *document.recommendations,
    ]
    elements += [leaf for paragraph in document.paragraphs for leaf in paragraph.leaves]
    elements += [demand for each in document.recommendations for demand in each.demands]
    assert all(text[each.place.start : each.place.end] == each.text for each in elements)


def test_the_json_says_the_same(document: Document) -> None:
    form = as_json(document)
    assert form["session"] == {"number": 76, "from": "2023-04-17", "to": "2023-05-12"}
    assert form["adopted"] == "2023-05-10"
    assert [each["number"] for each in form["paragraphs"]] == list(range(1, 49))
    assert [each["id"] for each in form["recommendations"]] == leaf_ids()
    assert form["follow_up"] == {"due": "2024-05-12", "targets": ["14(a)", "24(a)", "28", "44"]}
    assert (form["next_report"]["due"], form["next_report"]["number"]) == ("2027-05-12", 5)
    assert "CAT/C/KAZ/CO/3/Add.2" in form["symbols"]
