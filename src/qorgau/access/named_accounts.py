"""One account by the exact name it signs in with: nobody is shown a list to choose from."""

from collections.abc import Collection

from django.db.models import Q

from qorgau.access.models import Account, Appointment
from qorgau.access.roles import Role
from qorgau.access.sign_in.passwords import plain_name


def account_signing_in_as(name: str, role: Role, *, now: int) -> str | None:
    """The id of the open account of that sign-in name that is appointed in the role now; None for any other."""
    account = Account.objects.filter(sign_in_name=plain_name(name), closed_at__isnull=True).first()
    if account is None:
        return None
    appointed = Appointment.objects.filter(account=account, role=role.value)
    return account.id if any(each.is_current(now) for each in appointed) else None


def is_account_of(account: str, roles: Collection[Role], *, now: int) -> bool:
    """Whether the id is that of an account that is open, and appointed in one of the roles and not dismissed."""
    open_still = Q(account__closed_at__isnull=True) | Q(account__closed_at__gt=now)
    not_ended = Q(until__isnull=True) | Q(until__gt=now)
    known = Appointment.objects.filter(account=account, role__in=[role.value for role in roles])
    return known.filter(open_still, not_ended).exists()
