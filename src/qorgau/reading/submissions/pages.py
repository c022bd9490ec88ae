"""Numbers of pages and running heads that stand between the lines of a paper and would tear its lists apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from qorgau.reading.submissions.pieces import Mark, Piece

_NUMBER = re.compile(
    r"^\W{0,3}(?:page\s+|стр\.?\s+|с\.\s+)?\d{1,3}(?:\s*(?:/|of|из|sur|de)\s*\d{1,3})?\W{0,3}$", re.IGNORECASE
)
_LONGEST_HEAD = 100  # letters
_RECURS = 2


def without_furniture(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines without page numbers, and without a line that comes again beside them on page after page."""
    numbers = [at for at, piece in enumerate(pieces) if _is_page_number(piece)]
    beside = Counter(
        _words(pieces[each]) for at in numbers for each in (at - 1, at + 1) if _is_line(pieces, each)
    )
    heads = {words for words, count in beside.items() if count >= _RECURS or _is_title(words, pieces)}
    dropped = set(numbers)
    dropped |= {
        each
        for at in numbers
        for each in (at - 1, at + 1)
        if _is_line(pieces, each) and _words(pieces[each]) in heads
    }
    return [piece for at, piece in enumerate(pieces) if at not in dropped]


def _is_page_number(piece: Piece) -> bool:
    return (
        piece.line.cell is None and piece.mark is Mark.NONE and bool(_NUMBER.match(piece.line.text.strip()))
    )


def _is_line(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line may be a running head: short, without a mark, and not the paper's first."""
    if not 0 < at < len(pieces):
        return False
    piece = pieces[at]
    plain = piece.mark is Mark.NONE and piece.line.cell is None and not piece.is_heading_style
    return (
        plain
        and len(piece.body) <= _LONGEST_HEAD
        and not _NUMBER.match(piece.body)
        and piece.body[-1] not in ".;:?!"
    )


def _is_title(words: str, pieces: Sequence[Piece]) -> bool:
    """Whether it was on the first page before: the paper's or its author's name."""
    return any(_words(piece) == words for piece in pieces[:4])


def _words(piece: Piece) -> str:
    return piece.line.text.strip().casefold()
