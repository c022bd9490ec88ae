"""A long document in parts: about a hundred paragraphs at a time, cut at a heading wherever one is near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from qorgau.reading.document import Document, Paragraph, Recommendation

_LEAST, _ABOUT, _MOST = 70, 100, 130
_WHOLE = 150
"""What a document, or the rest of one, may hold and still stand on one page. A leaf counts as a paragraph."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """The paragraphs from `first` up to `end`, which is not in it."""

    number: int
    first: int
    end: int

    def __contains__(self, index: int) -> bool:
        """Whether the paragraph of that place is in it."""
        return self.first <= index < self.end


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading where it begins: before which paragraph, and how deep below others."""

    index: int
    depth: int
    words: str


def headings_of(paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """Every heading once, where it begins."""
    found: list[Heading] = []
    before: tuple[str, ...] = ()
    for index, each in enumerate(paragraphs):
        now = each.headings or ((each.heading,) if each.heading else ())
        found += [
            Heading(index=index, depth=depth, words=words)
            for depth, words in enumerate(now)
            if now[: depth + 1] != before[: depth + 1]
        ]
        before = now
    return tuple(found)


def parts_of(paragraphs: Sequence[Paragraph]) -> tuple[Part, ...]:
    """The document in parts; a short one is one part."""
    ends = [0, *accumulate(max(1, len(each.leaves)) for each in paragraphs)]
    depths: dict[int, int] = {}
    for heading in headings_of(paragraphs):
        depths.setdefault(heading.index, heading.depth)
    starts = [0]
    while ends[-1] - ends[starts[-1]] > _WHOLE:
        cut = _cut(ends, depths, starts[-1])
        if cut >= len(paragraphs):
            break
        starts.append(cut)
    limits = [*starts, len(paragraphs)]
    return tuple(
        Part(number=number, first=first, end=end) for number, (first, end) in enumerate(pairwise(limits), 1)
    )


def _cut(ends: Sequence[int], depths: dict[int, int], start: int) -> int:
    """Where the next part begins: at the highest heading within reach, else after about a hundred paragraphs."""
    reach = [index for index in range(start + 1, len(ends)) if ends[index] - ends[start] <= _MOST] or [
        start + 1
    ]
    within = [index for index in reach if ends[index] - ends[start] >= _LEAST] or reach[-1:]
    deepest = len(ends)
    return min(
        within, key=lambda index: (depths.get(index, deepest), abs(ends[index] - ends[start] - _ABOUT), index)
    )


def index_of(document: Document, at: str) -> int | None:
    """The paragraph that an address means: "p12" by place, "14(a)" or "art2.1" by its own number."""
    place = at.removeprefix("p-").removeprefix("p")
    if at.startswith("p") and place.isascii() and place.isdigit():
        return int(place) if len(place) < 7 and int(place) < len(document.paragraphs) else None
    wanted = at.removeprefix("l-")
    for index, each in enumerate(document.paragraphs):
        if each.number == wanted or any(leaf.id == wanted for leaf in each.leaves):
            return index
    asked = next((each for each in document.recommendations if each.id == wanted), None)
    return None if asked is None else holding(document, asked.place.line)


def holding(document: Document, line: int) -> int | None:
    """The paragraph in which a line of the source stands."""
    before = [index for index, each in enumerate(document.paragraphs) if each.place.line <= line]
    return before[-1] if before else None


def apart_from_leaves(document: Document) -> dict[int, list[Recommendation]]:
    """Recommendations whose number no paragraph and no leaf has, as of visits: by the paragraph that holds their words."""
    known = {each.number for each in document.paragraphs}
    known |= {leaf.id for each in document.paragraphs for leaf in each.leaves}
    found: dict[int, list[Recommendation]] = {}
    for asked in document.recommendations:
        if asked.id not in known and (index := holding(document, asked.place.line)) is not None:
            found.setdefault(index, []).append(asked)
    return found
