"""A line that stands alone and tells somebody to do something, and lines that only look so."""

from __future__ import annotations

import re

from qorgau.reading.submissions.demanding import is_imperative, is_question
from qorgau.reading.submissions.pieces import Piece
from qorgau.reading.submissions.urging import is_reported

FEWEST, MOST = 5, 60  # words
# What is said to the reader, and gerunds that open a sentence about something else.
TO_READER = re.compile(
    r"^(?:open\s+letter|forgive|excuse|thank|see|note|notice|consider|take|recall|remember|imagine|contact|visit|follow|read|check|look|download|compare|let|suppose|click|view|subscribe|turn|given|"
    r"cover|design|photo|print|please\s+(?:contact|see|note|find|cite)|\w+ing|смотри|см|обратите|читайте|заметим)\b|^\w+(?:йте|ите|ьте)\b",
    re.IGNORECASE,
)
# "Somebody's submission to the Committee": a name may look like a verb, a paper's title is none.
TITLE = re.compile(
    r"^(?:\S+\s+){0,7}?\S*(?:['’]s?|s['’])\s+(?:\w+\s+){0,2}(?:submission|report|statement|comments?|contribution|response|letter)\b",
    re.IGNORECASE,
)


def tells_alone(piece: Piece, text: str) -> bool:
    """Whether a line without any mark begins with a verb that tells somebody to do something, as a cell of a table."""
    if piece.is_marked or not FEWEST <= len(text.split()) <= MOST or text.endswith(":") or TITLE.match(text):
        return False
    if is_reported(text):
        return False
    return is_imperative(text) and text[:1].isupper() and not TO_READER.match(text) and not is_question(text)
