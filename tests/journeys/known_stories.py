"""Run in a process of its own: put the demo's places, known stories and accounts into QORGAU_DATA; print the keys.

The months of ordinary custody are left out: a journey needs the stories and seconds, not minutes. A number
as argument adds so many of those apprehended in the January.
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


def main() -> None:
    """Load, open accounts, and say as JSON how each of them signs in."""
    from qorgau.recording.starting import make_data_folder, start_django

    start_django()
    from django.conf import settings

    from qorgau.clock import now
    from qorgau.demo.accounts import open_accounts
    from qorgau.demo.loading import load
    from qorgau.demo.marker import Marker, write_marker
    from qorgau.demo.sealed import lodge_letters
    from qorgau.demo.size import Size
    from qorgau.demo.treaty import tell_treaty
    from qorgau.demo.world import World, complaints, country_of, inventory, stories
    from qorgau.lawbook import Language
    from qorgau.mailboxes.demo_keys import demo_bodies
    from qorgau.recording.batches import integrate_now
    from qorgau.recording.setting_up import set_up

    make_data_folder(settings.QORGAU_DATA)
    list(set_up())
    marker = Marker(size=Size.SMALL, seed=2026, until=now())
    write_marker(settings.QORGAU_DATA, marker)
    world = World(size=marker.size, seed=marker.seed, until=marker.until, instance=settings.QORGAU_INSTANCE)
    country = country_of(world.seed)
    many = int(sys.argv[1]) if sys.argv[1:] else 0
    told = [
        inventory(world, country),
        *stories(world, country),
        *complaints(world, country),
        *january(world, country, many),
    ]
    load(told, folder=settings.QORGAU_DATA, now=now())
    demo_bodies(now())
    lodge_letters(seed=world.seed, now=now())
    tell_treaty(folder=settings.QORGAU_DATA, until=marker.until, now=now())
    integrate_now(as_of=now())
    keys = open_accounts(language=Language.EN, now=now())
    json.dump(
        {key.sign_in_name: {"password": key.password, "secret": key.secret} for key in keys}, sys.stdout
    )


def january(world: World, country: Country, many: int) -> Iterator[Sequence[Sent]]:
    """The first so many of those apprehended in the January, as far as anything is known of them."""
    from qorgau.demo.course.ordinary import course
    from qorgau.demo.january import january_of, january_plan
    from qorgau.demo.world import known_by

    found = january_of(country, until=world.until)
    for number in range(many):
        plan = january_plan(country, found, number, seed=world.seed, instance=world.instance)
        if known := known_by(world.until, course(plan)):
            yield known


if __name__ == "__main__":
    main()
