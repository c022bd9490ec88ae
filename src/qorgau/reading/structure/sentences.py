"""Where sentences begin and end, not misled by abbreviations, numbers of laws and closing quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]

# "... in prisons. (arts. 6 and 7) The State party": the articles belong to what stands before them
_ARTICLES = r"(?:\s*\((?:arts?\.|articles?\s|ст\.|стать)[^()]{1,60}(?:\(\w{1,4}\)[^()]{0,40}){0,8}\)\.?)?"
_END = re.compile(rf"[.!?…](?:[”»\"’)\]]*){_ARTICLES}(?:\s*\*+)?\s+(?=[“«\"‘(\[]*[A-ZÀ-ÝА-ЯЁ])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:No|Nos|arts?|paras?|chap|sect|Mr|Mrs|Ms|Dr|St|vs|pp?|ed|cf|Add|Corr|Rev|Inc|Ltd|Gen|Col|Prof"
    r"|núm|núms|párrs?|párr|inc|Sr|Sra|par|al|ст|стт|п|пп|гл|им|см|г|гг|ч|т\. ?е|т\. ?д|напр|дол)"
    r"|\b[A-ZА-Я]|\b[A-Z]\.[A-Z])\.$"
)

# Looked back at so far only: the whole sentence once for each of its dots takes minutes where there are thousands.
_LONGEST_ABBREVIATED = 12


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text as spans; blanks between them belong to none."""
    spans, start = [], 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and _ABBREVIATED.search(
            text[max(start, match.start() - _LONGEST_ABBREVIATED) : match.start() + 1]
        ):
            continue
        spans.append((start, match.start() + len(match[0].rstrip())))
        start = match.end()
    spans.append((start, len(text)))
    return tuple(span for span in (trimmed(text, s) for s in spans) if span[0] < span[1])


def trimmed(text: str, span: Span) -> Span:
    """A span without the blanks at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
