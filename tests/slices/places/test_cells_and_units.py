"""Cells belong to one place; units stand under an institution and under each other."""

from dataclasses import replace

import pytest
from tests.slices.places.people import (
    ADMINISTRATOR,
    CELL,
    COLONY,
    DAY,
    DEPARTMENT,
    IVS,
    NOW,
    OFFICER,
    head_of,
)
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.lawbook import Language
from qorgau.places import actions, queries
from qorgau.places.details import CellDetails, whole_name
from qorgau.places.faults import Unfit
from qorgau.places.queries import NotListed


def keys(refused: pytest.ExceptionInfo[Unfit]) -> list[str]:
    return [fault.key for fault in refused.value.faults]


@pytest.fixture
def place(store: Store) -> str:
    return actions.list_place(ADMINISTRATOR, IVS, now=NOW)


@pytest.fixture
def ivs(sqlite_store: Store) -> str:
    return actions.list_place(ADMINISTRATOR, IVS, now=NOW)


def test_cells_are_listed_in_the_order_in_which_people_count(place: str) -> None:
    for name in ("10", "9", "2 б", "2 а", "Карантин"):
        actions.list_cell(head_of(place), place, replace(CELL, name=name), now=NOW)
    assert [cell.name for cell in queries.cells_of(place)] == ["2 а", "2 б", "9", "10", "Карантин"]
    assert queries.place(place).cells == 5


def test_a_cell_said_anew_keeps_its_id_and_its_first_day(place: str) -> None:
    cell = actions.list_cell(ADMINISTRATOR, place, CELL, now=NOW)
    again = actions.list_cell(ADMINISTRATOR, place, replace(CELL, capacity=3), now=NOW + DAY, cell_id=cell)
    found = queries.cell(cell)
    assert (again, found.capacity, found.listed_at) == (cell, 3, NOW)


def test_saying_the_same_of_a_cell_again_records_nothing(ivs: str) -> None:
    cell = actions.list_cell(ADMINISTRATOR, ivs, CELL, now=NOW)
    actions.list_cell(ADMINISTRATOR, ivs, CELL, now=NOW + DAY, cell_id=cell)
    assert len(queries.entries_of(ivs)) == 2


def test_a_closed_cell_is_no_longer_counted_and_not_closed_twice(place: str) -> None:
    cell = actions.list_cell(ADMINISTRATOR, place, CELL, now=NOW)
    actions.close_cell(ADMINISTRATOR, cell, now=NOW + DAY)
    assert queries.cells_of(place) == ()
    assert queries.cells_of(place, closed=True)[0].closed
    with pytest.raises(Unfit) as refused:
        actions.close_cell(ADMINISTRATOR, cell, now=NOW + DAY)
    assert keys(refused) == ["cell_closed_already"]


@pytest.mark.parametrize(
    ("details", "key"),
    [
        (CellDetails(name=""), "cell_needs_name"),
        (CellDetails(name="x" * 201), "text_unfit"),
        (CellDetails(name="2", capacity=-1), "capacity_unfit"),
        (CellDetails(name="2", area_tenths=-5), "area_unfit"),
        (CellDetails(name="1"), "cell_named_already"),
    ],
)
def test_a_cell_that_cannot_be_is_refused(ivs: str, details: CellDetails, key: str) -> None:
    actions.list_cell(ADMINISTRATOR, ivs, CELL, now=NOW)
    with pytest.raises(Unfit) as refused:
        actions.list_cell(ADMINISTRATOR, ivs, details, now=NOW)
    assert keys(refused) == [key]


def test_a_cell_is_not_taken_over_by_another_place(ivs: str) -> None:
    cell = actions.list_cell(ADMINISTRATOR, ivs, CELL, now=NOW)
    colony = actions.list_place(ADMINISTRATOR, COLONY, now=NOW)
    with pytest.raises(Unfit) as refused:
        actions.list_cell(ADMINISTRATOR, colony, CELL, now=NOW, cell_id=cell)
    assert keys(refused) == ["cell_elsewhere"]


def test_only_who_may_change_the_place_lists_or_closes_its_cells(ivs: str) -> None:
    cell = actions.list_cell(ADMINISTRATOR, ivs, CELL, now=NOW)
    with pytest.raises(NotPermitted):
        actions.list_cell(OFFICER, ivs, replace(CELL, name="2"), now=NOW)
    with pytest.raises(NotPermitted):
        actions.close_cell(OFFICER, cell, now=NOW)


def test_a_unit_is_found_under_its_institution_and_region(store: Store) -> None:
    unit = actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=NOW)
    assert queries.unit(unit).name[Language.RU] == "Департамент полиции города"
    assert [each.id for each in queries.units(institution="police", region="almaty")] == [unit]
    assert queries.units(institution="npm") == ()
    assert queries.institution_of(unit) == queries.institution_of("police") == "police"
    assert queries.body_title(unit)[Language.EN] == "City police department"


def test_a_unit_answers_to_another_of_the_same_institution_and_never_to_itself(store: Store) -> None:
    upper = actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=NOW)
    lower = actions.list_unit(
        ADMINISTRATOR, replace(DEPARTMENT, name=whole_name(en="District unit"), above=upper), now=NOW
    )
    assert queries.units_above(lower) == (upper,)
    for above, key in ((lower, "unit_above_circle"), (upper, "unit_above_circle")):
        with pytest.raises(Unfit) as refused:
            actions.list_unit(ADMINISTRATOR, replace(DEPARTMENT, above=above), now=NOW, unit_id=upper)
        assert keys(refused) == [key]
    prison = replace(
        DEPARTMENT, name=whole_name(en="Prison unit"), institution="penitentiary_committee", above=upper
    )
    with pytest.raises(Unfit) as refused:
        actions.list_unit(ADMINISTRATOR, prison, now=NOW)
    assert keys(refused) == ["unit_above_elsewhere"]


def test_a_unit_listed_twice_under_two_ids_is_refused(sqlite_store: Store) -> None:
    actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=NOW)
    with pytest.raises(Unfit) as refused:
        actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=NOW)
    assert keys(refused) == ["listed_already"]


def test_a_place_is_not_run_by_a_unit_of_another_institution(sqlite_store: Store) -> None:
    unit = actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=NOW)
    with pytest.raises(Unfit) as refused:
        actions.list_place(ADMINISTRATOR, replace(COLONY, unit=unit), now=NOW)
    assert keys(refused) == ["unit_of_another_body"]


def test_only_an_administrator_lists_units(sqlite_store: Store) -> None:
    with pytest.raises(NotPermitted):
        actions.list_unit(head_of("any"), DEPARTMENT, now=NOW)
    with pytest.raises(NotListed):
        queries.unit("nobody")
