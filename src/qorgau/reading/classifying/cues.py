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

_REMEMBERED = 50_000  # words
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
    then: str | None  # the stem that must follow the first word at once, where the cue asks for one


class CueIndex:
    """The cues of many codes in one language, looked up by their first word."""

    def __init__(self, cues: Iterable[tuple[str, Cue]], language: Language) -> None:
        """Take (code, cue) pairs; those of other languages are left out."""
        self._first: dict[str, list[_Pattern]] = defaultdict(list)
        self._prefixed: dict[str, list[_Pattern]] = defaultdict(list)
        self._known: dict[tuple[str, str], tuple[_Pattern, ...]] = {}
        for code, cue in cues:
            if cue.language is language:
                parts = tuple(_parts(cue.words, language))
                self._add(_Pattern(code, cue, parts, _then(parts)))

    def _add(self, pattern: _Pattern) -> None:
        first = pattern.parts[0]
        if first.kind is _Kind.PREFIX:
            self._prefixed[first.form[:3]].append(pattern)
        else:
            self._first[first.form.lower()].append(pattern)

    def find(self, words: Words) -> Iterator[Found]:
        """Every cue with its place, from the first word on."""
        following = (*words.stems[1:], None)
        for index, (stemmed, small) in enumerate(zip(words.stems, words.small, strict=True)):
            for pattern in self._patterns(stemmed, small):
                if pattern.then is not None and pattern.then != following[index]:
                    continue
                last = _follow(pattern.parts, words, index)
                if last is not None:
                    yield Found(pattern.code, pattern.cue, index, last)

    def _patterns(self, stemmed: str, small: str) -> tuple[_Pattern, ...]:
        known = self._known.get((stemmed, small))
        return self._beginning(stemmed, small) if known is None else known

    def _beginning(self, stemmed: str, small: str) -> tuple[_Pattern, ...]:
        """The cues that may begin with this word; remembered, because few words make up most texts."""
        found = [*self._first.get(stemmed, ())]
        found += [p for p in self._prefixed.get(small[:3], ()) if small.startswith(p.parts[0].form)]
        if small != stemmed:
            found += [p for p in self._first.get(small, ()) if p.parts[0].kind is _Kind.EXACT]
        if len(self._known) < _REMEMBERED:
            self._known[stemmed, small] = tuple(found)
        return tuple(found)


def _then(parts: tuple[_Part, ...]) -> str | None:
    return parts[1].form if len(parts) > 1 and parts[1].kind is _Kind.STEM else None


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
    at = last = index
    gap = 0
    for part in parts:
        if part.kind is _Kind.GAP:
            gap = _GAP
            continue
        place = _place(part, words, at, min(at + gap + 1, len(words)))
        if place is None or words.clauses[place] != words.clauses[index]:
            return None
        last, at, gap = place, place + 1, 0
    return last


def _place(part: _Part, words: Words, at: int, stop: int) -> int | None:
    for index in range(at, stop):
        if _fits(part, words, index):
            return index
    return None


def _fits(part: _Part, words: Words, index: int) -> bool:
    if part.kind is _Kind.STEM:
        return words.stems[index] == part.form
    if part.kind is _Kind.PREFIX:
        return words.small[index].startswith(part.form)
    return words.word(index) == part.form or (part.form.islower() and words.small[index] == part.form)
