"""Words as they are searched: by their stems, so that every form of a word finds it, and numbers as they stand."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.lawbook import Language
from qorgau.reading.classifying.words import language_of, stem

_SEPARATORS = str.maketrans(dict.fromkeys(",;:.!?\"'«»“”„—–-()[]{}", " "))


def searched(texts: Iterable[tuple[str, str]], *, as_written: Iterable[str] = ()) -> str:
    """The column that a search looks into. texts: language and words; as_written: symbols and numbers."""
    stems = dict.fromkeys(
        stem(word, language_of(language)) for language, text in texts for word in _words(text)
    )
    return f" {' '.join([*(each.casefold() for each in as_written), *stems])}"


def wanted(typed: str) -> list[frozenset[str]]:
    """For each word that somebody typed, the beginnings of words of which the column must hold one."""
    return [frozenset(f" {form}" for form in _forms(word)) for word in typed.casefold().split()]


def _forms(word: str) -> set[str]:
    # Nobody says in which language they search; the word itself finds symbols and the beginnings of stems.
    stems = {stem(word, language) for language in Language} if word.isalpha() else set()
    return {form for form in (word, *stems) if form}


def _words(text: str) -> list[str]:
    return text.casefold().translate(_SEPARATORS).split()
