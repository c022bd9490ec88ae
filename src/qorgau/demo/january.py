"""A January: ten thousand apprehended within three days, in several cities at once.

Sports halls and barracks are used as places of detention, the register lags, lawyers are turned away,
recordings are lost, and for forty hours there is no network in most of the cities.
"""

from dataclasses import dataclass

from qorgau.demo.calendar import civil_date
from qorgau.demo.chance import DAY, HOUR, Chance, id_of
from qorgau.demo.country import Country, PlacePlan
from qorgau.demo.course.plan import Care, CustodyPlan, Cut
from qorgau.demo.person import plan_person

DAYS = 3
BEGAN_BEFORE = 6 * DAY
"""Seconds before the last moment at which it began: by then some are out and many are still held."""

_CITIES = {
    "almaty": 46.0, "jetisu": 10.0, "shymkent": 9.0, "jambyl": 8.0, "kyzylorda": 8.0, "aktobe": 6.0,
    "astana": 5.0, "east_kazakhstan": 3.0, "abai": 3.0, "atyrau": 2.0,
}  # fmt: skip
_ONLINE = frozenset({"astana", "east_kazakhstan"})
_GROUNDS = {"criminal": 70.0, "administrative": 30.0}
_CARES = {Care.GREAT: 0.15, Care.USUAL: 0.45, Care.NONE: 0.4}
# Nights are worse than days, and the second night is the worst.
_HOURS = {hour: 1.0 + 3.0 * (hour % 24 < 6 or hour % 24 > 18) + 2.0 * (24 <= hour < 36) for hour in range(72)}


@dataclass(frozen=True, kw_only=True)
class January:
    """When it began, and the cut of the network in it."""

    begins: int
    cut: Cut


def january_of(country: Country, *, until: int) -> January:
    """The January that lies some days before the last moment."""
    begins = until - BEGAN_BEFORE
    offline = frozenset(place.id for place in country.places if place.region in _CITIES.keys() - _ONLINE)
    cut = Cut(begins=begins + 14 * HOUR, ends=begins + 54 * HOUR, places=offline)
    return January(begins=begins, cut=cut)


def january_plan(country: Country, january: January, number: int, *, seed: int, instance: str) -> CustodyPlan:
    """The custody of that number among all of the January."""
    chance = Chance(seed, "january", number)
    station = chance.one_of(country.of(chance.weighed(_CITIES), "station"))
    at = january.begins + chance.weighed(_HOURS) * HOUR + chance.between(0, HOUR - 1)
    person = plan_person(id_of(seed, "january person", number), chance, civil_date(station, at))
    return CustodyPlan(
        seed=seed,
        label=f"january-{number}",
        custody=id_of(seed, "january custody", number),
        person=person,
        apprehended_at=at,
        ground=chance.weighed(_GROUNDS),
        station=station,
        care=chance.weighed(_CARES),
        country=country,
        instance=instance,
        cut=january.cut,
        held_in=_hall(chance, country, station),
    )


def _hall(chance: Chance, country: Country, station: PlacePlan) -> PlacePlan | None:
    halls = (*country.of(station.region, "sports_hall"), *country.of(station.region, "military_unit"))
    return chance.one_of(halls) if halls and chance.likely(0.55) else None
