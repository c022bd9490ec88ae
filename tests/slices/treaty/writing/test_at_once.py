"""Several people save and issue one draft in the same moment: nothing that was saved is lost."""

import threading
from collections.abc import Callable

import pytest
from django.db import connections
from tests.slices.store import Store
from tests.slices.treaty.writing.people import NOW, Writers, begun, writers

from qorgau.recording.models import StoredEntry
from qorgau.treaty.actions.issuing import Issued, issue_draft
from qorgau.treaty.actions.saving import DraftMoved
from qorgau.treaty.actions.writing import save_block
from qorgau.treaty.queries.drafts import draft, versions
from qorgau.treaty.refusal import TreatyRefusal

LEAVES = ("14(a)", "introduction", "closing")


@pytest.fixture
def who(store: Store) -> Writers:
    return writers()


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act answered or refused with, all of them begun together."""
    ready, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def do(place: int, act: Callable[[], object]) -> None:
        ready.wait()
        try:
            answers[place] = act()
        except TreatyRefusal as refusal:
            answers[place] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=do, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


def test_parts_saved_in_the_same_moment_are_all_kept_each_as_its_own_version(who: Writers) -> None:
    held = begun(who.council)

    def saving(leaf: str) -> Callable[[], object]:
        return lambda: save_block(who.council, held, leaf, f"Words of {leaf}.", base=1, now=NOW)

    assert sorted(at_once(*(saving(leaf) for leaf in LEAVES))) == [2, 3, 4]
    writing = draft(who.council, held).writing
    assert [writing.block(leaf).text for leaf in LEAVES] == [f"Words of {leaf}." for leaf in LEAVES]


def test_of_two_who_save_the_same_part_in_the_same_moment_one_is_refused(who: Writers) -> None:
    held = begun(who.council)

    def saving(words: str) -> Callable[[], object]:
        return lambda: save_block(who.council, held, "14(a)", words, base=1, now=NOW)

    answers = at_once(saving("Mine."), saving("Theirs."))
    assert sorted(isinstance(each, DraftMoved) for each in answers) == [False, True]
    assert len(versions(who.council, held)) == 2


def test_of_two_who_issue_in_the_same_moment_one_does(who: Writers) -> None:
    held = begun(who.council)
    issuing = [lambda: issue_draft(who.council, held, base=1, now=NOW)] * 2
    answers = at_once(*issuing)
    assert sorted(isinstance(each, Issued) for each in answers) == [False, True]
    assert StoredEntry.objects.filter(kind="ReportIssued").count() == 1


def test_what_is_saved_while_it_is_issued_is_either_in_the_report_or_refused(who: Writers) -> None:
    held = begun(who.council)
    saved, issued = at_once(
        lambda: save_block(who.council, held, "14(a)", "Last words.", base=1, now=NOW),
        lambda: issue_draft(who.council, held, base=1, now=NOW),
    )
    assert isinstance(saved, int) != isinstance(issued, Issued)
    assert isinstance(saved, int) or saved.key in ("treaty.draft_issued", "treaty.draft_moved")
