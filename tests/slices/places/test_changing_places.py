"""What is known of a place changes; what was said before stays."""

from dataclasses import replace
from datetime import date

import pytest
from tests.slices.places.people import (
    ADMINISTRATOR,
    CELL,
    DAY,
    DEPARTMENT,
    GYM,
    HEAD,
    IVS,
    NOW,
    OFFICER,
    head_of,
)
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.places import actions, queries
from qorgau.places.actions import Since
from qorgau.places.details import details_of, whole_name
from qorgau.places.faults import Unfit
from qorgau.recording.rebuilding import rebuild

LATER = NOW + 30 * DAY


def keys(refused: pytest.ExceptionInfo[Unfit]) -> list[str]:
    return [fault.key for fault in refused.value.faults]


def test_a_change_holds_from_its_day_and_the_earlier_state_is_still_told(store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    assert actions.change_place(head_of(place), place, replace(IVS, capacity=30), now=LATER)
    assert queries.place(place).capacity == 30
    assert queries.place_on(place, as_of=LATER - 1).place.capacity == 20


def test_only_what_is_different_is_recorded(sqlite_store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    actions.change_place(ADMINISTRATOR, place, replace(IVS, capacity=30), now=LATER)
    assert dict(queries.entries_of(place)[-1].entry.facts) == {"capacity": 30, "step": 1}
    assert not actions.change_place(ADMINISTRATOR, place, replace(IVS, capacity=30), now=LATER)
    assert len(queries.entries_of(place)) == 2


def test_what_turns_out_to_be_unknown_becomes_unknown_again(store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    unknown = replace(IVS, capacity=None, accessible=None, for_whom=(), settlement="")
    actions.change_place(ADMINISTRATOR, place, unknown, now=LATER)
    assert replace(details_of(queries.place(place)), zone="") == unknown


def test_who_ran_a_place_on_a_day_is_told_from_the_dated_changes(sqlite_store: Store) -> None:
    unit = actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=NOW)
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    actions.change_place(
        ADMINISTRATOR, place, replace(IVS, unit=unit), now=LATER, since=Since(instant=NOW + DAY)
    )
    assert [queries.place_on(place, as_of=at).place.unit for at in (NOW, NOW + DAY)] == ["", unit]


def test_what_was_wrong_from_the_start_is_mended_from_the_day_of_opening(sqlite_store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW, since=Since(day=date(2020, 5, 1)))
    mended = replace(IVS, capacity=12)
    actions.change_place(ADMINISTRATOR, place, mended, now=LATER, since=Since(day=date(2020, 5, 1)))
    opened = queries.place(place).opened_at
    assert opened is not None
    assert queries.place_on(place, as_of=opened).place.capacity == 12


def test_a_change_is_not_dated_before_the_opening_or_in_the_future(sqlite_store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    for since, key in ((NOW - 5 * DAY, "since_before_opening"), (LATER + 1, "since_in_future")):
        with pytest.raises(Unfit) as refused:
            actions.change_place(
                ADMINISTRATOR, place, replace(IVS, capacity=1), now=LATER, since=Since(instant=since)
            )
        assert keys(refused) == [key]


def test_a_change_made_meanwhile_by_somebody_else_is_not_overwritten(sqlite_store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    seen = queries.entries_so_far(place)
    actions.change_place(ADMINISTRATOR, place, replace(IVS, capacity=30), now=LATER, seen=seen)
    with pytest.raises(Unfit) as refused:
        actions.change_place(ADMINISTRATOR, place, replace(IVS, area_tenths=900), now=LATER, seen=seen)
    assert keys(refused) == ["changed_meanwhile"]
    assert queries.place(place).area_tenths == 800


def test_a_head_changes_their_own_place_and_no_other(sqlite_store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    for other in (HEAD, head_of("elsewhere"), OFFICER):
        with pytest.raises(NotPermitted):
            actions.change_place(other, place, replace(IVS, capacity=1), now=LATER)


def test_an_officer_does_not_make_an_unofficial_place_official(sqlite_store: Store) -> None:
    school = replace(GYM, kind="ivs")
    place = actions.list_place(OFFICER, school, now=NOW)
    with pytest.raises(NotPermitted):
        actions.change_place(OFFICER, place, replace(school, official=True), now=LATER)
    assert not queries.place(place).official


def test_closing_needs_a_reason_and_keeps_the_place_in_the_inventory(store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    with pytest.raises(Unfit) as refused:
        actions.close_place(ADMINISTRATOR, place, now=LATER)
    assert keys(refused) == ["closing_needs_reason"]
    actions.close_place(ADMINISTRATOR, place, now=LATER, reason="Unfit to live in")
    assert queries.place(place).closed_at == LATER
    assert not queries.places_seen_by(OFFICER)
    assert queries.places_seen_by(OFFICER, queries.Wanted(closed=None))


def test_a_closed_place_is_not_changed_until_it_is_reopened(store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    actions.list_cell(ADMINISTRATOR, place, CELL, now=NOW)
    actions.close_place(ADMINISTRATOR, place, now=LATER, reason="Repairs")
    for change in (
        lambda: actions.change_place(ADMINISTRATOR, place, replace(IVS, capacity=1), now=LATER),
        lambda: actions.close_place(ADMINISTRATOR, place, now=LATER, reason="Again"),
        lambda: actions.list_cell(ADMINISTRATOR, place, replace(CELL, name="2"), now=LATER),
    ):
        with pytest.raises(Unfit) as refused:
            change()
        assert keys(refused) == ["place_closed_already"]
    actions.reopen_place(ADMINISTRATOR, place, now=LATER + DAY, reason="Repairs done")
    reopened = queries.place(place)
    assert (reopened.closed, reopened.capacity, reopened.cells) == (False, 20, 1)
    with pytest.raises(Unfit):
        actions.reopen_place(ADMINISTRATOR, place, now=LATER + DAY)


def test_the_inventory_rebuilt_from_the_entries_is_the_same(store: Store) -> None:
    unit = actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=NOW)
    place = actions.list_place(ADMINISTRATOR, replace(IVS, unit=unit), now=NOW)
    cell = actions.list_cell(ADMINISTRATOR, place, CELL, now=NOW)
    actions.change_place(ADMINISTRATOR, place, replace(IVS, name=whole_name(kk="Жаңа атау")), now=LATER)
    actions.close_cell(ADMINISTRATOR, cell, now=LATER)
    before = (queries.place(place), queries.cells_of(place, closed=True), queries.units())
    list(rebuild(as_of=LATER))
    assert (queries.place(place), queries.cells_of(place, closed=True), queries.units()) == before


def test_acts_within_one_second_count_in_the_order_in_which_they_were_done(store: Store) -> None:
    place = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    for capacity in range(30, 36):
        actions.change_place(ADMINISTRATOR, place, replace(IVS, capacity=capacity), now=NOW)
        actions.close_place(ADMINISTRATOR, place, now=NOW, reason="A slip")
        actions.reopen_place(ADMINISTRATOR, place, now=NOW)
        found = queries.place(place)
        assert (found.capacity, found.closed) == (capacity, False)
