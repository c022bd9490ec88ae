"""Prepare a replay, run it, and tell what came of it."""

import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from qorgau.demo.january import BEGAN_BEFORE
from qorgau.demo.loading import load
from qorgau.demo.replay.running import Replay, Report, replay
from qorgau.demo.replay.story_clock import StoryClock
from qorgau.demo.size import Size
from qorgau.demo.world import World, country_of, inventory

_GETTING_READY = 10.0
"""Real seconds that the writers get to start and to lay out their acts."""


def replayed(
    folder: Path, moment: int, *, speed: float, custodies: int, hours: int, writers: int, seed: int
) -> Iterator[str]:
    """List the places, then let the January begin now; gives the lines of the report."""
    # So that the January begins at this moment: promises and batches of a real record count from now.
    world = World(size=Size.FULL, seed=seed, until=moment + BEGAN_BEFORE, instance=settings.QORGAU_INSTANCE)
    load([inventory(world, country_of(seed))], folder=folder, now=moment)
    wait = _GETTING_READY + custodies / 500
    clock = StoryClock(begins=moment, started=time.monotonic() + wait, speed=speed)
    yield f"{custodies} custodies, {hours} hours at {speed:g} times their speed, {writers} writers"
    report = replay(Replay(world=world, custodies=custodies, hours=hours, clock=clock), writers=writers)
    yield from lines_of(report)


def lines_of(report: Report) -> Iterator[str]:
    """The report in words and figures."""
    late = sorted(report.seen.lateness)
    yield f"{report.acts} acts in {report.seconds:.0f} s, {report.acts / report.seconds:.0f} a second"
    yield f"{report.entries} entries acknowledged, {report.lost} of them lost"
    refused = ", ".join(f"{reason} {count}" for reason, count in report.refused.most_common())
    yield f"refused: {refused or 'none'}"
    yield f"a writer was at most {report.lag:.2f} s behind the story"
    if late:
        middle, last = late[len(late) // 2], late[-1]
        in_time = sum(each <= 1 for each in late) / len(late)
        yield (
            f"{len(late)} breaches of clocks known beforehand were seen: half within {middle:.2f} s of their due "
            f"time, all within {last:.2f} s, {in_time:.1%} within a second"
        )
    yield f"{report.seen.came_late} clocks came in when they had run out already"
