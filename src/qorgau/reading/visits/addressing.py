"""To whom a recommendation of a visit speaks: the body it names as the one that should act."""

from __future__ import annotations

import re

from qorgau.reading.document import Recommendation

_BODY = (
    r"(?:(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*\s+|(?:national|competent|prison|police|local|federal|relevant|responsible|government|state)\s+){0,4}"
    r"(?:[Mm]inistr(?:y|ies)|[Gg]overnment|[Ss]tate\s+[Pp]arty|[Aa]uthorit(?:y|ies)|[Pp]arliament|[Pp]rosecutors?(?:[’']s)?(?:\s+[Oo]ffice)?|[Oo]mbuds\w+|"
    r"[Mm]echanism|[Aa]dministration|[Dd]epartment|[Dd]irectorate|[Dd]irectors?|[Hh]eads?|[Gg]overnors?|[Mm]anagement|[Cc]ommittee|[Cc]ommissioner|[Aa]gency|"
    r"[Ss]ervice|[Cc]ourts?|[Jj]udiciary|[Pp]olice|[Cc]ouncil|[Oo]ffice)"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?[\w’'-]+(?:\s+(?:and\s+)?[A-Z][\w’'-]*)*)?)"
)
_TOLD = re.compile(
    rf"\b(?:recommends?\s+(?:that|to)|urges?|calls?\s+(?:up)?on|requests?|asks?|invites?|encourages?|advises?)\s+(?P<who>{_BODY})"
)
_SUBJECT = re.compile(rf"^\W*(?P<who>{_BODY})\s+(?:should|must|shall|is\s+to|are\s+to|needs?\s+to)\b")
_RU_BODY = (
    r"(?:государств\w+-участник\w*|правительств\w+|министерств\w+(?:\s+[а-яё]+){0,3}|генеральн\w+\s+прокуратур\w+|прокуратур\w+|парламент\w*|администраци\w+(?:\s+[а-яё]+){0,3}|"
    r"комитет\w*(?:\s+[а-яё-]+){0,3}|департамент\w*(?:\s+[а-яё-]+){0,3}|уполномоченн\w+\s+по\s+правам\s+человека|власт\w+|руководств\w+(?:\s+[а-яё]+){0,2})"
)
_RU_TOLD = re.compile(
    rf"(?:рекоменду\w+|предлага\w+|призыва\w+|прос\w+)\s+(?P<who>{_RU_BODY}?)(?=\s*(?:[,:]|$)|\s+(?:[а-яё]+(?:ть|ти|чь)(?:ся)?\b|следует))",
    re.IGNORECASE,
)
_RU_SUBJECT = re.compile(
    rf"^\W*(?P<who>{_RU_BODY}?)\s+(?:следует|необходимо|надлежит|должн\w+)", re.IGNORECASE
)
_TO = re.compile(rf"^(?:[Rr]ecommendations?\s+)?(?:[Tt]o|[Ff]or)\s+(?P<who>{_BODY})\b")


def addressees_of(recommendation: Recommendation) -> tuple[str, ...]:
    """The body that its words, its lead or its heading name; empty where none is named."""
    lead = recommendation.lead or ""
    for text in (recommendation.text, lead):
        for pattern in (_SUBJECT, _TOLD, _RU_SUBJECT, _RU_TOLD):
            if found := pattern.search(text):
                return (_name(found["who"]),)
    found = _TO.match(recommendation.heading or "")
    return (_name(found["who"]),) if found else ()


def _name(text: str) -> str:
    return re.sub(r"^the\s+", "", text.strip(), flags=re.IGNORECASE)
