"""Whether a sentence asks the State for something, worries, welcomes or questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from qorgau.reading.structure.tones import QUESTIONS, WELCOMES
from qorgau.reading.structure.wordings import BY_LANGUAGE, ENGLISH

# a duty that a body only tells of: "the Committee notes that, by law, the authorities must ..."
_TOLD = re.compile(
    r"\b(?:Committee|Subcommittee|SPT|[Ii]t)\b(?![’'])(?:\s+\w+){0,3}?\s+"
    r"(?:notes?|noted|welcomes?|observes?|takes|acknowledges?|appreciates?|commends?|recognizes?|is|remains|was|has|heard|learned|understands)\b"
    r"|\b(?:[Ww]hile|[Aa]lthough|[Dd]espite|[Nn]otwithstanding|[Nn]oting|[Ww]elcoming|which|whom|whereby)\b"
    r"|\b[Rr]ecall(?:s|ing|ed) that (?:it|the Committee|in its)\b"
    r"|\b(?:told|said|complained|alleged|claimed|argued)\b(?: [\w-]+){0,4} that\b"
    r"|\b(?:informed|stat(?:ed|ement)|explained|explanation|assur(?:ed|ance))\b"
    # what others say should be done; a committee's own view is a demand
    r"|\b(?:[Пп]о (?:словам|мнению|утверждению|заявлению)|[Сс]огласно)\b(?! Комитета)|\b[Кк]ак (?:сообщил|заявил|указал|отметил)[аио]?\b(?! Комитет)"
    r"|\b(?:[Aa]ccording to|[Ii]n the (?:view|opinion|words) of) (?:the )?(?:delegation|representatives?|State party|Government|report|Ministry|Minister)\b"
    r"|\b[Ss]elon (?:la délégation|l[’']État|le Gouvernement)|\b[Ss]egún (?:la delegación|el Estado|el Gobierno)"
    r"|(?:\b[Кк]омитет\b|(?:^|[.;,]\s|\bи )[Оо]н\b)[\w\s,]{0,40}?(?:отмечает|приветству|принимает|обеспокоен|сожалеет|признает)|\b(?:[Оо]тмечая|[Пп]риветствуя|[Хх]отя|которы[йеехм]\w*|согласно)\b"
)


def _either(parts: Iterable[str]) -> str:
    return "(?:" + "|".join(parts) + ")"


# "the requests", "its calls", "to recommendations": nouns of the same form
_NO_NOUN = "".join(
    rf"(?<!\b{word}\s)" for word in ("the", "its", "of", "to", "such", "these", "their", "for", "any", "with")
)


@cache
def _asking(language: str) -> re.Pattern[str]:
    words = BY_LANGUAGE.get(language, ENGLISH)
    body = f"{_either(words.bodies)}{words.between}{_NO_NOUN}{_either(words.asks)}"
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
    if asked and not _told_by_others(sentence[: asked.start() + 1]) and not _only_tells(asked[0]):
        return True
    owed = _owing(language).search(sentence)
    if owed is None or _TOLD.search(sentence[: owed.end()]):
        return False
    # a sentence that worries asks only where it begins with what the State should do
    return not _worrying(language).search(sentence[: owed.end()])


def _only_tells(words: str) -> bool:
    """Whether what stands between the body and the verb is its own statement: "notes with concern calls for ..."."""
    return bool(
        re.search(r"\b(?:notes?|noting|welcomes?|concerned (?:about|at|by)|regrets)\b(?![^.]*\band\b)", words)
    )


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
