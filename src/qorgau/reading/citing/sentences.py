"""Where a sentence begins and ends, in official prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

# what ends in a full stop and is no end of a sentence
_SHORT = re.compile(
    r"(?:\b(?:arts?|paras?|par|p[áa]rrs?|nos?|vols?|pp?|eds?|op|cit|cf|ibid|i\.e|e\.g|etc|approx|Mr|Mrs|Ms|Dr|St|Inc|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Add|Corr|Rev|SR|"
    r"ст|стст|п|пп|пункт|ч|г|гг|см|тыс|млн|млрд|руб|чел|т\.е|т\.д|т\.п|др|им)|\b[A-ZА-Я])\.$",
    re.IGNORECASE,
)
_MARGIN = 75
_END = re.compile(r"[.!?]+[\"”»’)\]]*(?=\s|$)|\n+|;(?=\s*\n)")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as offsets, in order, without white space at the ends."""
    start = 0
    for end in _END.finditer(text):
        if end.group()[0] == "." and _SHORT.search(text[max(0, end.start() - 8) : end.start() + 1]):
            continue
        if end.group()[0] == "\n" and _goes_on(text, end.start()):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, at: int) -> bool:
    """Whether a line was only broken at the margin: it is long, and ends in a word or a comma."""
    line = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    return len(line) >= _MARGIN and (line[-1].isalnum() or line[-1] == ",")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - (len(piece) - len(piece.rstrip()))
    if left < right:
        yield left, right
