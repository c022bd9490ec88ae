"""A desk's clock that is wrong is noticed, said on its pages and written down once; a person can set it straight."""

from collections.abc import Iterator

import pytest
from django.test import Client
from tests.slices.access.people import actor, signed_in
from tests.slices.recording.small_slice import opened
from tests.slices.recording.two_instances import DESK, MORNING, NIGHT, Pair

from qorgau.access.roles import Role
from qorgau.carrying.actions.clock import compare_clock, note_clock
from qorgau.carrying.desk_clock import clock_now, forget_clock
from qorgau.carrying.entries import CLOCK_CHECKED
from qorgau.carrying.models import ClockRow
from qorgau.carrying.queries import not_yet_carried
from qorgau.clock import now
from qorgau.recording.batches import integrate_now
from qorgau.recording.desk_clock import ClockState
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.record import record

MINUTES_40 = 40 * 60
SET_BACK = NIGHT - MINUTES_40


@pytest.fixture
def at_desk(embedded: Pair) -> Iterator[Pair]:
    with embedded.at_desk():
        yield embedded


def checks() -> int:
    return StoredEntry.objects.filter(kind=CLOCK_CHECKED).count()


def officer() -> object:
    return actor(Role.CUSTODY_OFFICER)


def test_a_desk_that_is_40_minutes_slow_is_noticed_and_written_down_once(at_desk: Pair) -> None:
    record([opened(1)], received=NIGHT)
    assert note_clock(now=NIGHT + 60) is None
    for minute in range(3):
        note_clock(now=SET_BACK + 60 * minute)
    row = ClockRow.objects.get(pk=DESK)
    assert (row.state, row.at_least, row.witness) == ("behind", MINUTES_40, "last_received")
    assert checks() == 1


def test_a_slow_clock_stays_slow_when_it_has_caught_up_with_its_last_entry(at_desk: Pair) -> None:
    record([opened(1)], received=NIGHT)
    note_clock(now=SET_BACK)
    record([opened(2)], received=SET_BACK + 600)
    integrate_now(as_of=SET_BACK + 700)
    later = NIGHT + 3600
    assert note_clock(now=later) is None
    assert clock_now(now=later).at_least == MINUTES_40


def test_a_last_entry_in_the_future_is_a_warning_on_every_page_of_staff(embedded: Pair) -> None:
    assert "seems wrong" not in signed_in(Role.HEAD_OF_PLACE).get("/carry/").content.decode()
    record([opened(1)], received=now() + MINUTES_40)
    forget_clock()
    pages = {"/carry/": Role.HEAD_OF_PLACE, "/places/": Role.DOCTOR, "/accounts/": Role.ADMINISTRATOR}
    for page, role in pages.items():
        assert "clock seems wrong" in signed_in(role).get(page).content.decode(), page
    signing_in = Client(headers={"accept-language": "en"}).get("/sign-in/").content.decode()
    assert "clock seems wrong" in signing_in
    assert 'name="server-time"' in signing_in
    public = Client(headers={"accept-language": "en"}).get("/rights/").content.decode()
    assert "seems wrong" not in public
    assert "server-time" not in public


def test_the_page_of_a_new_registration_says_that_times_may_be_off(embedded: Pair) -> None:
    record([opened(1)], received=now() + MINUTES_40)
    forget_clock()
    client = signed_in(Role.CUSTODY_OFFICER)
    assert "Times typed now may be off" in client.get("/custody/new/").content.decode()
    assert "Times typed now may be off" not in client.get("/carry/").content.decode()


def test_a_bundle_written_later_than_now_speaks_against_the_clock_until_then(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    embedded.take(*embedded.carried(written_at=MORNING), now=NIGHT)
    assert note_clock(now=NIGHT) is not None
    forget_clock()
    assert clock_now(now=NIGHT).state is ClockState.BEHIND
    # The other clock may be the wrong one: once its time has passed, nothing is left to say.
    assert note_clock(now=MORNING) is not None
    assert clock_now(now=MORNING).state is ClockState.AGREES


def test_the_record_is_asked_at_most_once_a_minute(at_desk: Pair) -> None:
    assert clock_now(now=NIGHT).state is ClockState.NO_OTHER
    record([opened(1)], received=NIGHT + MINUTES_40)
    assert clock_now(now=NIGHT + 59).state is ClockState.NO_OTHER
    assert clock_now(now=NIGHT + 60).state is ClockState.BEHIND


def test_a_person_who_compares_the_clock_ends_the_warning(at_desk: Pair) -> None:
    record([opened(1)], received=NIGHT + MINUTES_40)
    note_clock(now=NIGHT)
    check = compare_clock(officer(), other=NIGHT, now=NIGHT + 20, act_id="a" * 32)
    assert not check.needs_warning
    assert not clock_now(now=NIGHT + 30).needs_warning
    assert note_clock(now=NIGHT + 40) is None


def test_a_clock_set_back_after_it_was_compared_is_noticed_again(at_desk: Pair) -> None:
    compare_clock(officer(), other=NIGHT, now=NIGHT, act_id="a" * 32)
    assert clock_now(now=SET_BACK).state is ClockState.BEHIND


def test_a_fast_clock_that_a_person_found_stays_a_warning_until_it_is_compared_again(at_desk: Pair) -> None:
    compare_clock(officer(), other=NIGHT - MINUTES_40, now=NIGHT, act_id="a" * 32)
    assert note_clock(now=NIGHT + 7200) is None
    assert clock_now(now=NIGHT + 7200).state is ClockState.AHEAD
    compare_clock(officer(), other=NIGHT + 7300, now=NIGHT + 7310, act_id="b" * 32)
    assert not clock_now(now=NIGHT + 7320).needs_warning


def test_the_other_instance_learns_that_the_desks_clock_was_wrong(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1), received=NIGHT + MINUTES_40)
    with embedded.at_desk():
        note_clock(now=NIGHT)
    embedded.take(*embedded.carried())
    assert ClockRow.objects.get(pk=DESK).state == "behind"
    page = signed_in(Role.HEAD_OF_PLACE).get("/carry/").content.decode()
    assert "its clock: at least 40 min behind" in page
    before = list(ClockRow.objects.values())
    rebuild(as_of=MORNING)
    assert list(ClockRow.objects.values()) == before


def test_after_a_wrong_clock_everything_is_carried_again(at_desk: Pair) -> None:
    from tests.slices.recording.two_instances import CENTRE

    from qorgau.carrying.actions.taking_out import say_arrived, take_out
    from qorgau.carrying.models import TakenOutRow

    record([opened(1)], received=NIGHT)
    take_out(officer(), to=CENTRE, since=None, now=NIGHT + 60).opened.close()
    say_arrived(officer(), instance=CENTRE, of=TakenOutRow.objects.get(pk=CENTRE).last_entry, now=NIGHT + 120)
    assert not_yet_carried(CENTRE, now=NIGHT + 300) == NIGHT + 60 - 600
    note_clock(now=SET_BACK)
    assert not_yet_carried(CENTRE, now=NIGHT + 300) is None
