"""Finds pairs of which most of the shorter text stands in the other; what else is compared makes no difference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from qorgau.reading.linking.links import How, Link, Reuse
from qorgau.reading.linking.prepared import Prepared
from qorgau.reading.linking.reuse import SHORTEST, reuse_of

ENOUGH = 0.6  # of the shorter text
_FEWEST = 8  # words in common, unless the texts are equal
_LOOKED_AT = 25  # pairs aligned for one item, those with most runs in common first
# A run of words in more items than this says nothing about a pair; only for finding pairs, never in the shares.
_COMMON = 400


def exact_links(left: Sequence[Prepared], right: Sequence[Prepared]) -> Iterator[Link]:
    """The links by exact reuse, item by item."""
    index = _index(right)
    equal = _equal(right)
    for item in left:
        found = [(right[number].item.id, reuse) for number, reuse in _reused(item, right, index, equal)]
        yield from _ranked(item.item.id, found)


def _index(items: Sequence[Prepared]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for shingle in _shingles(item.own_stems):
            found[shingle].append(number)
    return found


def _equal(items: Sequence[Prepared]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        found[item.own_stems].append(number)
    return found


def _shingles(stems: tuple[str, ...]) -> set[int]:
    return {hash(stems[i : i + SHORTEST]) for i in range(len(stems) - SHORTEST + 1)}


def _reused(
    item: Prepared,
    right: Sequence[Prepared],
    index: dict[int, list[int]],
    equal: dict[tuple[str, ...], list[int]],
) -> Iterator[tuple[int, Reuse]]:
    shared: Counter[int] = Counter()
    for shingle in _shingles(item.own_stems):
        numbers = index.get(shingle, ())
        if len(numbers) <= _COMMON:
            shared.update(numbers)
    same = set(equal.get(item.own_stems, ())) if item.own_stems else set()
    looked_at = [
        number for number, runs in shared.most_common(_LOOKED_AT) if _could_be(item, right[number], runs)
    ]
    for number in (*sorted(same), *(n for n in looked_at if n not in same)):
        other = right[number]
        reuse = reuse_of(item.words, item.own, other.words, other.own)
        if number in same or (reuse.share >= ENOUGH and reuse.words >= _FEWEST):
            yield number, reuse


def _could_be(item: Prepared, other: Prepared, runs: int) -> bool:
    """Whether so many runs of the shortest length could make up enough of the shorter text."""
    return runs * SHORTEST >= ENOUGH * min(len(item.own), len(other.own))


def _ranked(left: str, found: list[tuple[str, Reuse]]) -> Iterator[Link]:
    """Rank and margin among exact links alone, so that further documents do not change them."""
    found.sort(key=lambda each: (-each[1].share, -each[1].words, each[0]))
    shares = [reuse.share for _, reuse in found]
    for rank, (right, reuse) in enumerate(found, start=1):
        yield Link(left, right, How.EXACT_REUSE, reuse.share, rank, margin(shares, rank), reuse=reuse)


def margin(scores: Sequence[float], rank: int) -> float:
    """By how much the first leads the second, as a share of its score; for others, how far behind the first they lie."""
    first = scores[0]
    if not first:
        return 0.0
    if rank > 1:
        return (scores[rank - 1] - first) / first
    return (first - scores[1]) / first if len(scores) > 1 else 1.0
