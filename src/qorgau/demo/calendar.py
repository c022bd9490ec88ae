"""When people are apprehended: which day, at which hour of the place, in which region."""

from datetime import date, timedelta

from qorgau.clock import zone_named
from qorgau.demo.chance import HOUR, Chance
from qorgau.demo.country import Country, PlacePlan
from qorgau.demo.country.sorts import WEIGHTS

# How many of a hundred apprehensions fall into each hour; evenings are busiest.
_HOURS = (4, 4, 3, 2, 1, 1, 1, 2, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 7, 5)
_BY_HOUR = dict(enumerate(map(float, _HOURS)))


def drawn_station(chance: Chance, country: Country) -> PlacePlan:
    """A station, of a large region more often."""
    return chance.one_of(country.of(chance.weighed(WEIGHTS), "station"))


def drawn_instant(chance: Chance, place: PlacePlan, *, until: int, days: int) -> int:
    """A moment of the days before, at an hour when people are apprehended there."""
    zone = zone_named(place.zone)
    day = date.fromordinal(zone.civil_day(until)) - timedelta(days=chance.between(0, days))
    return zone.day_bounds(day)[0] + chance.weighed(_BY_HOUR) * HOUR + chance.between(0, 3599)


def civil_date(place: PlacePlan, instant: int) -> date:
    """The day at the place."""
    return date.fromordinal(zone_named(place.zone).civil_day(instant))
