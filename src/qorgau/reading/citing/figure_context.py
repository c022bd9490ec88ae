"""What a sentence says around a figure: its period, who said it, which footnote it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qorgau.reading.citing.months import MONTH
from qorgau.reading.citing.passage import Call
from qorgau.reading.citing.symbol import SymbolKind, try_parse

_YEAR: Final = r"(?:19|20)\d\d"
_WHEN: Final = rf"(?:\d{{1,2}}\s+{MONTH}\s+{_YEAR}|{MONTH}\s+{_YEAR}|{_YEAR})"
_COUNT: Final = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|год|два|три|четыре|пять|десять|двух|трех|трёх|четырех|пяти|десяти)"
_PERIOD: Final = re.compile(
    rf"\b(?:between|from)\s+{_WHEN}\s+(?:and|to|until|through)\s+{_WHEN}"
    rf"|\b(?:in|during|for|over)\s+(?:the\s+)?(?:period\s+)?(?:years?\s+)?{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)\b|\b{_YEAR}\s?[-–]\s?{_YEAR}\b"
    rf"|\b(?:over|during|in|for|within)\s+the\s+(?:past|last|previous|preceding)\s+(?:{_COUNT}\s+)?(?:years?|months?|decade|weeks?)"
    rf"|\bduring\s+the\s+(?:reporting\s+period|period\s+under\s+review)|\bin\s+the\s+(?:reporting\s+period|period\s+under\s+review)"
    rf"|\b(?:in|during)\s+(?:the\s+)?(?:first|second|third|fourth|last)\s+(?:\w+\s+)?(?:half|quarter|months?)\s+of\s+{_YEAR}"
    rf"|\b(?:in\s+)?(?:early|late|mid-?)\s*(?:{MONTH}\s+)?{_YEAR}"
    rf"|\b(?:as\s+(?:of|at)|by\s+the\s+end\s+of|at\s+the\s+end\s+of|until|since|on|in|by|during|before|after)\s+(?:the\s+(?:events|start|beginning)\s+of\s+)?{_WHEN}"
    rf"|\b(?:с|со)\s+{_WHEN}\s+(?:года\s+)?(?:по|до)\s+{_WHEN}(?:\s+(?:год\w*|гг?\.))?|\bв\s+{_YEAR}\s?[-–]\s?{_YEAR}\s+(?:год\w*|гг\.)"
    rf"|\bза\s+(?:последние|последний|прошедшие|минувшие)\s+(?:{_COUNT}\s+)?(?:лет|года?|месяц\w*)|\b(?:в|за|на|с|по\s+состоянию\s+на|к|в\s+течение)\s+{_WHEN}(?:\s+(?:год\w*|г\.))?"
    rf"|\bв\s+(?:отчетный|рассматриваемый)\s+период|\bза\s+(?:отчетный|рассматриваемый)\s+период",
    re.IGNORECASE,
)
_ANY: Final = (
    r"(?:State\s+[Pp]arty|delegation|Government|[Aa]uthorities|Ombuds(?:person|man)|Prosecutor(?:[’']s\s+Office|-General|\s+General)|General\s+Prosecutor(?:[’']s\s+Office)?|"
    r"(?:[A-Z][\w’'-]*\s+(?:(?:of|for|on|and|the|against)\s+)*){0,7}(?:Office|Agency|Ministr(?:y|ies)|Minister|Committee|Commission(?:er)?|Courts?|Service|Department|Bureau|Police|Council|Centre|Coalition|Mechanism|Foundation|Institute|Watch|International|Administration|Inspectorate))"
)
_OF_WHAT: Final = r"(?:Ministry|Department|Office|Agency|Committee|Commission|Bureau|Court|Council|Service|Centre|Institute|Coalition)\s+(?:of|for|on|against)\s+(?:the\s+)?[A-Z][\w’'-]*(?:,?(?:\s+(?:and|of|for|on|the|in))*\s+[A-Z][\w’'-]*){0,7}"
_INSTITUTION: Final = rf"(?:{_OF_WHAT}|{_ANY})"
_AND_ANOTHER: Final = rf"(?:\s+and\s+(?:the\s+|by\s+the\s+)?{_INSTITUTION})?"
_SAID: Final = re.compile(
    rf"(?:\b(?:provided|submitted|reported|given|stated|announced|published|supplied|presented|issued|furnished|collected|documented|registered|recorded|indicated)\s+by\s+(?:the\s+)?(?P<by>{_INSTITUTION}{_AND_ANOTHER})"
    rf"|\b[Aa]ccording\s+to\s+(?:(?:the\s+)?(?:official\s+)?(?:information|data|statistics|figures|reports?|estimates?)\s+(?:\w+\s+){{0,3}}(?:of|by|from)\s+)?(?:the\s+)?(?P<to>{_INSTITUTION}{_AND_ANOTHER})"
    rf"|(?P<subject>{_INSTITUTION})\s+(?:has\s+|had\s+|have\s+)?(?:also\s+)?(?:reported|stated|announced|said|informed|indicated|claimed|argued|explained|noted\s+that|declared|published|registered|recorded|documented|opened|received)"
    rf"|(?P<state>State\s+party|delegation)[’']s\s+(?:statement|explanation|report|repl\w+|information|data|assertion))"
)
_SAID_RU: Final = re.compile(
    r"(?:\b[Пп]о\s+(?:данным|информации|сведениям|сообщени\w+)\s+(?P<po>[^,.;:]{3,60})|\b[Пп]редставленн\w+\s+(?P<pr>государством-участником|делегацией|правительством|[А-ЯЁ][\w\s-]{3,50})"
    r"|\b[Сс]огласно\s+(?:данным|информации|сведениям|статистике)\s+(?P<so>[^,.;:]{3,60}))"
)
_DONE_BY: Final = re.compile(rf"\bby\s+(?:the\s+)?({_INSTITUTION}{_AND_ANOTHER})")
_RIGHT_BEHIND: Final = 2  # characters
_ACTS_NEAR: Final = 200
_STATE_KINDS: Final = (SymbolKind.REPLIES, SymbolKind.REPORT, SymbolKind.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods that a sentence names, by offsets."""

    spans: tuple[tuple[int, int, str], ...]

    def nearest(self, start: int, end: int) -> str | None:
        """The period right behind a figure, "16 in 2008", else the nearest."""
        if not self.spans:
            return None
        behind = [one for one in self.spans if 0 <= one[0] - end <= _RIGHT_BEHIND]
        if behind:
            return behind[0][2]
        return min(self.spans, key=lambda one: min(abs(one[0] - end), abs(start - one[1])))[2]


def periods(sentence: str) -> Periods:
    """Every period or day that a sentence names, as written."""
    return Periods(tuple((m.start(), m.end(), _shown(m.group())) for m in _PERIOD.finditer(sentence)))


def _shown(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip()
    return re.sub(
        r"^(?:in|during|on|over|в|за)\s+(?:the\s+)?(?=\d|past|last|[A-Z]|early|late|mid)", "", words
    )


def agency(sentence: str, at: int, source: str | None) -> str | None:
    """Who said a figure: the one who provided or stated it, else who acted, else the State where its reply is the source."""
    said, done = _sayings(sentence)
    before = [one for one in said if one[0] <= at]
    if said:
        return _named((before or said)[-1 if before else 0][1])
    acting = [words for start, words in done if abs(start - at) <= _ACTS_NEAR]
    if acting:
        return _named(acting[0])
    parsed = try_parse(source.split(",")[0]) if source else None
    return "State party" if parsed is not None and parsed.kind in _STATE_KINDS else None


@lru_cache(maxsize=4)  # all figures of a sentence ask the same
def _sayings(sentence: str) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
    """Who a sentence says to have stated something, and who to have done something, with their offsets."""
    matches = (*_SAID.finditer(sentence), *_SAID_RU.finditer(sentence))
    said = tuple((match.start(), next(group for group in match.groups() if group)) for match in matches)
    return said, tuple((match.start(), match[1]) for match in _DONE_BY.finditer(sentence))


def _named(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def source_of(calls: list[tuple[int, Call]], at: int) -> str | None:
    """The footnote of a figure: the first called behind it in the sentence, else the last before."""
    behind = [call for offset, call in calls if offset >= at]
    ahead = [call for offset, call in calls if offset < at]
    call = behind[0] if behind else (ahead[-1] if ahead else None)
    if call is None:
        return None
    shown = []
    for citation in call.footnote.symbols:
        word = "paras." if len(citation.paragraphs) > 1 else "para."
        shown.append(
            f"{citation.symbol}, {word} {', '.join(citation.paragraphs)}"
            if citation.paragraphs
            else citation.symbol
        )
    return "; ".join(shown) or call.footnote.text[:200]
