"""Several files of one symbol: what is held back is each body's own, and the most trusted file comes to the front."""

from datetime import date

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at
from tests.slices.treaty.forged import observations

from qorgau.access.permission import NotPermitted
from qorgau.recording.rebuilding import rebuild
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import NewAlternative
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.models import DocumentRow, RecommendationRow
from qorgau.treaty.refusal import NoSuchRecommendation, TreatyRefusal

NOW = at("2026-02-01")
NINE = "CAT/C/KAZ/CO/9"
LEAF = f"{NINE}#10(a)"
GENUINE = "Bring its definition into line with article 1 of the Convention;"
FORGED = "Be praised for its definition;"


def page(name: str, actor=None):
    return queries.recommendation(actor, name, as_of=NOW + 90_000)


def taken(data: bytes, *, by, now: int, held_back: bool = False) -> str:
    document = actions.take_document(by, data, name="file.txt", held_back=held_back, now=now).made
    actions.accept_document(by, document, now=now)
    return document


def both_hold_back() -> tuple[str, str]:
    ours = taken(observations(), by=PEOPLE.ngo, now=NOW, held_back=True)
    theirs = taken(observations(leaf=FORGED), by=PEOPLE.other_ngo, now=NOW + 60, held_back=True)
    return ours, theirs


# What two bodies hold back.


def test_two_bodies_that_hold_back_files_of_one_symbol_read_each_their_own_words(store: Store) -> None:
    both_hold_back()
    assert page(LEAF, PEOPLE.ngo).line.text == GENUINE
    assert page(LEAF, PEOPLE.other_ngo).line.text == FORGED
    assert not page(LEAF, PEOPLE.ngo).other_words
    with pytest.raises(NoSuchRecommendation):
        page(LEAF, PEOPLE.secretary)


def test_what_one_body_says_of_its_copy_does_not_touch_that_of_another(store: Store) -> None:
    both_hold_back()
    actions.classify(PEOPLE.ngo, LEAF, Classes(subjects=("impunity",)), reason="Ours.", now=NOW + 90)
    assert page(LEAF, PEOPLE.ngo).classes.subjects == ("impunity",)
    assert page(LEAF, PEOPLE.other_ngo).classes_by == ""
    assert {each.body for each in page(LEAF, PEOPLE.other_ngo).timeline} == {"another_ngo"}


def test_publishing_ones_own_copy_publishes_nothing_of_another_bodys(store: Store) -> None:
    ours, _ = both_hold_back()
    actions.publish_document(PEOPLE.ngo, ours, on=date(2026, 2, 1), now=NOW + 120)
    shown = page(LEAF)
    assert (shown.line.text, shown.line.held_back, shown.other_words) == (GENUINE, False, ())
    assert queries.board(None, queries.Asked(document=NINE), as_of=NOW + 200).total == 3
    assert queries.board(PEOPLE.other_ngo, queries.Asked(document=NINE), as_of=NOW + 200).total == 3


def test_a_board_lists_a_recommendation_once_though_a_copy_of_ones_own_is_held_back(store: Store) -> None:
    taken(observations(), by=PEOPLE.ngo, now=NOW, held_back=True)
    taken(observations(), by=PEOPLE.secretary, now=NOW + 60)
    found = queries.board(PEOPLE.ngo, queries.Asked(size=100), as_of=NOW + 90)
    assert sorted(line.leaf for line in found.lines) == ["10(a)", "10(b)", "12"]
    assert not any(line.held_back for line in found.lines)


def test_an_alternative_report_on_a_copy_of_ones_own_stays_with_it_when_it_is_published(store: Store) -> None:
    ours, _ = both_hold_back()
    new = NewAlternative(
        recommendations=[LEAF], title="Ours", text="What we saw.", published_on=date(2026, 2, 1)
    )
    actions.take_alternative(PEOPLE.ngo, new, now=NOW + 90)
    assert [each.title for each in page(LEAF, PEOPLE.ngo).alternatives] == ["Ours"]
    actions.publish_document(PEOPLE.ngo, ours, on=date(2026, 2, 1), now=NOW + 120)
    assert [each.title for each in page(LEAF).alternatives] == ["Ours"]


def test_what_was_held_back_is_folded_from_entries_to_the_same_rows(store: Store) -> None:
    ours, _ = both_hold_back()
    actions.publish_document(PEOPLE.ngo, ours, on=date(2026, 2, 1), now=NOW + 120)
    live = list(RecommendationRow.objects.order_by("key").values())
    rebuild(as_of=NOW + 200)
    assert list(RecommendationRow.objects.order_by("key").values()) == live


def test_nobody_is_made_to_answer_for_what_only_one_body_sees(store: Store) -> None:
    taken(observations(), by=PEOPLE.secretary, now=NOW, held_back=True)
    with pytest.raises(TreatyRefusal, match="hold"):
        actions.make_responsible(PEOPLE.secretary, [LEAF], lead="mia", since=date(2026, 2, 1), now=NOW + 60)


# Which of several public files stands in front.


def test_a_forged_file_that_came_first_gives_way_to_that_of_a_body_with_the_mandate(store: Store) -> None:
    forged = taken(observations(leaf=FORGED), by=PEOPLE.writer, now=NOW)
    assert page(LEAF).line.text == FORGED
    genuine = taken(observations(), by=PEOPLE.secretary, now=NOW + 60)
    shown = page(LEAF)
    assert (shown.line.text, shown.line.document) == (GENUINE, genuine)
    assert [(each.text, each.document) for each in shown.other_words] == [(FORGED, forged)]
    assert queries.document(None, NINE, as_of=NOW + 90).line.id == genuine


def test_the_file_that_both_sides_hold_goes_before_every_other(store: Store) -> None:
    taken(observations(leaf=FORGED), by=PEOPLE.secretary, now=NOW)
    genuine = taken(observations(), by=PEOPLE.ngo, now=NOW + 60)
    assert page(LEAF).line.text == FORGED
    again = actions.take_document(PEOPLE.inspector, observations(), name="same.txt", now=NOW + 120)
    assert (again.made, again.is_new) == (genuine, False)
    assert (page(LEAF).line.text, page(LEAF).line.document) == (GENUINE, genuine)
    assert DocumentRow.objects.get(pk=genuine).confirmed_by == "prosecutors_office"
    assert "DocumentConfirmed" in {each.kind for each in page(LEAF).timeline}


def test_two_bodies_of_one_side_confirm_nothing(store: Store) -> None:
    taken(observations(), by=PEOPLE.secretary, now=NOW)
    forged = taken(observations(leaf=FORGED), by=PEOPLE.writer, now=NOW + 60)
    actions.take_document(PEOPLE.inspector, observations(leaf=FORGED), name="same.txt", now=NOW + 120)
    assert DocumentRow.objects.get(pk=forged).confirmed_by == ""
    assert page(LEAF).line.text == GENUINE


def test_a_file_confirmed_before_it_was_accepted_is_as_trusted(store: Store) -> None:
    taken(observations(leaf=FORGED), by=PEOPLE.secretary, now=NOW)
    document = actions.take_document(PEOPLE.ngo, observations(), name="a.txt", now=NOW + 60).made
    actions.take_document(PEOPLE.inspector, observations(), name="b.txt", now=NOW + 90)
    actions.accept_document(PEOPLE.ngo, document, now=NOW + 120)
    assert page(LEAF).line.text == GENUINE


def test_a_file_that_somebody_holds_back_is_confirmed_by_nobody(store: Store) -> None:
    held = taken(observations(), by=PEOPLE.ngo, now=NOW, held_back=True)
    actions.take_document(PEOPLE.inspector, observations(), name="b.txt", now=NOW + 90)
    actions.take_document(PEOPLE.ngo, observations(), name="b.txt", held_back=True, now=NOW + 120)
    assert DocumentRow.objects.get(pk=held).confirmed_by == ""


def test_a_day_stated_by_the_more_trusted_file_is_the_day(store: Store) -> None:
    taken(observations(follow_up="12 May 2026"), by=PEOPLE.writer, now=NOW)
    assert page(LEAF).line.due == date(2026, 5, 12)
    taken(observations(), by=PEOPLE.secretary, now=NOW + 60)
    assert page(LEAF).line.due == date(2024, 5, 12)


def test_a_custody_officer_confirms_nothing(sqlite_store: Store) -> None:
    taken(observations(), by=PEOPLE.ngo, now=NOW)
    with pytest.raises(NotPermitted):
        actions.take_document(PEOPLE.officer, observations(), name="b.txt", now=NOW + 60)
