"""Open an account, close it, reset its second factor."""

import unicodedata
import uuid
from dataclasses import dataclass

from django.db import IntegrityError

from qorgau.access.actions.recording_acts import record_act
from qorgau.access.actor import Actor
from qorgau.access.entries import ACCOUNT, ACCOUNT_CLOSED, ACCOUNT_OPENED, SECOND_FACTOR_RESET
from qorgau.access.models import Account, AppCode, Appointment, RecoveryCode
from qorgau.access.permission import require
from qorgau.access.refusal import AccountRefusal
from qorgau.access.sign_in.devices import forget_all
from qorgau.access.sign_in.passwords import hashed, plain_name, random_password
from qorgau.access.sign_in.session import new_stamp
from qorgau.lawbook import Language


@dataclass(frozen=True, kw_only=True)
class NewAccount:
    """Who is to have an account."""

    sign_in_name: str
    name: str
    email: str = ""
    language: Language = Language.KK


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An account with a random password, which is known here and now and never again."""

    account: Account
    password: str


def open_account(actor: Actor, asked: NewAccount, *, now: int) -> Opened:
    """Open an account that may do nothing yet; its password must be replaced at first sign-in."""
    require(actor, "accounts.manage")
    password = random_password()
    account = _account(asked, password=password, now=now)
    if Account.objects.filter(sign_in_name=account.sign_in_name).exists():
        raise AccountRefusal("access.name_taken", name=account.sign_in_name)
    try:
        record_act(
            actor,
            ACCOUNT_OPENED,
            objects={ACCOUNT: account.id},
            change=lambda: account.save(force_insert=True),
            now=now,
        )
    except IntegrityError as error:
        # Somebody else took the name between the question above and here.
        raise AccountRefusal("access.name_taken", name=account.sign_in_name) from error
    return Opened(account=account, password=password)


def close_account(actor: Actor, account_id: str, *, now: int) -> None:
    """Close an account for good: its appointments and sessions end now."""
    require(actor, "accounts.manage")
    account = account_named(account_id)
    if account.id == actor.account:
        raise AccountRefusal("access.not_oneself")

    def change() -> None:
        Account.objects.filter(id=account.id).update(closed_at=now, sessions_stamp=new_stamp())
        held = Appointment.objects.filter(account=account, until__isnull=True)
        held.filter(since__lte=now).update(until=now)

    record_act(actor, ACCOUNT_CLOSED, objects={ACCOUNT: account.id}, change=change, now=now)


def reset_second_factor(actor: Actor, account_id: str, *, now: int) -> Opened:
    """Take away a lost second factor, and with it the password, which alone would now be enough."""
    require(actor, "accounts.manage")
    account = account_named(account_id)
    if account.id == actor.account:
        raise AccountRefusal("access.not_oneself")
    password = random_password()

    def change() -> None:
        AppCode.objects.filter(account=account).delete()
        RecoveryCode.objects.filter(account=account).delete()
        account.passkeys.all().delete()
        forget_all(account)
        Account.objects.filter(id=account.id).update(
            password=hashed(password), must_change_password=True, sessions_stamp=new_stamp()
        )

    record_act(actor, SECOND_FACTOR_RESET, objects={ACCOUNT: account.id}, change=change, now=now)
    return Opened(account=account_named(account_id), password=password)


def account_named(account: str) -> Account:
    """The open account of that id or sign-in name; refused if there is none."""
    found = Account.objects.filter(id=account).first()
    found = found or Account.objects.filter(sign_in_name=plain_name(account)).first()
    if found is None:
        raise AccountRefusal("access.no_such_account", name=account)
    if found.closed_at is not None:
        raise AccountRefusal("access.account_closed", name=found.sign_in_name)
    return found


def _account(asked: NewAccount, *, password: str, now: int) -> Account:
    name = " ".join(unicodedata.normalize("NFC", asked.name).split())
    sign_in_name = plain_name(asked.sign_in_name)
    if not name or not sign_in_name or any(letter.isspace() for letter in sign_in_name):
        raise AccountRefusal("access.name_unfit")
    return Account(
        id=uuid.uuid4().hex,
        sign_in_name=sign_in_name,
        name=name,
        email=asked.email.strip(),
        language=asked.language.value,
        password=hashed(password),
        must_change_password=True,
        sessions_stamp=new_stamp(),
        opened_at=now,
    )
