"""Signing in, step by step, and being signed out."""

import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from tests.slices.access.people import actor, appoint, signed_in
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

from qorgau.access.models import Account, Appointment, RecoveryCode
from qorgau.access.sign_in import recovery
from qorgau.clock import now


def test_a_lawyer_signs_in_by_name_and_password(store: Store) -> None:
    client = browser()
    answer = enter(client, someone("lawyer"))
    assert answer["Location"] == "/"
    assert is_in(client)


def test_the_sign_in_name_may_be_typed_in_capitals(sqlite_store: Store) -> None:
    client = browser()
    enter(client, account_of(someone()).sign_in_name.upper())
    assert is_in(client)


def test_staff_are_not_let_in_without_a_second_factor(sqlite_store: Store) -> None:
    client, who = browser(), someone("custody_officer", places=["place-1"])
    assert enter(client, who)["Location"] == "/sign-in/enrol/"
    assert not is_in(client)
    assert client.get("/my-account/")["Location"].startswith("/sign-in/enrol/")


def test_at_first_sign_in_staff_set_up_an_app_and_keep_recovery_codes(store: Store) -> None:
    client, who = browser(), someone("custody_officer", places=["place-1"])
    enter(client, who)
    page = client.get("/sign-in/enrol/app/").content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
    assert re.search(r'<svg [^>]*class="segno"', page)
    shown = client.post("/sign-in/enrol/app/", {"code": code_of(secret)}).content.decode()
    codes = re.findall(r"<code[^>]*>([a-z2-7-]{19})</code>", shown)
    assert len(codes) == RecoveryCode.objects.filter(account=who.account).count() == 10
    assert is_in(client)


def test_whoever_has_an_app_must_show_its_code(store: Store) -> None:
    client, who = browser(), someone("lawyer")
    secret = with_app(who)
    assert enter(client, who)["Location"] == "/sign-in/second/"
    assert not is_in(client)
    assert client.post("/sign-in/second/", {"code": code_of(secret)})["Location"] == "/"
    assert is_in(client)


def test_a_recovery_code_lets_in_once(store: Store) -> None:
    who = someone("lawyer")
    with_app(who)
    code = recovery.new_codes(account_of(who))[3]
    for expected in (True, False):
        client = browser()
        enter(client, who)
        client.post("/sign-in/second/", {"code": code.upper()})
        assert is_in(client) is expected


def test_a_password_made_by_somebody_else_is_replaced_first(sqlite_store: Store) -> None:
    client, who = browser(), someone("lawyer")
    Account.objects.update(must_change_password=True)
    assert enter(client, who)["Location"] == "/sign-in/password/"
    assert not is_in(client)
    new = "three unlike things in a row"
    assert client.post("/sign-in/password/", {"new": new, "repeated": new})["Location"] == "/"
    assert is_in(client)
    again = browser()
    enter(again, who, PASSWORD)
    assert not is_in(again)
    enter(again, who, new)
    assert is_in(again)


@pytest.mark.parametrize(
    ("new", "repeated"),
    [
        ("short", "short"),
        ("123456789012", "123456789012"),
        ("aaaaaaaabbbb", "aaaaaaaabbbb"),
        ("qwerty123456", "qwerty123456"),
        ("my name is Serik", "my name is Serik"),
        ("three unlike things", "three unlike thing"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(sqlite_store: Store, new: str, repeated: str) -> None:
    client, who = browser(), someone("lawyer", name="Serik Testov")
    Account.objects.update(must_change_password=True)
    enter(client, who)
    assert client.post("/sign-in/password/", {"new": new, "repeated": repeated}).status_code == 200
    assert not is_in(client)


def test_a_person_with_two_appointments_chooses_one(store: Store) -> None:
    who = someone("lawyer")
    second = appoint(account_of(who), actor("relative", account=who.account))
    client = browser()
    assert enter(client, who)["Location"] == "/sign-in/role/"
    assert not is_in(client)
    assert client.post("/sign-in/role/", {"appointment": "made-up"}).status_code == 200
    assert client.post("/sign-in/role/", {"appointment": second.id})["Location"] == "/"
    assert client.get("/my-account/").wsgi_request.actor.role == "relative"


def test_nobody_can_choose_an_appointment_of_another_person(sqlite_store: Store) -> None:
    who, other = someone("lawyer"), someone("head_of_place", places=["place-1"])
    appoint(account_of(who), actor("relative", account=who.account))
    client = browser()
    enter(client, who)
    client.post("/sign-in/role/", {"appointment": Appointment.objects.get(account=other.account).id})
    assert not is_in(client)


def test_choosing_a_staff_role_still_asks_for_a_second_factor(sqlite_store: Store) -> None:
    who = someone("lawyer")
    staff = appoint(account_of(who), actor("analyst", account=who.account))
    client = browser()
    enter(client, who)
    assert client.post("/sign-in/role/", {"appointment": staff.id})["Location"] == "/sign-in/enrol/"
    assert not is_in(client)


def test_a_person_whose_appointments_have_ended_is_told_so_and_sees_nothing(sqlite_store: Store) -> None:
    who = someone("lawyer")
    Appointment.objects.update(until=now())
    client = browser()
    assert enter(client, who)["Location"] == "/sign-in/no-role/"
    assert client.get("/sign-in/no-role/").status_code == 200
    assert not is_in(client)


def test_an_appointment_that_has_not_begun_gives_nothing_yet(sqlite_store: Store) -> None:
    who = someone("lawyer")
    Appointment.objects.update(since=now() + 3600)
    client = browser()
    enter(client, who)
    assert not is_in(client)


def test_signing_out_ends_the_session_on_the_server(store: Store) -> None:
    client = browser()
    enter(client, someone())
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    client.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert not is_in(client)


def test_after_signing_in_the_wanted_page_opens(sqlite_store: Store) -> None:
    client, who = browser(), someone("lawyer")
    sent = client.get("/my-account/?x=1")["Location"]
    assert urlsplit(sent).path == "/sign-in/"
    page = client.get(sent).content.decode()
    wanted = re.findall(r'name="next" value="([^"]*)"', page)[-1]
    assert enter(client, who, next=wanted)["Location"] == "/my-account/?x=1"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/",
        "//example.org/",
        "/\\example.org",
        "\\\\example.org",
        "javascript:alert(1)",
        "https:example.org",
        "http:///example.org",
        "/\t/example.org",
        "my-account/",
    ],
)
def test_no_link_can_lead_to_another_site_after_sign_in(sqlite_store: Store, elsewhere: str) -> None:
    client = browser()
    assert elsewhere not in client.get("/sign-in/", {"next": elsewhere}).content.decode()
    assert enter(client, someone(), next=elsewhere)["Location"] == "/"
    assert client.get("/sign-in/", {"next": elsewhere})["Location"] == "/"


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(sqlite_store: Store) -> None:
    answer = browser().get("/my-account/", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/sign-in/"


def test_somebody_signed_in_is_not_asked_again(sqlite_store: Store) -> None:
    assert signed_in("npm_member").get("/sign-in/")["Location"] == "/"
