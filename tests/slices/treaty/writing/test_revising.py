"""Going back to an older version, correcting what was issued, and the second person who issues."""

import pytest
from tests.slices.access.people import account_of, actor, appoint
from tests.slices.store import Store
from tests.slices.treaty.writing.people import NOW, Writers, begun, writers

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.treaty.actions.issuing import issue_draft
from qorgau.treaty.actions.revising import correct_issued, restore_version
from qorgau.treaty.actions.saving import DraftMoved
from qorgau.treaty.actions.writing import add_block, remove_block, save_block
from qorgau.treaty.queries.drafts import draft, render, versions
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal
from qorgau.treaty.writing.kinds import ReportKind


@pytest.fixture
def who(store: Store) -> Writers:
    return writers()


def second_person(*, body: str = "interagency_council") -> Actor:
    """Somebody of the body who may write its reports, appointed long ago."""
    made = actor(Role.COUNCIL_SECRETARY, body=body)
    appoint(account_of(made), made, since=0)
    return made


def text(who: Writers, held: str, block: str = "14(a)") -> str:
    found = draft(who.council, held).writing.block(block)
    assert found is not None
    return found.text


def test_an_older_version_stands_again_as_the_next_one_and_those_between_stay(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "First.", base=1, now=NOW)
    save_block(who.colleague, held, "14(a)", "Second.", base=2, now=NOW)
    assert restore_version(who.council, held, 2, base=3, now=NOW) == 4
    assert text(who, held) == "First."
    assert [each.what for each in versions(who.council, held)] == ["restored", "text", "text", "begun"]
    between = draft(who.council, held, version=3).writing.block("14(a)")
    assert between is not None
    assert between.text == "Second."


def test_a_part_that_was_taken_out_comes_back_with_its_version(who: Writers) -> None:
    held = begun(who.council)
    add_block(who.council, held, heading="Training", text="People learnt.", after="14(a)", base=1, now=NOW)
    remove_block(who.council, held, "text-1", base=2, now=NOW)
    restore_version(who.council, held, 2, base=3, now=NOW)
    assert text(who, held, "text-1") == "People learnt."


def test_going_back_never_undoes_what_somebody_saved_unseen(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "First.", base=1, now=NOW)
    save_block(who.colleague, held, "14(a)", "Newer.", base=2, now=NOW)
    with pytest.raises(DraftMoved):
        restore_version(who.council, held, 1, base=2, now=NOW)
    assert text(who, held) == "Newer."


def test_going_back_never_undoes_another_part_that_somebody_saved_unseen(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "First.", base=1, now=NOW)
    save_block(who.colleague, held, "28", "Newer.", base=2, now=NOW)
    with pytest.raises(DraftMoved):
        restore_version(who.council, held, 1, base=2, now=NOW)
    assert text(who, held, "28") == "Newer."


def test_nobody_restores_a_version_of_others_or_of_what_was_issued(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "First.", base=1, now=NOW)
    for stranger in (who.coalition, who.ministry):
        with pytest.raises(NoSuchThing):
            restore_version(stranger, held, 1, base=2, now=NOW)
    issue_draft(who.council, held, base=2, now=NOW)
    with pytest.raises(TreatyRefusal) as refused:
        restore_version(who.council, held, 1, base=2, now=NOW)
    assert refused.value.key == "treaty.draft_issued"


def test_a_correction_holds_all_that_was_issued_and_says_which_report_it_replaces(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.council, held, "14(a)", "Wrong.", base=1, now=NOW)
    issue_draft(who.council, held, base=2, now=NOW)
    before = render(who.council, held, "docx").sha256
    made = correct_issued(who.council, held, now=NOW + 86_400)
    assert text(who, made) == "Wrong."
    assert draft(who.council, made).writing.corrects == "2026-11-21"
    save_block(who.council, made, "14(a)", "Right.", base=1, now=NOW + 86_400)
    assert render(who.council, held, "docx").sha256 == before
    with pytest.raises(NoSuchThing):
        correct_issued(who.coalition, held, now=NOW)


def test_only_what_was_issued_is_corrected_and_the_same_act_begins_one_draft(who: Writers) -> None:
    held, act = begun(who.coalition, ReportKind.ALTERNATIVE), "c" * 32
    with pytest.raises(TreatyRefusal) as refused:
        correct_issued(who.coalition, held, now=NOW)
    assert refused.value.key == "treaty.draft_not_issued"
    issue_draft(who.coalition, held, base=1, now=NOW)
    first = correct_issued(who.coalition, held, now=NOW, act_id=act)
    assert correct_issued(who.coalition, held, now=NOW, act_id=act) == first


def test_whoever_saved_the_last_version_leaves_the_issuing_to_a_colleague(who: Writers) -> None:
    second_person()
    held = begun(who.council)
    with pytest.raises(TreatyRefusal) as refused:
        issue_draft(who.council, held, base=1, now=NOW)
    assert refused.value.key == "treaty.draft_needs_second"
    assert not draft(who.council, held).line.issued
    issue_draft(who.colleague, held, base=1, now=NOW)
    assert draft(who.council, held).line.issued


def test_two_who_wrote_by_turns_leave_the_issuing_to_a_third(who: Writers) -> None:
    third = second_person()
    held = begun(who.council)
    save_block(who.colleague, held, "14(a)", "Hers.", base=1, now=NOW)
    for writer in (who.council, who.colleague):
        with pytest.raises(TreatyRefusal) as refused:
            issue_draft(writer, held, base=2, now=NOW)
        assert refused.value.key == "treaty.draft_needs_second"
    issue_draft(third, held, base=2, now=NOW)
    assert draft(who.council, held).line.issued


def test_where_all_who_may_issue_wrote_at_it_one_of_them_does(who: Writers) -> None:
    colleague = second_person()
    held = begun(who.council)
    save_block(colleague, held, "14(a)", "Hers.", base=1, now=NOW)
    issue_draft(who.council, held, base=2, now=NOW)
    assert draft(who.council, held).line.issued


def test_where_nobody_else_may_issue_the_only_person_does(who: Writers) -> None:
    second_person(body="mia")
    held = begun(who.council)
    issue_draft(who.council, held, base=1, now=NOW)
    assert draft(who.council, held).line.issued
