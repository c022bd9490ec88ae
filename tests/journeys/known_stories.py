"""Run in a process of its own: put the demo's places, known stories and accounts into QORGAU_DATA; print the keys.

The months of ordinary custody are left out: a journey needs the stories and seconds, not minutes.
"""

import json
import sys


def main() -> None:
    """Load, open accounts, and say as JSON how each of them signs in."""
    from qorgau.recording.starting import make_data_folder, start_django

    start_django()
    from django.conf import settings

    from qorgau.clock import now
    from qorgau.demo.accounts import open_accounts
    from qorgau.demo.loading import load
    from qorgau.demo.marker import Marker, write_marker
    from qorgau.demo.size import Size
    from qorgau.demo.world import World, country_of, inventory, stories
    from qorgau.lawbook import Language
    from qorgau.recording.batches import integrate_now
    from qorgau.recording.setting_up import set_up

    make_data_folder(settings.QORGAU_DATA)
    list(set_up())
    marker = Marker(size=Size.SMALL, seed=2026, until=now())
    write_marker(settings.QORGAU_DATA, marker)
    world = World(size=marker.size, seed=marker.seed, until=marker.until, instance=settings.QORGAU_INSTANCE)
    country = country_of(world.seed)
    load([inventory(world, country), *stories(world, country)], folder=settings.QORGAU_DATA, now=now())
    integrate_now(as_of=now())
    keys = open_accounts(language=Language.EN, now=now())
    json.dump(
        {key.sign_in_name: {"password": key.password, "secret": key.secret} for key in keys}, sys.stdout
    )


if __name__ == "__main__":
    main()
