"""The sample of concluding observations, sorted: held against answers made by hand, as codes only."""

import pytest
from tests.core.reading.sample_answers import SUBJECTS
from tests.core.reading.sample_documents import OBSERVATIONS, sample

from qorgau.reading import read_document
from qorgau.reading.classifying import Classified, classify_recommendation

pytestmark = pytest.mark.skipif(
    not sample(OBSERVATIONS).exists(), reason=f"the sample {OBSERVATIONS} is not there"
)


@pytest.fixture(scope="module")
def given() -> dict[str, Classified]:
    """Each leaf of the sample as it is sorted."""
    document = read_document(sample(OBSERVATIONS).read_bytes(), name=OBSERVATIONS)
    return {each.id: classify_recommendation(each, document) for each in document.recommendations}


def test_every_leaf_of_the_sample_has_an_answer_made_by_hand(given: dict[str, Classified]) -> None:
    assert set(given) == set(SUBJECTS)


def test_nine_in_ten_subjects_given_are_right_and_nine_in_ten_are_found(given: dict[str, Classified]) -> None:
    found = {(leaf, code) for leaf, answer in given.items() for code in answer.subject_codes}
    needed = {(leaf, code) for leaf, answer in SUBJECTS.items() for code in answer.needed}
    allowed = {(leaf, code) for leaf, answer in SUBJECTS.items() for code in answer.allowed}

    precision = len(found & (needed | allowed)) / len(found)
    recall = len(found & needed) / len(needed)

    assert (precision, recall) >= (0.9, 0.9), (sorted(found - needed - allowed), sorted(needed - found))
    assert recall >= 0.9, sorted(needed - found)


def test_every_leaf_has_a_subject_and_a_measure(given: dict[str, Classified]) -> None:
    for leaf, answer in given.items():
        assert answer.subjects, leaf
        assert answer.measures, leaf


def test_each_answer_shows_words_that_stand_in_the_text(given: dict[str, Classified]) -> None:
    document = read_document(sample(OBSERVATIONS).read_bytes(), name=OBSERVATIONS)
    texts = {each.id: each.text for each in document.recommendations}
    for leaf, answer in given.items():
        for each in (*answer.subjects, *answer.people, *answer.measures):
            for why in each.why:
                if why.where == "text":
                    assert texts[leaf][why.start : why.end] == why.words
