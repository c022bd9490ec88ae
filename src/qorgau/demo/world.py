"""The whole synthetic country of one seed: the inventory first, then every custody, as courses to load."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qorgau.demo.chance import DAY
from qorgau.demo.complaints import told_complaints
from qorgau.demo.country import Country, plan_country
from qorgau.demo.country.entries import listed
from qorgau.demo.course.ordinary import course
from qorgau.demo.course.plan import CustodyPlan
from qorgau.demo.course.telling import Sent
from qorgau.demo.january import january_of, january_plan
from qorgau.demo.months import ordinary_plan
from qorgau.demo.size import EXTENTS, Extent, Size
from qorgau.demo.stories import told_stories
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.regions import read_regions

# Enough that one wait for the disk is nothing.
_SHARE = 50
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

    @property
    def shares(self) -> int:
        """Into how many parts its custodies are divided for loading."""
        return max(1, (self.extent.custodies + self.extent.january) // _SHARE)


@dataclass(frozen=True, kw_only=True)
class Share:
    """Every so manyth custody, beginning with this one."""

    number: int
    of: int


def country_of(seed: int) -> Country:
    """The places and units of this seed, in all regions of the law's list."""
    return plan_country(seed, read_regions(law_folder() / "kz" / "regions.yaml"))


def inventory(world: World, country: Country) -> tuple[Sent, ...]:
    """Places, cells and units, listed years ago."""
    at = world.until - _OPENED_YEARS_AGO
    return tuple(
        Sent(draft=draft, received=draft.recorded) for draft in listed(country, seed=world.seed, at=at)
    )


def custodies(world: World, country: Country, share: Share | None = None) -> Iterator[Sequence[Sent]]:
    """Every custody as far as it is known at `until`; those of which nothing is known yet are left out."""
    first, step = (share.number, share.of) if share else (0, 1)
    for number in range(first, world.extent.custodies + world.extent.january, step):
        if known := known_by(world.until, course(plan_of(world, country, number))):
            yield known


def plan_of(world: World, country: Country, number: int) -> CustodyPlan:
    """The plan of that number: the ordinary ones first, then those of the January."""
    if number < world.extent.custodies:
        return ordinary_plan(
            country,
            number,
            seed=world.seed,
            until=world.until,
            extent=world.extent,
            instance=world.instance,
        )
    found = january_of(country, until=world.until)
    number -= world.extent.custodies
    return january_plan(country, found, number, seed=world.seed, instance=world.instance)


def stories(world: World, country: Country) -> Iterator[Sequence[Sent]]:
    """The custodies whose ids never change."""
    return told_stories(country, seed=world.seed, until=world.until, instance=world.instance)


def complaints(world: World, country: Country) -> Iterator[Sequence[Sent]]:
    """Complaints in every stage of every procedure, the known stories among them."""
    return told_complaints(country, seed=world.seed, until=world.until, instance=world.instance)


def known_by(until: int, sent: Sequence[Sent]) -> tuple[Sent, ...]:
    """What has come in by then; nothing as long as nobody has entered the apprehension."""
    known = tuple(each for each in sent if each.received <= until)
    return known if any(each.draft.kind == "Apprehended" for each in known) else ()
