"""Fill the store that the site is measured on: people held, as real entries, and a past of rows without entries.

Run as a program of its own with the store's environment: `python -m bench.site_store --held 10000 --past 1000000`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from qorgau.clock import now
from qorgau.recording.starting import start_django

SEED = 2026
KNOWN_HOURS = 40
"""So much of the January is known: nearly all of those apprehended by then are still held."""
_SHARE = 50
_AHEAD = 8
_PAST_AT_ONCE = 100_000
_CHANGED = {
    "custody_row": {
        "custody_id": "'past-' || n",
        "person_id": "'past-person-' || n",
        "entered_for": "'past-person-' || n",
        "apprehended_at": "r.apprehended_at - 3600 * (n / 20)",
        "registered_at": "r.registered_at - 3600 * (n / 20)",
        "ended_at": "r.ended_at - 3600 * (n / 20)",
        "status_since": "r.status_since - 3600 * (n / 20)",
        "family_key": (
            "substr('abdegiklmnoprstuz', 1 + n % 17, 1) || substr('aeiou', 1 + (n / 17) % 5, 1)"
            " || substr('bdgklmnrstz', 1 + (n / 85) % 11, 1) || substr('aeiou', 1 + (n / 935) % 5, 1) || 'bek' || n % 89"
        ),
    },
    "custody_stay": {
        "stay_id": "'past-' || n || '/000'",
        "custody_id": "'past-' || n",
        "placement_id": "''",
        "from_at": "r.from_at - 3600 * (n / 20)",
        "until_at": "r.until_at - 3600 * (n / 20)",
    },
}
"""What makes each past row one of its own; all else is as in the row of somebody who was released."""
_MODEL = {
    "custody_row": "NOT is_here AND ended_at IS NOT NULL AND apprehended_at IS NOT NULL",
    "custody_stay": "until_at IS NOT NULL",
}


def main() -> None:
    """Fill the store, saying what is done."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--held", type=int, default=10_000)
    asked.add_argument("--past", type=int, default=1_000_000)
    asked.add_argument("--processes", type=int, default=2)
    given = asked.parse_args()
    start_django()
    folder, moment = _new_record()
    started = time.monotonic()
    entries = fill_held(folder, moment, people=given.held, processes=given.processes)
    _say(f"{entries} entries, {held_now()} held, {time.monotonic() - started:.0f} s")
    started = time.monotonic()
    fill_past(given.past)
    _say(f"{given.past} past rows, {time.monotonic() - started:.0f} s")
    told = {"held": held_now(), "past": given.past, "entries": entries, "at": moment}
    (folder / "filled.json").write_text(json.dumps(told), encoding="utf-8")


def _new_record() -> tuple[Path, int]:
    from django.conf import settings

    from qorgau.demo.marker import Marker, write_marker
    from qorgau.demo.size import Size
    from qorgau.recording.setting_up import set_up

    list(set_up())
    moment = now()
    folder: Path = settings.QORGAU_DATA
    write_marker(folder, Marker(size=Size.FULL, seed=SEED, until=moment))
    return folder, moment


def fill_held(folder: Path, moment: int, *, people: int, processes: int) -> int:
    """Load the January, a share at a time, until so many are held; gives the number of entries."""
    from qorgau.demo.loading import load
    from qorgau.demo.world import country_of, inventory
    from qorgau.recording.batches import integrate_now

    world = _world(moment)
    entries = load([inventory(world, country_of(SEED))], folder=folder, now=moment).new
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=start_django) as pool:
        number = 0
        while (missing := people - held_now()) > 0:
            shares = max(1, min(_AHEAD, -(-missing // _SHARE)))
            parts = [range(number + i * _SHARE, number + (i + 1) * _SHARE) for i in range(shares)]
            number += shares * _SHARE
            entries += sum(pool.map(partial(_load_part, folder, moment), parts))
    integrate_now(as_of=moment)
    return entries


def held_now() -> int:
    """How many are held."""
    from qorgau.custody.models import CustodyRow

    return CustodyRow.objects.filter(is_here=True).count()


def _world(moment: int):  # type: ignore[no-untyped-def]
    from django.conf import settings

    from qorgau.demo.january import BEGAN_BEFORE
    from qorgau.demo.size import Size
    from qorgau.demo.world import World

    until = moment - KNOWN_HOURS * 3600 + BEGAN_BEFORE
    return World(size=Size.FULL, seed=SEED, until=until, instance=settings.QORGAU_INSTANCE)


def _load_part(folder: Path, moment: int, numbers: Sequence[int]) -> int:
    from qorgau.demo.loading import load

    return load(_courses(moment, numbers), folder=folder, now=moment).new


def _courses(moment: int, numbers: Sequence[int]) -> Iterator[Sequence[object]]:
    from qorgau.demo.course.ordinary import course
    from qorgau.demo.world import known_by, plan_of

    world, country = _world(moment), _country()
    for number in numbers:
        if known := known_by(moment, course(plan_of(world, country, world.extent.custodies + number))):
            yield known


@cache
def _country():  # type: ignore[no-untyped-def]
    from qorgau.demo.world import country_of

    return country_of(SEED)


def fill_past(people: int) -> None:
    """Rows of people who were released, each like one of those who really were; no entries stand behind them."""
    from django.db import connection

    for table, changed in _CHANGED.items():
        for start in range(0, people, _PAST_AT_ONCE):
            with connection.cursor() as cursor:
                cursor.execute(
                    _insertion(connection, table, changed, start, min(people, start + _PAST_AT_ONCE))
                )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _insertion(connection: object, table: str, changed: dict[str, str], start: int, end: int) -> str:
    columns = _columns(connection, table)
    taken = ", ".join(changed.get(name, f'r."{name}"') for name in columns)
    named = ", ".join(f'"{name}"' for name in columns)
    if connection.vendor == "postgresql":  # type: ignore[attr-defined]
        numbers = f"SELECT generate_series({start}, {end - 1}) AS n"
    else:
        numbers = f"WITH RECURSIVE c(n) AS (SELECT {start} UNION ALL SELECT n + 1 FROM c WHERE n < {end - 1}) SELECT n FROM c"
    models = (
        f"SELECT row_number() OVER () - 1 AS place, {named} FROM"
        f" (SELECT {named} FROM {table} WHERE {_MODEL[table]} AND custody_id NOT LIKE 'past-%' LIMIT 200) AS chosen"
    )
    counted = f"SELECT count(*) FROM ({models}) AS counted"
    return (
        f"INSERT INTO {table} ({named}) SELECT {taken} FROM ({numbers}) AS numbers"
        f" JOIN ({models}) AS r ON r.place = n % ({counted})"
    )


def _columns(connection: object, table: str) -> list[str]:
    with connection.cursor() as cursor:  # type: ignore[attr-defined]
        return [each.name for each in connection.introspection.get_table_description(cursor, table)]  # type: ignore[attr-defined]


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
