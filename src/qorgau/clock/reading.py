"""Reading a typed time: exact to the minute or second, or a whole local day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from qorgau.clock.interval import Interval
from qorgau.clock.zone import Zone

_SHAPE = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?P<offset>Z|[+-]\d{2}:?\d{2})?)?"
)


class TimeError(ValueError):
    """A typed time that cannot be; the message says why and how to write it."""


def read_instant(text: str, zone: Zone) -> Interval:
    """Read `2025-02-12 03:00` (exact), `2025-02-12` (the whole day) or a time with its own offset."""
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        raise TimeError(f"`{text}` is no time. Write it as 2025-02-12, 2025-02-12 03:00 or 03:00:15.")
    day = _day(match["day"])
    if match["time"] is None:
        return Interval(*zone.day_bounds(day))
    clock = _clock(match["time"])
    local = datetime.combine(day, datetime.min.time()) + clock
    if match["offset"]:
        return Interval.at(_with_offset(local, match["offset"]))
    instants = zone.instants_of(local)
    if not instants:
        raise TimeError(f"{text} never was in {zone.name}: the clocks went forward over it.")
    return Interval(instants[0], instants[-1])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise TimeError(f"{text} is no day of the calendar.") from error


def _clock(text: str) -> timedelta:
    hour, minute, *second = (int(part) for part in text.split(":"))
    if hour > 23 or minute > 59 or any(part > 59 for part in second):
        raise TimeError(f"{text} is no time of day.")
    return timedelta(hours=hour, minutes=minute, seconds=second[0] if second else 0)


def _with_offset(local: datetime, offset: str) -> int:
    digits = offset.replace(":", "")
    shift = 0
    if digits != "Z":
        shift = (int(digits[1:3]) * 60 + int(digits[3:5])) * (-60 if digits[0] == "-" else 60)
    return int(local.replace(tzinfo=UTC).timestamp()) - shift
