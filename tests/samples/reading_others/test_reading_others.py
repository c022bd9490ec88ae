"""A submission of an organisation and a report of a review, as published: every demand with its article, State and position."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from qorgau.reading import reviews, submissions
from qorgau.reading.document import DocumentKind, Parts
from qorgau.reading.formats import open_source
from qorgau.reading.source import Source
from qorgau.reading.structure import header_of

SAMPLES = Path(__file__).parents[3] / ".." / "shared" / "samples" / "documents"
SUBMISSION = SAMPLES / "NGO_list_of_issues_2022.txt"
REVIEW = SAMPLES / "UPR_A_HRC_14_10_2010.pdf"
pytestmark = pytest.mark.skipif(
    not (SUBMISSION.is_file() and REVIEW.is_file()),
    reason="the samples folder beside the repository is missing",
)


def opened(path: Path) -> Source:
    return open_source(path.read_bytes(), name=path.name)


@pytest.fixture(scope="module")
def review() -> Parts:
    return reviews.read(opened(REVIEW))


def test_each_is_told_for_what_it_is() -> None:
    kinds = [header_of(opened(path)).kind for path in (SUBMISSION, REVIEW)]
    assert kinds == [DocumentKind.NGO_SUBMISSION, DocumentKind.UPR_REPORT]


def test_all_questions_of_the_submission_are_found_each_with_its_article() -> None:
    source = opened(SUBMISSION)
    found = submissions.read(source).recommendations
    assert [each.id for each in found] == [
        *("art1.1", "art1.2"),
        *("art2.1", "art2.2", "art2.3"),
        *("art3.1", "art3.2", "art3.3"),
        *("art11.1", "art11.2", "art11.3", "art11.4"),
        *("art12.1", "art12.2"),
    ]
    assert {each.kind for each in found} == {"question"}
    assert [each.article for each in found][-1] == "12, 13, 14"
    assert all(source.text[each.place.start : each.place.end] == each.text for each in found)


def test_no_other_list_of_the_submission_is_taken_for_demands() -> None:
    bullets = [line for line in opened(SUBMISSION).body if line.text.lstrip().startswith("·")]
    assert len(submissions.read(opened(SUBMISSION)).recommendations) == len(bullets)


def test_the_organisation_is_named() -> None:
    assert submissions.read(opened(SUBMISSION)).organisations == ("Maat for Peace",)


def test_the_review_has_its_recommendations_below_two_paragraphs(review: Parts) -> None:
    counted = Counter((each.paragraph, each.position) for each in review.recommendations)
    assert counted == {("95", "supported"): 102, ("97", "pending"): 26}
    assert len({each.id for each in review.recommendations}) == 128


def test_the_review_has_98_paragraphs_in_order(review: Parts) -> None:
    assert [each.number for each in review.paragraphs] == [str(number) for number in range(1, 99)]


def test_the_recommending_states_are_known_128_numbers_hold_what_129_voices_asked(review: Parts) -> None:
    two = {each.id: each.addressed_by for each in review.recommendations if len(each.addressed_by) != 1}
    assert two == {"95.3": ("Slovenia", "Republic of Korea")}
    states = Counter(state for each in review.recommendations for state in each.addressed_by)
    assert (len(states), states.total()) == (45, 129)
    assert (states["Slovenia"], states["Norway"], states["Islamic Republic of Iran"]) == (7, 7, 4)


def test_the_numbers_run_through_without_a_gap(review: Parts) -> None:
    assert not [doubt for doubt in review.doubts if "Numbers below" in str(doubt.what)]


def test_what_the_state_calls_implemented_is_said(review: Parts) -> None:
    called = {each.id for each in review.recommendations if "implemented" in str(each.why)}
    assert {"95.7", "95.41", "95.97"} <= called
    assert not {"95.1", "95.33", "95.102", "97.7"} & called
