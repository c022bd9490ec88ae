"""Codes from an app (TOTP, RFC 6238): six digits, new every 30 seconds, each taken once."""

import pyotp
import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from pyotp.exceptions import OTPVerificationError

from qorgau.access.models import Account, AppCode
from qorgau.access.sign_in.boxes import closed, opened

_ONE_STEP = 1  # a clock may be off by one step either way


def new_secret() -> str:
    """A secret to be shared with an app: 160 random bits."""
    return pyotp.random_base32()


def address_for_app(secret: str, account: Account) -> str:
    """The otpauth address that an app reads from the picture."""
    return pyotp.TOTP(secret).provisioning_uri(
        name=account.sign_in_name, issuer_name=settings.QORGAU_INSTANCE
    )


def picture(address: str) -> SafeString:
    """The address as a QR code: SVG to stand in a page, without style or script."""
    drawn = segno.make(address, error="m").svg_inline(scale=5, border=4, light="#ffffff")
    return mark_safe(drawn)  # noqa: S308 - made of squares alone: no text of anybody stands in it


def add(account: Account, *, secret: str, code: str, now: int) -> bool:
    """Add the app if the code shows that it holds the secret; takes the place of an older app."""
    step = _step_of(secret, code, now=now)
    if step is None:
        return False
    AppCode.objects.update_or_create(
        account=account,
        defaults={"box": closed(secret, for_account=account.id), "last_step": step, "added_at": now},
    )
    return True


def is_right(account: Account, code: str, *, now: int) -> bool:
    """Whether it is the app's code now; it, and every earlier one, is then spent."""
    app = AppCode.objects.filter(account=account).first()
    if app is None:
        return False
    step = _step_of(opened(app.box, for_account=account.id), code, now=now)
    if step is None:
        return False
    # Conditional, so that of two requests with one code only the first gets in.
    fresh = AppCode.objects.filter(account=account, last_step__lt=step)
    return fresh.update(last_step=step) == 1


def _step_of(secret: str, code: str, *, now: int) -> int | None:
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) == 6):
        return None
    try:
        return pyotp.TOTP(secret).verify_and_get_timecode(digits, for_time=now, valid_window=_ONE_STEP)
    except OTPVerificationError:
        return None
