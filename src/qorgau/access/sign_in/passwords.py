"""Is this the password of that account? The same work is done whether or not there is such an account."""

import secrets
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.contrib.auth.hashers import check_password, is_password_usable, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.http import HttpRequest

from qorgau.access.models import Account
from qorgau.access.sign_in import tries
from qorgau.access.sign_in.devices import device_of, is_known

SHORTEST = 12
_LONGEST = 256


@dataclass(frozen=True, kw_only=True)
class PasswordTried:
    """What a try came to: the account if name and password are right, or the seconds to wait."""

    account: Account | None = None
    wait: int = 0


def try_password(request: HttpRequest, *, name: str, password: str, now: int) -> PasswordTried:
    """Count the try and look at the password; whoever must wait learns nothing about either."""
    name = plain_name(name)
    account = Account.objects.filter(sign_in_name=name).first()
    counters = _counters(request, name, account, now=now)
    if wait := tries.take(counters, now=now):
        return PasswordTried(wait=wait)
    if not _is_right(account, password):
        return PasswordTried()
    tries.forgive(counters)
    return PasswordTried(account=account)


def plain_name(name: str) -> str:
    """A sign-in name as it is kept: composed, in lower case, without space around it."""
    return unicodedata.normalize("NFKC", name).strip().casefold()[:150]


def hashed(password: str) -> str:
    """The password as it is stored."""
    return make_password(unicodedata.normalize("NFKC", password))


def matches(account: Account, password: str) -> bool:
    """Whether this is the account's password; not counted, for pages behind sign-in."""
    return _is_right(account, password)


def random_password() -> str:
    """Twenty letters and digits that are hard to misread, in groups: about 98 bits."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))


def weakness(password: str, *, account: Account) -> str | None:
    """The phrase that says why a new password will not do; None for one that will."""
    plain = unicodedata.normalize("NFKC", password)
    if len(plain) < SHORTEST:
        return "access.password_short"
    if len(plain) > _LONGEST:
        return "access.password_long"
    if len(set(plain)) < 5 or plain.isdigit():
        return "access.password_simple"
    if plain.lower() in _common_passwords():
        return "access.password_common"
    known = {account.sign_in_name, *account.name.casefold().split()}
    if any(len(part) >= 4 and part in plain.casefold() for part in known):
        return "access.password_holds_name"
    return None


def address_of(request: HttpRequest) -> str:
    """The address that the request came from, as the server, or the last proxy of one's own, says it."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    # Only what one's own proxies added may be believed: a client writes the rest as it likes.
    own = settings.QORGAU_PROXIES
    return told[-own] if own and len(told) >= own else direct


def _counters(request: HttpRequest, name: str, account: Account | None, *, now: int) -> list[tries.Counter]:
    device = device_of(request)
    # A name nobody has goes the same way, so that delays do not tell who has an account.
    known = is_known(account.id if account else "", device, now=now)
    own = tries.counter(tries.FROM_DEVICE, name, device or "")
    if known and not tries.is_spent(own, now=now):
        return [own]
    return [
        tries.counter(tries.FROM_ADDRESS, name, address_of(request)),
        tries.counter(tries.FROM_ANYWHERE, name),
    ]


def _is_right(account: Account | None, password: str) -> bool:
    is_open = account is not None and account.closed_at is None and is_password_usable(account.password)
    stored = account.password if account is not None and is_open else _nobodys()
    plain = unicodedata.normalize("NFKC", password[: 4 * _LONGEST])
    return check_password(plain, stored) and is_open


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return make_password(secrets.token_hex(32))


@lru_cache(maxsize=1)
def _common_passwords() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)
