"""The session of a committee and its days, and the days on which a report was considered and observations adopted."""

from __future__ import annotations

import datetime as dt
import re

from qorgau.reading.citing.months import MONTH, month_of
from qorgau.reading.citing.numerals import ORDINAL, ordinal
from qorgau.reading.document import Session

_SESSION = re.compile(
    rf"(?P<which>{ORDINAL}|\d{{1,3}}(?:st|nd|rd|th|-?й|-?я|-?ой|e|ème|[ºo°.])?)\s+(?:\w+\s+)?(?:session|сесси\w+|per[íi]odo\s+de\s+sesiones)",
    re.IGNORECASE,
)
_DASH = r"\s*(?:[-–—−]|\bto\b|\bпо\b|\bau\b|\bal?\b)\s*"
_DE = r"(?:er|º|°)?\s+(?:de\s+)?"
_YEAR = r"(?:del?\s+)?(?P<year>\d{4})"
_DAYS = (
    re.compile(rf"(?P<from>\d{{1,2}}){_DE}(?P<m1>{MONTH}),?\s*(?:de\s+)?(?P<y1>\d{{4}})?(?:\s*года?)?{_DASH}(?P<to>\d{{1,2}}){_DE}(?P<m2>{MONTH}),?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?P<from>\d{{1,2}})(?:er|º|°)?{_DASH}(?P<to>\d{{1,2}}){_DE}(?P<m2>{MONTH}),?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?P<m1>{MONTH})\s+(?P<from>\d{{1,2}}){_DASH}(?P<m2>{MONTH})\s+(?P<to>\d{{1,2}}),?\s+{_YEAR}", re.IGNORECASE),
)  # fmt: skip
_DAY_LIST = re.compile(
    rf"(?P<days>\d{{1,2}}(?:er|º|°)?(?:\s*(?:,|-|–|and|и|to|et|y|au|al?)\s*\d{{1,2}}(?:er|º|°)?)*)\s*(?:de\s+)?(?P<month>{MONTH})(?:,?\s*(?:de\s+)?(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"adopted\b|adoptedthe|^\W*Принят[аоы]?\b|\bпринял\w*\b|\bутвердил\w*\b|\badopté(?:es?)?\b|\baprob(?:ó|ad[oa]s?)\b",
    re.IGNORECASE,
)
_CONSIDERED = re.compile(
    r"\b(?:considered|examined|reviewed|the review of)\b|\bрассмотрел\w*|\bexaminó\b|\ba examiné\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;]\s+(?=[A-ZА-ЯЁ])|\n")
_NO_HEAD = 40
_SAME_LIST = 30
# December 2011, November 2016, February 2022.
_LAST_SESSIONS_OF_CYCLES = (12, 26, 40)


def session_in(text: str) -> Session | None:
    """The session that a text names with its days, or either alone where the other is not there."""
    named = _SESSION.search(text)
    number = _number(text, named) if named else None
    days = _days(text[named.end() : named.end() + 160]) if named else None
    if number is None and days is None:
        return None
    return Session(number, *(days or (None, None)))


def sessions_with_days(text: str) -> tuple[Session, ...]:
    """Every session that a text names with its number and, right behind it, its days."""
    found = []
    for named in _SESSION.finditer(text):
        number = _number(text, named)
        inside = re.match(r"\s*\(([^()]{5,60})\)", text[named.end() :])
        days = _days(inside[1]) if inside else None
        if number is not None and days is not None:
            found.append(Session(number, *days))
    return tuple(found)


def tells_adoption(text: str) -> bool:
    """Whether a note says when a paper was adopted."""
    return bool(_ADOPTED.search(text))


def cycle_of_session(number: int) -> str:
    """The cycle of the universal periodic review that a session of its Working Group belongs to: 1-12, 13-26, 27-40, 41 on."""
    return str(1 + sum(number > last for last in _LAST_SESSIONS_OF_CYCLES))


def _number(text: str, named: re.Match[str]) -> int | None:
    value = (
        ordinal(re.sub(r"\D+$", "", named["which"]))
        if named["which"][0].isdigit()
        else ordinal(named["which"])
    )
    if named["which"][0].isdigit():
        value = int(re.match(r"\d+", named["which"])[0])  # type: ignore[index]
    before = text[max(0, named.start() - _NO_HEAD) : named.start()]
    hundred = re.search(r"(?:one[\s-]+hundred(?:[\s-]+and)?|\bсто)[\s-]+$", before, re.IGNORECASE)
    return value + 100 if value is not None and hundred else value


def _days(text: str) -> tuple[dt.date, dt.date] | None:
    for pattern in _DAYS:
        match = pattern.search(text)
        if match:
            got = match.groupdict()
            year = int(got["year"])
            last_month = month_of(got["m2"])
            first_month = month_of(got["m1"]) if got.get("m1") else last_month
            first_year = int(got.get("y1") or (year - 1 if first_month > last_month else year))
            try:
                return dt.date(first_year, first_month, int(got["from"])), dt.date(
                    year, last_month, int(got["to"])
                )
            except ValueError:
                return None
    return None


def days_of_meetings(text: str) -> tuple[tuple[dt.date, ...], dt.date | None]:
    """(days on which the report was considered, day of adoption) from the paragraph that tells of both."""
    every = _dated_days(text)
    marked = _ADOPTED.search(text)
    adopted = _day_of_adoption(text, marked.start(), every) if marked else None
    return tuple(day for day in _considered(text, every) if day != adopted), adopted


def _considered(text: str, every: list[tuple[int, dt.date]]) -> list[dt.date]:
    """The days in the sentence that says the report was considered; none of those that tell of the report itself."""
    told = _CONSIDERED.search(text)
    if told is None:
        return [day for _, day in every]
    begin = max(text.rfind(". ", 0, told.start()), text.rfind("\n", 0, told.start())) + 1
    end = _SENTENCE_END.search(text, told.end())
    return [day for where, day in every if begin <= where <= (end.start() if end else len(text))]


def _day_of_adoption(text: str, at: int, every: list[tuple[int, dt.date]]) -> dt.date | None:
    """The first date after "adopted", of several joined the last; where the sentence puts it before ("at its meeting on ..., it adopted"), the last."""
    end = re.search(r"[.;]\s", text[at:])
    limit = at + end.start() + 1 if end else len(text)
    later = [(where, day) for where, day in every if at <= where <= limit]
    if later:
        # "at meetings held on 28 and 29 October": it was adopted on the last of them
        return [day for where, day in later if where - later[0][0] < _SAME_LIST][-1]
    earlier = [day for where, day in every if where < at]
    return earlier[-1] if earlier else None


def _dated_days(text: str) -> list[tuple[int, dt.date]]:
    """Every day that a text names, also several of one month ("2 and 3 May 2023"), and years said only once."""
    found: list[tuple[int, int, int, int | None]] = []
    for match in _DAY_LIST.finditer(text):
        year = int(match["year"]) if match["year"] else None
        for day in re.findall(r"\d{1,2}", match["days"]):
            found.append((match.start(), int(day), month_of(match["month"]), year))
    years = [year for *_, year in found]
    out = []
    for at, (where, day, month, year) in enumerate(found):
        known = (
            year
            or next((y for y in years[at:] if y), None)
            or next((y for y in reversed(years[:at]) if y), None)
        )
        if known:
            try:
                out.append((where, dt.date(known, month, day)))
            except ValueError:
                continue
    return out
