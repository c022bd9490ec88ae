"""Accounts for every role of a demo: random passwords, shown once and never kept in clear."""

from dataclasses import dataclass

import pyotp

from qorgau.access.actions.accounts import account_named
from qorgau.access.actions.appointments import NewAppointment, appoint
from qorgau.access.actions.recording_acts import CONSOLE, record_act
from qorgau.access.entries import ACCOUNT, ACCOUNT_OPENED
from qorgau.access.models import Account, AppCode
from qorgau.access.roles import STAFF, Role
from qorgau.access.sign_in import app_codes, boxes
from qorgau.access.sign_in.passwords import hashed, random_password
from qorgau.access.sign_in.session import new_stamp
from qorgau.demo.accounts_plan import ACCOUNTS, AccountPlan
from qorgau.lawbook import Language
from qorgau.recording.refusal import RecordingRefusal

_STEP = 30


class NoCode(RecordingRefusal):
    """An account has no app whose code could be shown."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """What somebody needs to sign in; secret: for an app, "" where the role needs none."""

    sign_in_name: str
    role: Role
    password: str
    secret: str


def open_accounts(*, language: Language, now: int) -> tuple[Key, ...]:
    """Open the accounts that are not there yet; their keys are given here and never again."""
    held = set(Account.objects.filter(id__in=[plan.id for plan in ACCOUNTS]).values_list("id", flat=True))
    return tuple(_opened(plan, language=language, now=now) for plan in ACCOUNTS if plan.id not in held)


def new_keys(*, language: Language, now: int) -> tuple[Key, ...]:
    """New passwords and secrets for all demo accounts, also those not there yet; the old ones, and all sessions, end."""
    opened = open_accounts(language=language, now=now)
    there = {key.sign_in_name for key in opened}
    return (*opened, *(_renewed(plan, now=now) for plan in ACCOUNTS if plan.sign_in_name not in there))


def _renewed(plan: AccountPlan, *, now: int) -> Key:
    account = account_named(plan.id)
    password = random_password()
    account.password, account.sessions_stamp = hashed(password), new_stamp()
    account.save(update_fields=["password", "sessions_stamp"])
    return _key(plan, account, password, now=now)


def code_of(name: str, *, now: int) -> str:
    """The code that the account's app would show now."""
    account = account_named(name)
    app = AppCode.objects.filter(account=account).first()
    if app is None or account.id not in {plan.id for plan in ACCOUNTS}:
        raise NoCode(
            f"{account.sign_in_name} signs in without a code here. Codes are shown for the demo's staff only: "
            + ", ".join(plan.sign_in_name for plan in ACCOUNTS if Role(plan.role) in STAFF)
        )
    return pyotp.TOTP(boxes.opened(app.box, for_account=account.id)).at(now)


def _opened(plan: AccountPlan, *, language: Language, now: int) -> Key:
    password = random_password()
    account = Account(
        id=plan.id,
        sign_in_name=plan.sign_in_name,
        name=plan.name,
        language=language.value,
        password=hashed(password),
        # Random already, and shown to one terminal only: nobody has to change it to look around.
        must_change_password=False,
        sessions_stamp=new_stamp(),
        opened_at=now,
    )
    record_act(
        CONSOLE,
        ACCOUNT_OPENED,
        objects={ACCOUNT: account.id},
        change=lambda: account.save(force_insert=True),
        now=now,
    )
    asked = NewAppointment(
        role=Role(plan.role),
        body=plan.body,
        places=plan.places,
        regions=plan.regions,
        said_by=plan.said_by,
    )
    appoint(CONSOLE, account.id, asked, now=now)
    return _key(plan, account, password, now=now)


def _key(plan: AccountPlan, account: Account, password: str, *, now: int) -> Key:
    role = Role(plan.role)
    secret = _app_added(account, now=now) if role in STAFF else ""
    return Key(sign_in_name=plan.sign_in_name, role=role, password=password, secret=secret)


def _app_added(account: Account, *, now: int) -> str:
    """Share a secret with the account as if it had been typed into an app."""
    secret = app_codes.new_secret()
    # By the code of the step before, so that the present one is not spent yet.
    code = pyotp.TOTP(secret).at(now - _STEP)
    added = app_codes.add(account, secret=secret, code=code, now=now)
    assert added
    return secret
