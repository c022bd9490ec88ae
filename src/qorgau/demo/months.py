"""Ordinary custody of the last months and of a settled year: who is apprehended where and when, and on what ground."""

from qorgau.demo.calendar import civil_date, drawn_instant, drawn_settled_instant, drawn_station
from qorgau.demo.chance import Chance, id_of
from qorgau.demo.country import Country
from qorgau.demo.course.plan import Care, CustodyPlan
from qorgau.demo.person import plan_person
from qorgau.demo.size import Extent

_GROUNDS = {
    "criminal": 67.0, "administrative": 22.0, "migration": 4.0, "no_residence": 3.0,
    "psychiatric": 2.0, "military": 1.0, "tuberculosis": 1.0,
}  # fmt: skip
_CARES = {Care.GREAT: 0.62, Care.USUAL: 0.3, Care.NONE: 0.08}


def ordinary_plan(
    country: Country, number: int, *, seed: int, until: int, extent: Extent, instance: str
) -> CustodyPlan:
    """The custody of that number, begun in the days before `until` or in the last settled year."""
    chance = Chance(seed, "ordinary", number)
    station = drawn_station(chance, country)
    long_ago = Chance(seed, "settled", number).likely(extent.settled)
    if long_ago:
        at = drawn_settled_instant(chance, station, until=until)
    else:
        at = drawn_instant(chance, station, until=until, days=extent.days)
    person = plan_person(id_of(seed, "person", number), chance, civil_date(station, at))
    return CustodyPlan(
        seed=seed,
        label=f"ordinary-{number}",
        custody=id_of(seed, "custody", number),
        person=person,
        apprehended_at=at,
        ground=_ground(chance, child=person.is_child),
        station=station,
        care=chance.weighed(_CARES),
        country=country,
        instance=instance,
        long_ago=long_ago,
    )


def _ground(chance: Chance, *, child: bool) -> str:
    if child:
        return chance.weighed({"criminal": 3.0, "administrative": 1.0})
    return chance.weighed(_GROUNDS)
