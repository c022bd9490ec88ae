"""Signing in step by step, as a browser does."""

import pyotp
from django.http import HttpResponse
from django.test import Client
from tests.slices.access.people import account_of as row_of
from tests.slices.access.people import actor, appoint

from qorgau.access.actor import Actor
from qorgau.access.models import Account, AppCode
from qorgau.access.sign_in import app_codes
from qorgau.clock import now

PASSWORD = "quiet lamp over seven rivers"


def someone(role: str = "lawyer", **more: object) -> Actor:
    """A person with a password of their own and one appointment."""
    who = actor(role, **more)
    appoint(row_of(who, password=PASSWORD), who)
    return who


def account_of(who: Actor) -> Account:
    return Account.objects.get(id=who.account)


def browser(*, address: str = "10.0.0.1", strict: bool = False) -> Client:
    client = Client(enforce_csrf_checks=strict, REMOTE_ADDR=address)
    client.cookies["language"] = "en"
    return client


def enter(client: Client, who: Actor | str, password: str = PASSWORD, **more: str) -> HttpResponse:
    """Send name and password."""
    name = who if isinstance(who, str) else account_of(who).sign_in_name
    return client.post("/sign-in/", {"name": name, "password": password, **more})


def is_in(client: Client) -> bool:
    """Whether the browser is wholly signed in."""
    return client.get("/my-account/").status_code == 200


def with_app(who: Actor) -> str:
    """Give the account an app; gives the app's secret, with no code of it spent."""
    secret = app_codes.new_secret()
    assert app_codes.add(account_of(who), secret=secret, code=code_of(secret), now=now())
    AppCode.objects.update(last_step=0)
    return secret


def code_of(secret: str, *, later: int = 0) -> str:
    return pyotp.TOTP(secret).at(now(), counter_offset=later)
