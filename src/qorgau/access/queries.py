"""Every read of accounts and appointments."""

from qorgau.access.actor import Actor
from qorgau.access.models import Account, AppCode, Appointment, Passkey
from qorgau.access.roles import Role
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
        places=frozenset(appointment.places),
        regions=frozenset(appointment.regions),
        language=language or Language(account.language),
        said_by=appointment.said_by,
    )
