"""Lay out the country: every region of the law's list gets its places, cells and units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qorgau.demo.chance import Chance
from qorgau.demo.country.plans import CellPlan, PlacePlan, UnitPlan
from qorgau.demo.country.sorts import SORTS, UNITS, WEIGHTS, Sort
from qorgau.lawbook.regions import Region

_ACCESS = ("step_free", "wide_doors", "accessible_toilet", "adapted_cell", "hearing_and_sight")


@dataclass(frozen=True, kw_only=True)
class Country:
    """All places and units, by region."""

    places: tuple[PlacePlan, ...]
    units: tuple[UnitPlan, ...]
    by_sort: Mapping[tuple[str, str], tuple[PlacePlan, ...]]
    """(region, kind) -> places."""

    def of(self, region: str, kind: str) -> tuple[PlacePlan, ...]:
        """The places of a kind in a region; none where it has none."""
        return self.by_sort.get((region, kind), ())

    def unit(self, region: str, institution: str) -> UnitPlan:
        """The unit of an institution in a region."""
        return next(each for each in self.units if (each.region, each.institution) == (region, institution))


def plan_country(seed: int, regions: Mapping[str, Region]) -> Country:
    """The country of this seed."""
    units = tuple(unit for region in regions.values() for unit in _units(region))
    places = tuple(place for region in regions.values() for place in _places(seed, region))
    keys = dict.fromkeys((place.region, place.kind) for place in places)
    by_sort = {key: tuple(p for p in places if (p.region, p.kind) == key) for key in keys}
    return Country(places=places, units=units, by_sort=by_sort)


def _units(region: Region) -> Iterator[UnitPlan]:
    for institution, name in UNITS.items():
        yield UnitPlan(
            id=f"demo-{institution}-{region.id}",
            name={language: text.format(region=region.title[language]) for language, text in name.items()},
            institution=institution,
            region=region.id,
        )


def _places(seed: int, region: Region) -> Iterator[PlacePlan]:
    for sort in SORTS:
        if not sort.regions or region.id in sort.regions:
            for number in range(1, sort.count(WEIGHTS[region.id]) + 1):
                yield _place(seed, region, sort, number)


def _place(seed: int, region: Region, sort: Sort, number: int) -> PlacePlan:
    name = f"demo-{region.id}-{sort.kind.replace('_', '-')}-{number}"
    chance = Chance(seed, "place", name)
    cells = tuple(_cells(name, sort, chance))
    return PlacePlan(
        id=name,
        name={
            language: text.format(n=number, town=region.centre[language])
            for language, text in sort.name.items()
        },
        kind=sort.kind,
        fact=sort.fact,
        official=sort.official,
        body=sort.body,
        unit=f"demo-police-{region.id}" if sort.body == "police" else "",
        region=region.id,
        settlement=region.centre[next(iter(region.centre))],
        zone=region.zone,
        said_by=sort.said_by,
        capacity=sum(cell.capacity for cell in cells) or None,
        area_tenths=sum(cell.area_tenths for cell in cells) or None,
        for_whom=tuple(dict.fromkeys(whom for cell in cells for whom in cell.for_whom)),
        accessible=_accessible(chance) if sort.official else None,
        cells=cells,
    )


def _cells(place: str, sort: Sort, chance: Chance) -> Iterator[CellPlan]:
    # One place in five gives a person less room than the others of its sort.
    space = sort.space_tenths - (10 if chance.likely(0.2) else 0)
    for number, whom in enumerate(sort.cells, start=1):
        yield CellPlan(
            id=f"{place}-cell-{number}",
            name=str(number),
            capacity=sort.beds,
            area_tenths=sort.beds * space,
            for_whom=whom,
        )


def _accessible(chance: Chance) -> tuple[str, ...] | None:
    if chance.likely(0.3):
        return None
    return tuple(word for word in _ACCESS if chance.likely(0.35))
