"""What stands above a leaf: the words of the items that it is below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from qorgau.reading.structure.outline import Part
from qorgau.reading.structure.sentences import Span


@dataclass(frozen=True, slots=True)
class Above:
    """The items of a part that have items of their own, by their marks: where each begins, and its own words."""

    words: dict[str, list[tuple[int, str]]]

    @classmethod
    def of(cls, text: str, part: Part) -> Above:
        """Every item's own words, told in one walk: a list may have thousands of items."""
        children: dict[tuple[str, ...], list[int]] = {}
        for item in part.items:
            for depth in range(1, len(item.path)):
                children.setdefault(item.path[:depth], []).append(item.span[0])
        for starts in children.values():
            starts.sort()
        words: dict[str, list[tuple[int, str]]] = {}
        for item in part.items:
            if item.parent:
                own = _own_words(text, item.span, children.get(item.path, ()))
                words.setdefault(f"{_marks(item.path)}(", []).append((item.span[0], own))
        return cls(words)

    def words_for(self, name: str, start: int) -> list[str]:
        """The words that the leaf of that name and place completes, besides the lead; of a list begun anew the last."""
        opens = [at for at, sign in enumerate(name) if sign == "("]
        marks = {name[first : last + 1] for first, last in combinations(opens, 2)}
        last = [_last_before(self.words[each], start) for each in marks & self.words.keys()]
        return [words for _, words in sorted(each for each in last if each)]


def _last_before(own: Sequence[tuple[int, str]], start: int) -> tuple[int, str] | None:
    at = bisect_right(own, start, key=itemgetter(0))
    return own[at - 1] if at else None


def _own_words(text: str, span: Span, children: Sequence[int]) -> str:
    """An item's words before the first item below it; `children` are where these begin, in order."""
    first = bisect_right(children, span[0])
    end = min([span[1], *children[first : first + 1]])
    return text[span[0] : end].rstrip(" (ivxabc").rstrip()


def _marks(path: Sequence[str]) -> str:
    return "".join(f"({mark})" for mark in path)
