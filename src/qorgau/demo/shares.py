"""Load the custodies in shares, side by side in several processes: each makes its own and writes them."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from qorgau.demo.loading import Loaded, load
from qorgau.demo.share_process import begin
from qorgau.demo.world import Share, World, country_of, custodies


def load_in_shares(world: World, *, folder: Path, now: int, processes: int) -> Iterator[Loaded]:
    """Load all custodies; gives each share as it is done, in no order."""
    shares = [Share(number=number, of=world.shares) for number in range(world.shares)]
    if processes == 1:
        yield from (_loaded(world, share, folder, now) for share in shares)
        return
    # Started anew, not forked: a connection to a database must not be shared between processes.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=begin) as pool:
        waiting = [pool.submit(_loaded, world, share, folder, now) for share in shares]
        yield from (each.result() for each in waiting)


def _loaded(world: World, share: Share, folder: Path, now: int) -> Loaded:
    return load(custodies(world, _country(world.seed), share), folder=folder, now=now)


_country = cache(country_of)
