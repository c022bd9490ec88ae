"""Whoever explains a mistake names people: the reason goes with the person's key, and older ones stay readable."""

from dataclasses import replace

import pytest
from tests.slices.custody.desk import NIGHT, Desk, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.custody import actions, queries
from qorgau.custody.entries import NewEntry
from qorgau.custody.facts.reasons import why_of
from qorgau.custody.refusal import CustodyRefusal
from qorgau.ledger.entry import Correction, CorrectionAct
from qorgau.recording.history import history
from qorgau.recording.models import StoredEntry

NOW = instant("2026-11-21 09:00")
REASON = "Typed for Қарақат-Тест, the neighbour, by mistake"


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


def custody_with_a_meal(desk: Desk) -> tuple[str, str]:
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    meal = actions.add_entry(desk.officer, custody, NewEntry(kind="MealGiven"), now=NOW)
    return custody, meal.entry


def bodies() -> str:
    return "\n".join(bytes(body).decode() for body in StoredEntry.objects.values_list("body", flat=True))


@pytest.mark.parametrize("withdrawn", [True, False])
def test_the_reason_of_a_correction_stands_nowhere_in_clear_and_is_read_on_the_record(
    desk: Desk, withdrawn: bool
) -> None:
    custody, meal = custody_with_a_meal(desk)
    if withdrawn:
        done = actions.withdraw_entry(desk.officer, custody, meal, why=REASON, now=NOW + 60)
    else:
        done = actions.correct_entry(
            desk.officer, custody, meal, NewEntry(kind="MealGiven"), why=REASON, now=NOW + 60
        )
    assert "Қарақат" not in bodies()
    shown = {each.id: each for each in queries.record(desk.head, custody, as_of=NOW + 90).entries}
    assert shown[done.entry].why == REASON
    assert "why_corrected" not in shown[done.entry].personal


def test_a_reason_recorded_in_clear_before_is_still_read_and_one_without_its_key_is_empty(desk: Desk) -> None:
    custody, meal = custody_with_a_meal(desk)
    actions.withdraw_entry(desk.officer, custody, meal, why=REASON, now=NOW + 60)
    last = history("custody", custody)[-1]
    before = Correction(instance="q", entry=meal, act=CorrectionAct.WITHDRAWS, why="Wrong person")
    in_clear = replace(last, entry=replace(last.entry, corrects=before), personal={})
    assert (why_of(in_clear), why_of(replace(last, personal={})), why_of(last)) == (
        "Wrong person",
        "",
        REASON,
    )


def test_a_reason_longer_than_a_page_is_refused_and_names_its_field(desk: Desk) -> None:
    custody, meal = custody_with_a_meal(desk)
    with pytest.raises(CustodyRefusal) as refused:
        actions.withdraw_entry(desk.officer, custody, meal, why="а" * 5000, now=NOW + 60)
    assert refused.value.field == "why"
