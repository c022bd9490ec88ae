"""The kinds of entry the inventory is made of, and how they are folded into its read tables."""

from collections.abc import Iterable, Sequence

from django.db import models

from qorgau.lawbook import Language
from qorgau.places.entry_rules import check_listing
from qorgau.places.facts import LISTING, Inventory, first_lister, fold_place, fold_unit
from qorgau.places.models import CellRow, PlaceRow, UnitRow
from qorgau.places.place import Cell, Place, Unit
from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry
from qorgau.recording.kinds import EntryKind, register_kinds

_OF_A_PLACE = frozenset({"place", LISTING})
_OF_A_CELL = frozenset({"place", "cell", LISTING})

KINDS = (
    EntryKind(name="PlaceOpened", roles=_OF_A_PLACE, check=check_listing),
    EntryKind(name="PlaceChanged", roles=_OF_A_PLACE, check=check_listing),
    EntryKind(name="PlaceClosed", roles=_OF_A_PLACE, check=check_listing),
    EntryKind(name="CellListed", roles=_OF_A_CELL, check=check_listing),
    EntryKind(name="CellClosed", roles=_OF_A_CELL, check=check_listing),
    EntryKind(name="UnitListed", roles=frozenset({"unit", LISTING}), check=check_listing),
)


def register() -> None:
    """Tell the record which kinds the inventory records and how it folds them."""
    register_kinds(KINDS)
    register_fold(
        Fold(name="place_rows", role=LISTING, key="place_id", tables=(PlaceRow, CellRow), fold=place_rows)
    )
    register_fold(Fold(name="unit_rows", role=LISTING, key="unit_id", tables=(UnitRow,), fold=unit_rows))


def place_rows(listing: str, entries: Sequence[RecordedEntry]) -> Iterable[models.Model]:
    """The rows of a place and its cells; none where the line is no place."""
    found = fold_place(listing, entries)
    if found is not None:
        yield _place_row(found, listed_for=first_lister(entries))
        yield from (_cell_row(cell) for cell in found.cells.values())


def unit_rows(listing: str, entries: Sequence[RecordedEntry]) -> Iterable[models.Model]:
    """The row of a unit; none where the line is no unit."""
    unit = fold_unit(listing, entries)
    if unit is not None:
        yield _unit_row(unit)


def _place_row(found: Inventory, *, listed_for: str) -> PlaceRow:
    place = found.place
    return PlaceRow(
        place_id=place.id,
        **_names(place),
        kind=place.kind,
        official=place.official,
        body=place.body,
        unit=place.unit,
        region=place.region,
        settlement=place.settlement,
        zone=place.zone.name,
        capacity=place.capacity,
        area_tenths=place.area_tenths,
        for_whom=[word.value for word in place.for_whom],
        accessible=None if place.accessible is None else [word.value for word in place.accessible],
        opened_at=place.opened_at,
        closed_at=place.closed_at,
        cells=place.cells,
        search=_searched(*place.name.values(), place.settlement),
        listed_for=listed_for,
    )


def _cell_row(cell: Cell) -> CellRow:
    return CellRow(
        cell_id=cell.id,
        place_id=cell.place,
        name=cell.name,
        capacity=cell.capacity,
        area_tenths=cell.area_tenths,
        for_whom=[word.value for word in cell.for_whom],
        listed_at=cell.listed_at,
        closed_at=cell.closed_at,
    )


def _unit_row(unit: Unit) -> UnitRow:
    return UnitRow(
        unit_id=unit.id,
        **_names(unit),
        institution=unit.institution,
        above=unit.above,
        region=unit.region,
        since=unit.since,
        search=_searched(*unit.name.values()),
    )


def _names(named: Place | Unit) -> dict[str, str]:
    return {f"name_{language.value}": named.name[language] for language in Language}


def _searched(*texts: str) -> str:
    # Databases fold Cyrillic letters each in their own way, or not at all.
    return " ".join(texts).casefold()
