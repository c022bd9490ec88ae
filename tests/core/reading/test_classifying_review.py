"""A report of the universal periodic review, sorted: held against answers made by hand before it was run."""

import pytest
from tests.core.reading.sample_documents import REVIEW_REPORT, sample
from tests.core.reading.sample_review_answers import answer

from qorgau.reading import read_document
from qorgau.reading.classifying import Classified, classify_recommendation

pytestmark = pytest.mark.skipif(
    not sample(REVIEW_REPORT).exists(), reason=f"the sample {REVIEW_REPORT} is not there"
)


@pytest.fixture(scope="module")
def given() -> dict[str, Classified]:
    """Each recommendation of the review as it is sorted."""
    document = read_document(sample(REVIEW_REPORT).read_bytes(), name=REVIEW_REPORT)
    return {each.id: classify_recommendation(each, document) for each in document.recommendations}


def test_nine_in_ten_subjects_of_the_review_are_right_and_nine_in_ten_are_found(
    given: dict[str, Classified],
) -> None:
    found = {(number, code) for number, each in given.items() for code in each.subject_codes}
    needed = {(number, code) for number in given for code in answer(number).needed}
    allowed = {(number, code) for number in given for code in answer(number).allowed}

    assert len(found & (needed | allowed)) / len(found) >= 0.9, sorted(found - needed - allowed)
    assert len(found & needed) / len(needed) >= 0.9, sorted(needed - found)


def test_nearly_every_recommendation_of_the_review_has_a_category_of_action(
    given: dict[str, Classified],
) -> None:
    without = [number for number, each in given.items() if each.strength is None]
    assert len(without) <= len(given) * 0.05, without
