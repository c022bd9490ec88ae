"""Finds the cues of a vocabulary in a text, all at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from qorgau.lawbook.treaty_vocabulary import Cue
from qorgau.lawbook.words import Language
from qorgau.reading.classifying.words import Words, stem

_GAP = 4  # words that may stand where a cue has "..."
_PART = re.compile(r"[^\W_]+\*?")


class _Kind(Enum):
    STEM = auto()
    PREFIX = auto()
    EXACT = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True)
class _Part:
    kind: _Kind
    form: str


@dataclass(frozen=True, slots=True)
class Found:
    """A cue found in a text: for which code, from which word to which (both included)."""

    code: str
    cue: Cue
    first: int
    last: int

    def within(self, other: Found) -> bool:
        """Whether it stands inside a longer cue that weighs as much or more."""
        inside = other.first <= self.first and self.last <= other.last
        inside = inside and abs(self.cue.weight) <= abs(other.cue.weight)
        return inside and (other.first, other.last) != (self.first, self.last)

    def lighter(self, other: Found) -> bool:
        """Whether another cue says more of the very same words."""
        same = (other.first, other.last) == (self.first, self.last)
        return same and (abs(other.cue.weight), other.cue.words) > (abs(self.cue.weight), self.cue.words)


@dataclass(frozen=True, slots=True)
class _Pattern:
    code: str
    cue: Cue
    parts: tuple[_Part, ...]


class CueIndex:
    """The cues of many codes in one language, looked up by their first word."""

    def __init__(self, cues: Iterable[tuple[str, Cue]], language: Language) -> None:
        """Take (code, cue) pairs; those of other languages are left out."""
        self._first: dict[str, list[_Pattern]] = defaultdict(list)
        self._prefixed: dict[str, list[_Pattern]] = defaultdict(list)
        for code, cue in cues:
            if cue.language is language:
                self._add(_Pattern(code, cue, tuple(_parts(cue.words, language))))

    def _add(self, pattern: _Pattern) -> None:
        first = pattern.parts[0]
        if first.kind is _Kind.PREFIX:
            self._prefixed[first.form[:3]].append(pattern)
        else:
            self._first[first.form.lower()].append(pattern)

    def find(self, words: Words) -> Iterator[Found]:
        """Every cue with its place, from the first word on."""
        for index, stemmed in enumerate(words.stems):
            small = words.word(index).lower()
            patterns = [*self._first.get(stemmed, ()), *self._prefixed.get(small[:3], ())]
            if small != stemmed:
                patterns += [p for p in self._first.get(small, ()) if p.parts[0].kind is _Kind.EXACT]
            for pattern in patterns:
                last = _follow(pattern.parts, words, index)
                if last is not None:
                    yield Found(pattern.code, pattern.cue, index, last)


def _parts(cue: str, language: Language) -> Iterator[_Part]:
    for piece in cue.split():
        if piece == "...":
            yield _Part(_Kind.GAP, "")
        elif piece.startswith("="):
            yield from (_Part(_Kind.EXACT, word) for word in _PART.findall(piece))
        else:
            for word in _PART.findall(piece):
                prefix = word.endswith("*")
                small = word.lower().rstrip("*").replace("ё", "е")
                yield _Part(_Kind.PREFIX, small) if prefix else _Part(_Kind.STEM, stem(word, language))


def _follow(parts: tuple[_Part, ...], words: Words, index: int) -> int | None:
    """The last word of the cue if it stands at this word, or None."""
    at = index
    gap = 0
    last = index
    for part in parts:
        if part.kind is _Kind.GAP:
            gap = _GAP
            continue
        stop = min(at + gap + 1, len(words))
        place = next((i for i in range(at, stop) if _fits(part, words, i)), None)
        if place is None or words.clauses[place] != words.clauses[index]:
            return None
        last, at, gap = place, place + 1, 0
    return last


def _fits(part: _Part, words: Words, index: int) -> bool:
    if part.kind is _Kind.STEM:
        return words.stems[index] == part.form
    word = words.word(index)
    if part.kind is _Kind.EXACT:
        return word == part.form or (part.form.islower() and word.lower() == part.form)
    return word.lower().replace("ё", "е").startswith(part.form)
