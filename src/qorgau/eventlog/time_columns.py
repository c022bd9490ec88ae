"""The times of a table's columns, as the map says they are to be understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from qorgau.eventlog.arrow_text import Strings, chosen, is_one_of, strings
from qorgau.eventlog.log import Texts
from qorgau.eventlog.logmap import LogMap, MapError, TimeColumn
from qorgau.eventlog.moments import (
    Midnight,
    Moments,
    Reading,
    moments_of,
    moments_of_instants,
    moments_of_local,
)
from qorgau.eventlog.number_times import text_of_numbers
from qorgau.eventlog.table import Column, Stamps, Table
from qorgau.eventlog.time_formats import DEFAULT_PATTERNS, NUMBER_FORMATS, pattern_of_format
from qorgau.eventlog.written_times import NO_CLOCK, Fault, Written, read_written


def moments_in(table: Table, time: TimeColumn, log_map: LogMap) -> Moments:
    """When it happened in each row of the table."""
    moments = _told(table, time, log_map)
    if time.latest is None:
        return moments
    return _until(moments, _told(table, replace(time, column=time.latest), log_map))


def _until(first: Moments, last: Moments) -> Moments:
    """From the earliest of the one to the latest of the other; where that is empty, the first alone."""
    told = last.fault == Fault.NONE
    wrong = (first.fault == Fault.NONE) & ~told & (last.fault != Fault.ABSENT)
    fault = np.where(wrong, last.fault, first.fault)
    fault[(fault == Fault.NONE) & told & (last.latest < first.earliest)] = Fault.IMPOSSIBLE
    return Moments(first.earliest, np.where(told, last.latest, first.latest), fault)


def _told(table: Table, time: TimeColumn, log_map: LogMap) -> Moments:
    reading = log_map.reading_of(time)
    if time.between is not None:
        return _always_between(time.between, reading, rows=len(table.rows))
    absent = log_map.missing | time.missing
    formats = time.formats or log_map.formats
    if not formats and table.number_format:
        formats = (table.number_format,)
    if time.column is not None:
        column = table.columns[time.column]
        if isinstance(column, Stamps):
            return _moments_of_stamps(column, reading)
        return _moments_of_text(column, reading, formats=formats, absent=absent)
    assert time.date is not None
    days = _written(strings_of(table.columns[time.date]), formats=formats, absent=absent)
    if time.time is not None:
        clocks = _written(strings_of(table.columns[time.time]), formats=formats, absent=absent)
        days = _with_clock(days, clocks)
    return moments_of(days, reading)


def strings_of(column: Column) -> Strings:
    """Any column as plain text, row by row."""
    if isinstance(column, Stamps):
        return column.written()
    if isinstance(column, Texts):
        # The last place stands for code -1.
        return chosen(strings([*column.values, None]), column.codes % (len(column.values) + 1))
    return column


def _moments_of_text(
    column: Texts | Strings,
    reading: Reading,
    *,
    formats: Sequence[str],
    absent: frozenset[str],
) -> Moments:
    if not isinstance(column, Texts):
        return moments_of(_written(column, formats=formats, absent=absent), reading)
    # Each distinct text is read once; the last place stands for code -1.
    distinct = strings([*column.values, ""])
    return moments_of(_written(distinct, formats=formats, absent=absent), reading).take(column.codes)


def _written(texts: Strings, *, formats: Sequence[str], absent: frozenset[str]) -> Written:
    said = [pattern_of_format(form) for form in formats if form not in NUMBER_FORMATS]
    for form in formats:
        if form in NUMBER_FORMATS:
            texts = text_of_numbers(texts, form)
    written = read_written(texts, patterns=(*said, *DEFAULT_PATTERNS))
    if absent:
        written.fault[is_one_of(texts, absent)] = Fault.ABSENT
    unread = np.flatnonzero(written.fault == Fault.UNREADABLE)
    written.fault[unread[is_one_of(chosen(texts, unread), {""})]] = Fault.ABSENT
    return written


def _with_clock(days: Written, clocks: Written) -> Written:
    """Dates of one column with the clock of another; a date without a clock stays a whole day."""
    told = clocks.fault == Fault.NONE
    wrong = ~told & (clocks.fault != Fault.ABSENT) & (days.fault == Fault.NONE)
    return replace(
        days,
        second=np.where(told & (clocks.second != NO_CLOCK), clocks.second, days.second),
        offset=np.where(told, clocks.offset, days.offset),
        half_said=np.where(told, clocks.half_said, days.half_said),
        fault=np.where(wrong, clocks.fault, days.fault),
    )


def _moments_of_stamps(stamps: Stamps, reading: Reading) -> Moments:
    if stamps.whole_days:
        reading = replace(reading, midnight=Midnight.WHOLE_DAY)
    if stamps.in_utc:
        return moments_of_instants(stamps.seconds, absent=stamps.absent, reading=reading)
    return moments_of_local(stamps.seconds, absent=stamps.absent, reading=reading)


def _always_between(between: tuple[str, str], reading: Reading, *, rows: int) -> Moments:
    """The same interval for every row: all that is known is a period."""
    ends = moments_of(read_written(strings(between)), reading)
    for text, fault in zip(between, ends.fault, strict=True):
        if fault != Fault.NONE:
            raise MapError(f"`between:` holds `{text}`, which is not a date. Write it as 2019-12-31.")
    if ends.latest[1] < ends.earliest[0]:
        raise MapError(f"`between:` ends ({between[1]}) before it begins ({between[0]}).")
    earliest: NDArray[np.int64] = np.full(rows, ends.earliest[0])
    return Moments(earliest, np.full(rows, ends.latest[1]), np.zeros(rows, np.uint8))
