"""Civil arithmetic in numba's subset: plain numbers and sequences in, plain numbers out.

Zones come as two sequences: `changes` (instants, ascending) and `offsets` (seconds east of UTC).
Days are proleptic ordinals as in `date.toordinal()`. The kernel compiles these very functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

DAY: Final = 86400
EPOCH_ORDINAL: Final = 719163  # date(1970, 1, 1).toordinal()

MINUTES: Final = 0
HOURS: Final = 1
DAYS: Final = 2
WEEKS: Final = 3
MONTHS: Final = 4
YEARS: Final = 5
WORKING_DAYS: Final = 6


def place_of(value: int, ascending: Sequence[int]) -> int:
    """The index of the last element that is not above `value`; 0 when all are above."""
    low, high = 0, len(ascending)
    while high - low > 1:
        middle = (low + high) // 2
        if ascending[middle] <= value:
            low = middle
        else:
            high = middle
    return low


def offset_at(instant: int, changes: Sequence[int], offsets: Sequence[int]) -> int:
    """Seconds east of UTC at an instant."""
    return offsets[place_of(instant, changes)]


def civil_day(instant: int, changes: Sequence[int], offsets: Sequence[int]) -> int:
    """The ordinal of the civil day at the place."""
    return (instant + offset_at(instant, changes, offsets)) // DAY + EPOCH_ORDINAL


def from_local(local: int, changes: Sequence[int], offsets: Sequence[int]) -> int:
    """The first instant at which the wall clock shows `local` seconds, or, in a gap, has passed it."""
    at = place_of(local, changes)
    low = max(0, at - 1)
    high = min(len(changes), at + 3)
    for i in range(low, high):
        instant = local - offsets[i]
        begins = changes[i] if i > 0 else instant
        if instant < begins:
            return begins  # skipped by a clock that went forward
        if i + 1 >= len(changes) or instant < changes[i + 1]:
            return instant
    return local - offsets[high - 1]


def day_start(day: int, changes: Sequence[int], offsets: Sequence[int]) -> int:
    """The first second of a civil day."""
    return from_local((day - EPOCH_ORDINAL) * DAY, changes, offsets)


def year_month_day(day: int) -> tuple[int, int, int]:
    """The Gregorian year, month and day of an ordinal."""
    z = day - EPOCH_ORDINAL + 719468
    era = z // 146097
    doe = z - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 if mp < 10 else mp - 9
    year = yoe + era * 400 + (1 if month <= 2 else 0)
    return year, month, doy - (153 * mp + 2) // 5 + 1


def ordinal_of(year: int, month: int, day: int) -> int:
    """The ordinal of a Gregorian date."""
    y = year - 1 if month <= 2 else year
    era = y // 400
    yoe = y - era * 400
    mp = month - 3 if month > 2 else month + 9
    doy = (153 * mp + 2) // 5 + day - 1
    doe = yoe * 365 + yoe // 4 - yoe // 100 + doy
    return era * 146097 + doe - 719468 + EPOCH_ORDINAL


def add_months(day: int, months: int) -> int:
    """The same day of the month later on, or the month's last day where there is no such day."""
    year, month, day_of_month = year_month_day(day)
    index = year * 12 + month - 1 + months
    year, month = index // 12, index % 12 + 1
    follows = ordinal_of(year + (month == 12), month % 12 + 1, 1)
    length = follows - ordinal_of(year, month, 1)
    return ordinal_of(year, month, min(day_of_month, length))


def add_working_days(day: int, amount: int, working_days: Sequence[int]) -> int:
    """The `amount`-th working day after a day; the day itself does not count."""
    at = place_of(day, working_days)
    first_after = at + 1 if working_days[at] <= day else at
    return working_days[first_after + amount - 1]


def deadline(
    start: int,
    amount: int,
    unit: int,
    whole_days: bool,
    changes: Sequence[int],
    offsets: Sequence[int],
    working_days: Sequence[int],
) -> int:
    """The last second within a limit that began at `start`: elapsed for minutes and hours, else civil."""
    if unit == MINUTES:
        return start + amount * 60
    if unit == HOURS:
        return start + amount * 3600
    local = start + offset_at(start, changes, offsets)
    day = local // DAY + EPOCH_ORDINAL
    if unit == MONTHS:
        day = add_months(day, amount)
    elif unit == YEARS:
        day = add_months(day, amount * 12)
    elif unit == WORKING_DAYS:
        day = add_working_days(day, amount, working_days)
    else:
        day += amount * 7 if unit == WEEKS else amount
    if whole_days:
        return day_start(day + 1, changes, offsets) - 1
    return from_local((day - EPOCH_ORDINAL) * DAY + local % DAY, changes, offsets)
