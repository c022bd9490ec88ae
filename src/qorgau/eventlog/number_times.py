"""Times kept as one number: Excel's days since 1900, seconds or milliseconds since 1970."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

from qorgau.eventlog.arrow_text import Strings, strings

# Bare numbers outside these days (1941 to 2119) are taken for something else than Excel's count.
_EXCEL_DAYS = range(15_000, 80_001)
# Excel counts 1900 as a leap year, so its day 1 falls two days early for dates since March 1900.
_EXCEL_BEGINS = datetime(1899, 12, 30, tzinfo=UTC)
_UNIX_BEGINS = datetime(1970, 1, 1, tzinfo=UTC)


def text_of_numbers(texts: Strings, form: str) -> Strings:
    """Rewrite each number as a date (and clock); anything else stays as it is."""
    return strings(_text(text, form) for text in texts.to_pylist())


def _text(text: str | None, form: str) -> str | None:
    try:
        number = float(text or "")
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    try:
        if form == "excel_serial":
            return text_of_excel_serial(number) if int(number) in _EXCEL_DAYS else text
        seconds = number / 1000 if form == "unix_milliseconds" else number
        return f"{_UNIX_BEGINS + timedelta(seconds=math.floor(seconds)):%Y-%m-%d %H:%M:%S}Z"
    except OverflowError:
        return text


def text_of_excel_serial(days: float) -> str:
    """A date for a whole number, a date with a clock otherwise, to the nearest second."""
    if days == int(days):
        return f"{_EXCEL_BEGINS + timedelta(days=days):%Y-%m-%d}"
    return f"{_EXCEL_BEGINS + timedelta(seconds=round(days * 86_400)):%Y-%m-%d %H:%M:%S}"
