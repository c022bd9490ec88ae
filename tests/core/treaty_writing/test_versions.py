"""Versions of a draft: kept in parts, compared word by word, figures counted anew."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies
from tests.core.treaty_writing.drafts import CUSTODIES, IN_COURT, answer, draft, full

from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Block, BlockRole, Cover
from qorgau.treaty.writing.difference import Op, difference
from qorgau.treaty.writing.figures import changes
from qorgau.treaty.writing.parts import put_together, taken_apart
from qorgau.treaty.writing.stored import UnreadableDraft, from_text, to_text


@pytest.mark.parametrize("language", Language)
def test_a_draft_comes_back_from_its_text_as_it_was(language: Language) -> None:
    writing = replace(full(language), cover=Cover(author="A body", number="Fifth"))
    assert from_text(to_text(writing)) == writing
    assert put_together(taken_apart(writing)) == writing


def test_a_draft_of_a_newer_program_is_refused_and_not_half_read() -> None:
    with pytest.raises(UnreadableDraft):
        from_text(to_text(full()).replace('"form": 1', '"form": 2'))


def test_what_did_not_change_is_kept_under_the_same_name() -> None:
    before = taken_apart(full(count=6))
    after = taken_apart(full(count=6).with_block("closing", lambda block: replace(block, text="Otherwise.")))
    assert before.names[:-1] == after.names[:-1]
    assert before.names[-1] != after.names[-1]


def test_the_difference_tells_which_words_are_new_and_which_are_gone() -> None:
    (found,) = difference(draft(answer("12", "Ten people came.")), draft(answer("12", "Nine people came.")))
    told = [(each.op, each.words.strip()) for each in found.text if each.words.strip()]
    assert told[:2] == [(Op.GONE, "Ten"), (Op.NEW, "Nine")]
    assert "people" in "".join(each.words for each in found.text if each.op is Op.SAME)


def test_both_texts_can_be_put_together_again_from_their_difference() -> None:
    old, new = "One two  three\n\nfour", "One three four five\nsix"
    (found,) = difference(draft(answer("12", old)), draft(answer("12", new)))
    assert "".join(each.words for each in found.text if each.op is not Op.NEW) == old
    assert "".join(each.words for each in found.text if each.op is not Op.GONE) == new


@given(*[strategies.text(alphabet="ab .\n", max_size=60)] * 2)
def test_any_two_texts_can_be_told_from_their_difference(old: str, new: str) -> None:
    found = difference(draft(answer("12", old)), draft(answer("12", new)))
    words = found[0].text if found else ()
    assert "".join(each.words for each in words if each.op is not Op.NEW) == (old if found else "")
    assert "".join(each.words for each in words if each.op is not Op.GONE) == (new if found else "")


@pytest.mark.timeout(20)
@pytest.mark.parametrize("sentence", ["w{} w{} w{}. ", "w{} w{} ", "a. "])
def test_long_texts_that_share_little_are_compared_in_time(sentence: str) -> None:
    old, new = (
        "".join(sentence.format(*[(each * step) % 97] * 3) for each in range(6000)) for step in (3, 5)
    )
    assert difference(draft(answer("12", old)), draft(answer("12", new + "x")))


def test_figures_blocks_and_the_cover_are_compared_too() -> None:
    older = draft(answer("12", figures=(CUSTODIES,)), answer("14"))
    own = Block(id="text-1", role=BlockRole.TEXT, heading="Own", text="Words.")
    newer = draft(
        answer("12", figures=(replace(CUSTODIES, value="4212"),)), own, cover=Cover(author="A body")
    )
    found = {each.block: each for each in difference(older, newer)}
    assert "4211" in found["12"].gone[0]
    assert "4212" in found["12"].new[0]
    assert (found["text-1"].op, found["14"].op) == (Op.NEW, Op.GONE)
    assert found["cover"].new == ("A body",)


def test_versions_that_are_alike_have_no_difference() -> None:
    assert difference(full(), full()) == ()


def test_a_figure_is_changed_only_if_more_than_the_day_of_counting_differs() -> None:
    writing = draft(answer("12", figures=(CUSTODIES, IN_COURT)), answer("14", figures=(CUSTODIES,)))
    later = replace(CUSTODIES, stated_on="2027-01-01")
    assert changes(writing.figures(), {"custodies": later, "in_court": IN_COURT}) == ()
    more = replace(later, value="4300")
    (found,) = changes(writing.figures(), {"custodies": more, "in_court": IN_COURT})
    assert (found.blocks, found.before, found.after) == (("12", "14"), CUSTODIES, more)


def test_a_figure_that_nothing_counts_any_more_is_a_change() -> None:
    writing = draft(answer("12", figures=(CUSTODIES,)))
    (found,) = changes(writing.figures(), {"custodies": None})
    assert found.after is None


def test_a_sentence_written_anew_reads_as_one_change_and_not_word_by_word() -> None:
    (changed,) = difference(
        draft(answer("12", "The commission ended its work.")),
        draft(answer("12", "My own long words stand here.")),
    )
    assert [part.op for part in changed.text] == [Op.GONE, Op.NEW]
