"""The code: 88 random bits, shown as 8 words of 2,048. It is the only key to a mailbox.

The bytes are what counts, so a code noted in one language can be typed in another. It holds no
check digits: a word that is one letter off is in no list, and is asked about, never guessed.
"""

import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Self

from qorgau.sealing.near_words import nearest
from qorgau.sealing.refusal import SealingRefusal
from qorgau.sealing.word_lists import (
    WORDS_IN_LIST,
    WordLanguage,
    numbers_of,
    numbers_without_kazakh_letters,
    words_of,
)

CODE_BYTES = 11
CODE_WORDS = 8
_BITS = 11
_BETWEEN_WORDS = re.compile(r"[\s,.;:·•/|_\-–—0-9()\[\]\"'«»]+")


class MistypedCode(SealingRefusal):
    """A code cannot be read: which word it is, and which words may be meant."""

    def __init__(self, why: str, *, place: int | None = None, meant: tuple[str, ...] = ()) -> None:
        """place: the word's number from 1, none where the count is wrong; meant: words to offer."""
        super().__init__(why)
        self.place = place
        self.meant = meant


class WrongWordCount(MistypedCode):
    """A code has eight words, no more and no fewer."""


class UnknownWord(MistypedCode):
    """A word stands in none of the three lists."""


class DoubtfulWord(MistypedCode):
    """A word of another language than the rest is one letter away from a word of theirs."""


@dataclass(frozen=True, kw_only=True)
class Code:
    """Eleven random bytes. Never written to a disk, a log or an address by this software."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what is not eleven bytes."""
        if len(self.raw) != CODE_BYTES:
            raise MistypedCode(f"A code has {CODE_BYTES} bytes; this has {len(self.raw)}.")

    @classmethod
    def of(cls, numbers: list[int]) -> Self:
        """The code whose words have these numbers."""
        value = 0
        for number in numbers:
            value = value << _BITS | number
        return cls(raw=value.to_bytes(CODE_BYTES, "big"))

    def words(self, language: WordLanguage | str) -> tuple[str, ...]:
        """The eight words of this code in a language (`kk`, `ru` or `en`)."""
        listed = words_of(WordLanguage(language))
        value = int.from_bytes(self.raw, "big")
        places = range(CODE_WORDS - 1, -1, -1)
        return tuple(listed[value >> _BITS * place & WORDS_IN_LIST - 1] for place in places)


def new_code() -> Code:
    """A new code from the system's randomness."""
    return Code(raw=secrets.token_bytes(CODE_BYTES))


def read_code(typed: str) -> Code:
    """The code that was typed, in any of the languages; what is unclear is asked about.

    Case, spaces, commas, numbering, ё for е and missing Kazakh letters are forgiven.
    Raises WrongWordCount, UnknownWord or DoubtfulWord, each with the place and what may be meant.
    """
    words = _split(typed)
    if len(words) != CODE_WORDS:
        raise WrongWordCount(
            f"A code has {CODE_WORDS} words; here are {len(words)}. Check whether a word is missing "
            "or stands there twice."
        )
    found = [_languages_of(word) for word in words]
    for place, (word, languages) in enumerate(zip(words, found, strict=True), start=1):
        if not languages:
            raise _unknown(word, place)
    main = _main_language(found)
    for place, (word, languages) in enumerate(zip(words, found, strict=True), start=1):
        _require_sure(word, place, languages, main)
    return Code.of([_number(languages, main) for languages in found])


def _split(typed: str) -> list[str]:
    plain = unicodedata.normalize("NFC", typed).casefold().replace("ё", "е")
    return [word for word in _BETWEEN_WORDS.split(plain) if word]


def _languages_of(word: str) -> dict[WordLanguage, int]:
    exact = {each: numbers_of(each)[word] for each in WordLanguage if word in numbers_of(each)}
    if exact:
        return exact
    number = numbers_without_kazakh_letters().get(word)
    return {} if number is None else {WordLanguage.KAZAKH: number}


def _main_language(found: list[dict[WordLanguage, int]]) -> WordLanguage:
    return max(WordLanguage, key=lambda language: sum(language in languages for languages in found))


def _number(languages: dict[WordLanguage, int], main: WordLanguage) -> int:
    return languages.get(main, next(iter(languages.values())))


def _unknown(word: str, place: int) -> UnknownWord:
    meant = tuple(
        dict.fromkeys(near for language in WordLanguage for near in nearest(word, words_of(language)))
    )
    offer = f"Did you mean: {', '.join(meant)}?" if meant else "Look at your note again."
    return UnknownWord(f"Word {place}, «{word}», is in none of the lists. {offer}", place=place, meant=meant)


def _require_sure(word: str, place: int, languages: dict[WordLanguage, int], main: WordLanguage) -> None:
    # A slip of one letter in a Russian word can give a Kazakh one: it is asked about, not taken.
    meant = () if main in languages else nearest(word, words_of(main), within=1)
    if meant:
        raise DoubtfulWord(
            f"Word {place}, «{word}», is of another language than the rest. Did you mean: "
            f"{', '.join(meant)}? If not, type the whole code in one language.",
            place=place,
            meant=meant,
        )
