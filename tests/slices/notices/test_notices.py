"""Whoever owes a duty is told before its limit and at a breach, once; and answers for having been told."""

import pytest
from django.core import mail
from tests.slices.access.people import person
from tests.slices.custody.desk import Desk, at, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.access.models import Account, Appointment
from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody.actions import add_entry, book
from qorgau.custody.entries import NewEntry
from qorgau.lawbook import Language
from qorgau.notices.actions import NoticeRefusal, acknowledge
from qorgau.notices.models import Notice, Stage
from qorgau.notices.queries import notices_for
from qorgau.notices.web import _by_person, _custodies, _lines
from qorgau.notices.work import work
from qorgau.recording.models import StoredEntry

PROSECUTOR = "kz/prosecutor_told_within_12_hours"
BOOKED = instant("2026-11-21 02:30")
HOUR = 3600
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


def registered(desk: Desk) -> str:
    return book(desk.officer, booking(desk), now=BOOKED).custody


def about(stage: Stage, safeguard: str = PROSECUTOR) -> list[Notice]:
    return list(Notice.objects.filter(stage=stage, safeguard=safeguard))


def test_a_limit_about_to_run_out_is_told_once_however_often_somebody_looks(desk: Desk) -> None:
    registered(desk)
    assert about(Stage.SOON) == []
    work(now=BOOKED + 11 * HOUR)
    work(now=BOOKED + 11 * HOUR + 60)
    assert len(about(Stage.SOON)) == 1


def test_a_breach_is_dated_when_the_limit_ran_out_and_not_when_somebody_noticed(desk: Desk) -> None:
    registered(desk)
    work(now=BOOKED + 30 * HOUR)
    (notice,) = about(Stage.BREACH)
    assert notice.happened_at <= BOOKED + 12 * HOUR
    assert notice.said_at == BOOKED + 30 * HOUR


def test_a_duty_done_in_time_is_never_told_as_a_breach(desk: Desk) -> None:
    custody = registered(desk)
    add_entry(desk.officer, custody, NewEntry(kind="ProsecutorTold"), now=BOOKED + 2 * HOUR)
    work(now=BOOKED + 30 * HOUR)
    assert about(Stage.BREACH) == []


def test_what_was_done_late_is_followed_up_once(desk: Desk) -> None:
    custody = registered(desk)
    work(now=BOOKED + 13 * HOUR)
    add_entry(desk.officer, custody, NewEntry(kind="ProsecutorTold"), now=BOOKED + 14 * HOUR)
    work(now=BOOKED + 14 * HOUR + 10)
    work(now=BOOKED + 14 * HOUR + 20)
    (follow_up,) = about(Stage.CHANGED)
    assert follow_up.state_told == "late"


def test_a_late_entry_of_a_timely_act_is_followed_up_as_met(desk: Desk) -> None:
    custody = registered(desk)
    work(now=BOOKED + 13 * HOUR)
    told = NewEntry(kind="ProsecutorTold", happened=(at("2026-11-21 09:00"),))
    add_entry(desk.officer, custody, told, now=BOOKED + 14 * HOUR)
    work(now=BOOKED + 14 * HOUR + 10)
    (follow_up,) = about(Stage.CHANGED)
    assert follow_up.state_told == "met"


def test_what_nobody_acknowledges_goes_up_level_by_level_and_stops_at_the_top(desk: Desk) -> None:
    registered(desk)
    began = BOOKED + 13 * HOUR
    work(now=began)
    assert "npm_member" not in about(Stage.BREACH)[0].told
    for hours in range(1, 6):
        work(now=began + hours * HOUR + hours)
    (notice,) = about(Stage.BREACH)
    assert notice.level == 2
    assert "npm_member" in notice.told


def test_acknowledging_is_an_entry_and_stops_the_climb(desk: Desk) -> None:
    registered(desk)
    began = BOOKED + 13 * HOUR
    work(now=began)
    (notice,) = about(Stage.BREACH)
    acknowledge(desk.head, notice.pk, now=began + 60)
    assert StoredEntry.objects.filter(kind="NoticeAcknowledged").count() == 1
    work(now=began + 5 * HOUR)
    assert about(Stage.BREACH)[0].level == 1


def test_nobody_acknowledges_after_somebody_else_did(desk: Desk) -> None:
    registered(desk)
    work(now=BOOKED + 13 * HOUR)
    (notice,) = about(Stage.BREACH)
    acknowledge(desk.head, notice.pk, now=BOOKED + 13 * HOUR)
    with pytest.raises(NoticeRefusal):
        acknowledge(desk.officer, notice.pk, now=BOOKED + 13 * HOUR + 1)


def test_an_officer_of_another_place_neither_sees_nor_acknowledges_it(desk: Desk) -> None:
    registered(desk)
    work(now=BOOKED + 13 * HOUR)
    (notice,) = about(Stage.BREACH)
    assert notice in notices_for(desk.officer)
    assert notice not in notices_for(desk.far_officer)
    with pytest.raises(NotPermitted):
        acknowledge(desk.far_officer, notice.pk, now=BOOKED + 13 * HOUR)


def test_mail_goes_once_to_whom_the_rule_names_and_holds_no_name(desk: Desk, settings) -> None:
    settings.QORGAU_EMAIL = {"EMAIL_BACKEND": "memory"}
    custody = registered(desk)
    reader = person(Role.HEAD_OF_PLACE, places=[desk.station])
    stranger = person(Role.HEAD_OF_PLACE, places=[desk.ivs])
    Appointment.objects.update(since=0)
    Account.objects.filter(pk=reader.account).update(email="head@example.kz")
    Account.objects.filter(pk=stranger.account).update(email="far@example.kz")
    work(now=BOOKED + 13 * HOUR)
    work(now=BOOKED + 13 * HOUR + 10)
    told = [message for message in mail.outbox if "prosecutor" in message.body]
    breaches = [message for message in told if "ran out" in message.subject]
    assert [message.to for message in breaches] == [["head@example.kz"]]
    written = "".join(str(message.message()) for message in mail.outbox)
    assert custody in written
    assert booking(desk).family_name not in written
    assert "far@example.kz" not in written


def test_a_mail_server_that_fails_loses_nothing_and_is_tried_again(desk: Desk, settings) -> None:
    settings.QORGAU_EMAIL = {"EMAIL_BACKEND": "smtp"}
    in_memory, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    registered(desk)
    reader = person(Role.HEAD_OF_PLACE, places=[desk.station])
    Appointment.objects.update(since=0)
    Account.objects.filter(pk=reader.account).update(email="head@example.kz")
    work(now=BOOKED + 13 * HOUR)
    assert mail.outbox == []
    settings.EMAIL_BACKEND = in_memory
    work(now=BOOKED + 13 * HOUR + 60)
    assert len(mail.outbox) == len({message.extra_headers["Message-ID"] for message in mail.outbox}) > 0


def test_the_page_puts_all_notices_of_one_person_together(desk: Desk) -> None:
    first, second = registered(desk), registered(desk)
    work(now=BOOKED + 30 * HOUR)
    told = notices_for(desk.head)
    about_them = [row["custody_id"] for row in _custodies(told)]
    people = _by_person(_lines(list(told), Language.KK, as_of=BOOKED + 30 * HOUR), about_them)
    assert sorted(each.custody for each in people) == sorted([first, second])
    assert sum(len(each.lines) for each in people) == told.count()
    assert len(people) == 2
