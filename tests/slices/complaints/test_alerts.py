"""Alerts: who has to act is told once, by a letter that holds nothing of the complaint."""

from django.core import mail
from tests.slices.access.people import person
from tests.slices.complaints.cases import CANARY, PEOPLE, at, instant, registered
from tests.slices.mailboxes.bodies import NOW, complain, open_bodies
from tests.slices.store import Store

from qorgau.access.models import Account, Appointment
from qorgau.access.roles import Role
from qorgau.complaints import actions
from qorgau.complaints.work import work
from qorgau.mailboxes.actions import lodge

TODAY = "2025-03-03"
NEVER_BEFORE = 0


def reader(role: Role, *, body: str, address: str, **where: list[str]) -> None:
    """Somebody with an address, appointed long ago."""
    made = person(role, body=body, **where)
    Appointment.objects.update(since=NEVER_BEFORE)
    Account.objects.filter(pk=made.account).update(email=address)


def told(what: str) -> set[str]:
    return {to for letter in mail.outbox if what in letter.subject for to in letter.to}


def lodged() -> str:
    """A sealed complaint that nobody has opened."""
    return lodge(complain(open_bodies(), f"They beat me. {CANARY}").envelope, now=NOW).complaint_id


def test_a_complaint_that_lies_unopened_is_told_to_its_bodys_desk_once(
    sqlite_store: Store, settings: object
) -> None:
    settings.QORGAU_EMAIL = {"EMAIL_BACKEND": "memory"}  # type: ignore[attr-defined]
    reader(Role.COMPLAINTS_OFFICER, body="special_prosecutors", address="desk@example.kz")
    reader(Role.COMPLAINTS_OFFICER, body="police", address="accused@example.kz")
    complaint = lodged()
    for later in (60, 120):
        work(now=NOW + later)
    letters = [each for each in mail.outbox if complaint in each.body]
    assert {to for each in letters for to in each.to} == {"desk@example.kz"}
    assert len(letters) == len({each.extra_headers["Message-ID"] for each in letters}) == 1
    assert CANARY not in "".join(str(each.message()) for each in mail.outbox)


def test_a_wish_to_withdraw_brings_the_mechanism_and_nobody_of_the_accused_body(
    sqlite_store: Store, settings: object
) -> None:
    settings.QORGAU_EMAIL = {"EMAIL_BACKEND": "memory"}  # type: ignore[attr-defined]
    reader(Role.NPM_MEMBER, body="npm", address="npm@example.kz")
    reader(Role.INVESTIGATOR, body="police", address="accused@example.kz")
    complaint = registered()
    actions.withdrawal_asked(PEOPLE.prosecutor, complaint, now=instant(f"{TODAY} 12:00"))
    work(now=instant(f"{TODAY} 12:01"))
    assert told("withdraw") == {"npm@example.kz"}


def test_each_reprisal_is_told_to_the_mechanism_and_the_prosecutor_of_the_region(
    sqlite_store: Store, settings: object
) -> None:
    settings.QORGAU_EMAIL = {"EMAIL_BACKEND": "memory"}  # type: ignore[attr-defined]
    reader(Role.NPM_MEMBER, body="npm", address="npm@example.kz")
    complaint = registered()
    for hour in ("12", "13"):
        when = at(f"{TODAY} {hour}:00")
        actions.report_reprisal(
            PEOPLE.prosecutor, complaint, reasons="threats", happened=when, now=when.earliest + 60
        )
        work(now=when.earliest + 120)
    assert len([letter for letter in mail.outbox if "reprisal" in letter.subject]) == 2


def test_a_mail_server_that_is_down_loses_no_alert(sqlite_store: Store, settings: object) -> None:
    settings.QORGAU_EMAIL = {"EMAIL_BACKEND": "smtp"}  # type: ignore[attr-defined]
    in_memory = settings.EMAIL_BACKEND  # type: ignore[attr-defined]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    reader(Role.COMPLAINTS_OFFICER, body="special_prosecutors", address="desk@example.kz")
    lodged()
    work(now=NOW + 60)
    settings.EMAIL_BACKEND = in_memory  # type: ignore[attr-defined]
    work(now=NOW + 120)
    assert told("waits to be opened") == {"desk@example.kz"}
