"""Whether a sentence asks the State for something, worries, welcomes or questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from qorgau.reading.structure.wordings import BY_LANGUAGE, ENGLISH, QUESTIONS, WELCOMES

# what a body is told or notes is no request of its own
_RETOLD = re.compile(
    r"\b(?:notes?|noted|noting|observes|informed|statement|explanation|assurance|regrets|concerned|concern)"
    r"(?: [\w’,]+){0,8}? that\b|\b(?:отмечает|принимает к сведению|обеспокоен|сожалеет)[\w\s,]{0,60}?,? что\b"
)


def _either(parts: Iterable[str]) -> str:
    return "(?:" + "|".join(parts) + ")"


@cache
def _asking(language: str) -> re.Pattern[str]:
    words = BY_LANGUAGE.get(language, ENGLISH)
    body = f"{_either(words.bodies)}{words.between}{_either(words.asks)}"
    return re.compile(f"{body}|{_either(words.alone)}")


@cache
def _owing(language: str) -> re.Pattern[str]:
    words = BY_LANGUAGE.get(language, ENGLISH)
    return re.compile(f"{_either(words.states)}{words.between}{_either(words.must)}")


@cache
def _worrying(language: str) -> re.Pattern[str]:
    return re.compile(_either(BY_LANGUAGE.get(language, ENGLISH).worries))


_WELCOMING = re.compile(_either(WELCOMES))
_QUESTIONING = re.compile(_either(QUESTIONS))


@lru_cache(maxsize=8192)
def recommends(sentence: str, language: str) -> bool:
    """Whether a sentence asks the State to do something, as its main statement."""
    asked = _asking(language).search(sentence)
    if asked and not _told_by_others(sentence[: asked.start() + 1]):
        return True
    owed = _owing(language).search(sentence)
    if owed is None:
        return False
    before = sentence[: owed.start() + 1]
    return not _worrying(language).search(before) and not _RETOLD.search(before)


def _told_by_others(before: str) -> bool:
    return bool(re.search(r"\b(?:that|что)\s+(?:the\s+)?$", before))


@lru_cache(maxsize=8192)
def worries(sentence: str, language: str) -> bool:
    """Whether a sentence says that something is wrong."""
    return bool(_worrying(language).search(sentence))


@lru_cache(maxsize=8192)
def welcomes(sentence: str) -> bool:
    """Whether a sentence says that something is good."""
    return bool(_WELCOMING.search(sentence))


@lru_cache(maxsize=8192)
def questions(sentence: str) -> bool:
    """Whether a sentence is a question to the State ("please provide")."""
    return bool(_QUESTIONING.search(sentence))
