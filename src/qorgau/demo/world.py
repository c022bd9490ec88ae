"""The whole synthetic country of one seed: the inventory first, then every custody, as courses to load."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from qorgau.demo.chance import DAY
from qorgau.demo.country import Country, plan_country
from qorgau.demo.country.entries import listed
from qorgau.demo.course.ordinary import course
from qorgau.demo.course.plan import CustodyPlan
from qorgau.demo.course.telling import Sent
from qorgau.demo.january import january_of, january_plans
from qorgau.demo.months import ordinary_plans
from qorgau.demo.size import EXTENTS, Extent, Size
from qorgau.demo.stories import told_stories
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.regions import read_regions

_OPENED_YEARS_AGO = 6 * 365 * DAY


@dataclass(frozen=True, kw_only=True)
class World:
    """What is asked for; until: the last instant of which anything is known. instance: its name in entries."""

    size: Size
    seed: int
    until: int
    instance: str

    @property
    def extent(self) -> Extent:
        """How much of everything there is."""
        return EXTENTS[self.size]


def country_of(seed: int) -> Country:
    """The places and units of this seed, in all regions of the law's list."""
    return plan_country(seed, read_regions(law_folder() / "kz" / "regions.yaml"))


def inventory(world: World, country: Country) -> tuple[Sent, ...]:
    """Places, cells and units, listed years ago."""
    at = world.until - _OPENED_YEARS_AGO
    return tuple(
        Sent(draft=draft, received=draft.recorded) for draft in listed(country, seed=world.seed, at=at)
    )


def custodies(world: World, country: Country) -> Iterator[Sequence[Sent]]:
    """Every custody as far as it is known at `until`; those of which nothing is known yet are left out."""
    yield from told_stories(country, seed=world.seed, until=world.until, instance=world.instance)
    for plan in chain(plans(world, country), january(world, country)):
        if known := known_by(world.until, course(plan)):
            yield known


def plans(world: World, country: Country) -> Iterator[CustodyPlan]:
    """The ordinary custodies."""
    return ordinary_plans(
        country,
        seed=world.seed,
        until=world.until,
        custodies=world.extent.custodies,
        days=world.extent.days,
        instance=world.instance,
    )


def january(world: World, country: Country) -> Iterator[CustodyPlan]:
    """Those of the January, if this size has one."""
    return january_plans(
        country,
        january_of(country, until=world.until),
        seed=world.seed,
        custodies=world.extent.january,
        instance=world.instance,
    )


def known_by(until: int, sent: Sequence[Sent]) -> tuple[Sent, ...]:
    """What has come in by then."""
    return tuple(each for each in sent if each.received <= until)
