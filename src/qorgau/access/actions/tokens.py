"""Tokens by which a program acts under an appointment: shown once, kept as a digest, always with an end."""

import secrets
import uuid
from dataclasses import dataclass

from qorgau.access.actions.recording_acts import record_act
from qorgau.access.actor import Actor
from qorgau.access.entries import ACCOUNT, APPOINTMENT, TOKEN_MADE, TOKEN_REVOKED
from qorgau.access.models import ApiToken, Appointment
from qorgau.access.permission import require
from qorgau.access.refusal import AccountRefusal
from qorgau.access.token_text import token_digest

LONGEST_DAYS = 366
_DAY = 24 * 3600
_MARK = "qorgau"


@dataclass(frozen=True, kw_only=True)
class NewToken:
    """A token just made; its text is known here and now and never again."""

    token: ApiToken
    text: str


def make_token(actor: Actor, appointment_id: str, *, title: str, days: int, now: int) -> NewToken:
    """Make a token that acts under somebody else's appointment for so many days."""
    require(actor, "api.token")
    appointment = Appointment.objects.filter(id=appointment_id).first()
    if appointment is None or not appointment.is_current(now):
        raise AccountRefusal("access.no_such_appointment", name=appointment_id)
    if appointment.account_id == actor.account:
        raise AccountRefusal("access.not_oneself")
    if not 1 <= days <= LONGEST_DAYS:
        raise AccountRefusal("access.token_days", most=LONGEST_DAYS)
    prefix = f"{_MARK}_{secrets.token_hex(4)}"
    text = f"{prefix}_{secrets.token_urlsafe(32)}"
    token = ApiToken(
        id=uuid.uuid4().hex,
        appointment=appointment,
        title=title[:80],
        prefix=prefix,
        digest=token_digest(text),
        made_by=actor.account,
        made_at=now,
        expires_at=now + days * _DAY,
    )
    record_act(
        actor,
        TOKEN_MADE,
        objects={ACCOUNT: appointment.account_id, APPOINTMENT: appointment.id},
        facts={"token": token.prefix, "expires": token.expires_at},
        change=lambda: token.save(force_insert=True),
        now=now,
    )
    return NewToken(token=token, text=text)


def revoke_token(actor: Actor, token: str, *, now: int) -> None:
    """End a token, named by its id or its prefix."""
    require(actor, "api.token")
    found = ApiToken.objects.select_related("appointment").filter(prefix=token).first()
    found = found or ApiToken.objects.select_related("appointment").filter(id=token).first()
    if found is None or found.revoked_at is not None:
        raise AccountRefusal("access.no_such_token", name=token)
    record_act(
        actor,
        TOKEN_REVOKED,
        objects={ACCOUNT: found.appointment.account_id, APPOINTMENT: found.appointment_id},
        facts={"token": found.prefix},
        change=lambda: _revoke(found.id, now=now),
        now=now,
    )


def _revoke(token_id: str, *, now: int) -> None:
    ApiToken.objects.filter(id=token_id).update(revoked_at=now)
