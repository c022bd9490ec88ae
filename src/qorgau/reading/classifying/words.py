"""A text as words: where each stands, and its stem in the text's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from threading import local

import snowballstemmer

from qorgau.lawbook.words import Language
from qorgau.reading.classifying.kazakh import kazakh_stem

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_CLAUSE_END = re.compile(r"[.;:!?•]")


class _Stemmers(local):
    """A stemmer keeps the word that it works on, so each thread has its own; a lock would stop a copy of the process."""

    def __init__(self) -> None:
        self.english: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
        self.russian: Callable[[str], str] = snowballstemmer.stemmer("russian").stemWord


_STEMMERS = _Stemmers()


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its words in order: in small letters, stems, where each begins and ends, the number of its clause."""

    text: str
    small: tuple[str, ...]
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clauses: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.stems)

    def word(self, index: int) -> str:
        """The word as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def said(self, first: int, last: int) -> str:
        """The text from one word to another, both included."""
        return self.text[self.starts[first] : self.ends[last]]


def language_of(code: str | None) -> Language:
    """The language by its code; what is none of the three is read as English."""
    try:
        return Language((code or "en")[:2].lower())
    except ValueError:
        return Language.EN


def words_of(text: str, language: Language) -> Words:
    """Split a text into words; parts of hyphenated words count as words, an English 's does not."""
    possessives = {found.start() + 1 for found in _POSSESSIVE.finditer(text)}
    found = [each for each in _WORD.finditer(text) if each.start() not in possessives]
    starts = tuple(each.start() for each in found)
    small = tuple(each.group().lower().replace("ё", "е") for each in found)
    return Words(
        text,
        small,
        tuple(stem(word, language) for word in small),
        starts,
        tuple(each.end() for each in found),
        _clauses(text, starts),
    )


@lru_cache(maxsize=200_000)
def stem(word: str, language: Language) -> str:
    """The stem of one word; Latin letters are read as English in every language, Cyrillic in English as Russian."""
    small = word.lower().replace("ё", "е")
    if small.isascii():
        return small if small.isdigit() else _STEMMERS.english(small)
    return kazakh_stem(small) if language is Language.KK else _STEMMERS.russian(small)


def _clauses(text: str, starts: tuple[int, ...]) -> tuple[int, ...]:
    """For each word, how many ends of clauses come before it."""
    ends = [each.start() for each in _CLAUSE_END.finditer(text)]
    clauses, passed = [], 0
    for start in starts:
        while passed < len(ends) and ends[passed] < start:
            passed += 1
        clauses.append(passed)
    return tuple(clauses)
