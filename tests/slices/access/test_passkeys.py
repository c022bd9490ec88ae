"""Passkeys: a challenge is good once, for one use, on this site, for a while."""

import html
import json
import re

import pytest
from django.test import Client
from tests.slices.access.passkey_device import Device
from tests.slices.access.people import person, signed_in_as
from tests.slices.access.signing import account_of, browser, code_of, enter, is_in, someone, with_app
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.models import Account, Passkey
from qorgau.access.sign_in.passkeys import LASTS
from qorgau.clock import now


def at_localhost() -> Client:
    client = browser()
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def options_on(page: str) -> dict:
    return json.loads(html.unescape(re.search(r'data-options="([^"]*)"', page)[1]))


def challenge(client: Client) -> dict:
    return json.loads(client.post("/sign-in/passkey/challenge/").content)


def with_passkey(who: Actor, **more: object) -> Device:
    """Add a passkey to the person's account, on the page for it."""
    device, client = Device(**more), signed_in_as(who)
    client.defaults["HTTP_HOST"] = "localhost"
    options = options_on(client.get("/my-account/passkey/").content.decode())
    client.post("/my-account/passkey/", {"title": "my phone", "answer": device.add(options)})
    assert Passkey.objects.filter(account=who.account).count() == 1
    return device


def test_a_passkey_is_added_at_first_sign_in_and_serves_as_second_factor(store: Store) -> None:
    who, client, device = someone("analyst"), at_localhost(), Device()
    enter(client, who)
    options = options_on(client.get("/sign-in/enrol/passkey/").content.decode())
    client.post("/sign-in/enrol/passkey/", {"title": "phone", "answer": device.add(options)})
    assert is_in(client)
    client = at_localhost()
    assert enter(client, who)["Location"] == "/sign-in/second/"
    options = options_on(client.get("/sign-in/second/").content.decode())
    client.post("/sign-in/second/", {"answer": device.show(options)})
    assert is_in(client)


def test_a_passkey_that_checked_its_owner_signs_in_alone(store: Store) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    client.post("/sign-in/passkey/", {"answer": device.show(challenge(client))})
    assert is_in(client)


def test_a_passkey_that_did_not_check_its_owner_does_not_sign_in_alone(sqlite_store: Store) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    device.checks_owner = False
    client.post("/sign-in/passkey/", {"answer": device.show(challenge(client))})
    assert not is_in(client)


def test_an_answer_is_not_taken_twice(store: Store) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    answer = device.show(challenge(client))
    client.post("/sign-in/passkey/", {"answer": answer})
    assert is_in(client)
    client.post("/sign-out/")
    assert client.post("/sign-in/passkey/", {"answer": answer}).status_code == 200
    assert not is_in(client)


def test_a_challenge_is_spent_even_by_a_wrong_answer(store: Store) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    options = challenge(client)
    client.post("/sign-in/passkey/", {"answer": "{}"})
    client.post("/sign-in/passkey/", {"answer": device.show(options)})
    assert not is_in(client)


def test_a_challenge_given_to_one_browser_is_worth_nothing_in_another(sqlite_store: Store) -> None:
    device, one, other = with_passkey(person("analyst")), at_localhost(), at_localhost()
    options = challenge(one)
    challenge(other)
    other.post("/sign-in/passkey/", {"answer": device.show(options)})
    assert not is_in(other)


def test_a_challenge_is_void_after_five_minutes(sqlite_store: Store) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    options = challenge(client)
    session = client.session
    session["passkey_challenge"] = {**session["passkey_challenge"], "at": now() - LASTS - 1}
    session.save()
    client.post("/sign-in/passkey/", {"answer": device.show(options)})
    assert not is_in(client)


def test_a_challenge_for_signing_in_does_not_add_a_passkey(sqlite_store: Store) -> None:
    who, device = person("lawyer"), Device()
    client = signed_in_as(who)
    client.defaults["HTTP_HOST"] = "localhost"
    client.get("/my-account/passkey/")
    options = challenge(client)
    client.post("/my-account/passkey/", {"title": "x", "answer": device.add(options)})
    assert not Passkey.objects.exists()


@pytest.mark.parametrize(
    ("made_at", "shown_for"), [("http://localhost.example.org", None), ("http://localhost", "example.org")]
)
def test_a_false_site_cannot_pass_a_passkey_on(
    sqlite_store: Store, made_at: str, shown_for: str | None
) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    device.origin = made_at
    client.post("/sign-in/passkey/", {"answer": device.show(challenge(client), site=shown_for)})
    assert not is_in(client)


def test_a_copied_passkey_gives_itself_away_by_its_counter(sqlite_store: Store) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    device.uses = 7
    client.post("/sign-in/passkey/", {"answer": device.show(challenge(client))})
    assert is_in(client)
    copy, other = device, at_localhost()
    copy.uses = 3
    other.post("/sign-in/passkey/", {"answer": copy.show(challenge(other))})
    assert not is_in(other)


def test_another_persons_passkey_is_not_my_second_factor(sqlite_store: Store) -> None:
    mine, theirs = someone("analyst"), with_passkey(person("analyst"))
    with_passkey_of_their_own = at_localhost()
    Passkey.objects.create(
        id="own", account=account_of(mine), credential_hash="x", credential=b"x", public_key=b"x",
        uses=0, title="x", added_at=now(),
    )  # fmt: skip
    client = with_passkey_of_their_own
    enter(client, mine)
    options = options_on(client.get("/sign-in/second/").content.decode())
    client.post("/sign-in/second/", {"answer": theirs.show(options)})
    assert not is_in(client)


def test_another_key_under_a_known_id_is_refused(sqlite_store: Store) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    forger = Device(id=device.id)
    client.post("/sign-in/passkey/", {"answer": forger.show(challenge(client))})
    assert not is_in(client)


def test_the_passkey_of_a_closed_account_opens_nothing(sqlite_store: Store) -> None:
    device, client = with_passkey(person("analyst")), at_localhost()
    Account.objects.update(closed_at=now())
    client.post("/sign-in/passkey/", {"answer": device.show(challenge(client))})
    assert not is_in(client)


@pytest.mark.parametrize("answer", ["", "null", "[]", "{", '{"rawId": 5}', '{"rawId": "AAAA"}', "5"])
def test_rubbish_instead_of_an_answer_is_refused_and_breaks_nothing(sqlite_store: Store, answer: str) -> None:
    client = at_localhost()
    challenge(client)
    assert client.post("/sign-in/passkey/", {"answer": answer}).status_code == 200


@pytest.mark.parametrize("answer", ["", "null", "[]", "{", '{"rawId": 5}', '{"response": []}'])
def test_rubbish_instead_of_a_new_passkey_is_refused_and_breaks_nothing(
    sqlite_store: Store, answer: str
) -> None:
    client = signed_in_as(person("analyst"))
    client.defaults["HTTP_HOST"] = "localhost"
    client.get("/my-account/passkey/")
    assert client.post("/my-account/passkey/", {"title": "x", "answer": answer}).status_code == 200
    assert not Passkey.objects.exists()


def test_a_bare_address_offers_no_passkeys(sqlite_store: Store, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    client = browser()
    client.defaults["HTTP_HOST"] = "127.0.0.1:8000"
    assert "passkeys.js" not in client.get("/sign-in/").content.decode()


def test_an_app_code_is_not_taken_twice_within_its_time(store: Store) -> None:
    who = someone()
    code = code_of(with_app(who))
    for expected in (True, False):
        client = browser()
        enter(client, who)
        client.post("/sign-in/second/", {"code": code})
        assert is_in(client) is expected


def test_an_older_code_is_not_taken_after_a_newer_one(sqlite_store: Store) -> None:
    who = someone()
    secret = with_app(who)
    for later, expected in ((0, True), (-1, False), (1, True)):
        client = browser()
        enter(client, who)
        client.post("/sign-in/second/", {"code": code_of(secret, later=later)})
        assert is_in(client) is expected


def test_a_code_of_two_minutes_ago_is_not_taken(sqlite_store: Store) -> None:
    who, client = someone(), browser()
    secret = with_app(who)
    enter(client, who)
    client.post("/sign-in/second/", {"code": code_of(secret, later=-4)})
    assert not is_in(client)
