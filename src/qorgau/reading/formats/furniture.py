"""What stands on page after page and belongs to none: running headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_COUNTED = re.compile(r"(?P<first>\d{1,4})\s+(?P<after>\D.*)|(?P<before>.*\D)\s+(?P<last>\d{1,4})")
_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:page|стр\.?|с\.|бет)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?[-–—\s]*", re.I
)
_EDGE = 3  # how many lines from the top or bottom may be furniture


def furniture(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Page and line (from 0) of each line that repeats at the edge of pages; a page number within may count up."""
    edges = [_edges(len(page)) for page in pages]
    shapes = Counter(
        shape
        for number, (page, places) in enumerate(zip(pages, edges, strict=True))
        for shape in {_shape(page[line], number) for line in places if page[line].strip()}
    )
    least = max(2, min(len(pages) // 3, 5))
    found = set()
    for number, (page, places) in enumerate(zip(pages, edges, strict=True)):
        for line in places:
            bare = bool(_NUMBER.fullmatch(page[line])) and (len(pages) > 1 or page[line].strip() == "1")
            shape = _shape(page[line], number)
            if bare or (
                len(page[line]) < 120 and shapes[shape] >= (least if shape[1] is None else least + 1)
            ):
                found.add((number, line))
    return _outermost(found, edges)


def _edges(length: int) -> list[int]:
    return sorted({*range(min(_EDGE, length)), *range(max(0, length - _EDGE), length)})


def _shape(line: str, page: int) -> tuple[str, int | None]:
    """What repeats of a line: all of it, or all but a page number at its end that counts up with the pages."""
    text = " ".join(line.split())
    found = _COUNTED.fullmatch(text)
    if found is None:
        return text, None
    return (found["after"] or found["before"]), int(found["first"] or found["last"]) - page


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
