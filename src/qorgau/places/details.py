"""What somebody says of a place, a cell or a unit, before it is an entry; and how it becomes facts."""

from dataclasses import dataclass
from typing import Any

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.places.country import regions
from qorgau.places.facts import CLEARABLE, CLEARED
from qorgau.places.place import Accessibility, Cell, ForWhom, Place


@dataclass(frozen=True, kw_only=True)
class PlaceDetails:
    """What an inventory says of a place; what nobody knows is left out.

    zone: "" for that of the region. Names missing in a language take the one that is given.
    """

    name: Text
    kind: str
    official: bool
    body: str
    region: str
    unit: str = ""
    settlement: str = ""
    zone: str = ""
    capacity: int | None = None
    area_tenths: int | None = None
    for_whom: tuple[ForWhom, ...] = ()
    accessible: tuple[Accessibility, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class CellDetails:
    """What an inventory says of a cell; area without the sanitary annexe."""

    name: str
    capacity: int | None = None
    area_tenths: int | None = None
    for_whom: tuple[ForWhom, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UnitDetails:
    """What an inventory says of a concrete body."""

    name: Text
    institution: str
    region: str
    above: str = ""


def details_of(place: Place) -> PlaceDetails:
    """What the inventory says of a place now."""
    return PlaceDetails(
        name=place.name,
        kind=place.kind,
        official=place.official,
        body=place.body,
        region=place.region,
        unit=place.unit,
        settlement=place.settlement,
        zone=place.zone.name,
        capacity=place.capacity,
        area_tenths=place.area_tenths,
        for_whom=place.for_whom,
        accessible=place.accessible,
    )


def cell_details_of(cell: Cell) -> CellDetails:
    """What the inventory says of a cell now."""
    return CellDetails(
        name=cell.name, capacity=cell.capacity, area_tenths=cell.area_tenths, for_whom=cell.for_whom
    )


def place_facts(details: PlaceDetails) -> dict[str, Any]:
    """The facts of an entry that says all of this."""
    said: dict[str, Any] = {
        **_named(details.name),
        "kind": details.kind,
        "official": "yes" if details.official else "no",
        "body": details.body,
        "region": details.region,
        "zone": details.zone or regions()[details.region].zone,
    }
    optional = {"unit": details.unit, "settlement": details.settlement}
    return said | {name: value for name, value in optional.items() if value} | _measured(details)


def changed_facts(before: PlaceDetails, after: PlaceDetails) -> dict[str, Any]:
    """The facts of an entry that says only what is different; empty when nothing is."""
    old, new = place_facts(before), place_facts(after)
    changed = {name: value for name, value in new.items() if old.get(name) != value}
    if any(name.startswith("name_") for name in changed):
        changed |= _named(after.name)
    if gone := sorted((old.keys() - new.keys()) & CLEARABLE):
        changed[CLEARED] = gone
    return changed


def cell_facts(details: CellDetails) -> dict[str, Any]:
    """The facts of an entry that lists a cell."""
    return {"name": details.name} | _measured(details)


def unit_facts(details: UnitDetails) -> dict[str, Any]:
    """The facts of an entry that lists a unit."""
    said = {**_named(details.name), "institution": details.institution, "region": details.region}
    return said | ({"above": details.above} if details.above else {})


def whole_name(*, en: str = "", ru: str = "", kk: str = "") -> Text:
    """A name in three languages; a missing one takes the Kazakh, Russian or English one that is given."""
    given = {Language.KK: kk, Language.RU: ru, Language.EN: en}
    any_name = next((name for name in given.values() if name), "")
    return {language: given[language] or any_name for language in Language}


def _named(name: Text) -> dict[str, Any]:
    return {f"name_{language.value}": name[language] for language in Language}


def _measured(details: PlaceDetails | CellDetails) -> dict[str, Any]:
    said: dict[str, Any] = {"capacity": details.capacity, "area_tenths": details.area_tenths}
    if details.for_whom:
        said["for_whom"] = [word.value for word in details.for_whom]
    if isinstance(details, PlaceDetails) and details.accessible is not None:
        said["accessible"] = [word.value for word in details.accessible]
    return {name: value for name, value in said.items() if value is not None}
