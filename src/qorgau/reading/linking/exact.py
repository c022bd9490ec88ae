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
    others = _Others(right)
    for item in left:
        found = [(right[number].item.id, reuse) for number, reuse in others.reused_in(item)]
        yield from _ranked(item.item.id, found)


class _Others:
    """The items of the right side, looked up by the runs of words in them."""

    def __init__(self, items: Sequence[Prepared]) -> None:
        self.items = items
        self._runs = [frozenset(_shingles(item.own_stems)) for item in items]
        self._with: dict[int, list[int]] = defaultdict(list)
        self._equal: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            self._equal[item.own_stems].append(number)
            for run in self._runs[number]:
                self._with[run].append(number)

    def reused_in(self, item: Prepared) -> Iterator[tuple[int, Reuse]]:
        """The items of which enough stands in this one, or the other way round."""
        same = self._equal.get(item.own_stems, []) if item.own_stems else []
        for number in (*same, *self._near(item, frozenset(same))):
            other = self.items[number]
            reuse = reuse_of(item.words, item.own, other.words, other.own)
            if number in same or (reuse.share >= ENOUGH and reuse.words >= _FEWEST):
                yield number, reuse

    def _near(self, item: Prepared, same: frozenset[int]) -> Iterator[int]:
        """The items that share so many runs that alignment could find enough, those with most first."""
        runs = _shingles(item.own_stems)
        shared: Counter[int] = Counter()
        for run in set(runs):
            numbers = self._with.get(run, ())
            if len(numbers) <= _COMMON:
                shared.update(numbers)
        for number, _ in shared.most_common(_LOOKED_AT):
            least = max(_FEWEST, ENOUGH * min(len(item.own), len(self.items[number].own)))
            if number not in same and _covered(runs, self._runs[number]) >= least:
                yield number


def _shingles(stems: tuple[str, ...]) -> list[int]:
    return [hash(stems[i : i + SHORTEST]) for i in range(len(stems) - SHORTEST + 1)]


def _covered(runs: Sequence[int], others: frozenset[int]) -> int:
    """How many words stand in a run that the other has: no alignment can find more."""
    words, until = 0, 0
    for start, run in enumerate(runs):
        if run in others:
            words += start + SHORTEST - max(start, until)
            until = start + SHORTEST
    return words


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
