"""The ways people write dates and times, as patterns; one pattern serves one value or a column."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# The groups of every pattern: Y m d (or a b where the order is unsaid) N = month by name,
# H M S, p = AM/PM, z = offset. Fractions of a second are read over: the second is the unit.

_SEPARATOR = rb"(?P<sep>[-/.])"
_NAME = rb"(?P<N>[a-z\x80-\xff]{3,})"
_DATES: Final = (
    rb"(?P<Y>\d{4})" + _SEPARATOR + rb"(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})",
    rb"(?P<a>\d{1,2})" + _SEPARATOR + rb"(?P<b>\d{1,2})(?P=sep)(?P<Y>\d{4}|\d{2})",
    rb"(?P<Y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    rb"(?P<d>\d{1,2})[ \-./]*" + _NAME + rb"\.?,?[ \-./]*(?P<Y>\d{4}|\d{2})",
    _NAME + rb"\.? *(?P<d>\d{1,2}),? +(?P<Y>\d{4})",
    rb"(?P<Y>\d{4})-(?P<m>\d{2})",
    rb"(?P<m>\d{2})\.(?P<Y>\d{4})",
)
_WEEKDAY = rb"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +)?"
# A Russian register may close a date with the word for "year", abbreviated or whole.
_YEAR_WORD = "(?: ?(?:года|год|г|жылы|ж)\\.?)?".encode()
_CLOCK = (
    rb"(?P<H>\d{1,2})[:.](?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,]\d+)?)?"
    rb"(?: *(?P<p>[ap])\.?m?\.?)?(?: *(?P<z>z|utc|gmt|[+-]\d{2}(?::?\d{2})?))?"
)
_BETWEEN = "(?:t|,? +(?:в +|at +)?)".encode()

DEFAULT_PATTERNS: Final = (
    *(
        re.compile(rb" *" + _WEEKDAY + date + _YEAR_WORD + rb"(?:" + _BETWEEN + _CLOCK + rb")? *")
        for date in _DATES
    ),
    re.compile(rb" *" + _CLOCK + rb" *"),
)

_MONTHS_BY_LANGUAGE: Final = (
    "january february march april may june july august september october november december",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    found: dict[str, int] = {"sept": 9}
    for names in _MONTHS_BY_LANGUAGE:
        for number, name in enumerate(names.split(), start=1):
            found[name] = number
            found.setdefault(name[:3], number)
    return found


def month_by_name(name: str) -> int | None:
    """The number of a month written in English, Russian or Kazakh, whole or its first letters."""
    return _months().get(name.lower())


_DIRECTIVES: Final = {
    "Y": rb"(?P<Y>\d{4})",
    "y": rb"(?P<Y>\d{2})",
    "m": rb"(?P<m>\d{1,2})",
    "d": rb"(?P<d>\d{1,2})",
    "b": _NAME,
    "B": _NAME,
    "H": rb"(?P<H>\d{1,2})",
    "I": rb"(?P<H>\d{1,2})",
    "M": rb"(?P<M>\d{2})",
    "S": rb"(?P<S>\d{2})",
    "f": rb"\d{1,9}",
    "p": rb"(?P<p>[ap])\.?m?\.?",
    "z": rb"(?P<z>z|[+-]\d{2}:?\d{2})",
    "%": rb"%",
}


def pattern_of_format(form: str) -> re.Pattern[bytes]:
    """A pattern for a format such as `%d.%m.%Y %H:%M`; raises ValueError for an unknown sign."""
    parts: list[bytes] = []
    signs = iter(form)
    for sign in signs:
        if sign != "%":
            parts.append(re.escape(sign.lower().encode()))
            continue
        directive = next(signs, "")
        if directive not in _DIRECTIVES:
            known = " ".join(f"%{word}" for word in _DIRECTIVES)
            raise ValueError(f"`%{directive}` is not a sign of a time format; known: {known}")
        parts.append(_DIRECTIVES[directive])
    try:
        return re.compile(b"".join(parts))
    except re.error as error:
        raise ValueError(f"`{form}` names the same part of a time twice") from error


# Formats in which a time is one number: days since 1900 in Excel's count, or time since 1970.
NUMBER_FORMATS: Final = ("excel_serial", "unix_seconds", "unix_milliseconds")
