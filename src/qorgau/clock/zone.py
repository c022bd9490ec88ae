"""Zones as transition tables, so that civil arithmetic reads the same in Python and in the kernel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from qorgau.clock import civil

FIRST_YEAR, LAST_YEAR = 1900, 2100  # the years a zone's table and working days cover
_WEEK = 7 * civil.DAY


@dataclass(frozen=True, slots=True)
class Zone:
    """One IANA zone with the working days of its place.

    `changes[i]` is the first instant with `offsets[i]` (seconds east of UTC).
    `working_days` are ordinals of all working days, ascending; empty when none were given.
    """

    name: str
    changes: tuple[int, ...]
    offsets: tuple[int, ...]
    working_days: tuple[int, ...] = ()

    def civil_day(self, instant: int) -> int:
        """The ordinal of the civil day at the place."""
        return civil.civil_day(instant, self.changes, self.offsets)

    def local(self, instant: int) -> datetime:
        """The wall clock at the place, without zone."""
        shifted = instant + civil.offset_at(instant, self.changes, self.offsets)
        return datetime(1970, 1, 1) + timedelta(seconds=shifted)  # noqa: DTZ001 wall clock on purpose

    def instants_of(self, local: datetime) -> tuple[int, ...]:
        """The instants at which the wall clock shows this: none in a gap, two when repeated."""
        seconds = int((local - datetime(1970, 1, 1)).total_seconds())  # noqa: DTZ001
        candidates = {seconds - offset for offset in self.offsets}
        return tuple(sorted(t for t in candidates if self.local(t) == local.replace(microsecond=0)))

    def day_bounds(self, day: date) -> tuple[int, int]:
        """The first and last second of a civil day; the day may have 23, 24 or 25 hours."""
        ordinal = day.toordinal()
        start = civil.day_start(ordinal, self.changes, self.offsets)
        return start, civil.day_start(ordinal + 1, self.changes, self.offsets) - 1

    def deadline(self, start: int, amount: int, unit: int, *, whole_days: bool = False) -> int:
        """The last second within the limit; `unit` is one of the codes in `civil`."""
        return civil.deadline(start, amount, unit, whole_days, self.changes, self.offsets, self.working_days)


@lru_cache(maxsize=64)
def zone_named(name: str, days_off: frozenset[int] | None = None) -> Zone:
    """The zone of that IANA name; `days_off` are ordinals of public holidays, if working days count."""
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(
            f"`{name}` is no IANA time zone. Write it like Asia/Almaty or Europe/London."
        ) from error
    changes, offsets = _table(zone)
    days = () if days_off is None else tuple(_working_days(days_off))
    return Zone(name, changes, offsets, days)


def _table(zone: ZoneInfo) -> tuple[tuple[int, ...], tuple[int, ...]]:
    start = int(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC).timestamp())
    end = int(datetime(LAST_YEAR, 1, 1, tzinfo=UTC).timestamp())
    changes, offsets = [start], [_offset(zone, start)]
    for instant in range(start, end, _WEEK):
        low, high = instant, instant + _WEEK
        while _offset(zone, high) != offsets[-1]:
            change = _first_change(zone, low, high)
            changes.append(change)
            offsets.append(_offset(zone, change))
            low = change
    return tuple(changes), tuple(offsets)


def _first_change(zone: ZoneInfo, low: int, high: int) -> int:
    before = _offset(zone, low)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high


def _offset(zone: ZoneInfo, instant: int) -> int:
    local = datetime.fromtimestamp(instant, zone)
    offset = local.utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


def _working_days(days_off: Iterable[int]) -> Iterable[int]:
    off = set(days_off)
    first, last = date(1990, 1, 1).toordinal(), date(2060, 1, 1).toordinal()
    return (d for d in range(first, last) if d % 7 not in (6, 0) and d not in off)
