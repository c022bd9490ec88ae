"""Which numbers at the beginning of lines count the document's paragraphs, and are no list."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.reading.submissions.demanding import demands
from qorgau.reading.submissions.pieces import Mark, Piece


def numbered_through(pieces: Sequence[Piece], *, least: int = 6) -> frozenset[int]:
    """The lines (by number) of one chain 1, 2, 3 ... through the whole document, if most of them are running text."""
    chain: list[Piece] = []
    for piece in pieces:
        if piece.mark is Mark.NUMBER and piece.sign.isdigit() and int(piece.sign) == len(chain) + 1:
            chain.append(piece)
    long = [piece for piece in chain if len(piece.body) > 100]
    asking = [piece for piece in chain if demands(piece.body)]
    if len(asking) * 5 > len(chain) * 3:  # recommendations numbered on from chapter to chapter are a list
        return frozenset()
    if len(chain) < least or len(long) * 2 < len(chain) or not _spread(chain, pieces):
        return frozenset()
    return frozenset(piece.line.number for piece in chain)


def _spread(chain: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Paragraphs' numbers run through most of a document; a list's stand together."""
    span = chain[-1].line.number - chain[0].line.number
    whole = pieces[-1].line.number - pieces[0].line.number
    return span * 2 >= whole and span > len(chain)
