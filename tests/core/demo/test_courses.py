"""What happens in the synthetic country: the same each time, and never against the order of things."""

from collections import Counter
from datetime import date
from functools import cache

import pytest

from qorgau.clock import zone_named
from qorgau.custody.entries import RECORD_KINDS
from qorgau.custody.kind_forms import Asks, kind_forms
from qorgau.demo.calendar import settled_year
from qorgau.demo.chance import DAY, HOUR
from qorgau.demo.country import Country
from qorgau.demo.course.ordinary import course
from qorgau.demo.course.plan import CustodyPlan
from qorgau.demo.course.telling import Sent
from qorgau.demo.january import DAYS, january_of
from qorgau.demo.size import EXTENTS, Size
from qorgau.demo.stories import STORIES
from qorgau.demo.world import Share, World, country_of, custodies, plan_of, stories
from qorgau.treaty.evidence.periods import last_public_year

UNTIL = 1_795_000_000
ENDS = {"Released", "Died", "Escaped"}


@cache
def country() -> Country:
    return country_of(7)


def world(size: Size = Size.SMALL, *, seed: int = 7, until: int = UNTIL) -> World:
    return World(size=size, seed=seed, until=until, instance="demo.test")


@cache
def small() -> tuple[tuple[Sent, ...], ...]:
    return tuple(tuple(each) for each in custodies(world(), country()))


@cache
def january(count: int = 400) -> tuple[CustodyPlan, ...]:
    full = world(Size.FULL)
    return tuple(plan_of(full, country(), EXTENTS[Size.FULL].custodies + number) for number in range(count))


def standing(sent: tuple[Sent, ...]) -> list[Sent]:
    set_aside = {each.draft.corrects.entry for each in sent if each.draft.corrects}
    return [each for each in sent if each.draft.id not in set_aside]


def test_the_same_seed_and_moment_give_the_same_entries() -> None:
    again = tuple(tuple(each) for each in custodies(world(), country_of(7), Share(number=3, of=50)))
    once = tuple(tuple(each) for each in custodies(world(), country(), Share(number=3, of=50)))
    assert repr(again) == repr(once)


def test_another_seed_gives_other_entries_throughout() -> None:
    other = {
        each.draft.id
        for sent in custodies(world(seed=8), country_of(8), Share(number=0, of=50))
        for each in sent
    }
    assert not other & {each.draft.id for sent in small() for each in sent}


def test_shares_hold_every_custody_once() -> None:
    shared = Counter(
        sent[0].draft.id for n in range(4) for sent in custodies(world(), country(), Share(number=n, of=4))
    )
    assert shared == Counter(sent[0].draft.id for sent in small())


def test_no_two_entries_have_one_id() -> None:
    ids = [each.draft.id for sent in small() for each in sent]
    assert len(ids) == len(set(ids))


def test_nothing_is_known_that_comes_in_after_the_last_moment() -> None:
    assert all(each.received <= UNTIL for sent in small() for each in sent)


def test_nothing_comes_in_before_it_was_typed() -> None:
    assert all(each.received >= each.draft.recorded for sent in small() for each in sent)


def test_about_two_hundred_and_fifty_of_two_thousand_are_held_now() -> None:
    held = sum(not any(each.draft.kind in ENDS for each in sent) for sent in small())
    assert 200 <= held <= 330
    assert len(small()) > 1_900


def apprehended(sent: tuple[Sent, ...]) -> int:
    return min(h.earliest for each in sent if each.draft.kind == "Apprehended" for h in each.draft.happened)


def of_the_settled_year(year: int) -> list[tuple[Sent, ...]]:
    bounds = zone_named("Asia/Almaty").day_bounds
    begins, ends = bounds(date(year, 1, 1))[0], bounds(date(year + 1, 1, 1))[0]
    return [sent for sent in small() if begins <= apprehended(sent) < ends]


def test_a_quarter_of_the_custodies_began_in_the_settled_year_and_nobody_of_them_is_still_held() -> None:
    long_ago = of_the_settled_year(2025)
    assert 400 <= len(long_ago) <= 600
    assert all(any(each.draft.kind in ENDS for each in sent) for sent in long_ago)
    zone = zone_named("Asia/Almaty")
    months = Counter(zone.local(apprehended(sent)).month for sent in long_ago)
    assert len(months) == 12
    assert min(months.values()) > 15


def test_all_other_custodies_began_in_the_last_ninety_days() -> None:
    recent = [sent for sent in small() if apprehended(sent) > UNTIL - 91 * DAY - HOUR]
    assert len(recent) + len(of_the_settled_year(2025)) == len(small())


@pytest.mark.parametrize(
    ("on", "year"), [("2026-11-22", 2025), ("2027-01-01", 2025), ("2027-03-31", 2025), ("2027-04-01", 2026)]
)
def test_the_settled_year_of_the_demo_is_the_one_that_the_public_is_told_of(on: str, year: int) -> None:
    noon = zone_named("Asia/Almaty").day_bounds(date.fromisoformat(on))[0] + 12 * HOUR
    assert settled_year(date.fromisoformat(on)) == year == last_public_year(noon)


def test_nobody_is_released_before_they_were_apprehended() -> None:
    for sent in small():
        act = min(
            h.earliest for each in sent if each.draft.kind == "Apprehended" for h in each.draft.happened
        )
        for each in standing(sent):
            if each.draft.kind in ENDS:
                assert each.draft.happened[0].earliest > act


def test_a_release_recorded_before_the_apprehension_is_always_a_corrected_one() -> None:
    wrong = [
        each
        for sent in small()
        for each in sent
        if each.draft.kind == "Released" and each not in standing(sent)
    ]
    assert wrong, "no wrong record was planned in this seed"


def test_nobody_is_questioned_fed_or_examined_after_the_end() -> None:
    of_the_held = {
        "QuestioningBegan",
        "MealGiven",
        "MedicallyExamined",
        "LawyerMet",
        "Placed",
        "Admitted",
        "Delivered",
    }
    for sent in small():
        ends = [e.draft.happened[0].earliest for e in standing(sent) if e.draft.kind in ENDS]
        for each in sent:
            if ends and each.draft.kind in of_the_held:
                assert each.draft.happened[0].earliest <= min(ends), each.draft.kind


def test_what_ends_was_begun() -> None:
    pairs = {
        "QuestioningEnded": "QuestioningBegan",
        "SolitaryEnded": "SolitaryStarted",
        "Arrived": "Transferred",
    }
    for sent in small():
        kinds = Counter(each.draft.kind for each in sent)
        for end, begin in pairs.items():
            assert kinds[end] <= kinds[begin]


def test_every_entry_is_one_that_a_desk_could_make() -> None:
    known = {*kind_forms(), *RECORD_KINDS}
    assert {each.draft.kind for sent in small() for each in sent} <= known


def test_every_coded_fact_is_a_word_of_the_vocabulary() -> None:
    for draft in {(e.draft.kind, n, v) for sent in small() for e in sent for n, v in e.draft.facts.items()}:
        kind, name, value = draft
        form = kind_forms().get(kind)
        asked = form.asked(name) if form else None
        if asked is not None and asked.sort is Asks.WORD:
            assert value in asked.words, draft
        if asked is not None and asked.sort is Asks.YES_NO:
            assert value in ("yes", "no"), draft


def test_there_are_children_women_with_infants_and_foreigners() -> None:
    people = [plan_of(world(), country(), number).person for number in range(2_000)]
    assert 60 < sum(person.is_child for person in people) < 240
    assert sum(person.with_infant for person in people) > 0
    assert 60 < sum(person.foreign for person in people) < 260
    assert all(not person.is_child for person in people if person.with_infant)


def test_some_children_are_apprehended_at_night() -> None:
    plans = [plan_of(world(), country(), number) for number in range(2_000)]
    hours = [zone_named(p.station.zone).local(p.apprehended_at).hour for p in plans if p.person.is_child]
    assert sum(hour >= 22 or hour < 6 for hour in hours) > len(hours) / 10


def test_sources_disagree_about_some_apprehensions() -> None:
    told = [e.draft for sent in small() for e in sent if e.draft.kind == "Apprehended"]
    several = [draft for draft in told if len({(h.earliest, h.latest) for h in draft.happened}) > 1]
    assert len(several) > len(told) / 50


def test_in_the_january_everybody_is_apprehended_within_three_days() -> None:
    begins = january_of(country(), until=UNTIL).begins
    assert all(begins <= plan.apprehended_at < begins + DAYS * DAY for plan in january())


def test_in_the_january_halls_and_barracks_are_used_as_places() -> None:
    used = Counter(plan.held_in.kind for plan in january() if plan.held_in)
    assert used["sports_hall"] > 50
    assert used["military_unit"] > 10
    placed = [e.draft.facts for plan in january(60) for e in course(plan) if e.draft.kind == "Placed"]
    assert any(facts["official_place"] == "no" for facts in placed)


def test_what_desks_typed_while_the_network_was_cut_came_in_after_its_end() -> None:
    found = january_of(country(), until=UNTIL)
    waits = [
        each.received - each.draft.recorded
        for plan in january()
        for each in course(plan)
        if found.cut.begins <= each.draft.recorded < found.cut.ends and plan.station.id in found.cut.places
    ]
    assert max(waits) > 38 * HOUR
    assert all(each >= 0 for each in waits)


@pytest.mark.parametrize("hour", range(24))
def test_the_known_child_was_apprehended_at_twenty_to_midnight_and_no_parent_was_told(hour: int) -> None:
    until = UNTIL + hour * HOUR
    child = STORIES["child-at-night"]
    (sent,) = [
        each
        for each in stories(world(until=until), country())
        if child.custody in each[0].draft.objects["custody"]
    ]
    act = sent[0].draft.happened[0].earliest
    local = zone_named("Asia/Almaty").local(act)
    assert (local.hour, local.minute) == (23, 40)
    assert HOUR <= until - act <= 25 * HOUR
    assert "ParentTold" not in {each.draft.kind for each in sent}
    assert {each.draft.facts.get("age") for each in sent} >= {15}


def test_known_stories_keep_their_ids_whatever_the_seed() -> None:
    ids = {
        name for sent in stories(world(seed=99), country_of(99)) for name in sent[0].draft.objects["custody"]
    }
    assert ids == {story.custody for story in STORIES.values()}
