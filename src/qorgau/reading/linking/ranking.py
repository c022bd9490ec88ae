"""Ranks candidates by the words and notions they share: BM25 finds them, a share that can be explained orders them."""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qorgau.reading.linking.links import Because
from qorgau.reading.linking.prepared import NOTION, SUBJECT, Prepared

_WORDS_SHOWN = 8
_MARKS = (NOTION, SUBJECT)
_SUBJECT_COUNTS = 1.5  # how many times a subject in common counts as much as a word as rare
_WIDENED = 3  # how many more candidates BM25 gives than are kept
_SOFTENED = (
    0.75  # how much the length of the longer text counts: 1 as much as that of the shorter, 0 not at all
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item of the right side with its score; `number` is its place there."""

    number: int
    score: float


class Ranking:
    """The items of one language, ready to be asked which of them are nearest to another item."""

    def __init__(self, items: Sequence[Prepared], numbers: Sequence[int]) -> None:
        """Take the items and, for each, the number by which it is called in answers."""
        import bm25s  # it brings a compiler with it: a second that only whoever links waits for

        logging.getLogger("bm25s").setLevel(logging.WARNING)
        self.items = items
        self.language = items[0].language
        self._numbers = numbers
        frequency = Counter(token for item in items for token in set(item.tokens))
        self._weight = {
            token: math.log(1 + (len(items) - seen + 0.5) / (seen + 0.5)) * _counts(token)
            for token, seen in frequency.items()
        }
        self._unseen = math.log(1 + (len(items) + 0.5) / 0.5)
        self._said = [frozenset(item.tokens) for item in items]
        self._across = [_of_any_language(said) for said in self._said]
        self._index = bm25s.BM25(method="lucene")
        self._index.index([list(item.tokens) or [""] for item in items], show_progress=False)

    def nearest(self, asked: Sequence[Prepared], *, top: int) -> Iterator[list[Candidate]]:
        """For each item asked about, the best candidates, best first."""
        queries = [self._question(item) for item in asked]
        wanted = min(len(self.items), max(10, top * _WIDENED))
        found = self._index.retrieve(
            [sorted(query) or [""] for query in queries], k=wanted, show_progress=False, return_as="tuple"
        )
        for item, query, places, weights in zip(asked, queries, found.documents, found.scores, strict=True):
            said = self._said if item.language is self.language else self._across
            mine = self._sum(query)
            candidates = [
                Candidate(self._numbers[place], self._score(query, mine, said[place]))
                for place, weight in zip(places.tolist(), weights.tolist(), strict=True)
                if weight > 0
            ]
            yield sorted(candidates, key=lambda each: (-each.score, each.number))[:top]

    def because(self, asked: Prepared, other: Prepared) -> Because:
        """What both say: the rarest words first, the notions, the subjects."""
        shared = self._question(asked) & set(other.tokens)
        rarest = sorted(shared, key=lambda token: (-self._weight.get(token, self._unseen), token))
        words = [token for token in rarest if not token.startswith(_MARKS)]
        return Because(
            tuple(
                (asked.words.word(asked.places[word]), other.words.word(other.places[word]))
                for word in words[:_WORDS_SHOWN]
            ),
            tuple(token.removeprefix(NOTION) for token in rarest if token.startswith(NOTION)),
            tuple(code for code in asked.subjects if code in other.subjects),
            opposed=opposed(asked, other),
        )

    def _question(self, item: Prepared) -> frozenset[str]:
        """The tokens to ask by; across languages, notions, numbers and names in Latin letters."""
        if item.language is self.language:
            return frozenset(item.tokens)
        return _of_any_language(item.tokens)

    def _sum(self, tokens: Iterable[str]) -> float:
        weight, unseen = self._weight, self._unseen
        # summed exactly, so that the order of a set changes no score
        return math.fsum([weight.get(token, unseen) for token in tokens])

    def _score(self, query: frozenset[str], mine: float, other: frozenset[str]) -> float:
        """The weight of what both say, against the weight of each."""
        shared, theirs = self._sum(query & other), self._sum(other)
        short, long = sorted((mine, theirs))
        if not short:
            return 0.0
        against = short ** (1 - _SOFTENED / 2) * long ** (_SOFTENED / 2)
        return float(min(1.0, shared / against))


def opposed(one: Prepared, other: Prepared) -> bool:
    """Whether one says "not" of a word that the other says plainly: a person must look."""
    shared = one.places.keys() & other.places.keys()
    here, there = one.turned & shared, other.turned & shared
    return bool(here) != bool(there)


def _of_any_language(tokens: Iterable[str]) -> frozenset[str]:
    return frozenset(token for token in tokens if token.startswith(_MARKS) or token.isascii())


def _counts(token: str) -> float:
    return _SUBJECT_COUNTS if token.startswith(SUBJECT) else 1.0
