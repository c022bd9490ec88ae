"""Wrong tries slow down whoever makes them, and nobody else.

A try is counted before the password is looked at. From a device the account is known from, twenty tries
are free and no others' tries count; from elsewhere each account has a growing delay for each address,
and a short one for all addresses together. No address is ever refused as such.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from qorgau.access.models import Tries

FORGOTTEN_AFTER = 24 * 3600


@dataclass(frozen=True, kw_only=True)
class Gauge:
    """How many wrong tries are free, and to what the delay then doubles up to, in seconds."""

    name: str
    free: int
    longest: int


FROM_DEVICE = Gauge(name="device", free=20, longest=300)
FROM_ADDRESS = Gauge(name="address", free=3, longest=300)
FROM_ANYWHERE = Gauge(name="anywhere", free=50, longest=10)
CODE_FROM_DEVICE = Gauge(name="code-device", free=20, longest=300)
CODE_FROM_ANYWHERE = Gauge(name="code-anywhere", free=5, longest=900)


@dataclass(frozen=True, kw_only=True)
class Counter:
    """One gauge for one key, such as an account and an address."""

    gauge: Gauge
    key: str


def counter(gauge: Gauge, *parts: str) -> Counter:
    """The counter of these parts; what was typed does not stand in the table, only its keyed digest."""
    text = "\0".join((gauge.name, *parts)).encode()
    key = hmac.new(settings.SECRET_KEY.encode(), b"qorgau/tries/" + text, hashlib.sha256).hexdigest()
    return Counter(gauge=gauge, key=key)


def take(counters: Sequence[Counter], *, now: int) -> int:
    """Count a try on each counter and give 0, or count none and give the seconds still to wait."""
    with transaction.atomic():
        rows = [_locked(each, now=now) for each in counters]
        wait = max(_wait(each.gauge, row, now=now) for each, row in zip(counters, rows, strict=True))
        if wait == 0:
            for row in rows:
                row.failures += 1
                row.last_at = now
                row.save()
        return wait


def is_spent(each: Counter, *, now: int) -> bool:
    """Whether all free tries of this counter are used up."""
    row = Tries.objects.filter(key=each.key).first()
    return row is not None and now - row.last_at < FORGOTTEN_AFTER and row.failures >= each.gauge.free


def forgive(counters: Sequence[Counter]) -> None:
    """The try was right: take it back, and forget the wrong ones made from the same device or address."""
    with transaction.atomic():
        for each in counters:
            rows = Tries.objects.select_for_update().filter(key=each.key)
            if each.gauge is not FROM_ANYWHERE:
                rows.delete()
            elif (row := rows.first()) is not None:
                row.failures = max(0, row.failures - 1)
                row.save()


def forget_old_tries(*, now: int) -> None:
    """Remove counters that nobody touched for a day."""
    Tries.objects.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()


def _locked(each: Counter, *, now: int) -> Tries:
    Tries.objects.get_or_create(key=each.key, defaults={"failures": 0, "last_at": now})
    row = Tries.objects.select_for_update().get(key=each.key)
    if now - row.last_at >= FORGOTTEN_AFTER:
        row.failures = 0
    return row


def _wait(gauge: Gauge, row: Tries, *, now: int) -> int:
    if row.failures < gauge.free:
        return 0
    delay = min(gauge.longest, 1 << min(row.failures - gauge.free, 20))
    # A clock set back must not make a wait longer than the longest.
    return min(delay, max(0, row.last_at + delay - now))
