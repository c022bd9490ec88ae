"""How many a place or cell has room for, and how crowded it is. Pure: counts come from whoever knows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qorgau.places.facts import Inventory
from qorgau.places.place import Cell, Place
from qorgau.places.space import SpaceStandard, standards_on


class CountedBy(StrEnum):
    """What a standing capacity was reckoned from."""

    CELL = "cell"  # the area of this one cell
    CELLS = "cells"  # each open cell by its own area, added up
    FLOOR = "floor"  # the living space of the whole place, its cells not all being measured
    NOTHING = "nothing"  # no area is known


class Fullness(StrEnum):
    """How the number held stands to what there is room for."""

    EMPTY = "empty"  # nobody is held
    WITHIN = "within"  # fewer than there is room for
    FULL = "full"  # exactly as many as there is room for
    OVER = "over"  # more than there is room for
    NOT_A_PLACE = "not_a_place"  # persons are held where nobody may be held
    CANNOT_TELL = "cannot_tell"  # the capacity, or the area, is not known


@dataclass(frozen=True, kw_only=True)
class Room:
    """How many persons a place or cell has room for by one standard; None where no area is known."""

    standard: SpaceStandard
    persons: int | None
    counted_by: CountedBy


@dataclass(frozen=True, kw_only=True)
class AgainstStandard:
    """Those held, measured by one standard: the room there is, and what each would need."""

    room: Room
    state: Fullness
    needed_tenths: int


@dataclass(frozen=True, kw_only=True)
class Crowding:
    """How crowded it is. capacity: as the inventory says; percent of it, rounded down; each_tenths: the
    living space each person has, in tenths of a square metre, rounded down; None where it cannot be told.
    """

    state: Fullness
    held: int
    capacity: int | None
    percent: int | None
    each_tenths: int | None
    by_standard: tuple[AgainstStandard, ...]

    @property
    def above(self) -> int:
        """How many persons more than the capacity."""
        return max(0, self.held - self.capacity) if self.capacity is not None else 0


def room_in_cell(cell: Cell, *, kind: str, day: date) -> tuple[Room, ...]:
    """The standing capacity of a cell by each standard that speaks of its kind of place on a day."""
    by = CountedBy.NOTHING if cell.area_tenths is None else CountedBy.CELL
    return tuple(
        Room(standard=asked, persons=_fits(cell.area_tenths, asked), counted_by=by)
        for asked in standards_on(day, kind=kind, for_whom=cell.for_whom)
    )


def room_for(found: Inventory, *, day: date) -> tuple[Room, ...]:
    """The standing capacity of a place by each standard that speaks of it on a day.

    By its cells where all of them are measured, else by the living space of the whole.
    """
    place = found.place
    asked = standards_on(day, kind=place.kind, for_whom=place.for_whom)
    return tuple(_room(found.open_cells, place, standard) for standard in asked)


def crowding(held: int, found: Inventory, *, day: date) -> Crowding:
    """How crowded a place is with so many held on a civil day."""
    place = found.place
    return _crowding(
        held,
        capacity=place.capacity,
        area=place.area_tenths if place.area_tenths is not None else _total(found.open_cells),
        rooms=room_for(found, day=day),
        official=place.official,
    )


def cell_crowding(held: int, cell: Cell, *, kind: str, day: date) -> Crowding:
    """How crowded a cell is with so many held on a civil day."""
    rooms = room_in_cell(cell, kind=kind, day=day)
    return _crowding(held, capacity=cell.capacity, area=cell.area_tenths, rooms=rooms, official=True)


def _crowding(
    held: int, *, capacity: int | None, area: int | None, rooms: tuple[Room, ...], official: bool
) -> Crowding:
    if held < 0:
        raise ValueError(f"{held} persons cannot be held. Give a number from 0.")
    state = _fullness(held, capacity) if official or not held else Fullness.NOT_A_PLACE
    return Crowding(
        state=state,
        held=held,
        capacity=capacity,
        percent=held * 100 // capacity if capacity else None,
        each_tenths=area // held if area is not None and held else None,
        by_standard=tuple(_against(held, room) for room in rooms),
    )


def _against(held: int, room: Room) -> AgainstStandard:
    asked = room.standard.single if held == 1 else room.standard.shared
    return AgainstStandard(room=room, state=_fullness(held, room.persons), needed_tenths=asked)


def _fullness(held: int, most: int | None) -> Fullness:
    if held == 0:
        return Fullness.EMPTY
    if most is None:
        return Fullness.CANNOT_TELL
    if held == most:
        return Fullness.FULL
    return Fullness.WITHIN if held < most else Fullness.OVER


def _room(cells: tuple[Cell, ...], place: Place, standard: SpaceStandard) -> Room:
    fitting = [_fits(cell.area_tenths, standard) for cell in cells]
    measured = [persons for persons in fitting if persons is not None]
    if cells and len(measured) == len(cells):
        return Room(standard=standard, persons=sum(measured), counted_by=CountedBy.CELLS)
    persons = _fits(place.area_tenths, standard)
    by = CountedBy.NOTHING if persons is None else CountedBy.FLOOR
    return Room(standard=standard, persons=persons, counted_by=by)


def _fits(area: int | None, standard: SpaceStandard) -> int | None:
    """How many fit: several by the figure for each, one alone by the figure for a single cell."""
    if area is None:
        return None
    together = area // standard.shared
    return together if together > 1 else int(area >= standard.single)


def _total(cells: Iterable[Cell]) -> int | None:
    areas = [cell.area_tenths for cell in cells]
    known = [area for area in areas if area is not None]
    return sum(known) if known and len(known) == len(areas) else None
