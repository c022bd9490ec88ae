"""Written times to the closed intervals of instants they can mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qorgau.clock.zone import FIRST_YEAR, LAST_YEAR
from qorgau.eventlog.written_times import NO_CLOCK, NO_OFFSET, Fault, Written
from qorgau.eventlog.zones import DAY, ZoneTable, zone_table

Seconds = NDArray[np.int64]
Flags = NDArray[np.bool_]

_HALF_DAY = DAY // 2


class Clock(StrEnum):
    """How hours are written when neither AM nor PM stands beside them."""

    FULL = "24h"  # 0 to 23
    HALF_LOST = "12h_without_ampm"  # 1 to 12, and which half of the day was lost


class DateOrder(StrEnum):
    """Which number of 3/5/2019 is the day."""

    BY_VALUES = "by_values"  # what the column's own values prove; otherwise the row is refused
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Midnight(StrEnum):
    """What a clock of exactly 00:00:00 says."""

    EXACT = "exact"  # it happened at midnight
    WHOLE_DAY = "whole_day"  # the program that wrote it only knew the day


@dataclass(frozen=True)
class Reading:
    """How the times of one column are to be understood."""

    zone: str
    clock: Clock = Clock.FULL
    dates: DateOrder = DateOrder.BY_VALUES
    midnight: Midnight = Midnight.EXACT


@dataclass(frozen=True)
class Moments:
    """For each row the earliest and latest instant (UTC seconds), or the fault that hides it."""

    earliest: Seconds
    latest: Seconds
    fault: NDArray[np.uint8]

    def take(self, rows: NDArray[Any]) -> Moments:
        """The same moments for other rows."""
        return Moments(self.earliest[rows], self.latest[rows], self.fault[rows])


def moments_of(written: Written, reading: Reading) -> Moments:
    """Turn written times into intervals: exact, a whole day or month, or the hull of candidates."""
    written = _in_order(written, reading.dates)
    first_day, days, fault = _days(written)
    has_clock = written.second != NO_CLOCK
    if reading.midnight is Midnight.WHOLE_DAY:
        has_clock &= written.second != 0
    start = first_day * DAY + np.where(has_clock, written.second, 0)
    length = np.where(has_clock, 0, days * DAY - 1)
    table = zone_table(reading.zone)
    if not has_clock.all() or reading.clock is Clock.HALF_LOST:
        half_lost = has_clock & _half_lost(written, reading.clock)
        earliest, latest, skipped = _hull(start, length, half_lost, table)
    else:
        earliest, latest, skipped = table.instants(start)
    fault[skipped & (fault == Fault.NONE)] = Fault.IMPOSSIBLE
    moments = Moments(earliest, latest, fault)
    with_offset = has_clock & (written.offset != NO_OFFSET)
    if with_offset.any():
        _use_offsets(moments, written, start, rows=np.flatnonzero(with_offset), reading=reading)
    return moments


def _in_order(written: Written, dates: DateOrder) -> Written:
    """Settle which number is the day where the writing leaves it open."""
    either = written.either & (written.fault == Fault.NONE)
    if dates is DateOrder.DAY_FIRST or not either.any():
        return written
    day, month = written.day, written.month
    if dates is DateOrder.MONTH_FIRST:
        swap, open_rows = either, np.zeros_like(either)
    else:
        # A number above 12 can only be a day; one such row settles it for the whole column.
        day_first, month_first = either & (day > 12), either & (month > 12) & (day <= 12)
        open_rows = either & (day <= 12) & (month <= 12) & (day != month)
        swap = month_first
        if month_first.any() and not day_first.any():
            swap, open_rows = either, np.zeros_like(either)
        elif day_first.any() and not month_first.any():
            open_rows = np.zeros_like(either)
    fault = written.fault.copy()
    fault[open_rows] = Fault.DAY_OR_MONTH
    return replace(written, day=np.where(swap, month, day), month=np.where(swap, day, month), fault=fault)


# The first day of each month since 1970, and its length, from January of the first year on.
_MONTHS = np.arange(f"{FIRST_YEAR}-01", f"{LAST_YEAR}-02", dtype="datetime64[M]")
_MONTH_STARTS = _MONTHS.astype("datetime64[D]").astype(np.int64)
_MONTH_LENGTHS = np.diff(_MONTH_STARTS)


def _days(written: Written) -> tuple[Seconds, Seconds, NDArray[np.uint8]]:
    """The first day since 1970, the number of days meant, and the faults with dates checked."""
    year, month, day = written.year, written.month, written.day
    fault = written.fault.copy()
    known = fault == Fault.NONE
    fault[known & (year == 0)] = Fault.UNREADABLE
    wrong = (month < 1) | (month > 12) | (year < FIRST_YEAR) | (year >= LAST_YEAR)
    place = np.where(wrong, 0, (year - FIRST_YEAR) * 12 + month - 1)
    length = _MONTH_LENGTHS[place]
    wrong |= day > length
    fault[wrong & (fault == Fault.NONE)] = Fault.IMPOSSIBLE
    first = _MONTH_STARTS[place] + np.maximum(day, 1) - 1
    first[fault != Fault.NONE] = 0
    return first, np.where(day == 0, length, 1), fault


def _half_lost(written: Written, clock: Clock) -> Flags:
    """Where the half of the day is lost: an hour of 13 or more, or of 0, still tells it."""
    if clock is Clock.FULL:
        return np.zeros(len(written.second), np.bool_)
    hour = written.second // 3600
    return (hour >= 1) & (hour <= 12) & ~written.half_said


def _hull(
    start: Seconds, length: Seconds, half_lost: Flags, table: ZoneTable
) -> tuple[Seconds, Seconds, Flags]:
    """From the earliest instant of the first candidate to the latest of the last one.

    Where the lost half of the day leaves two candidates and clocks skipped one, the other holds.
    """
    at_noon = half_lost & (start % DAY >= _HALF_DAY)
    low = np.where(at_noon, start - _HALF_DAY, start)
    high = np.where(half_lost, low + _HALF_DAY, low + length)
    earliest, last_of_low, low_skipped = table.instants(low)
    first_of_high, latest, high_skipped = table.instants(high)
    earliest = np.where(half_lost & low_skipped, first_of_high, earliest)
    latest = np.where(half_lost & high_skipped, last_of_low, latest)
    whole_days = length > 0
    return earliest, latest, low_skipped & high_skipped & ~whole_days


def _use_offsets(
    moments: Moments, written: Written, start: Seconds, *, rows: NDArray[Any], reading: Reading
) -> None:
    """Where an offset from UTC is written beside the clock, it decides and not the zone."""
    instant = start[rows] - written.offset[rows]
    lost = _half_lost(written, reading.clock)[rows]
    at_noon = lost & (start[rows] % DAY >= _HALF_DAY)
    moments.earliest[rows] = np.where(at_noon, instant - _HALF_DAY, instant)
    moments.latest[rows] = moments.earliest[rows] + np.where(lost, _HALF_DAY, 0)
    settled = written.fault[rows] == Fault.NONE
    skipped = settled & (moments.fault[rows] == Fault.IMPOSSIBLE)
    real = _days(written)[2][rows] == Fault.NONE
    moments.fault[rows[skipped & real]] = Fault.NONE


def moments_of_instants(instants: Seconds, *, absent: Flags, reading: Reading) -> Moments:
    """Intervals of times that a file holds as instants already (UTC seconds)."""
    fault = np.where(absent, Fault.ABSENT, Fault.NONE).astype(np.uint8)
    if reading.midnight is Midnight.EXACT:
        return Moments(instants, instants, fault)
    local = zone_table(reading.zone).local(instants)
    return moments_of_local(local, absent=absent, reading=reading)


def moments_of_local(local: Seconds, *, absent: Flags, reading: Reading) -> Moments:
    """Intervals of times that a file holds as local date and clock (seconds since 1970, no zone)."""
    fault = np.where(absent, Fault.ABSENT, Fault.NONE).astype(np.uint8)
    hour = local % DAY // 3600
    lost = np.zeros(len(local), np.bool_)
    if reading.clock is Clock.HALF_LOST:
        lost = (hour >= 1) & (hour <= 12)
    whole = np.zeros(len(local), np.bool_)
    if reading.midnight is Midnight.WHOLE_DAY:
        whole = local % DAY == 0
    length = np.where(whole, DAY - 1, 0)
    earliest, latest, skipped = _hull(local, length, lost, zone_table(reading.zone))
    fault[skipped & (fault == Fault.NONE)] = Fault.IMPOSSIBLE
    return Moments(earliest, latest, fault)
