"""How many a place has room for, by its capacity and by each standard, and what each person has."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.slices.places.people import COLONY, IVS

from qorgau.clock import zone_named
from qorgau.lawbook.words import Basis, Confirmed
from qorgau.places.crowding import CountedBy, Fullness, cell_crowding, crowding, room_for, room_in_cell
from qorgau.places.details import PlaceDetails
from qorgau.places.facts import Inventory
from qorgau.places.place import Cell, ForWhom, Place
from qorgau.places.space import standards_on

DAY = date(2026, 11, 22)


def place(details: PlaceDetails = COLONY, **more: object) -> Place:
    known = {
        "id": "p", "name": details.name, "kind": details.kind, "official": details.official, "body": details.body,
        "region": details.region, "zone": zone_named("Asia/Almaty"), "capacity": details.capacity,
        "area_tenths": details.area_tenths, "for_whom": details.for_whom,
    }  # fmt: skip
    return Place(**{**known, **more})


def with_cells(*areas: int | None, **more: object) -> Inventory:
    cells = {
        str(number): Cell(id=str(number), place="p", name=str(number), area_tenths=area)
        for number, area in enumerate(areas)
    }
    return Inventory(place(**more), cells)


def by_name(found: Inventory) -> dict[str, tuple[int | None, CountedBy]]:
    return {room.standard.name: (room.persons, room.counted_by) for room in room_for(found, day=DAY)}


def cpt(area: int | None) -> int | None:
    (room,) = [
        each
        for each in room_in_cell(Cell(id="c", place="p", name="1", area_tenths=area), kind="sizo", day=DAY)
        if each.standard.name == "cpt"
    ]
    return room.persons


@pytest.mark.parametrize(
    ("area", "persons"),
    [(None, None), (59, 0), (60, 1), (79, 1), (80, 2), (119, 2), (120, 3), (400, 10)],
)
def test_a_cell_holds_one_from_6_square_metres_and_several_at_4_each(
    area: int | None, persons: int | None
) -> None:
    assert cpt(area) == persons


def test_a_colony_is_measured_by_national_law_and_by_the_comparator() -> None:
    found = by_name(with_cells())
    assert found == {"national": (160, CountedBy.FLOOR), "cpt": (100, CountedBy.FLOOR)}


def test_a_police_place_is_measured_by_the_police_standard_too_and_not_by_the_law_on_convicts() -> None:
    assert list(by_name(Inventory(place(IVS)))) == ["cpt", "cpt_police"]


def test_a_place_for_children_asks_for_the_room_of_a_child() -> None:
    for groups, each in (((ForWhom.MEN,), 25), ((ForWhom.MEN, ForWhom.WOMEN), 30), ((ForWhom.CHILDREN,), 35)):
        (national,) = [s for s in standards_on(DAY, kind="colony", for_whom=groups) if s.name == "national"]
        assert national.shared == each
        assert (national.basis, national.confirmed) == (Basis.NATIONAL_LAW, Confirmed.MEMORY)


def test_before_a_source_stood_it_asked_for_nothing() -> None:
    assert standards_on(date(1990, 1, 1), kind="ivs") == ()
    assert [s.name for s in standards_on(date(2015, 12, 14), kind="colony")] == ["national"]


def test_cells_are_added_up_only_where_every_one_is_measured() -> None:
    assert by_name(with_cells(90, 90))["cpt"] == (4, CountedBy.CELLS)
    assert by_name(with_cells(90, None))["cpt"] == (100, CountedBy.FLOOR)
    assert by_name(with_cells(90, None, area_tenths=None))["cpt"] == (None, CountedBy.NOTHING)


def test_small_cells_hold_fewer_than_their_whole_area_would() -> None:
    assert by_name(with_cells(50, 50, 50, 50))["cpt"] == (0, CountedBy.CELLS)


@pytest.mark.parametrize(
    ("held", "capacity", "official", "state"),
    [
        (0, 10, True, Fullness.EMPTY),
        (9, 10, True, Fullness.WITHIN),
        (10, 10, True, Fullness.FULL),
        (11, 10, True, Fullness.OVER),
        (1, 0, True, Fullness.OVER),
        (5, None, True, Fullness.CANNOT_TELL),
        (0, None, True, Fullness.EMPTY),
        (1, 500, False, Fullness.NOT_A_PLACE),
        (0, None, False, Fullness.EMPTY),
    ],
)
def test_exactly_at_the_capacity_is_full_and_not_over(
    held: int, capacity: int | None, official: bool, state: Fullness
) -> None:
    found = crowding(held, with_cells(capacity=capacity, official=official), day=DAY)
    assert found.state is state


def test_what_each_person_has_is_never_rounded_up() -> None:
    found = crowding(3, with_cells(area_tenths=100, capacity=2), day=DAY)
    assert (found.each_tenths, found.percent, found.above) == (33, 150, 1)


def test_a_place_within_its_capacity_can_still_break_a_standard() -> None:
    found = crowding(120, with_cells(capacity=150), day=DAY)
    assert found.state is Fullness.WITHIN
    assert {each.room.standard.name: each.state for each in found.by_standard} == {
        "national": Fullness.WITHIN,
        "cpt": Fullness.OVER,
    }


def test_one_person_alone_needs_the_room_of_a_single_cell() -> None:
    cell = Cell(id="c", place="p", name="1", area_tenths=50, capacity=1)
    found = cell_crowding(1, cell, kind="ivs", day=DAY)
    assert found.state is Fullness.FULL
    assert {each.room.standard.name: (each.state, each.needed_tenths) for each in found.by_standard} == {
        "cpt": (Fullness.OVER, 60),
        "cpt_police": (Fullness.OVER, 70),
    }


def test_fewer_than_nobody_cannot_be_held() -> None:
    with pytest.raises(ValueError, match="-1"):
        crowding(-1, with_cells(), day=DAY)


@given(
    area=st.integers(1, 10_000),
    more=st.integers(0, 5_000),
    held=st.integers(1, 300),
    others=st.integers(0, 300),
)
def test_more_space_never_makes_it_worse_and_more_people_never_make_it_better(
    area: int, more: int, held: int, others: int
) -> None:
    worse = [Fullness.EMPTY, Fullness.WITHIN, Fullness.FULL, Fullness.OVER]

    def states(space: int, people: int) -> list[int]:
        found = crowding(people, with_cells(area_tenths=space), day=DAY)
        return [worse.index(each.state) for each in found.by_standard]

    now = states(area, held)
    assert all(later <= before for later, before in zip(states(area + more, held), now, strict=True))
    assert all(later >= before for later, before in zip(states(area, held + others), now, strict=True))


def test_a_closed_cell_gives_no_room() -> None:
    found = with_cells(90, 90)
    shut = replace(found.cells["0"], closed_at=5)
    assert by_name(replace(found, cells={**found.cells, "0": shut}))["cpt"] == (2, CountedBy.CELLS)
