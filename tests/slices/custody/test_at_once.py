"""Two people, or one impatient finger, do the same thing in the same moment: it counts once, and neither wins by luck."""

import threading
from collections.abc import Callable

import pytest
from django.db import connections
from tests.slices.custody.desk import HOUR, NIGHT, Desk, at, booking, instant, open_desk
from tests.slices.places.people import actor
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.custody import actions
from qorgau.custody.entries import NewEntry
from qorgau.custody.models import CorrectionRow, CustodyRow
from qorgau.custody.refusal import CustodyRefusal
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild

LATER = instant("2026-11-24 12:00")


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act answered or refused with, all of them begun together."""
    ready, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def do(place: int, act: Callable[[], object]) -> None:
        ready.wait()
        try:
            answers[place] = act()
        except CustodyRefusal as refusal:
            answers[place] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=do, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


def test_two_bookings_with_one_key_are_one_custody_though_a_second_lies_between(desk: Desk) -> None:
    def book(now: int) -> actions.Booked:
        return actions.book(desk.officer, booking(desk), now=now, act_id="one-key")

    answers = at_once(
        lambda: book(NIGHT), lambda: book(NIGHT + 1), lambda: book(NIGHT), lambda: book(NIGHT + 2)
    )
    assert sorted(each.is_new for each in answers) == [False, False, False, True]
    assert len({(each.custody, each.person) for each in answers}) == 1
    assert CustodyRow.objects.count() == StoredEntry.objects.filter(kind="Apprehended").count() == 1


def test_one_touch_pressed_twice_is_one_entry_though_a_second_lies_between(desk: Desk) -> None:
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody

    def touch(now: int) -> actions.Added:
        return actions.add_entry(desk.officer, custody, NewEntry(kind="MealGiven"), now=now, act_id="one")

    answers = at_once(lambda: touch(LATER), lambda: touch(LATER + 1))
    assert sorted(each.is_new for each in answers) == [False, True]
    assert StoredEntry.objects.filter(kind="MealGiven").count() == 1


def test_one_entry_is_corrected_once_and_the_other_is_told(desk: Desk) -> None:
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    meal = actions.add_entry(desk.officer, custody, NewEntry(kind="MealGiven"), now=NIGHT + HOUR).entry

    def correct(when: str) -> actions.Corrected:
        new = NewEntry(kind="MealGiven", happened=(at(when),))
        return actions.correct_entry(desk.officer, custody, meal, new, why="Misread", now=NIGHT + 3 * HOUR)

    answers = at_once(
        lambda: correct("2026-11-21 02:40"),
        lambda: correct("2026-11-21 02:50"),
        lambda: actions.withdraw_entry(desk.officer, custody, meal, why="None", now=NIGHT + 3 * HOUR),
    )
    refused = [each for each in answers if isinstance(each, CustodyRefusal)]
    assert [each.key for each in refused] == ["custody.corrected_already"] * 2
    assert CorrectionRow.objects.count() == 1


def test_a_correction_is_confirmed_by_one_second_person(desk: Desk) -> None:
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    told = NewEntry(kind="FirstAppeared", happened=(at("2026-11-23 23:00"),))
    wrong = actions.add_entry(desk.officer, custody, told, now=instant("2026-11-23 23:10")).entry
    better = NewEntry(kind="FirstAppeared", happened=(at("2026-11-22 23:00"),))
    waits = actions.correct_entry(desk.officer, custody, wrong, better, why="Misread", now=LATER)
    assert waits.needs_confirmation
    heads = [
        actor(Role.HEAD_OF_PLACE, places=frozenset({desk.station}), account=f"head-{n}") for n in range(2)
    ]
    answers = at_once(
        lambda: actions.confirm_correction(heads[0], custody, waits.entry, now=LATER + 5),
        lambda: actions.confirm_correction(heads[1], custody, waits.entry, now=LATER + 5),
    )
    assert [each.key for each in answers if isinstance(each, CustodyRefusal)] == [
        "custody.nothing_to_confirm"
    ]
    row = CorrectionRow.objects.values().get()
    assert row["confirmed_by"] in {head.account for head in heads}
    rebuild(as_of=LATER + 10)
    assert CorrectionRow.objects.values().get() == row


def test_two_persons_are_joined_one_way_and_never_in_a_ring(desk: Desk) -> None:
    one = actions.book(desk.officer, booking(desk), now=NIGHT)
    two = actions.book(desk.officer, booking(desk, family_name="Saribaev"), now=NIGHT)

    def join(keep: str, other: str) -> actions.Added:
        return actions.join_persons(desk.head, keep=keep, other=other, why="Same", now=LATER)

    answers = at_once(lambda: join(one.person, two.person), lambda: join(two.person, one.person))
    assert len([each for each in answers if isinstance(each, CustodyRefusal)]) == 1
    assert len(set(CustodyRow.objects.values_list("person_id", flat=True))) == 1
