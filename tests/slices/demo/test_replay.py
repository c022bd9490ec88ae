"""A replay goes through the desk's own acts, and nothing that was acknowledged is missing."""

import time

import pytest
from tests.slices.store import Store

from qorgau.custody.models import CustodyRow
from qorgau.demo.course.ordinary import course
from qorgau.demo.january import BEGAN_BEFORE
from qorgau.demo.loading import load
from qorgau.demo.marker import Marker, write_marker
from qorgau.demo.replay.acts import acts_of
from qorgau.demo.replay.desk import Desk
from qorgau.demo.replay.looking import watch
from qorgau.demo.replay.running import Replay, acts_in_order
from qorgau.demo.replay.story_clock import StoryClock
from qorgau.demo.size import Size
from qorgau.demo.world import World, country_of, inventory, plan_of
from qorgau.recording.models import StoredEntry

BEGINS = 1_795_000_000


@pytest.fixture
def asked() -> Replay:
    world = World(size=Size.FULL, seed=7, until=BEGINS + BEGAN_BEFORE, instance="demo.test")
    clock = StoryClock(begins=BEGINS, started=time.monotonic(), speed=1_000_000)
    return Replay(world=world, custodies=8, hours=72, clock=clock)


@pytest.fixture
def desk(asked: Replay, sqlite_store: Store) -> Desk:
    write_marker(sqlite_store.folder, Marker(size=Size.FULL, seed=7, until=BEGINS))
    country = country_of(7)
    load([inventory(asked.world, country)], folder=sqlite_store.folder, now=BEGINS)
    return Desk(country)


def test_a_booking_comes_before_all_other_acts_of_its_custody(asked: Replay) -> None:
    booked: set[str] = set()
    for act in acts_in_order(asked, range(asked.custodies)):
        if act.booking is not None:
            booked.add(act.custody)
        assert act.custody in booked
    assert len(booked) == asked.custodies


def test_a_custody_nobody_wrote_the_apprehension_of_has_no_acts(asked: Replay) -> None:
    plan = plan_of(asked.world, country_of(7), asked.world.extent.custodies)
    sent = course(plan)
    assert list(acts_of(plan, sent))
    assert not list(acts_of(plan, [each for each in sent if each.draft.kind != "Apprehended"]))


def test_no_act_comes_before_what_it_tells_of(asked: Replay) -> None:
    for act in acts_in_order(asked, range(asked.custodies)):
        told = act.new.happened if act.new else (act.booking.apprehended,) if act.booking else ()
        assert all(each.latest <= act.at for each in told)


def test_every_entry_that_a_desk_was_told_is_stored_is_in_the_record(asked: Replay, desk: Desk) -> None:
    acts = acts_in_order(asked, range(asked.custodies))
    for act in acts:
        desk.carry_out(act, now=act.at)
    held = set(StoredEntry.objects.values_list("id", flat=True))
    assert set(desk.entries) <= held
    assert CustodyRow.objects.count() == asked.custodies
    assert desk.done == len(acts)
    assert sum(desk.refused.values()) <= len(acts) / 20, desk.refused


def test_the_same_act_sent_again_stores_nothing_new(asked: Replay, desk: Desk) -> None:
    first, *_ = acts_in_order(asked, range(asked.custodies))
    desk.carry_out(first, now=first.at)
    before = StoredEntry.objects.count()
    desk.carry_out(first, now=first.at + 60)
    assert StoredEntry.objects.count() == before


def test_a_watcher_without_writers_stops_at_once(asked: Replay, desk: Desk) -> None:
    assert watch(asked.clock, until_done=()).lateness == ()
