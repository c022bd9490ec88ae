"""What stands on page after page and belongs to none: running headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:page|стр\.?|с\.|бет)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?[-–—\s]*", re.I
)
_EDGE = 3  # how many lines from the top or bottom may be furniture


def furniture(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Page and line (from 0) of each line that repeats at the edge of pages; numbers within may differ."""
    edges = [_edges(len(page)) for page in pages]
    shapes = Counter(
        shape
        for page, places in zip(pages, edges, strict=True)
        for shape in {_shape(page[line]) for line in places if page[line].strip()}
    )
    least = max(2, min(len(pages) // 3, 5))
    found = set()
    for number, (page, places) in enumerate(zip(pages, edges, strict=True)):
        for line in places:
            bare = bool(_NUMBER.fullmatch(page[line])) and len(pages) > 1
            if bare or (len(page[line]) < 120 and shapes[_shape(page[line])] >= least):
                found.add((number, line))
    return _outermost(found, edges)


def _edges(length: int) -> list[int]:
    return sorted({*range(min(_EDGE, length)), *range(max(0, length - _EDGE), length)})


def _shape(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _outermost(found: set[tuple[int, int]], edges: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Only lines with nothing but furniture between them and the edge: "10" within a page is text."""
    kept = set()
    for number, places in enumerate(edges):
        length = places[-1] + 1 if places else 0
        for walk in (range(length), range(length - 1, -1, -1)):
            for line in walk:
                if (number, line) not in found:
                    break
                kept.add((number, line))
    return kept
