"""One account by the exact name it signs in with: nobody is shown a list to choose from."""

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
