"""A session belongs to who began it, ends when it should, and cannot be planted or kept."""

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.slices.access.people import person, signed_in, signed_in_as
from tests.slices.access.signing import (
    PASSWORD,
    account_of,
    browser,
    code_of,
    enter,
    is_in,
    someone,
    with_app,
)
from tests.slices.store import Store

from qorgau.access.actions import NewAppointment, appoint, close_account, end_appointment, reset_second_factor
from qorgau.access.actions.recording_acts import CONSOLE
from qorgau.access.models import Account, Appointment
from qorgau.access.roles import Role
from qorgau.access.sign_in.session import ABSOLUTE
from qorgau.clock import now

COOKIE = settings.SESSION_COOKIE_NAME


def backdate(client: object, **seconds: int) -> None:
    """Set times of the session back."""
    session = client.session
    kept = dict(session["qorgau"])
    for name, back in seconds.items():
        kept[name] -= back
    session["qorgau"] = kept
    session.save()


def test_a_session_planted_before_sign_in_is_worth_nothing_after(store: Store) -> None:
    who, attacker, victim = someone(), browser(), browser()
    attacker.post("/sign-in/passkey/challenge/", headers={"host": "localhost"})
    planted = attacker.cookies[COOKIE].value
    victim.cookies[COOKIE] = planted
    enter(victim, who)
    assert victim.cookies[COOKIE].value != planted
    assert is_in(victim)
    assert not is_in(attacker)
    assert not Session.objects.filter(session_key=planted).exists()


def test_each_step_of_sign_in_has_a_new_session_key(sqlite_store: Store) -> None:
    who, client = someone(), browser()
    secret = with_app(who)
    enter(client, who)
    before = client.cookies[COOKIE].value
    client.post("/sign-in/second/", {"code": code_of(secret)})
    assert client.cookies[COOKIE].value != before
    stolen = browser()
    stolen.cookies[COOKIE] = before
    assert not is_in(stolen)


def test_signing_in_as_another_person_leaves_nothing_of_the_first(sqlite_store: Store) -> None:
    client = signed_in("npm_member")
    second = someone("lawyer")
    enter(client, second)
    assert client.get("/my-account/").wsgi_request.actor.account == second.account


def test_a_session_nobody_uses_ends_after_twenty_minutes(store: Store) -> None:
    client = signed_in("lawyer")
    backdate(client, seen=settings.QORGAU_IDLE_SECONDS - 30)
    assert is_in(client)
    backdate(client, seen=settings.QORGAU_IDLE_SECONDS)
    assert not is_in(client)
    assert settings.QORGAU_IDLE_SECONDS == 20 * 60


def test_being_used_keeps_a_session_awake_but_not_for_more_than_twelve_hours(sqlite_store: Store) -> None:
    client = signed_in("lawyer")
    backdate(client, seen=600)
    assert is_in(client)
    assert now() - client.session["qorgau"]["seen"] < 30
    backdate(client, began=ABSOLUTE)
    assert not is_in(client)


def test_who_asks_is_found_by_two_questions(sqlite_store: Store) -> None:
    client = signed_in("lawyer")
    client.get("/looking-by-itself/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/looking-by-itself/")
    assert len(asked) == 2


def test_a_page_that_refreshes_itself_does_not_keep_an_empty_chair_signed_in(sqlite_store: Store) -> None:
    client = signed_in("lawyer")
    backdate(client, seen=600)
    client.get("/looking-by-itself/")
    assert now() - client.session["qorgau"]["seen"] >= 600


def test_a_new_password_ends_all_other_sessions(store: Store) -> None:
    who, here, there = someone(), browser(), browser()
    enter(here, who)
    enter(there, who)
    new = "five unlike things in a row"
    here.post("/my-account/password/", {"present": PASSWORD, "new": new, "repeated": new})
    assert is_in(here)
    assert not is_in(there)


def test_a_password_is_changed_only_by_who_knows_the_present_one(sqlite_store: Store) -> None:
    who, client = someone(), browser()
    enter(client, who)
    before = account_of(who).password
    new = "five unlike things in a row"
    client.post("/my-account/password/", {"present": "wrong", "new": new, "repeated": new})
    assert account_of(who).password == before


@pytest.mark.parametrize("act", ["appoint", "end", "reset", "close"])
def test_a_change_of_role_or_account_ends_every_session_at_once(store: Store, act: str) -> None:
    who = person("lawyer")
    client = signed_in_as(who)
    assert is_in(client)
    if act == "appoint":
        asked = NewAppointment(role=Role.ANALYST, body="kz/test")
        appoint(CONSOLE, who.account, asked, now=now())
    elif act == "end":
        end_appointment(CONSOLE, Appointment.objects.get(account=who.account).id, now=now())
    elif act == "reset":
        reset_second_factor(CONSOLE, who.account, now=now())
    else:
        close_account(CONSOLE, who.account, now=now())
    assert not is_in(client)


def test_an_appointment_that_runs_out_takes_its_sessions_with_it(sqlite_store: Store) -> None:
    client = signed_in("lawyer")
    Appointment.objects.update(until=now())
    assert not is_in(client)


def test_signing_out_everywhere_else_keeps_this_session(sqlite_store: Store) -> None:
    who = person("lawyer")
    here, there = signed_in_as(who), signed_in_as(who)
    here.post("/my-account/sessions/end/")
    assert is_in(here)
    assert not is_in(there)


def test_a_new_second_factor_ends_all_other_sessions(sqlite_store: Store) -> None:
    who = person("lawyer")
    here, there = signed_in_as(who), signed_in_as(who)
    page = here.get("/my-account/app/").content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
    here.post("/my-account/app/", {"code": code_of(secret)})
    assert is_in(here)
    assert not is_in(there)


def test_the_session_cookie_cannot_be_read_by_scripts_nor_sent_from_other_sites(sqlite_store: Store) -> None:
    client = browser()
    enter(client, someone())
    cookie = client.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == ""  # gone with the browser


def test_a_grave_act_asks_for_the_second_factor_again(store: Store) -> None:
    who, client = someone(), browser()
    secret = with_app(who)
    enter(client, who)
    client.post("/sign-in/second/", {"code": code_of(secret, later=-1)})
    assert client.get("/my-account/app/").status_code == 200
    backdate(client, second_at=601)
    sent = client.get("/my-account/app/")["Location"]
    assert sent == "/sign-in/again/?next=%2Fmy-account%2Fapp%2F"
    client.post("/my-account/app/remove/")
    assert account_of(who).appcode
    answer = client.post(sent, {"code": code_of(secret), "next": "/my-account/app/"})
    assert answer["Location"] == "/my-account/app/"
    assert client.get("/my-account/app/").status_code == 200


def test_whoever_has_no_second_factor_gives_the_password_again(sqlite_store: Store) -> None:
    who, client = someone(), browser()
    enter(client, who)
    sent = client.get("/my-account/app/")["Location"]
    client.post(sent, {"password": "wrong"})
    assert client.get("/my-account/app/").status_code == 302
    client.post(sent, {"password": PASSWORD})
    assert client.get("/my-account/app/").status_code == 200


def test_the_password_given_again_does_not_count_as_a_second_factor(sqlite_store: Store) -> None:
    who, client = someone(), browser()
    enter(client, who)
    client.post("/sign-in/again/", {"password": PASSWORD})
    Appointment.objects.update(role="analyst")
    assert client.get("/my-account/")["Location"].startswith("/sign-in/enrol/")


def test_staff_cannot_remove_their_last_second_factor(sqlite_store: Store) -> None:
    who, client = someone("analyst"), browser()
    secret = with_app(who)
    enter(client, who)
    client.post("/sign-in/second/", {"code": code_of(secret)})
    client.post("/my-account/app/remove/")
    assert account_of(who).appcode


POSTS = [
    "/sign-in/",
    "/sign-in/passkey/",
    "/sign-in/passkey/challenge/",
    "/sign-in/second/",
    "/sign-in/again/",
    "/sign-in/password/",
    "/sign-in/role/",
    "/sign-in/enrol/app/",
    "/sign-in/enrol/passkey/",
    "/sign-out/",
    "/my-account/password/",
    "/my-account/app/",
    "/my-account/app/remove/",
    "/my-account/passkey/",
    "/my-account/passkey/x/remove/",
    "/my-account/codes/",
    "/my-account/sessions/end/",
]


@pytest.mark.parametrize("address", POSTS)
def test_nothing_is_taken_that_was_sent_from_another_site(sqlite_store: Store, address: str) -> None:
    assert signed_in("administrator", strict=True).post(address).status_code == 403


def test_a_clock_set_back_does_not_make_a_session_last_for_ever(sqlite_store: Store) -> None:
    client = signed_in("lawyer")
    backdate(client, began=-3600, seen=-3600)
    assert not is_in(client)


def test_no_password_is_known_from_the_start(sqlite_store: Store) -> None:
    assert not Account.objects.exists()
