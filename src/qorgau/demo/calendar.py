"""When people are apprehended: which day, at which hour of the place, in which region."""

from datetime import date, timedelta

from qorgau.clock import zone_named
from qorgau.demo.chance import HOUR, Chance
from qorgau.demo.country import Country, PlacePlan
from qorgau.demo.country.sorts import WEIGHTS

_SETTLED_MONTH = 4
_ZONE = "Asia/Almaty"

# How many of a hundred apprehensions fall into each hour; evenings are busiest.
_HOURS = (4, 4, 3, 2, 1, 1, 1, 2, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 7, 5)
_BY_HOUR = dict(enumerate(map(float, _HOURS)))


def drawn_station(chance: Chance, country: Country) -> PlacePlan:
    """A station, of a large region more often."""
    return chance.one_of(country.of(chance.weighed(WEIGHTS), "station"))


def drawn_instant(chance: Chance, place: PlacePlan, *, until: int, days: int) -> int:
    """A moment of the days before, at an hour when people are apprehended there."""
    return _instant_on(chance, place, civil_date(place, until) - timedelta(days=chance.between(0, days)))


def drawn_settled_instant(chance: Chance, place: PlacePlan, *, until: int) -> int:
    """A moment of the last settled year, at an hour when people are apprehended there."""
    began = date(settled_year(civil_date(place, until)), 1, 1)
    days = (date(began.year + 1, 1, 1) - began).days
    return _instant_on(chance, place, began + timedelta(days=chance.between(0, days - 1)))


def settled_year(on: date) -> int:
    """The last year of which the public is told on that day: it is over, and 1 April of the next has come."""
    return on.year - (1 if on >= date(on.year, _SETTLED_MONTH, 1) else 2)


def settled_ages(until: int) -> tuple[int, int]:
    """How many days ago the last settled year ended and began, both days well within it."""
    today = date.fromordinal(zone_named(_ZONE).civil_day(until))
    year = settled_year(today)
    return (today - date(year, 12, 30)).days, (today - date(year, 1, 3)).days


def _instant_on(chance: Chance, place: PlacePlan, day: date) -> int:
    begins = zone_named(place.zone).day_bounds(day)[0]
    return begins + chance.weighed(_BY_HOUR) * HOUR + chance.between(0, 3599)


def civil_date(place: PlacePlan, instant: int) -> date:
    """The day at the place."""
    return date.fromordinal(zone_named(place.zone).civil_day(instant))
