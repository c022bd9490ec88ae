"""Instants as exports write them: with the offset of the place, so that no reader has to guess."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache

from qorgau.clock import Zone

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the wall clock at the place, on purpose


def writer_of_instants(zone: Zone) -> Callable[[int], str]:
    """`with_offset` for one zone; the times of one event and of its neighbours are often the same."""
    return lru_cache(maxsize=4096)(lambda instant: with_offset(instant, zone))


def with_offset(instant: int, zone: Zone) -> str:
    """Such as 2026-01-05T02:10:00+05:00; in UTC where the place's offset has seconds (before 1924)."""
    local = zone.local(instant)
    offset = int((local - _EPOCH).total_seconds()) - instant
    if offset % 60:
        return in_utc(instant)
    sign, minutes = "-" if offset < 0 else "+", abs(offset) // 60
    return f"{local.isoformat()}{sign}{minutes // 60:02}:{minutes % 60:02}"


def in_utc(instant: int) -> str:
    """Such as 2026-01-04T21:10:00Z."""
    return f"{(_EPOCH + timedelta(seconds=instant)).isoformat()}Z"
