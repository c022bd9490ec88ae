"""Replay the January: writers side by side, and one who watches when each breach can be seen."""

import heapq
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from qorgau.demo.course.ordinary import course
from qorgau.demo.replay.acts import Act, acts_of
from qorgau.demo.replay.desk import Desk
from qorgau.demo.replay.looking import Seen, watch
from qorgau.demo.replay.story_clock import StoryClock
from qorgau.demo.world import World, country_of, plan_of
from qorgau.recording.starting import start_django


@dataclass(frozen=True, kw_only=True)
class Replay:
    """What is to be replayed. custodies: how many of the January's; hours: how much of its time."""

    world: World
    custodies: int
    hours: int
    clock: StoryClock


@dataclass(frozen=True, kw_only=True)
class Written:
    """What one writer did: acts done, ids acknowledged, refusals by reason, the most it lagged (seconds)."""

    acts: int
    entries: tuple[str, ...]
    refused: Counter[str]
    lag: float


@dataclass(frozen=True, kw_only=True)
class Report:
    """The whole replay. lost: how many ids were acknowledged and are not in the record."""

    seconds: float
    acts: int
    entries: int
    lost: int
    refused: Counter[str]
    lag: float
    seen: Seen


def replay(asked: Replay, *, writers: int) -> Report:
    """Write with so many processes while this one watches; returns when every act was carried out."""
    with ProcessPoolExecutor(writers, mp_context=get_context("spawn"), initializer=start_django) as pool:
        waiting = [pool.submit(write_share, asked, number, writers) for number in range(writers)]
        seen = watch(asked.clock, until_done=waiting)
        written = [each.result() for each in waiting]
    entries = [name for each in written for name in each.entries]
    return Report(
        seconds=time.monotonic() - asked.clock.started,
        acts=sum(each.acts for each in written),
        entries=len(entries),
        lost=_lost(entries),
        refused=sum((each.refused for each in written), Counter()),
        lag=max(each.lag for each in written),
        seen=seen,
    )


def write_share(asked: Replay, share: int, of: int) -> Written:
    """One writer's custodies, act by act, each at its moment or as soon after as the writer can."""
    desk = Desk(country_of(asked.world.seed))
    acts = acts_in_order(asked, range(share, asked.custodies, of))
    lag = 0.0
    for act in acts:
        asked.clock.wait_for(act.at)
        desk.carry_out(act, now=max(asked.clock.now(), act.at))
        lag = max(lag, asked.clock.behind(act.at))
    return Written(acts=desk.done, entries=tuple(desk.entries), refused=desk.refused, lag=lag)


def acts_in_order(asked: Replay, numbers: Sequence[int]) -> list[Act]:
    """All acts of these custodies that fall into the replayed hours, earliest first."""
    country = country_of(asked.world.seed)
    ends = asked.clock.begins + asked.hours * 3600
    first = asked.world.extent.custodies
    plans = [plan_of(asked.world, country, first + number) for number in numbers]
    ordered = heapq.merge(
        *(sorted(acts_of(plan, course(plan)), key=lambda act: act.at) for plan in plans),
        key=lambda act: act.at,
    )
    return [act for act in ordered if act.at < ends]


def _lost(entries: Sequence[str]) -> int:
    from qorgau.recording.at_once import held

    return len(set(entries) - held(entries))
