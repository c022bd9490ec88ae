"""What the State under review said of the recommendations listed below a paragraph."""

from __future__ import annotations

import re

NUMBERED = re.compile(
    r"\brecommendations?\s+(?:Nos?\.?|numbers?|№)\s*(?P<numbers>\d[\d.,\sand–-]*)", re.IGNORECASE
)
IMPLEMENTED = re.compile(
    r"déjà\s+été\s+(?:appliquées|mises)|ya\s+(?:se\s+han|han\s+sido)\s+aplicad|already\s+(?:been\s+)?implemented|process\s+of\s+(?:being\s+)?implement|уже\s+выполнен",
    re.IGNORECASE,
)
PENDING = re.compile(
    r"will\s+be\s+(?:further\s+)?examined|will\s+provide\s+(?:its\s+)?(?:responses?|answers?)|under\s+consideration|будут\s+рассмотрены|представит\s+ответ|seront\s+(?:\w+\s+)?examinées|serán\s+(?:\w+\s+)?examinadas|examinará\b|y\s+répondra|dará\s+(?:su\s+)?respuesta",
    re.IGNORECASE,
)
REJECTED = re.compile(
    r"(?:not|n’t|n't)\s+(?:enjoy|have|support|accept)\w*|rejected|cannot\s+(?:be\s+)?(?:accept|support)|не\s+(?:получил\w*|пользу\w+|поддерж\w+)|отклонен|ne\s+(?:recueillent|bénéficient)\s+pas|n[’']ont\s+pas\s+(?:recueilli|été\s+acceptées)|rejetées|no\s+(?:cuentan|gozan|han\s+recibido)|rechazad",
    re.IGNORECASE,
)
NOTED = re.compile(
    r"\bnoted\b|\btakes?\s+note|приняты?\s+к\s+сведению|pris\s+note|prend\s+note|tomado\s+nota|toma\s+nota",
    re.IGNORECASE,
)
SUPPORTED = re.compile(
    r"enjoy(?:s|ed)?\s+(?:(?:the|its|their|full)\s+){0,2}support|\baccept(?:ed|s)?\b|supported|поддерж\w+|принят\w*|recueill\w+\s+(?:son|l[’']|leur)\s*(?:adhésion|appui|assentiment)|bénéficient\s+de|été\s+acceptées|cuentan\s+con|gozan\s+del|aceptad",
    re.IGNORECASE,
)
LISTS = re.compile(r"recomm[ae]ndation|рекомендаци|recomendaci", re.IGNORECASE)


def position_of(text: str) -> str | None:
    """ "supported", "noted", "pending" or "rejected" by the words before a list; None if they say none of these."""
    for position, pattern in (
        ("pending", PENDING),
        ("noted", NOTED),
        ("rejected", REJECTED),
        ("supported", SUPPORTED),
    ):
        if pattern.search(text):
            return position
    return "supported" if IMPLEMENTED.search(text) else None


def opens_list(text: str) -> bool:
    """Whether a numbered paragraph may open a list of recommendations."""
    return bool(LISTS.search(text)) and (position_of(text) is not None or text.rstrip().endswith(":"))


def implemented_numbers(text: str) -> tuple[str, ...]:
    """The numbers that a paragraph calls implemented: "recommendations Nos. 7, 8 and 9 above have already been"."""
    if not IMPLEMENTED.search(text):
        return ()
    return tuple(number for found in NUMBERED.finditer(text) for number in _spread(found["numbers"]))


def _spread(numbers: str) -> list[str]:
    found: list[str] = []
    for part in re.findall(r"\d+(?:\.\d+)?(?:\s*[–-]\s*\d+)?", numbers):
        ends = re.split(r"\s*[–-]\s*", part)
        if len(ends) == 2 and ends[0].isdigit():
            found.extend(str(each) for each in range(int(ends[0]), int(ends[1]) + 1))
        else:
            found.append(ends[0])
    return found
