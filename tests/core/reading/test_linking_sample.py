"""Known links of the samples are found: what CAT/C/KAZ/CO/4 repeats of CO/3, and what an organisation asked before it."""

import pytest
from tests.core.reading.sample_documents import OBSERVATIONS, SUBMISSION, sample

from qorgau.reading import read_document
from qorgau.reading.linking import How, Item, Taken, items_of, link, returns, taken_up

pytestmark = pytest.mark.skipif(
    not (sample(OBSERVATIONS).exists() and sample(SUBMISSION).exists()),
    reason="the samples of documents are not there",
)
EARLIER = "CAT/C/KAZ/CO/3"
# the earlier observations are no sample: what they asked for, in our words
BEFORE = [
    Item(
        f"{EARLIER}#10",
        "Take prisons and remand centres from the Ministry of Internal Affairs.",
        symbol=EARLIER,
        paragraph="10",
    ),
    Item(f"{EARLIER}#25", "Stop hazing among conscripts and punish it.", symbol=EARLIER, paragraph="25"),
    Item(f"{EARLIER}#26", "Send out these observations widely.", symbol=EARLIER, paragraph="26"),
]
# leaf that answers each question of the submission, made by hand; several where more than one does
ASKED = {
    "art1.1": {"10"},
    "art2.2": {"14(a)", "12(b)"},
    "art2.3": {"14(a)", "20(a)"},
    "art3.1": {"36"},
    "art3.2": {"36"},
    "art3.3": {"36"},
    "art11.1": {"22(b)", "24(i)"},
    "art11.3": {"22(a)"},
    "art11.4": {"16(a)", "16(b)"},
    "art12.1": {"14(a)", "20(a)"},
}


@pytest.fixture(scope="module")
def observations() -> tuple[Item, ...]:
    """The leaves of the sample as items."""
    return items_of(read_document(sample(OBSERVATIONS).read_bytes(), name=OBSERVATIONS))


@pytest.fixture(scope="module")
def submission() -> tuple[Item, ...]:
    """The questions of the submission as items."""
    return items_of(read_document(sample(SUBMISSION).read_bytes(), name=SUBMISSION))


def test_what_the_observations_repeat_is_linked_because_they_say_so(observations: tuple[Item, ...]) -> None:
    stated = {(each.left, each.right) for each in link(observations, BEFORE) if each.how is How.STATED}
    assert stated == {
        ("CAT/C/KAZ/CO/4#18", "CAT/C/KAZ/CO/3#10"),
        ("CAT/C/KAZ/CO/4#44", "CAT/C/KAZ/CO/3#25"),
    }


def test_what_is_repeated_comes_back_over_two_cycles(observations: tuple[Item, ...]) -> None:
    found = returns([("3", BEFORE), ("4", observations)])
    items = {item for each in found for _, item in each.items}
    assert {"CAT/C/KAZ/CO/3#10", "CAT/C/KAZ/CO/3#25", "CAT/C/KAZ/CO/4#18", "CAT/C/KAZ/CO/4#44"} <= items


def test_every_leaf_linked_to_itself_is_exact(observations: tuple[Item, ...]) -> None:
    found = {(each.left, each.right): each.how for each in link(observations, observations)}
    assert all(found[item.id, item.id] is How.EXACT_REUSE for item in observations)


def test_what_the_submission_asked_is_among_the_first_three_candidates(
    observations: tuple[Item, ...], submission: tuple[Item, ...]
) -> None:
    found = {each.item.partition("#")[2]: each for each in taken_up(submission, observations)}
    near = {
        question
        for question, leaves in ASKED.items()
        if leaves & {each.right.partition("#")[2] for each in found[question].candidates}
    }
    assert len(near) >= 9, set(ASKED) - near


def test_what_the_submission_asked_first_was_taken_up(
    observations: tuple[Item, ...], submission: tuple[Item, ...]
) -> None:
    first = taken_up(submission, observations)[0]
    assert first.answer is Taken.TAKEN_UP
    assert first.best is not None
    assert first.best.right == "CAT/C/KAZ/CO/4#10"
