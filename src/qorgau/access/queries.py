"""Every read of accounts, appointments and tokens."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.models import Account, ApiToken, AppCode, Appointment, Passkey
from qorgau.access.permission import require
from qorgau.access.roles import Role
from qorgau.access.token_text import token_digest
from qorgau.access.worked_at import places_of
from qorgau.lawbook import Language


def current_appointments(account: Account, *, now: int) -> list[Appointment]:
    """What the account is appointed as now, oldest first."""
    found = account.appointments.filter(since__lte=now).order_by("since", "id")
    return [each for each in found if each.is_current(now)]


def has_second_factor(account: Account) -> bool:
    """Whether the account has an app or a passkey."""
    return (
        AppCode.objects.filter(account=account).exists() or Passkey.objects.filter(account=account).exists()
    )


def actor_under(appointment: Appointment, *, language: Language | None = None) -> Actor:
    """The actor that this appointment makes of its account."""
    account = appointment.account
    return Actor(
        account=account.id,
        name=account.name,
        role=Role(appointment.role),
        body=appointment.body,
        places=places_of(appointment),
        regions=frozenset(appointment.regions),
        language=language or Language(account.language),
        said_by=appointment.said_by,
    )


def actor_of_token(text: str, now: int) -> Actor | None:
    """Who acts by this token now; None for one that is unknown, revoked, over, or whose appointment is."""
    token = (
        ApiToken.objects.select_related("appointment__account")
        .filter(digest=token_digest(text), revoked_at__isnull=True, expires_at__gt=now)
        .first()
    )
    if token is None or not token.appointment.is_current(now):
        return None
    return actor_under(token.appointment) if token.appointment.account.closed_at is None else None


def account_names(ids: Iterable[str]) -> dict[str, str]:
    """The names behind account ids, for pages that show who recorded something; unknown ids are left out."""
    return dict(Account.objects.filter(id__in=set(ids)).values_list("id", "name"))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What to look for among accounts: part of a name, a role, a body; empty for all."""

    words: str = ""
    role: str = ""
    body: str = ""


def accounts(actor: Actor, asked: Asked, *, now: int) -> QuerySet[Account]:
    """Accounts in order of name, with their appointments; for whoever manages them."""
    require(actor, "accounts.manage")
    found = Account.objects.prefetch_related("appointments").order_by("name", "id")
    if asked.words:
        found = found.filter(Q(name__icontains=asked.words) | Q(sign_in_name__icontains=asked.words))
    held: dict[str, str] = {
        key: value for key, value in (("role", asked.role), ("body", asked.body)) if value
    }
    if held:
        current = Appointment.objects.filter(Q(until__isnull=True) | Q(until__gt=now), since__lte=now, **held)
        found = found.filter(id__in=current.values("account_id"))
    return found


def account_seen_by(actor: Actor, account_id: str) -> Account | None:
    """One account, for whoever manages them."""
    require(actor, "accounts.manage")
    return Account.objects.filter(id=account_id).first()


def tokens(actor: Actor, *, body: str = "") -> QuerySet[ApiToken]:
    """Tokens, newest first; of one body, if asked."""
    require(actor, "api.token")
    found = ApiToken.objects.select_related("appointment__account").order_by("-made_at", "id")
    return found.filter(appointment__body=body) if body else found
