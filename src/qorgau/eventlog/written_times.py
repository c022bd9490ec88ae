"""Times as they are written: a column of text to its year, month, day and clock, all rows at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from qorgau.eventlog.arrow_text import Strings, bytes_and_places
from qorgau.eventlog.time_formats import DEFAULT_PATTERNS, month_by_name

Numbers = NDArray[np.int32]
Bytes = NDArray[np.uint8]

NO_CLOCK = -1
NO_OFFSET = np.iinfo(np.int32).min
_CHUNK = 1_000_000
_LONGEST = 48


class Fault(IntEnum):
    """What keeps a written time from being a time."""

    NONE = 0
    ABSENT = 1  # the cell is empty
    UNREADABLE = 2  # no known way of writing times fits
    IMPOSSIBLE = 3  # 31 February, hour 25, year 201
    DAY_OR_MONTH = 4  # 3/5/2019 and nothing says which comes first
    ERROR_CELL = 5  # #VALUE! and the like


@dataclass(frozen=True)
class Written:
    """The parts of each written time; `day` 0 is a whole month, `year` 0 a clock without a date.

    `second` counts from midnight (NO_CLOCK without a clock), `offset` is seconds east of UTC
    (NO_OFFSET unless written), `half_said` tells that AM or PM is written, and `either` that the
    first two numbers may be day and month or month and day (kept as day, month).
    """

    year: Numbers
    month: Numbers
    day: Numbers
    second: Numbers
    offset: Numbers
    half_said: NDArray[np.bool_]
    either: NDArray[np.bool_]
    fault: NDArray[np.uint8]

    @classmethod
    def blank(cls, length: int) -> Written:
        """A column in which nothing is written yet."""
        return cls(
            year=np.zeros(length, np.int32),
            month=np.zeros(length, np.int32),
            day=np.zeros(length, np.int32),
            second=np.full(length, NO_CLOCK, np.int32),
            offset=np.full(length, NO_OFFSET, np.int32),
            half_said=np.zeros(length, np.bool_),
            either=np.zeros(length, np.bool_),
            fault=np.full(length, Fault.UNREADABLE, np.uint8),
        )

    def take(self, rows: NDArray[np.int32]) -> Written:
        """The same times in another order, or repeated."""
        return Written(**{name: getattr(self, name)[rows] for name in Written.__dataclass_fields__})


def read_written(texts: Strings, *, patterns: Sequence[re.Pattern[bytes]] = DEFAULT_PATTERNS) -> Written:
    """Read a column of text; what cannot be read has its fault set, an empty cell is ABSENT."""
    written = Written.blank(len(texts))
    for start in range(0, len(texts), _CHUNK):
        data, offsets = bytes_and_places(texts.slice(start, _CHUNK))
        for rows, characters in _by_length(data, offsets, fault=written.fault[start:]):
            _read_rows(written, start + rows, characters, patterns)
    return written


def _by_length(
    data: Bytes, offsets: NDArray[np.int64], *, fault: NDArray[np.uint8]
) -> Iterator[tuple[NDArray[np.int64], Bytes]]:
    """Rows of one length at a time, as a table with a character in each cell, in lower case."""
    lengths = np.diff(offsets)
    fault[: len(lengths)][lengths == 0] = Fault.ABSENT
    for length in np.unique(lengths):
        if not 0 < length <= _LONGEST:
            continue
        rows = np.flatnonzero(lengths == length)
        if len(rows) == len(lengths):
            characters = data[offsets[0] : offsets[-1]].reshape(len(rows), length)
        else:
            characters = data[offsets[:-1][rows][:, None] + np.arange(length)]
        yield rows, _lower(characters)


_LOWER_CASE = np.arange(256, dtype=np.uint8)
_LOWER_CASE[ord("A") : ord("Z") + 1] += 32
_LOWER_CASE[[ord("\t"), ord("\r"), ord("\n")]] = ord(" ")
_OUTLINE = _LOWER_CASE.copy()
_OUTLINE[ord("0") : ord("9") + 1] = ord("0")


def _lower(characters: Bytes) -> Bytes:
    return _LOWER_CASE[characters]


def _read_rows(
    written: Written,
    rows: NDArray[np.int64],
    characters: Bytes,
    patterns: Sequence[re.Pattern[bytes]],
) -> None:
    """Read rows of one length: those with the same outline are written in the same way."""
    outlines = _OUTLINE[characters]
    same = (outlines == outlines[0]).all(axis=1)
    if same.all():
        _read_alike(written, rows, characters, patterns)
        return
    _read_alike(written, rows[same], characters[same], patterns)
    rest = ~same
    for group in _alike(outlines[rest]):
        _read_alike(written, rows[rest][group], characters[rest][group], patterns)


def _alike(outlines: Bytes) -> Iterator[NDArray[np.intp]]:
    """The positions of rows with equal outlines, group by group."""
    packed = np.ascontiguousarray(outlines).view(f"V{outlines.shape[1]}").ravel()
    _, inverse, counts = np.unique(packed, return_inverse=True, return_counts=True)
    yield from np.split(np.argsort(inverse, kind="stable"), np.cumsum(counts)[:-1])


def _read_alike(
    written: Written,
    rows: NDArray[np.int64],
    characters: Bytes,
    patterns: Sequence[re.Pattern[bytes]],
) -> None:
    """Read rows that differ only in their digits, by the spans found in the first of them."""
    example = characters[0].tobytes()
    for match in filter(None, (pattern.fullmatch(_folded(example)) for pattern in patterns)):
        if _store(written, rows, characters, match):
            return
    if example.startswith(b"#"):
        written.fault[rows] = Fault.ERROR_CELL


def _folded(example: bytes) -> bytes:
    """Lower case beyond ASCII too, where that keeps each letter in its place."""
    lower = example.decode("utf-8", "replace").lower().encode()
    return lower if len(lower) == len(example) else example


def _store(written: Written, rows: NDArray[np.int64], characters: Bytes, match: re.Match[bytes]) -> bool:
    """Put the parts of alike rows in place; False if a name in them is not a month's."""
    groups = match.re.groupindex

    def number(name: str) -> Numbers | None:
        if name not in groups or match.start(name) < 0:
            return None
        return _number(characters[:, slice(*match.span(name))])

    month = number("m")
    if "N" in groups:
        named = month_by_name(match["N"].decode("utf-8", "replace"))
        if named is None:
            return False
        month = np.full(len(rows), named, np.int32)
    if "a" in groups:
        month = number("b")
        written.either[rows] = match["sep"] != b"."
    if (year := number("Y")) is not None:
        written.year[rows] = _whole_year(year, match.end("Y") - match.start("Y"))
        written.month[rows] = 0 if month is None else month
        # A month without a day is written 0 here; a written day 0 is the 99th of its month.
        day = number("a") if "a" in groups else number("d")
        written.day[rows] = 0 if day is None else np.where(day == 0, 99, day)
    written.fault[rows] = Fault.NONE
    if (hour := number("H")) is not None:
        clock = [hour, *(part for part in (number("M"), number("S")) if part is not None)]
        _store_clock(written, rows, clock, half=match.groupdict().get("p"))
        if match.groupdict().get("z"):
            _store_offset(written, rows, characters[:, slice(*match.span("z"))])
    return True


def _store_clock(
    written: Written, rows: NDArray[np.int64], clock: list[Numbers], *, half: bytes | None
) -> None:
    """Put hours, minutes and seconds in place: 24:00 is the day's end, hour 25 is impossible."""
    hour, *smaller = clock
    impossible = hour > 24
    if half:
        impossible = (hour > 12) | (hour == 0)
        hour = hour % 12 + (12 if half == b"p" else 0)
        written.half_said[rows] = True
    seconds = hour * 3600
    for part, unit in zip(smaller, (60, 1), strict=False):
        impossible |= part > 59
        seconds = seconds + part * unit
    impossible |= seconds > 86_400
    written.second[rows] = seconds
    written.fault[rows[impossible]] = Fault.IMPOSSIBLE


def _store_offset(written: Written, rows: NDArray[np.int64], characters: Bytes) -> None:
    """Put an offset such as +05:00 in place; a word (Z, UTC) is no offset from UTC."""
    sign = characters[0, 0]
    if sign not in b"+-":
        written.offset[rows] = 0
        return
    figures = characters[:, 1:][:, characters[0, 1:] != ord(":")]
    hours, minutes = _number(figures[:, :2]), _number(figures[:, 2:])
    offset = hours * 3600 + minutes * 60
    written.offset[rows] = np.where(sign == ord("-"), -offset, offset)
    written.fault[rows[(hours > 15) | (minutes > 59)]] = Fault.IMPOSSIBLE


def _number(digits: Bytes) -> Numbers:
    """The number in columns of digits."""
    total = np.zeros(len(digits), np.int32)
    for place in range(digits.shape[1]):
        total = total * 10 + (digits[:, place].astype(np.int32) - 48)
    return total


def _whole_year(year: Numbers, digits: int) -> Numbers:
    """Two digits up to 68 mean 20.., from 69 on 19.., as POSIX has it."""
    if digits == 4:
        return year
    return np.where(year <= 68, year + 2000, year + 1900).astype(np.int32)
