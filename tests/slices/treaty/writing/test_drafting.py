"""Drafts: whose they are, what they begin with, how they are saved and compared."""

from dataclasses import replace

import pytest
from tests.slices.store import Store
from tests.slices.treaty.writing.people import NOW, SYMBOL, Writers, begun, writers

from qorgau.access.permission import NotPermitted
from qorgau.lawbook import Language
from qorgau.recording.models import StoredEntry
from qorgau.treaty.actions.saving import DraftMoved
from qorgau.treaty.actions.writing import (
    add_block,
    discard_draft,
    new_draft,
    remove_block,
    save_block,
    set_cover,
)
from qorgau.treaty.models.drafts import DraftPartRow, DraftRow, DraftVersionRow
from qorgau.treaty.queries.drafts import difference, draft, drafts, render, versions, word_count
from qorgau.treaty.refusal import NoSuchDocument, NoSuchThing, TreatyRefusal
from qorgau.treaty.writing.blocks import Cover, WordsOf
from qorgau.treaty.writing.difference import Op
from qorgau.treaty.writing.kinds import ReportKind


@pytest.fixture
def who(store: Store) -> Writers:
    return writers()


def leaves(who: Writers, draft_id: str) -> list[str]:
    return [block.id for block in draft(who.council, draft_id).writing.blocks if block.asked]


def test_a_follow_up_report_answers_what_the_committee_chose_and_nothing_else(who: Writers) -> None:
    assert leaves(who, begun(who.council)) == ["14(a)", "24(a)", "28", "44"] or leaves(
        who, begun(who.council)
    ) == ["14(a)", "24(a)", "28(a)", "44(a)"]


def test_a_periodic_report_answers_every_recommendation_in_the_committees_order(who: Writers) -> None:
    found = leaves(who, begun(who.council, ReportKind.PERIODIC))
    assert len(found) >= 47
    numbers = [int(leaf.partition("(")[0].partition("/")[0]) for leaf in found]
    assert numbers == sorted(numbers)


def test_the_words_quoted_are_in_the_drafts_language_and_marked_as_not_the_committees(who: Writers) -> None:
    english = draft(who.council, begun(who.council)).writing
    russian = draft(who.council, begun(who.council, language=Language.RU)).writing
    first, other = (each.blocks[1].asked for each in (english, russian))
    assert first is not None
    assert other is not None
    assert first.words != other.words
    assert any("а" <= sign <= "я" for sign in other.words)
    assert {first.words_of, other.words_of} == {WordsOf.CATALOGUE}


def test_a_draft_is_its_bodys_alone(who: Writers) -> None:
    of_state, of_coalition = begun(who.council), begun(who.coalition, ReportKind.ALTERNATIVE)
    for stranger, held in (
        (who.ministry, of_state),
        (who.coalition, of_state),
        (who.council, of_coalition),
        (who.other, of_coalition),
    ):
        with pytest.raises(NoSuchThing):
            draft(stranger, held)
        assert held not in [line.id for line in drafts(stranger)]
    assert [line.id for line in drafts(who.colleague)] == [of_state]


def test_a_draft_that_is_not_there_is_refused_in_the_same_words_as_one_of_others(who: Writers) -> None:
    held = begun(who.coalition, ReportKind.ALTERNATIVE)
    said = []
    for wanted in (held, "nothing-here"):
        with pytest.raises(NoSuchThing) as refused:
            draft(who.council, wanted)
        said.append(refused.value.said(Language.EN))
    assert said[0] == said[1]


def test_the_state_writes_no_alternative_report_and_an_organisation_none_of_the_states(who: Writers) -> None:
    with pytest.raises(NotPermitted):
        begun(who.council, ReportKind.ALTERNATIVE)
    with pytest.raises(NotPermitted):
        begun(who.coalition, ReportKind.FOLLOW_UP)
    with pytest.raises(NotPermitted):
        begun(who.analyst)
    with pytest.raises(NotPermitted):
        drafts(who.analyst)


def test_the_same_act_sent_again_begins_no_second_draft(who: Writers) -> None:
    act = "a" * 32
    assert begun(who.council, act_id=act) == begun(who.council, act_id=act)
    assert DraftRow.objects.count() == 1


def test_a_report_on_a_document_nobody_knows_is_refused(who: Writers) -> None:
    with pytest.raises(NoSuchDocument):
        new_draft(who.council, ReportKind.PERIODIC, "CAT/C/XYZ/CO/9", Language.EN, now=NOW)


def test_each_save_is_a_version_with_who_and_when(who: Writers) -> None:
    held = begun(who.council)
    assert save_block(who.council, held, "14(a)", "First.", base=1, now=NOW + 60) == 2
    assert save_block(who.colleague, held, "14(a)", "Second.", base=2, now=NOW + 90) == 3
    newest, before, first = versions(who.council, held)
    assert (newest.number, newest.account, newest.saved_at) == (3, who.colleague.account, NOW + 90)
    assert (before.what, before.blocks, first.what) == ("text", ("14(a)",), "begun")
    assert draft(who.council, held, version=2).writing.block("14(a)").text == "First."


def test_saving_what_stands_there_already_makes_no_version(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "Words.", base=1, now=NOW)
    assert save_block(who.council, held, "14(a)", " Words.\r\n", base=2, now=NOW) == 2


def test_two_people_write_in_different_parts_at_once_and_both_stay(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "Mine.", base=1, now=NOW)
    save_block(who.colleague, held, "24(a)", "Theirs.", base=1, now=NOW)
    writing = draft(who.council, held).writing
    assert [writing.block(leaf).text for leaf in ("14(a)", "24(a)")] == ["Mine.", "Theirs."]


def test_what_somebody_else_wrote_in_the_same_part_meanwhile_is_never_overwritten(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "Mine.", base=1, now=NOW)
    with pytest.raises(DraftMoved) as moved:
        save_block(who.colleague, held, "14(a)", "Theirs.", base=1, now=NOW)
    assert moved.value.version == 2
    assert draft(who.council, held).writing.block("14(a)").text == "Mine."


def test_the_difference_of_two_versions_shows_the_words(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "Ten people.", base=1, now=NOW)
    save_block(who.council, held, "14(a)", "Nine people.", base=2, now=NOW)
    (found,) = difference(who.council, held, 2, 3)
    assert (found.block, found.text[0].op, found.text[0].words) == ("14(a)", Op.GONE, "Ten")


def test_a_part_of_ones_own_is_added_and_taken_out_again(who: Writers) -> None:
    held = begun(who.council)
    add_block(who.council, held, heading="Training", text="People learnt.", after="14(a)", base=1, now=NOW)
    ids = [block.id for block in draft(who.council, held).writing.blocks]
    assert ids[ids.index("14(a)") + 1] == "text-1"
    remove_block(who.council, held, "text-1", base=2, now=NOW)
    assert draft(who.council, held).writing.block("text-1") is None
    assert draft(who.council, held, version=2).writing.block("text-1").text == "People learnt."


def test_the_first_page_is_saved_as_a_version_too(who: Writers) -> None:
    held = begun(who.council)
    set_cover(who.council, held, Cover(author="  The council "), base=1, now=NOW)
    assert draft(who.council, held).writing.cover == Cover(author="The council")
    assert difference(who.council, held, 1, 2)[0].new == ("The council",)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("[figure:nothing]", "draft_figure_not_held"),
        ("[note: never closed", "draft_broken_mark"),
        ("turned \u202e around", "deceiving_sign"),
    ],
)
def test_what_cannot_be_set_is_refused_when_it_is_typed(who: Writers, typed: str, key: str) -> None:
    held = begun(who.council)
    with pytest.raises(TreatyRefusal) as refused:
        save_block(who.council, held, "14(a)", typed, base=1, now=NOW)
    assert refused.value.key == f"treaty.{key}"
    assert refused.value.field == "text"
    assert len({refused.value.said(language) for language in Language}) == 3


def test_words_are_counted_with_each_save_against_the_committees_limit(who: Writers) -> None:
    held = begun(who.council)
    before = word_count(who.council, held)
    save_block(who.council, held, "14(a)", "One two three.", base=1, now=NOW)
    after = word_count(who.council, held)
    assert after.counted == before.counted + 3
    assert after.blocks["14(a)"] == before.blocks["14(a)"] + 3
    assert after.limit is not None
    assert drafts(who.council)[0].words == after.counted


def test_a_draft_thrown_away_leaves_nothing(who: Writers) -> None:
    held, entries = begun(who.coalition, ReportKind.SUBMISSION), StoredEntry.objects.count()
    save_block(who.coalition, held, "introduction", "Some words.", base=1, now=NOW)
    with pytest.raises(NoSuchThing):
        discard_draft(who.other, held, now=NOW)
    discard_draft(who.coalition, held, now=NOW)
    assert not any(table.objects.exists() for table in (DraftRow, DraftVersionRow, DraftPartRow))
    assert StoredEntry.objects.count() == entries


def test_no_entry_tells_of_a_draft(who: Writers) -> None:
    before = StoredEntry.objects.count()
    held = begun(who.coalition, ReportKind.ALTERNATIVE)
    save_block(who.coalition, held, "introduction", "Some words.", base=1, now=NOW)
    assert StoredEntry.objects.count() == before


def test_what_did_not_change_is_kept_once(who: Writers) -> None:
    held = begun(who.council, ReportKind.PERIODIC)
    parts = DraftPartRow.objects.count()
    save_block(who.council, held, "introduction", "Some words.", base=1, now=NOW)
    assert DraftPartRow.objects.count() == parts + 1


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_any_version_can_be_had_as_a_file_the_same_each_time(who: Writers, form: str) -> None:
    held = begun(who.council)
    first = render(who.council, held, form)
    save_block(who.council, held, "14(a)", "Words.", base=1, now=NOW + 3600)
    assert render(who.council, held, form, version=1) == replace(first)
    assert render(who.council, held, form).sha256 != first.sha256
    assert first.name == f"follow_up_report-{SYMBOL.replace('/', '-')}-en-v1.{form}"
