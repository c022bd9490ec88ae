"""The same document comes in twice in one moment, under other names, or while somebody corrects it: it is one document."""

import json

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, at
from tests.slices.treaty.forged import observations
from tests.slices.treaty.writing.test_at_once import at_once

from qorgau.access.actor import Actor
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import Correction, Done
from qorgau.treaty.facts.words import Fix
from qorgau.treaty.models import CorrectionRow, DocumentRow, ReadingRow, RecommendationRow

NOW = at("2026-02-01")
FIX = Correction(what=Fix.LEAF_TEXT, target="10(a)", value="Bring it into line;")


def taking(by: Actor, name: str, *, later: int, **more: bool):
    return lambda: actions.take_document(by, observations(), name=name, now=NOW + later, **more)


def entries(kind: str) -> int:
    return StoredEntry.objects.filter(kind=kind).count()


def all_done(answers: list[object]) -> list[Done]:
    assert all(isinstance(each, Done) for each in answers), answers
    return [each for each in answers if isinstance(each, Done)]


@pytest.mark.parametrize("second", [PEOPLE.secretary, PEOPLE.writer])
def test_two_tabs_take_in_one_document_and_both_are_told_which(store: Store, second: Actor) -> None:
    answers = all_done(
        at_once(
            taking(PEOPLE.secretary, "one.txt", later=0),
            taking(second, "the same.txt", later=1),
        )
    )
    assert len({each.made for each in answers}) == 1
    assert sorted(each.is_new for each in answers) == [False, True]
    assert entries("DocumentTaken") == 1
    assert ReadingRow.objects.count() == 1


def test_both_sides_that_take_it_in_at_once_have_confirmed_it(store: Store) -> None:
    all_done(at_once(taking(PEOPLE.secretary, "a.txt", later=0), taking(PEOPLE.ngo, "b.txt", later=1)))
    assert DocumentRow.objects.get().confirmed_by in ("interagency_council", "coalition")
    assert entries("DocumentConfirmed") == 1


def test_two_copies_held_back_at_once_stay_each_bodys_own(store: Store) -> None:
    answers = all_done(
        at_once(
            taking(PEOPLE.ngo, "a.txt", later=0, held_back=True),
            taking(PEOPLE.other_ngo, "a.txt", later=0, held_back=True),
        )
    )
    assert len({each.made for each in answers}) == 2


def test_a_document_under_two_names_keeps_the_first(store: Store) -> None:
    first = taking(PEOPLE.secretary, "first.txt", later=0)().made
    again = taking(PEOPLE.secretary, "second.txt", later=60)()
    assert (again.made, again.is_new) == (first, False)
    assert DocumentRow.objects.get().name == "first.txt"


def test_it_is_followed_once_though_two_people_press_at_once(store: Store) -> None:
    document = taking(PEOPLE.secretary, "a.txt", later=0)().made
    all_done(
        at_once(
            lambda: actions.accept_document(PEOPLE.secretary, document, now=NOW + 60),
            lambda: actions.accept_document(PEOPLE.ngo, document, now=NOW + 61),
        )
    )
    assert RecommendationRow.objects.count() == entries("RecommendationTaken") == 3


def test_the_catalogue_is_followed_once_though_two_people_press_at_once(store: Store) -> None:
    all_done(
        at_once(
            lambda: actions.take_catalogue(PEOPLE.secretary, CATALOGUE, now=NOW),
            lambda: actions.take_catalogue(PEOPLE.writer, CATALOGUE, now=NOW + 1),
        )
    )
    assert RecommendationRow.objects.count() == 47


def test_a_correction_made_while_the_file_is_read_again_is_kept(store: Store) -> None:
    from qorgau.reading.document import DocumentKind

    document = taking(PEOPLE.secretary, "a.txt", later=0)().made
    all_done(
        at_once(
            lambda: actions.correct_reading(PEOPLE.secretary, document, FIX, reason="So.", now=NOW + 60),
            lambda: actions.read_again(
                PEOPLE.secretary, document, kind=DocumentKind.CONCLUDING_OBSERVATIONS, now=NOW + 60
            ),
        )
    )
    assert CorrectionRow.objects.filter(withdrawn_why="").count() == 1
    shown = queries.document(PEOPLE.secretary, document, as_of=NOW + 90).document
    assert {each.id: each.text for each in shown.recommendations}["10(a)"] == FIX.value
    before = json.dumps(list(DocumentRow.objects.values()), default=str)
    rebuild(as_of=NOW + 100)
    assert json.dumps(list(DocumentRow.objects.values()), default=str) == before
