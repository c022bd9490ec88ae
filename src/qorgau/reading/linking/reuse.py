"""Finds the runs of words that two texts share, across inflection: which words of one stand where in the other."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence

from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.reading.classifying.sorting import sorter_of
from qorgau.reading.classifying.words import Words, language_of, words_of
from qorgau.reading.linking.links import Aligned, Reuse
from qorgau.reading.linking.prepared import own_words

SHORTEST = 5  # words of a run that counts as reuse; shorter runs are the common stock of the genre

_Run = tuple[int, int, int]  # first own word on the left, on the right, number of words


def text_reuse(
    left: str,
    right: str,
    *,
    language: str = "en",
    other_language: str | None = None,
    shortest: int = SHORTEST,
    vocabulary: TreatyVocabulary | None = None,
) -> Reuse:
    """The runs of at least `shortest` words that both texts have; for whole documents as for single recommendations."""
    known = vocabulary or load_treaty_vocabulary()
    sides = []
    for text, spoken in ((left, language_of(language)), (right, language_of(other_language or language))):
        words = words_of(text, spoken)
        sides.append((words, own_words(words, sorter_of(known, spoken))))
    return reuse_of(sides[0][0], sides[0][1], sides[1][0], sides[1][1], shortest=shortest)


def reuse_of(
    left: Words, left_own: Sequence[int], right: Words, right_own: Sequence[int], *, shortest: int = SHORTEST
) -> Reuse:
    """The same for texts that are split into words already; formulas are passed over."""
    if (right.text, tuple(right_own)) < (left.text, tuple(left_own)):
        # always worked out from the same side, so that swapping the texts only swaps the answer
        swapped = reuse_of(right, right_own, left, left_own, shortest=shortest)
        return Reuse(_swapped(swapped.spans), swapped.words, swapped.share_right, swapped.share_left)
    one = [left.stems[index] for index in left_own]
    two = [right.stems[index] for index in right_own]
    length = max(1, min(shortest, len(one), len(two)))
    runs = sorted(_tiles(one, two, length))
    spans = tuple(_aligned(run, left, left_own, right, right_own) for run in runs)
    shared = sum(run[2] for run in runs)
    return Reuse(spans, shared, shared / max(1, len(one)), shared / max(1, len(two)))


def _tiles(one: Sequence[str], two: Sequence[str], length: int) -> Iterator[_Run]:
    """Runs that overlap on neither side, the longest taken first."""
    heap = [(-n, i, j) for i, j, n in _maximal(one, two, length)]
    heapq.heapify(heap)
    used_one, used_two = bytearray(len(one)), bytearray(len(two))
    while heap:
        n, i, j = heapq.heappop(heap)
        free = list(_free(i, j, -n, used_one, used_two))
        if free == [(i, j, -n)]:
            used_one[i : i - n] = b"\1" * -n
            used_two[j : j - n] = b"\1" * -n
            yield i, j, -n
            continue
        for part in free:
            if part[2] >= length:
                heapq.heappush(heap, (-part[2], part[0], part[1]))


def _maximal(one: Sequence[str], two: Sequence[str], length: int) -> Iterator[_Run]:
    """Every pair of places from which at least `length` words agree, extended as far as they do."""
    begins: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(two) - length + 1):
        begins[tuple(two[j : j + length])].append(j)
    for i in range(len(one) - length + 1):
        for j in begins.get(tuple(one[i : i + length]), ()):
            if i and j and one[i - 1] == two[j - 1]:
                continue  # part of a run that began earlier
            n = length
            while i + n < len(one) and j + n < len(two) and one[i + n] == two[j + n]:
                n += 1
            yield i, j, n


def _free(i: int, j: int, n: int, used_one: bytearray, used_two: bytearray) -> Iterator[_Run]:
    """The parts of a run that no longer run has taken."""
    start = 0
    for k in range(n + 1):
        if k == n or used_one[i + k] or used_two[j + k]:
            if k > start:
                yield i + start, j + start, k - start
            start = k + 1


def _aligned(
    run: _Run, left: Words, left_own: Sequence[int], right: Words, right_own: Sequence[int]
) -> Aligned:
    i, j, n = run
    pairs = zip(left_own[i : i + n], right_own[j : j + n], strict=True)
    return Aligned(
        left.starts[left_own[i]],
        left.ends[left_own[i + n - 1]],
        right.starts[right_own[j]],
        right.ends[right_own[j + n - 1]],
        n,
        sum(left.word(a).lower() != right.word(b).lower() for a, b in pairs),
    )


def _swapped(spans: Sequence[Aligned]) -> tuple[Aligned, ...]:
    turned = (
        Aligned(s.right_start, s.right_end, s.left_start, s.left_end, s.words, s.inflected) for s in spans
    )
    return tuple(sorted(turned, key=lambda span: (span.left_start, span.right_start)))
