"""Run in a process of its own: the evening of the third day of a small January in QORGAU_DATA; print the keys.

Besides those apprehended in the January, some at one station whose limit runs out one after the other in the next
minutes: whoever looks at the whiteboard then sees one run out. A number as argument: how many are apprehended.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qorgau.demo.country import Country
    from qorgau.demo.course.telling import Sent
    from qorgau.demo.world import World

HOUR, MINUTE = 3600, 60
HOURS_IN = 64
SOON_AT = "demo-astana-station-1"
SOON = range(10, 250, 6)
"""In how many seconds each of those runs out."""


def main() -> None:
    """Load, open accounts, and say as JSON how each signs in and when each of those at the station runs out."""
    from qorgau.recording.starting import make_data_folder, start_django

    start_django()
    from django.conf import settings

    from qorgau.clock import now
    from qorgau.demo.accounts import open_accounts
    from qorgau.demo.loading import load
    from qorgau.demo.marker import Marker, write_marker
    from qorgau.demo.size import Size
    from qorgau.demo.world import World, country_of, inventory
    from qorgau.lawbook import Language
    from qorgau.recording.batches import integrate_now
    from qorgau.recording.setting_up import set_up

    make_data_folder(settings.QORGAU_DATA)
    list(set_up())
    moment = now()
    write_marker(settings.QORGAU_DATA, Marker(size=Size.SMALL, seed=2026, until=moment))
    world = World(size=Size.SMALL, seed=2026, until=moment, instance=settings.QORGAU_INSTANCE)
    country = country_of(world.seed)
    january = apprehended(world, country, many=int(sys.argv[1]))
    load([inventory(world, country), *january], folder=settings.QORGAU_DATA, now=moment)
    keys = open_accounts(language=Language.EN, now=moment)
    # The last, so that loading takes nothing of the time that is left.
    moment = now()
    load(list(running_out(world, country, at=moment)), folder=settings.QORGAU_DATA, now=moment)
    integrate_now(as_of=now())
    signs_in = {key.sign_in_name: {"password": key.password, "secret": key.secret} for key in keys}
    json.dump({"keys": signs_in, "due": {f"soon-{after}": moment + after for after in SOON}}, sys.stdout)


def apprehended(world: World, country: Country, *, many: int) -> Iterator[Sequence[Sent]]:
    """So many of those apprehended in the January, as far as anything is known of them."""
    from qorgau.demo.course.ordinary import course
    from qorgau.demo.january import BEGAN_BEFORE, january_of, january_plan
    from qorgau.demo.world import known_by

    found = january_of(country, until=world.until + BEGAN_BEFORE - HOURS_IN * HOUR)
    for number in range(many):
        plan = january_plan(country, found, number, seed=world.seed, instance=world.instance)
        if known := known_by(world.until, course(plan)):
            yield known


def running_out(world: World, country: Country, *, at: int) -> Iterator[Sequence[Sent]]:
    """A careful desk, and three hours that run out with nobody in the register."""
    from qorgau.demo.calendar import civil_date
    from qorgau.demo.chance import Chance
    from qorgau.demo.course.arrival import identified
    from qorgau.demo.course.plan import Care, CustodyPlan
    from qorgau.demo.course.telling import Telling
    from qorgau.demo.person import plan_person

    station = next(place for place in country.places if place.id == SOON_AT)
    for after in SOON:
        act = at + after - 3 * HOUR
        told = Telling(
            CustodyPlan(
                seed=world.seed,
                label=f"soon-{after}",
                custody=f"soon-{after}",
                person=plan_person(
                    f"soon-{after}-person",
                    Chance(world.seed, "soon", after),
                    civil_date(station, act),
                    age=30,
                ),
                apprehended_at=act,
                ground="criminal",
                station=station,
                care=Care.GREAT,
                country=country,
                instance=world.instance,
            )
        )
        told.tell("Apprehended", act, typed=act + MINUTE, ground="criminal", video_recorded="yes")
        told.tell("ReasonsGiven", act, typed=act + MINUTE, understood="yes")
        told.tell("Delivered", act + MINUTE, typed=act + 2 * MINUTE)
        identified(told, act + 3 * MINUTE)
        yield tuple(told.sent)


if __name__ == "__main__":
    main()
