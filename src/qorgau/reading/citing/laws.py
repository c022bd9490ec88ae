"""National laws cited by number or title, with the day or year of their adoption."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from qorgau.reading.citing import months, sentences
from qorgau.reading.citing.passage import Passage
from qorgau.reading.source import Place


@dataclass(frozen=True, slots=True)
class LawCited:
    """A law of the State: its number and title as named, and when it was adopted, to the day or only to the year."""

    number: str | None
    title: str | None
    adopted: dt.date | None
    year: int | None
    place: Place
    start: int
    end: int


_NUMBER: Final = r"(?:No\.?|Nos\.?|№|N°)\s*(?P<number>\d[\w/.-]*(?:\s?[IVXІ]{1,5}\b)?(?:\s?(?:ZRK|ЗРК))?)"
_TITLE: Final = (
    r"(?:\s+(?:on|of|concerning|amending|regarding|to|о|об|«О|«Об|“On)\s+(?P<title>[^,.;:()\n]{3,140}))"
)
_KIND: Final = r"(?:(?:Constitutional|Federal|Organic|Basic|Presidential|Government|Framework)\s+)?(?:Law|Act|Decree|Order|Ordinance|Resolution|Bill)s?"
_RUSSIAN: Final = r"(?:[Кк]онституционн\w+\s+|[Фф]едеральн\w+\s+)?(?:[Зз]акон|[Уу]каз|[Пп]остановлени|[Пп]риказ)\w*(?:\s+Республики\s+Казахстан)?"
_LAW: Final = re.compile(
    rf"\b(?:{_KIND}\s+{_NUMBER}{_TITLE}?|(?:the\s+)?{_KIND.replace('Bill', 'Law')}{_TITLE.replace('title', 'title2')})"
    rf"|\b{_RUSSIAN}\s+(?:от\s+(?P<from>[^№]{{6,30}}?)\s+)?{_NUMBER.replace('number', 'number3')}{_TITLE.replace('title', 'title3')}?"
)
_NATIONAL_ONLY: Final = re.compile(
    r"\bresolution\s+\d+/\d+|General\s+Assembly|Human\s+Rights\s+Council|Security\s+Council", re.IGNORECASE
)
_CUT: Final = re.compile(
    r"\s+(?:and\s+the\b|which|that|who|whereby|aimed|in\s+(?:19|20)\d\d|adopted|of\s+\d|от\s+\d|and\s+(?:Law|Decree)\b).*$"
)


def find(passage: Passage) -> tuple[LawCited, ...]:
    """Every law that a passage names by its number, or by a title after "Law on"."""
    found: list[LawCited] = []
    for start, end in sentences.spans(passage.text):
        found += _in_sentence(passage, start, end)
    return tuple(found)


def _in_sentence(passage: Passage, start: int, end: int) -> Iterator[LawCited]:
    text = passage.text[start:end]
    matches = [
        match
        for match in _LAW.finditer(text)
        if not _NATIONAL_ONLY.search(text, max(0, match.start() - 25), match.end())
    ]
    dates = months.find(text)
    for index, match in enumerate(matches):
        got = match.groupdict()
        title = got["title"] or got["title2"] or got["title3"]
        title = _CUT.sub("", title).strip(' “”"«»') if title else None
        number = got["number"] or got["number3"]
        if number is None and (title is None or not title[:1].isupper()):
            continue
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        day = _date_of(text, dates, match, limit)
        exact = day is not None and day.exact == "day"
        yield LawCited(
            number=number.rstrip(".-/") if number else None,
            title=title,
            adopted=day.day if day is not None and exact else None,
            year=day.day.year if day is not None else None,
            place=passage.part(start + match.start(), start + match.end()),
            start=start + match.start(),
            end=start + match.end(),
        )


def _date_of(text: str, dates: list[months.Dated], match: re.Match[str], limit: int) -> months.Dated | None:
    """A date within the law's name or right beside it: "approved on 17 March 2023 (Law No. 212)", "..., in 2022"."""
    for date in dates:
        inside = match.start() <= date.start < match.end()
        after = match.end() <= date.start < limit and _BESIDE.fullmatch(text[match.end() : date.start])
        before = date.end <= match.start() and _LEADING.fullmatch(text[date.end : match.start()])
        if inside or after or before:
            return date
    return None


_BESIDE: Final = re.compile(
    r"[\s,()]*(?:which\s+\w+(?:\s+[\w’']+){0,18}?,?\s+)?(?:\(?as\s+amended\)?\s+)?(?:adopted|approved|enacted|signed|promulgated|in\s+force|dated|of|in|on|from|since|от|в|"
    r"принят\w*|\s|,)*[\s(]*"
)
_LEADING: Final = re.compile(r"\s*(?:года?\s*)?\(?\s*(?:the\s+)?")
