"""The country as entries of the inventory of places."""

from collections.abc import Iterator, Mapping, Sequence

from qorgau.demo.chance import DAY, id_of
from qorgau.demo.country.planning import Country
from qorgau.demo.country.plans import CellPlan, PlacePlan, UnitPlan
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft

_BY, _FOR = "demo-administrator", "demo"
_LISTING = "listing"


def listed(country: Country, *, seed: int, at: int) -> Iterator[Draft]:
    """Entries that list every unit, place and cell; `at`: when they were opened and listed."""
    for unit in country.units:
        yield _unit(unit, seed=seed, at=at)
    for place in country.places:
        yield _place(place, seed=seed, at=at)
        for cell in place.cells:
            yield _cell(place, cell, seed=seed, at=at + DAY)


def _unit(unit: UnitPlan, *, seed: int, at: int) -> Draft:
    facts = {**_names(unit), "institution": unit.institution, "region": unit.region}
    return _draft("UnitListed", unit.id, seed, at, facts, {"unit": (unit.id,), _LISTING: (unit.id,)})


def _place(place: PlacePlan, *, seed: int, at: int) -> Draft:
    optional: dict[str, object] = {
        "unit": place.unit,
        "capacity": place.capacity,
        "area_tenths": place.area_tenths,
        "for_whom": place.for_whom,
        "accessible": place.accessible,
    }
    facts = {
        **_names(place),
        "kind": place.kind,
        "official": "yes" if place.official else "no",
        "body": place.body,
        "region": place.region,
        "settlement": place.settlement,
        "zone": place.zone,
        **{name: value for name, value in optional.items() if value is not None and value != ""},
    }
    return _draft("PlaceOpened", place.id, seed, at, facts, {"place": (place.id,), _LISTING: (place.id,)})


def _cell(place: PlacePlan, cell: CellPlan, *, seed: int, at: int) -> Draft:
    facts = {
        "name": cell.name,
        "capacity": cell.capacity,
        "area_tenths": cell.area_tenths,
        "for_whom": cell.for_whom,
    }
    objects = {"place": (place.id,), "cell": (cell.id,), _LISTING: (place.id,)}
    return _draft("CellListed", cell.id, seed, at, facts, objects)


def _draft(
    kind: str,
    name: str,
    seed: int,
    at: int,
    facts: Mapping[str, object],
    objects: Mapping[str, Sequence[str]],
) -> Draft:
    return Draft(
        id=id_of(seed, kind, name),
        kind=kind,
        recorded=at,
        for_body=_FOR,
        by=_BY,
        objects=objects,
        happened=(Happened(said_by="place_entry", earliest=at, latest=at),),
        facts=facts,
    )


def _names(named: PlacePlan | UnitPlan) -> dict[str, str]:
    return {f"name_{language.value}": text for language, text in named.name.items()}
