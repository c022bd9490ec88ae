"""Dates as official texts write them, in English, Russian, French and Spanish."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_ENGLISH: Final = (
    "january february march april may june july august september october november december".split()
)
_RUSSIAN: Final = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_RUSSIAN_MONTH: Final = "январ[ьяею]|феврал[ьяею]|марта?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|августа?|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею]"
_OTHERS: Final = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, name in enumerate(names.split(), 1)
} | {"setiembre": 9, "fevrier": 2, "aout": 8, "decembre": 12}
MONTH: Final = rf"(?:{'|'.join(_ENGLISH)}|{'|'.join(sorted(_OTHERS, key=len, reverse=True))}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|{_RUSSIAN_MONTH})(?![A-Za-zÀ-ÿА-Яа-яё])"
_A_YEAR: Final = re.compile(r"\d{4}")
_DAY_FIRST: Final = re.compile(
    rf"(?<![\d.,])(\d{{1,2}})(?:st|nd|rd|th|er|º|°)?(?:\s+(?:of|de))?\s+({MONTH}),?\s+(?:del?\s+)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"\b({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)
_DOTTED: Final = re.compile(r"(?<![\d./])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.]\d)")
_MONTH_ONLY: Final = re.compile(rf"\b({MONTH})\s+(?:del?\s+)?(\d{{4}})(?!\d)", re.IGNORECASE)
_YEAR_ONLY: Final = re.compile(r"(?<![\d./,-])((?:19|20)\d{2})(?![\d/]|[.,-]\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: `exact` is "day", or "month" or "year" where no more is said, and `day` then the last of it."""

    day: dt.date
    exact: str
    start: int
    end: int


def month_of(word: str) -> int:
    """The number of a month by its name, in whatever case or form."""
    lower = word.casefold().rstrip(".")
    if lower in _OTHERS:
        return _OTHERS[lower]
    for number, name in enumerate(_ENGLISH, 1):
        if name == lower or (len(lower) >= 3 and lower != "ma" and name.startswith(lower)):
            return number
    stems = [number for number, stem in enumerate(_RUSSIAN, 1) if lower.startswith(stem)]
    if not stems:
        raise ValueError(f"`{word}` is no month in English, Russian, French or Spanish.")
    return stems[0] if len(stems) == 1 else max(stems, key=lambda number: len(_RUSSIAN[number - 1]))


def find(text: str) -> list[Dated]:
    """Every date of a text in order: whole dates, then months with a year, then years alone."""
    if _A_YEAR.search(text) is None:
        return []  # most sentences name no date
    found: list[Dated] = []
    for reader in (_whole, _months, _years):
        taken = [(one.start, one.end) for one in found]
        found += [one for one in reader(text) if not any(a < one.end and one.start < b for a, b in taken)]
    return sorted(found, key=lambda one: one.start)


def _whole(text: str) -> Iterator[Dated]:
    for match in _DAY_FIRST.finditer(text):
        yield from _day(match, int(match[3]), month_of(match[2]), int(match[1]))
    for match in _MONTH_FIRST.finditer(text):
        yield from _day(match, int(match[3]), month_of(match[1]), int(match[2]))
    for match in _DOTTED.finditer(text):
        yield from _day(match, int(match[3]), int(match[2]), int(match[1]))


def _day(match: re.Match[str], year: int, month: int, day: int) -> Iterator[Dated]:
    try:
        yield Dated(dt.date(year, month, day), "day", match.start(), match.end())
    except ValueError:
        return


def _months(text: str) -> Iterator[Dated]:
    for match in _MONTH_ONLY.finditer(text):
        yield Dated(last_of_month(int(match[2]), month_of(match[1])), "month", match.start(), match.end())


def _years(text: str) -> Iterator[Dated]:
    for match in _YEAR_ONLY.finditer(text):
        yield Dated(dt.date(int(match[1]), 12, 31), "year", match.start(), match.end())


def last_of_month(year: int, month: int) -> dt.date:
    """The last day of a month."""
    first_after = dt.date(year + month // 12, month % 12 + 1, 1)
    return first_after - dt.timedelta(days=1)
