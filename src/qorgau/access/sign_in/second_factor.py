"""Showing the second factor: a code from the app or from paper, counted; a passkey needs no counting."""

from dataclasses import dataclass

from django.http import HttpRequest

from qorgau.access.models import Account
from qorgau.access.sign_in import app_codes, recovery, tries
from qorgau.access.sign_in.devices import device_of, is_known


@dataclass(frozen=True, kw_only=True)
class CodeTried:
    """What a try came to."""

    is_right: bool = False
    wait: int = 0


def try_code(request: HttpRequest, account: Account, code: str, *, now: int) -> CodeTried:
    """Count the try, then look at the code; a code on paper has letters, one of the app has not."""
    counters = _counters(request, account, now=now)
    if wait := tries.take(counters, now=now):
        return CodeTried(wait=wait)
    kind = recovery if any(letter.isalpha() for letter in code) else app_codes
    if not kind.is_right(account, code, now=now):
        return CodeTried()
    tries.forgive(counters)
    return CodeTried(is_right=True)


def _counters(request: HttpRequest, account: Account, *, now: int) -> list[tries.Counter]:
    device = device_of(request)
    own = tries.counter(tries.CODE_FROM_DEVICE, account.id, device or "")
    if is_known(account.id, device, now=now) and not tries.is_spent(own, now=now):
        return [own]
    return [tries.counter(tries.CODE_FROM_ANYWHERE, account.id)]
