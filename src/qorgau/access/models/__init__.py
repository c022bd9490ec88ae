"""The slice's tables. None of them is a fold: accounts are not rebuilt from the record."""

from qorgau.access.models.accounts import Account, Appointment
from qorgau.access.models.doors import ApiToken, LookedAt
from qorgau.access.models.factors import AppCode, KnownDevice, Passkey, RecoveryCode, Tries

__all__ = [
    "Account",
    "ApiToken",
    "AppCode",
    "Appointment",
    "KnownDevice",
    "LookedAt",
    "Passkey",
    "RecoveryCode",
    "Tries",
]
