"""People for the tests of any slice: an actor in any role, and a browser in which they are signed in.

actor(role, *, places=(), regions=(), body="kz/test", said_by=None, name="...", account=None,
      language=Language.EN) -> Actor
    a value only; nothing is stored. For actions and queries that take an actor.
person(role, *, places=(), regions=(), body="kz/test", said_by=None, name="...",
       language=Language.EN) -> Actor
    the same with an account and an appointment in the tables (needs `store` or `sqlite_store`).
signed_in(role, *, places=(), regions=(), body="kz/test", said_by=None, language=Language.EN) -> Client
    a django test Client wholly signed in, second factor done; `client.actor` is who it is.
    `signed_in_as(actor)` does so for somebody whom `person` made.
    It sends CSRF tokens only if told: Client(enforce_csrf_checks=True) via `strict=True`.
"""

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client

from qorgau.access.actor import Actor
from qorgau.access.models import Account, Appointment
from qorgau.access.queries import actor_under
from qorgau.access.roles import SAYS, Role
from qorgau.access.sign_in import session as sessions
from qorgau.clock import now
from qorgau.lawbook import Language

BODY = "kz/test"


def actor(
    role: Role | str,
    *,
    places: Iterable[str] = (),
    regions: Iterable[str] = (),
    body: str = BODY,
    said_by: str | None = None,
    name: str = "Test Person",
    account: str | None = None,
    language: Language = Language.EN,
) -> Actor:
    """An actor as a value; nothing is stored."""
    return Actor(
        account=account or uuid.uuid4().hex,
        name=name,
        role=Role(role),
        body=body,
        places=frozenset(places),
        regions=frozenset(regions),
        language=language,
        said_by=said_by or SAYS[Role(role)][0],
    )


def person(role: Role | str, *, language: Language = Language.EN, **more: object) -> Actor:
    """An actor with an account and an appointment of theirs in the tables."""
    made = actor(role, language=language, **more)
    account = account_of(made)
    appointment = appoint(account, made)
    return actor_under(appointment, language=language)


def account_of(who: Actor, *, password: str | None = None) -> Account:
    """The account row for an actor; without a password nobody can sign in to it by one."""
    return Account.objects.create(
        id=who.account,
        sign_in_name=f"{who.role.value}-{who.account[:8]}",
        name=who.name,
        language=who.language.value,
        password=make_password(password),
        must_change_password=False,
        sessions_stamp=sessions.new_stamp(),
        opened_at=now() - 1000,
    )


def appoint(account: Account, who: Actor, *, since: int | None = None) -> Appointment:
    """The appointment row for an actor."""
    return Appointment.objects.create(
        id=uuid.uuid4().hex,
        account=account,
        role=who.role.value,
        body=who.body,
        places=sorted(who.places),
        regions=sorted(who.regions),
        said_by=who.said_by,
        since=now() - 1000 if since is None else since,
    )


def signed_in(role: Role | str, *, strict: bool = False, **more: object) -> Client:
    """A browser in which a new person with this role is wholly signed in."""
    return signed_in_as(person(role, **more), strict=strict)


def signed_in_as(who: Actor, *, strict: bool = False) -> Client:
    """A browser in which a person made by `person` is wholly signed in."""
    client = Client(enforce_csrf_checks=strict)
    session = client.session
    account = Account.objects.get(id=who.account)
    sessions.begin(session, account, now=now(), second_at=now())
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    client.cookies["language"] = who.language.value
    client.actor = who
    return client
