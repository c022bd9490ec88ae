"""Guessing slows down whoever guesses. It locks nobody else out, and no place behind one address."""

import re
import threading

import pytest
from django.db import connections
from django.test import RequestFactory
from pytest_django import Settings
from tests.slices.access.hashing import QuickArgon2
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

from qorgau.access.models import Account, KnownDevice, Tries
from qorgau.access.sign_in import tries
from qorgau.access.sign_in.devices import COOKIE, KEPT
from qorgau.access.sign_in.passwords import address_of, try_password
from qorgau.clock import now
from qorgau.config import settings as ours

STATION = "10.7.0.1"


def attack(who: object, *, times: int, address: str = STATION) -> None:
    """Guess a password so many times, as fast as allowed; the last guess was just now."""
    name = who if isinstance(who, str) else account_of(who).sign_in_name
    request = RequestFactory().post("/sign-in/", REMOTE_ADDR=address)
    at = now() - 50_000
    for guess in range(times):
        while wait := try_password(request, name=name, password=f"guess {guess}", now=at).wait:
            at += wait
    Tries.objects.filter(last_at__gt=now() - 60_000).update(last_at=now())


def test_after_a_few_wrong_tries_even_the_right_password_must_wait(store: Store) -> None:
    who, client = someone(), browser(address=STATION)
    attack(who, times=8)
    page = enter(client, who).content.decode()
    assert "Wait" in page
    assert not is_in(client)


def test_the_wait_grows_and_then_ends(sqlite_store: Store) -> None:
    who, at = someone(), now()
    request = RequestFactory().post("/sign-in/", REMOTE_ADDR=STATION)
    name, waits = account_of(who).sign_in_name, []
    for _ in range(14):
        while wait := try_password(request, name=name, password="guess", now=at).wait:
            waits.append(wait)
            at += wait
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    at += 300
    assert try_password(request, name=name, password=PASSWORD, now=at).account == account_of(who)


def test_a_refused_try_does_not_make_the_wait_longer(sqlite_store: Store) -> None:
    who = someone()
    request = RequestFactory().post("/sign-in/", REMOTE_ADDR=STATION)
    name = account_of(who).sign_in_name
    attack(who, times=9)
    at = now()
    assert all(try_password(request, name=name, password="guess", now=at).wait > 50 for _ in range(50))
    assert try_password(request, name=name, password=PASSWORD, now=at + 64).account is not None


def test_a_whole_station_behind_one_address_signs_in_while_one_account_is_attacked(store: Store) -> None:
    attacked, colleagues = someone(), [someone() for _ in range(5)]
    attack(attacked, times=40)
    for colleague in colleagues:
        client = browser(address=STATION)
        enter(client, colleague)
        assert is_in(client)


def test_even_if_every_account_of_a_station_is_attacked_its_address_is_not_refused(
    sqlite_store: Store,
) -> None:
    for _ in range(10):
        attack(someone(), times=10)
    client = browser(address=STATION)
    enter(client, someone())
    assert is_in(client)


def test_the_attacked_person_gets_in_from_their_own_device(store: Store) -> None:
    who, own = someone(), browser(address=STATION)
    enter(own, who)
    own.post("/sign-out/")
    attack(who, times=40)
    attack(who, times=20, address="192.0.2.9")
    enter(own, who)
    assert is_in(own)


def test_the_attacked_person_gets_in_from_a_new_device_elsewhere_after_seconds(sqlite_store: Store) -> None:
    who, at = someone(), now()
    name = account_of(who).sign_in_name
    for number in range(60):
        request = RequestFactory().post("/sign-in/", REMOTE_ADDR=f"192.0.2.{number}")
        at += try_password(request, name=name, password="guess", now=at).wait
    request = RequestFactory().post("/sign-in/", REMOTE_ADDR="198.51.100.1")
    wait = try_password(request, name=name, password=PASSWORD, now=at).wait
    assert 0 < wait <= tries.FROM_ANYWHERE.longest
    assert try_password(request, name=name, password=PASSWORD, now=at + wait).account is not None


def test_many_addresses_together_are_slowed_down_as_well(sqlite_store: Store) -> None:
    who, at = someone(), now()
    name = account_of(who).sign_in_name
    looked_at = 0
    for number in range(200):
        request = RequestFactory().post("/sign-in/", REMOTE_ADDR=f"10.1.{number}.1")
        looked_at += try_password(request, name=name, password="guess", now=at).wait == 0
    assert looked_at == tries.FROM_ANYWHERE.free


def test_a_known_device_has_twenty_tries_and_is_then_like_any_other(sqlite_store: Store) -> None:
    who, own = someone(), browser(address=STATION)
    enter(own, who)
    own.post("/sign-out/")
    for _ in range(19):
        enter(own, who, "wrong")
    enter(own, who)
    assert is_in(own)
    own.post("/sign-out/")
    for _ in range(24):
        enter(own, who, "wrong")
    enter(own, who)
    assert not is_in(own)


def test_a_device_known_to_one_account_is_not_known_to_another(sqlite_store: Store) -> None:
    mine, theirs, shared = someone(), someone(), browser(address=STATION)
    enter(shared, mine)
    shared.post("/sign-out/")
    attack(theirs, times=10)
    enter(shared, theirs)
    assert not is_in(shared)


@pytest.mark.parametrize("forged", ["", "abc", "0" * 64, "0" * 64 + ":forged"])
def test_a_forged_device_cookie_is_worth_nothing(sqlite_store: Store, forged: str) -> None:
    who = someone()
    attack(who, times=10)
    client = browser(address=STATION)
    client.cookies[COOKIE] = forged
    enter(client, who)
    assert not is_in(client)


def test_the_device_cookie_alone_opens_nothing(sqlite_store: Store) -> None:
    who, own, other = someone(), browser(), browser()
    enter(own, who)
    other.cookies[COOKIE] = own.cookies[COOKIE].value
    assert own.cookies[COOKIE]["httponly"]
    assert not is_in(other)


def test_a_device_not_used_for_ninety_days_is_no_longer_known(sqlite_store: Store) -> None:
    who, own = someone(), browser(address=STATION)
    enter(own, who)
    own.post("/sign-out/")
    KnownDevice.objects.update(used_at=now() - KEPT)
    attack(who, times=10)
    enter(own, who)
    assert not is_in(own)


def test_many_tries_at_the_same_moment_gain_nothing(store: Store) -> None:
    who = someone()
    name, at, outcomes = account_of(who).sign_in_name, now(), []
    start = threading.Barrier(12)

    def guess() -> None:
        request = RequestFactory().post("/sign-in/", REMOTE_ADDR=STATION)
        start.wait()
        outcomes.append(try_password(request, name=name, password="guess", now=at).wait)
        connections.close_all()

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(wait == 0 for wait in outcomes) == tries.FROM_ADDRESS.free


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "192.0.2.1", "10.0.0.5"),
        (1, "192.0.2.1", "192.0.2.1"),
        (1, "203.0.113.9, 192.0.2.1", "192.0.2.1"),
        (2, "203.0.113.9, 192.0.2.1, 10.0.0.1", "192.0.2.1"),
        (2, "192.0.2.1", "10.0.0.5"),
        (1, "", "10.0.0.5"),
    ],
)
def test_only_ones_own_proxies_are_believed_about_the_address(
    settings: Settings, proxies: int, told: str, address: str
) -> None:
    settings.QORGAU_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.5", headers={"X-Forwarded-For": told})
    assert address_of(request) == address


def test_what_was_typed_as_a_name_is_not_kept(sqlite_store: Store) -> None:
    attack("my secret password", times=2)
    assert Tries.objects.exists()
    assert not any("secret" in row.key for row in Tries.objects.all())


def test_wrong_codes_are_slowed_down(store: Store) -> None:
    who, client = someone(), browser()
    secret = with_app(who)
    enter(client, who)
    for guess in range(5):
        client.post("/sign-in/second/", {"code": f"{guess:06}"})
    Tries.objects.update(failures=10)
    page = client.post("/sign-in/second/", {"code": code_of(secret)}).content.decode()
    assert "Wait" in page
    assert not is_in(client)


def test_a_thief_of_the_password_cannot_keep_the_owner_out_by_wrong_codes(sqlite_store: Store) -> None:
    who, own, thief = someone(), browser(), browser(address="192.0.2.66")
    secret = with_app(who)
    enter(own, who)
    own.post("/sign-in/second/", {"code": code_of(secret, later=-1)})
    own.post("/sign-out/")
    enter(thief, who)
    for guess in range(30):
        thief.post("/sign-in/second/", {"code": f"{guess:06}"})
    enter(own, who)
    own.post("/sign-in/second/", {"code": code_of(secret)})
    assert is_in(own)


def three_that_cannot_sign_in() -> list[str]:
    """A name with a wrong password, a name nobody has, and one whose account is closed."""
    who, closed = someone(), someone()
    Account.objects.filter(id=closed.account).update(closed_at=now())
    return [account_of(who).sign_in_name, "nobody-at-all", account_of(closed).sign_in_name]


def test_an_unknown_name_is_answered_as_a_wrong_password_is(sqlite_store: Store) -> None:
    pages = set()
    for name in three_that_cannot_sign_in():
        answer = browser().post("/sign-in/", {"name": name, "password": "wrong"})
        pages.add(_without_tokens(answer.content.decode()).replace(name, "NAME"))
    assert len(pages) == 1


def test_an_unknown_name_must_wait_as_a_known_one_does(store: Store) -> None:
    request, at = RequestFactory().post("/sign-in/", REMOTE_ADDR=STATION), now()
    waits = [
        [try_password(request, name=name, password="wrong", now=at + each).wait for each in range(20)]
        for name in three_that_cannot_sign_in()
    ]
    assert waits[0] == waits[1] == waits[2]
    assert max(waits[0]) > 1


def test_the_right_password_of_a_closed_account_is_answered_as_a_wrong_one(sqlite_store: Store) -> None:
    who, client = someone(), browser()
    Account.objects.filter(id=who.account).update(closed_at=now())
    assert enter(client, who).status_code == 200
    assert not is_in(client)


def test_an_unknown_name_costs_the_same_work_as_a_wrong_password(sqlite_store: Store) -> None:
    names = three_that_cannot_sign_in()
    no_password = account_of(someone())
    Account.objects.filter(id=no_password.id).update(password="!unusable")
    for name in (*names, no_password.sign_in_name):
        QuickArgon2.looked_at.clear()
        try_password(RequestFactory().post("/"), name=name, password="wrong", now=now())
        (looked_at,) = QuickArgon2.looked_at
        assert looked_at.split("$")[:4] == account_of_name(names[0]).password.split("$")[:4]


def account_of_name(name: str) -> Account:
    return Account.objects.get(sign_in_name=name)


def _without_tokens(page: str) -> str:
    kept = [
        line for line in page.splitlines() if "csrfmiddlewaretoken" not in line and "q-footer" not in line
    ]
    return "\n".join(kept)


def test_passwords_are_kept_by_argon2_and_nothing_weaker(sqlite_store: Store, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ours.PASSWORD_HASHERS
    kept = account_of(someone()).password
    assert kept.startswith("argon2$argon2id$")
    assert int(re.search(r"m=(\d+)", kept)[1]) >= 65536
