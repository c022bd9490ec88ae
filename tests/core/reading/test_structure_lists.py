"""Lists: letters, romans, bullets and sentences that only cite articles."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, Paragraph

HEAD = "CAT/C/XSY/CO/3\nCommittee against Torture\nConcluding observations on the third periodic report of Synthetia\n"


def observations(body: str) -> Document:
    return read_document((HEAD + body).encode(), "synthetic.txt")


def paragraph(body: str, number: str = "2") -> Paragraph:
    found = observations("1. The Committee is concerned about invented lamps.\n" + body).paragraphs
    return next(each for each in found if each.number == number)


def ids(body: str) -> list[str]:
    return [leaf.id for leaf in paragraph(body).leaves]


def test_an_item_with_items_of_its_own_is_no_leaf() -> None:
    body = "2. The State party should:\n(a) Ensure:\n(i) Lamps;\n(ii) Keys;\n(b) Count both."
    assert ids(body) == ["2(a)(i)", "2(a)(ii)", "2(b)"]


def test_i_after_h_is_a_letter_and_i_after_a_colon_is_a_roman() -> None:
    letters = "".join(f"({letter}) Mend lamp {letter};\n" for letter in "abcdefghij")
    assert ids("2. The State party should:\n" + letters)[-2:] == ["2(i)", "2(j)"]
    romans = "(h) Ensure:\n(i) Lamps;\n(ii) Keys."
    earlier = "".join(f"({letter}) Mend lamp {letter};\n" for letter in "abcdefg")
    assert ids("2. The State party should:\n" + earlier + romans)[-2:] == ["2(h)(i)", "2(h)(ii)"]


def test_a_list_in_running_text_ends_with_its_sentence_and_the_rest_is_the_tail() -> None:
    read = paragraph(
        "2. The State party should: (a) mend each lamp; (b) count the keys; and (c) tell why. It should pay for it."
    )
    assert [leaf.id for leaf in read.leaves] == ["2(a)", "2(b)", "2(c)"]
    assert all(leaf.inline for leaf in read.leaves)
    assert read.tail == "It should pay for it."


def test_a_roman_list_may_run_within_a_lettered_item() -> None:
    body = "2. The State party should:\n(a) Mend: (i) lamps; and (ii) keys;\n(b) Count them."
    assert ids(body) == ["2(a)(i)", "2(a)(ii)", "2(b)"]


def test_the_last_of_two_items_needs_no_comma_before_and() -> None:
    body = "2. The State party should:\n(a) Mend lamps, (i) by buying glass and (ii) by asking smiths;\n(b) Count."
    assert ids(body) == ["2(a)(i)", "2(a)(ii)", "2(b)"]


def test_letters_cited_within_an_item_begin_no_further_item() -> None:
    body = (
        "2. The State party should: (a) apply article 2 (a), (b) and (c) of the act; and (b) count the keys."
    )
    assert ids(body) == ["2(a)", "2(b)"]


def test_items_may_each_bring_the_verb_that_their_lead_lacks() -> None:
    read = observations(
        "1. The Committee is concerned about invented lamps.\n2. The Committee, in the light of article 2:\n"
        "(a) Recommends that the lamps be mended;\n(b) Encourages the State party to count them."
    )
    assert [each.id for each in read.recommendations] == ["2(a)", "2(b)"]


def test_articles_named_after_the_full_stop_end_the_concern_before_the_request() -> None:
    read = observations(
        "1. The Committee is concerned about lamps.\n"
        "2. The Committee regrets that halls are dark. (art. 12) The State party should light them."
    )
    assert [each.text for each in read.recommendations] == ["The State party should light them."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The State party should apply article 2 (a) and (b) of the invented code.",
        "The State party should answer paragraphs 14 (a), 24 (b) and 28.",
        "The State party should apply articles 37 (b)-(d) and 40 (a) of the Convention.",
    ],
)
def test_letters_that_only_cite_begin_no_list(sentence: str) -> None:
    assert ids(f"2. {sentence}") == []


def test_two_marks_on_one_line_are_two_levels() -> None:
    body = "2. The State party should:\n(a) (i) Mend lamps;\n(ii) Mend keys;\n(b) Count them."
    assert ids(body) == ["2(a)(i)", "2(a)(ii)", "2(b)"]


def test_items_that_lost_their_letters_are_counted_and_the_reader_says_so() -> None:
    document = observations(
        "1. Lamps are concerned.\n2. The State party should:\nMend the lamps;\nCount the keys.\n"
    )
    assert [each.id for each in document.recommendations] == ["2(a)", "2(b)"]
    assert any("no letters" in str(doubt.why) for doubt in document.doubts)


def test_a_skipped_letter_is_kept_and_doubted() -> None:
    document = observations("1. Lamps are concerned.\n2. The State party should:\n(a) Mend;\n(c) Count.\n")
    assert [each.id for each in document.recommendations] == ["2(a)", "2(c)"]
    assert any("(a) is followed by (c)" in str(doubt.why) for doubt in document.doubts)


def test_a_concern_and_a_request_with_lists_in_one_paragraph_share_no_id() -> None:
    document = observations(
        "1. Introduction of lamps.\n2. The Committee is concerned about:\n(a) Lamps;\n(b) Keys.\n"
        "The Committee recommends that the State party:\n(a) Mend lamps;\n(b) Count keys.\n"
    )
    assert [each.id for each in document.recommendations] == ["2(a)", "2(b)"]
    assert document.recommendations[0].text == "Mend lamps;"
    assert [leaf.id for leaf in document.paragraphs[1].leaves] == ["2(a)[2]", "2(b)[2]", "2(a)", "2(b)"]
