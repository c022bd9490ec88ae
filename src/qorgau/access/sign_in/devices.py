"""Browsers that an account has signed in from before, told by a signed cookie."""

import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from qorgau.access.models import Account, KnownDevice

COOKIE = "device"
KEPT = 90 * 24 * 3600
"""A browser not used for so many seconds is no longer known."""


def device_of(request: HttpRequest) -> str | None:
    """The browser's own random id, if the cookie is one that this instance signed."""
    try:
        return _signer().unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return None


def is_known(account_id: str, device: str | None, *, now: int) -> bool:
    """Whether the account has completed a sign-in from this browser lately."""
    if device is None:
        return False
    known = KnownDevice.objects.filter(account_id=account_id, device=device, used_at__gt=now - KEPT)
    return known.exists()


def remember(request: HttpRequest, response: HttpResponse, account: Account, *, now: int) -> None:
    """Know this browser from now on; the cookie alone opens nothing."""
    device = device_of(request) or secrets.token_hex(32)
    KnownDevice.objects.update_or_create(account=account, device=device, defaults={"used_at": now})
    response.set_cookie(
        COOKIE,
        _signer().sign(device),
        max_age=KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_all(account: Account) -> None:
    """Know the account from no browser any more."""
    account.devices.all().delete()


def forget_old_devices(*, now: int) -> None:
    """Remove browsers that nobody used for 90 days."""
    KnownDevice.objects.filter(used_at__lte=now - KEPT).delete()


def _signer() -> Signer:
    return Signer(salt="qorgau.access.device")
