"""Stories with ids that never change, told up to the last moment: for journeys, pictures and guides.

Each stands at one desk of Almaty and is placed so that its clocks run while somebody looks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from qorgau.clock import zone_named
from qorgau.demo.calendar import civil_date
from qorgau.demo.chance import HOUR, MINUTE, Chance
from qorgau.demo.country import Country, PlacePlan
from qorgau.demo.course.plan import Care, CustodyPlan
from qorgau.demo.course.telling import Sent, Telling
from qorgau.demo.names import invented_name
from qorgau.demo.person import PersonPlan, plan_person
from qorgau.demo.tales import TALES, Tale

DESK = "demo-almaty-station-1"
_NIGHT = 23 * HOUR + 40 * MINUTE


@dataclass(frozen=True, kw_only=True)
class Story:
    """A known custody: its ids, and what is to be seen in it."""

    custody: str
    person: str
    shows: str


STORIES: Mapping[str, Story] = {
    name: Story(custody=f"demo-{name}", person=f"demo-{name}-person", shows=tale.shows)
    for name, tale in TALES.items()
}


def told_stories(country: Country, *, seed: int, until: int, instance: str) -> Iterator[tuple[Sent, ...]]:
    """Every story as far as it is known at `until`."""
    for name, tale in TALES.items():
        told = Telling(_plan(name, tale, country, seed=seed, until=until, instance=instance))
        tale.tell(told, told.plan.apprehended_at, until)
        yield tuple(each for each in told.sent if each.received <= until)


def _plan(name: str, tale: Tale, country: Country, *, seed: int, until: int, instance: str) -> CustodyPlan:
    station = next(place for place in country.places if place.id == DESK)
    act = _last_night(until, station) if tale.at_night else until - tale.began * HOUR
    return CustodyPlan(
        seed=seed,
        label=f"story-{name}",
        custody=STORIES[name].custody,
        person=_person(name, tale, seed, civil_date(station, act)),
        apprehended_at=act,
        ground="criminal",
        station=station,
        care=Care.GREAT,
        country=country,
        instance=instance,
    )


def _last_night(until: int, station: PlacePlan) -> int:
    """The last 23:40 at the place that lies an hour back, so that the desk has had time to write."""
    zone = zone_named(station.zone)
    day = civil_date(station, until - HOUR)
    starts = (zone.day_bounds(day - timedelta(days=back))[0] for back in (0, 1))
    return next(start + _NIGHT for start in starts if start + _NIGHT <= until - HOUR)


def _person(name: str, tale: Tale, seed: int, on: date) -> PersonPlan:
    drawn = plan_person(STORIES[name].person, Chance(seed, "story", name), on, age=tale.age)
    named = invented_name(Chance(seed, "story name", name), tale.style, woman=tale.woman)
    return replace(
        drawn,
        name=named,
        style=tale.style,
        woman=tale.woman,
        foreign=tale.foreign,
        language="uz" if tale.foreign else "kk",
        with_infant=False,
        pregnant=False,
        intoxicated=False,
    )
