"""Each committee's own layout: which paragraphs recommend, where the leaves are, what belongs to the cycle of reporting."""

from __future__ import annotations

import pytest
from tests.core.reading.layouts import LAYOUTS, Layout

from qorgau.reading import read_document
from qorgau.reading.document import (
    Demand,
    Document,
    DocumentKind,
    Leaf,
    Paragraph,
    ParagraphKind,
    Recommendation,
)


@pytest.fixture(params=LAYOUTS, ids=lambda layout: layout.name)
def layout(request: pytest.FixtureRequest) -> Layout:
    chosen: Layout = request.param
    return chosen


@pytest.fixture
def document(layout: Layout) -> Document:
    return read_document(layout.text.encode(), "synthetic.txt")


def test_exactly_what_the_committee_recommends_is_found(layout: Layout, document: Document) -> None:
    assert tuple(each.id for each in document.recommendations) == layout.recommendations


def test_dissemination_follow_up_and_the_next_report_are_procedure(
    layout: Layout, document: Document
) -> None:
    procedural = [each.number for each in document.paragraphs if each.kind is ParagraphKind.PROCEDURAL]
    assert tuple(procedural) == layout.procedural


def test_committee_state_and_cycle_are_told(layout: Layout, document: Document) -> None:
    told = (document.kind, document.committee, document.state, document.cycle)
    assert told == (DocumentKind.CONCLUDING_OBSERVATIONS, layout.committee, "XSY", layout.cycle)


def test_every_element_stands_where_its_place_says(document: Document) -> None:
    text = document.source.text
    elements: list[Paragraph | Recommendation | Leaf | Demand] = [
        *document.paragraphs,
        *document.recommendations,
    ]
    elements += [leaf for paragraph in document.paragraphs for leaf in paragraph.leaves]
    elements += [demand for each in document.recommendations for demand in each.demands]
    assert elements
    for each in elements:
        assert text[each.place.start : each.place.end] == each.text
        assert text.count("\n", 0, each.place.start) + 1 == each.place.line


def test_ids_are_unique_within_a_document(document: Document) -> None:
    ids = [each.id for each in document.recommendations]
    assert len(ids) == len(set(ids))


def test_every_kind_says_why(document: Document) -> None:
    assert all(each.why and 0 < each.confidence <= 1 for each in document.paragraphs)
