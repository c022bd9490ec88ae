"""Whether a word broken at a hyphen keeps it: by how the document writes it elsewhere, then by the word's shape."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, pairwise

from qorgau.reading.repairing.compound_words import (
    AFTER_ANY,
    AFTER_KNOWN,
    ALWAYS,
    BEFORE_WORDS,
    CLOSED,
    CLOSERS,
    COUNTED,
    COUNTING_ENDS,
    NEVER,
    NUMBERS,
    PAIRS,
    SHORT,
    TO_INDEFINITE,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SPLIT = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})[-‐¬] (?=([^\W\d_]{2,}))")
_BROKEN = ("- ", "‐ ", "¬ ")
# "судебно-/медицинский": the stem of one adjective with "о", and a whole adjective.
_STEM_IN_O = re.compile(r"[а-яё]{2,}(?:[льрнтвбджчшц]н|ск|цк|[оеи]в|лог)о")
_ADJECTIVE = re.compile(
    r"[а-яё]{3,}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими)"
)
# "әлеуметтік-/экономикалық": two adjectives of one ending.
_KAZAKH = re.compile(r"[а-яёәғқңөұүһі]{2,}(?:лық|лік|дық|дік|тық|тік)")
_LONG, _ENDING = 6, 3  # letters of a long word, of an ending
_STEM_OF_SECOND = 3


class Words:
    """Which words a document uses, to settle how a split one was whole."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each word stands in the document, in small letters; of a compound also each part and pair."""
        counted = Counter(chain.from_iterable(_WORD.findall(text.lower()) for text in self._texts))
        for compound in [each for each in counted if "-" in each]:
            for part in _parts_of(compound):
                counted[part] += counted[compound]
        counted.subtract(self._halves())
        return counted

    def _halves(self) -> Iterator[str]:
        """What stands alone only because a line broke there."""
        for text in self._texts:
            if any(sign in text for sign in _BROKEN):
                for found in SPLIT.finditer(text):
                    yield from (half.lower() for half in found.groups())

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(each for each, count in self.counted.items() if count > 0)

    def keeps_hyphen(self, first: str, second: str) -> bool:
        """Whether the hyphen at which a line broke is the word's own."""
        one, other = first.lower(), second.lower()
        plain, compound = self.counted[one + other], self.counted[f"{one}-{other}"]
        if plain == compound:
            plain, compound = self._inflected(one, other), self._inflected(f"{one}-", other)
        if plain != compound:
            return compound > plain
        return _by_case(first, second) or self._by_shape(one, other)

    def _inflected(self, first: str, second: str) -> int:
        """Whether the document has the word with another ending: 1 or 0."""
        stem = first + second[: max(_STEM_OF_SECOND, len(second) - _ENDING)]
        at = bisect_left(self._ordered, stem)
        longest = len(first) + len(second) + _ENDING
        near = self._ordered[at : at + 1]
        return int(any(each.startswith(stem) and len(each) <= longest for each in near))

    def _by_shape(self, first: str, second: str) -> bool:
        if first + second in CLOSED:
            return False
        if second in AFTER_ANY:
            return first not in NEVER
        if _is_pair(first, second) or _are_adjectives(first, second):
            return True
        if first in NUMBERS:
            return _is_counted(first, second, alone=self._alone(second))
        if first in ALWAYS:
            return len(second) >= _ENDING
        if first in BEFORE_WORDS:
            return second in AFTER_KNOWN or (self._alone(second) and second not in CLOSERS)
        return second == "up" or self._are_words(first, second)

    def _are_words(self, first: str, second: str) -> bool:
        """Whether both parts are words of the document, and not such as belong to one closed word."""
        if first in NEVER or second in CLOSERS or not (self._alone(first) and self._alone(second)):
            return False
        if len(second) < _ENDING:
            return second in SHORT
        if first.isascii():
            return len(first) >= _ENDING
        return len(first) > _ENDING and first[-1] not in "оеё"  # "право-нарушение": the vowel joins one word

    def _alone(self, word: str) -> bool:
        return self.counted[word] > 0


def _parts_of(compound: str) -> list[str]:
    parts = compound.split("-")
    return [*parts, *("-".join(pair) for pair in pairwise(parts) if len(parts) > 2)]


def _by_case(first: str, second: str) -> bool:
    """ "HIV-/positive" and "non-/State"; a heading in capitals says nothing."""
    return (first.isupper() and second.islower()) or (second[:1].isupper() and not first.isupper())


def _is_pair(first: str, second: str) -> bool:
    if second == "то":
        return first in TO_INDEFINITE
    return any(
        (first == one if len(one) < _LONG else first.startswith(one)) and second.startswith(other)
        for one, other in PAIRS
    )


def _are_adjectives(first: str, second: str) -> bool:
    if _STEM_IN_O.fullmatch(first):
        return len(second) >= _LONG and bool(_ADJECTIVE.fullmatch(second))
    return bool(_KAZAKH.fullmatch(first) and _KAZAKH.fullmatch(second))


def _is_counted(first: str, second: str, *, alone: bool) -> bool:
    """ "five-/person", but "seven-/teen" and "ten-/sion"."""
    if second in COUNTED:
        return True
    if second.startswith(COUNTING_ENDS) or second in CLOSERS:
        return False
    return alone if first in ("one", "ten") else len(second) >= _ENDING
