"""The three lists of 2,048 words by which a code is read aloud, written down and typed."""

from enum import StrEnum
from functools import cache
from importlib.resources import files

WORDS_IN_LIST = 2048
_KAZAKH_ONLY = str.maketrans("әғқңөұүһі", "агкноуухи")


class WordLanguage(StrEnum):
    """The languages in which a code is shown; the same bytes have words in each."""

    KAZAKH = "kk"
    """Kazakh, in the Cyrillic spelling in use."""
    RUSSIAN = "ru"
    """Russian, written with е for ё."""
    ENGLISH = "en"
    """English."""


@cache
def words_of(language: WordLanguage) -> tuple[str, ...]:
    """The list of a language, in the order that gives each word its number."""
    listed = files("qorgau.sealing").joinpath("words", f"{language.value}.txt").read_text(encoding="utf-8")
    return tuple(listed.split())


@cache
def numbers_of(language: WordLanguage) -> dict[str, int]:
    """Each word of a language with its number, 0 to 2,047."""
    return {word: number for number, word in enumerate(words_of(language))}


@cache
def numbers_without_kazakh_letters() -> dict[str, int]:
    """The Kazakh words as typed where the nine Kazakh letters are missing, with their numbers."""
    return {plain_letters(word): number for word, number in numbers_of(WordLanguage.KAZAKH).items()}


def plain_letters(word: str) -> str:
    """The word with the letters of a Russian keyboard in place of the Kazakh ones."""
    return word.translate(_KAZAKH_ONLY)


def words_beginning(typed: str, *, language: WordLanguage) -> tuple[str, ...]:
    """The words of a list that begin with what was typed, for choosing instead of typing on."""
    start = typed.strip().casefold().replace("ё", "е")
    return tuple(word for word in words_of(language) if start and word.startswith(start))
