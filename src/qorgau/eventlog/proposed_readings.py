"""How times are to be understood: zone, lost AM/PM, day or month first, midnight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from qorgau.eventlog.column_profile import ColumnProfile
from qorgau.eventlog.logmap import TimeColumn
from qorgau.eventlog.moments import Clock, DateOrder, Midnight, Reading
from qorgau.eventlog.written_times import Fault
from qorgau.eventlog.zones import DAY

_ENOUGH = 50
_MANY_MIDNIGHTS = 0.2
# Where written offsets are those of one zone in winter and summer, its best-known city.
_ZONES_BY_OFFSETS = {
    (3600, 7200): "Europe/Paris", (0, 3600): "Europe/London", (7200, 10800): "Europe/Athens",
    (-18000, -14400): "America/New_York", (-21600, -18000): "America/Chicago",
    (-25200, -21600): "America/Denver", (-28800, -25200): "America/Los_Angeles",
    (18000, 21600): "Asia/Almaty",
}  # fmt: skip


def proposed_reading(
    profiles: Mapping[str, ColumnProfile], times: Sequence[TimeColumn], notes: list[str]
) -> Reading:
    """The reading that fits all columns of times together."""
    columns = [profiles[name] for time in times for name in time.columns()]
    return Reading(
        zone=_zone(columns, notes),
        clock=_clock(columns, notes),
        dates=_dates(columns, profiles, notes),
        midnight=_midnight(columns, notes),
    )


def _zone(columns: Sequence[ColumnProfile], notes: list[str]) -> str:
    offsets = {offset for column in columns for offset in column.offsets()}
    fitting = (zone for known, zone in _ZONES_BY_OFFSETS.items() if offsets <= set(known))
    if offsets - {0} and (zone := next(fitting, None)):
        notes.append(
            f"The times carry their offset from UTC; {zone} has the same offsets and is used for "
            "civil days. Say the place's own zone."
        )
        return zone
    notes.append(
        "The file does not say in which time zone its clocks were: UTC stands in. Say the place's "
        "zone, such as Asia/Almaty; civil days and clock changes depend on it."
    )
    return "UTC"


def _clock(columns: Sequence[ColumnProfile], notes: list[str]) -> Clock:
    """12-hour clocks without AM or PM show no hour above 12 and none of 0 in many rows."""
    hours: list[int] = []
    rows = 0
    for column in columns:
        if column.stored is not None:
            seconds = column.stored.seconds[~column.stored.absent]
            hours.extend(np.unique(seconds % DAY // 3600).tolist())
            rows += 0 if column.stored.whole_days else len(seconds)
            continue
        told = column.clocked | (column.is_clock & (column.written.second >= 0))
        if column.written.half_said[told].any():
            return Clock.FULL
        hours.extend(np.unique(column.written.second[told] // 3600).tolist())
        rows += int(column.counts[told].sum())
    if rows < _ENOUGH or not hours or min(hours) < 1 or max(hours) > 12:
        return Clock.FULL
    notes.append(
        f"All {rows} clock times looked at lie between 1:00 and 12:59: AM and PM seem lost, and "
        "each time may be in either half of the day. Where the clock was a 24-hour one, say "
        "`clock: 24h`."
    )
    return Clock.HALF_LOST


def _dates(
    columns: Sequence[ColumnProfile],
    profiles: Mapping[str, ColumnProfile],
    notes: list[str],
) -> DateOrder:
    day_first = month_first = unclear = 0
    for column in columns:
        written, counts = column.written, column.counts
        open_order = written.either & (written.fault == Fault.NONE)
        day_first += int(counts[open_order & (written.day > 12)].sum())
        month_first += int(counts[open_order & (written.month > 12)].sum())
        low = (written.day <= 12) & (written.month <= 12) & (written.day != written.month)
        unclear += int(counts[open_order & low].sum())
    if day_first + month_first + unclear == 0:
        return DateOrder.BY_VALUES
    if day_first and month_first:
        notes.append(
            f"{day_first} dates can only be day first and {month_first} only month first; "
            f"{unclear} can be either and are refused. Say `dates:` if you know."
        )
        return DateOrder.BY_VALUES
    if month_first or (not day_first and _looks_american(columns)):
        notes.append(f"Dates are read month first: {month_first} of them allow nothing else.")
        return DateOrder.MONTH_FIRST
    doubt = "" if day_first else " None proves it: check, or say `dates: month_first`."
    notes.append(f"Dates are read day first: {day_first} of them allow nothing else.{doubt}")
    return DateOrder.DAY_FIRST


def _looks_american(columns: Sequence[ColumnProfile]) -> bool:
    """AM and PM beside dates with strokes."""
    return any(bool(column.written.half_said.any()) for column in columns)


def _midnight(columns: Sequence[ColumnProfile], notes: list[str]) -> Midnight:
    """Many clocks of exactly midnight mean days without a clock."""
    told = midnights = 0
    for column in columns:
        if column.stored is not None:
            seconds = column.stored.seconds[~column.stored.absent]
            told += len(seconds)
            midnights += int((seconds % DAY == 0).sum())
            continue
        told += int(column.counts[column.clocked].sum())
        midnights += int(column.counts[column.clocked & (column.written.second == 0)].sum())
    share = midnights / told if told else 0.0
    if share < _MANY_MIDNIGHTS:
        if told > _ENOUGH and share > 0.02:
            notes.append(
                f"{midnights} of {told} times are exactly midnight and are read so. If they are "
                "days without a clock, say `midnight: whole_day`."
            )
        return Midnight.EXACT
    notes.append(
        f"{midnights} of {told} times are exactly midnight: they are read as days without a clock. "
        "If they are midnights, say `midnight: exact`."
    )
    return Midnight.WHOLE_DAY
