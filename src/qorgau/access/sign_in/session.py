"""A session: begun by a right password or passkey, complete when nothing more is to be proven."""

import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from qorgau.access.models import Account, Appointment
from qorgau.access.queries import current_appointments, has_second_factor
from qorgau.access.roles import STAFF, Role

ABSOLUTE = 12 * 3600
"""After so many seconds a session ends, however busy it was."""
AWAKE_STEP = 60
"""Being active is noted at most once in so many seconds, to spare the database."""
FRESH = 600
"""For so long after the second factor, an act that asks for it anew goes through."""
_OURS = "qorgau"


class Step(StrEnum):
    """What is still to be done before somebody is in."""

    SECOND = "second"  # show the second factor
    ENROL = "enrol"  # staff without a second factor: add one
    PASSWORD = "password"  # noqa: S105 - replace the password that somebody else has seen
    ROLE = "role"  # choose among several appointments
    NO_ROLE = "no_role"  # no appointment is in force
    DONE = "done"  # nothing: in


@dataclass(frozen=True, kw_only=True)
class Signing:
    """Where a session stands: whose it is, what is done, what comes next."""

    account: Account
    step: Step
    appointment: Appointment | None
    proven_at: int | None


def begin(session: SessionBase, account: Account, *, now: int, second_at: int | None = None) -> None:
    """Start a session for the account under a new key; nothing of what was there before stays."""
    session.flush()
    session[_OURS] = {
        "account": account.id,
        "stamp": account.sessions_stamp,
        "began": now,
        "seen": now,
        "second_at": second_at,
        "again_at": None,
        "must_second": has_second_factor(account),
        "appointment": None,
    }
    session.cycle_key()


def standing(session: SessionBase, *, now: int) -> Signing | None:
    """Where the session stands now; one that has ended for any reason is emptied, and gives None."""
    kept = session.get(_OURS)
    if kept is None:
        return None
    account, appointment = _loaded(kept)
    if account is None or _has_ended(kept, account, now=now):
        session.flush()
        return None
    if appointment is None or not appointment.is_current(now):
        appointment = _only_one(account, now=now)
        if appointment is not None:
            # Kept, so that each later request finds account and appointment by one question.
            _change(session, appointment=appointment.id)
    return Signing(
        account=account,
        step=_next_step(kept, account, appointment, now=now),
        appointment=appointment,
        proven_at=max(filter(None, (kept["second_at"], kept["again_at"])), default=None),
    )


def keep_awake(session: SessionBase, *, now: int) -> None:
    """Note that somebody is there; written at most once a minute."""
    kept = session.get(_OURS)
    if kept is not None and now - kept["seen"] >= AWAKE_STEP:
        _change(session, seen=now)


def prove_second(session: SessionBase, *, now: int) -> None:
    """Note that the second factor was shown, under a new key."""
    _change(session, second_at=now, must_second=True)
    session.cycle_key()


def prove_again(session: SessionBase, *, now: int) -> None:
    """Note that somebody wholly signed in has just shown once more that it is them."""
    _change(session, again_at=now)
    session.cycle_key()


def choose(session: SessionBase, appointment: Appointment) -> None:
    """Act under this appointment from now on, under a new key."""
    _change(session, appointment=appointment.id)
    session.cycle_key()


def carry_on(session: SessionBase, account: Account) -> None:
    """Keep this one session while all others of the account end."""
    _change(session, stamp=account.sessions_stamp)
    session.cycle_key()


def new_stamp() -> str:
    """A stamp that no session carries: written to an account, it ends all of its sessions."""
    return secrets.token_hex(16)


def is_fresh(signing: Signing, *, now: int) -> bool:
    """Whether somebody showed a short while ago that it is them."""
    return signing.proven_at is not None and now - signing.proven_at < FRESH


def _change(session: SessionBase, **values: Any) -> None:
    session[_OURS] = {**session[_OURS], **values}


def _loaded(kept: dict[str, Any]) -> tuple[Account | None, Appointment | None]:
    if kept["appointment"] is not None:
        found = Appointment.objects.select_related("account").filter(id=kept["appointment"]).first()
        if found is not None and found.account_id == kept["account"]:
            return found.account, found
    return Account.objects.filter(id=kept["account"]).first(), None


def _has_ended(kept: dict[str, Any], account: Account, *, now: int) -> bool:
    return (
        account.closed_at is not None
        or not secrets.compare_digest(kept["stamp"], account.sessions_stamp)
        or now - kept["began"] >= ABSOLUTE
        or now - kept["seen"] >= settings.QORGAU_IDLE_SECONDS
        # A clock set back must not make a session immortal.
        or now < kept["began"] - AWAKE_STEP
    )


def _only_one(account: Account, *, now: int) -> Appointment | None:
    found = current_appointments(account, now=now)
    return found[0] if len(found) == 1 else None


def _next_step(kept: dict[str, Any], account: Account, appointment: Appointment | None, *, now: int) -> Step:
    if kept["must_second"] and kept["second_at"] is None:
        return Step.SECOND
    if appointment is None and not current_appointments(account, now=now):
        return Step.NO_ROLE
    if account.must_change_password:
        return Step.PASSWORD
    if appointment is None:
        return Step.ROLE
    if Role(appointment.role) in STAFF and kept["second_at"] is None:
        return Step.ENROL
    return Step.DONE
