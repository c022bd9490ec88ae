"""Items of an open list: what ends the list, and what is only a part of the item before it."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.reading.citing import sentences
from qorgau.reading.submissions.demanding import demands
from qorgau.reading.submissions.labels import after_label
from qorgau.reading.submissions.leads import LAW_SAYS
from qorgau.reading.submissions.pieces import Mark, Piece
from qorgau.reading.submissions.shapes import run_after, tells
from qorgau.reading.submissions.urging import is_reported

LONG = 160
LABEL = 5  # words of a label that ends in a full stop


def demands_first(text: str) -> bool:
    """Whether the first sentence demands something, and is no rule of a law and no recommendation of others."""
    spans = list(sentences.spans(text))
    if len(spans) > 1 and len(text[: spans[0][1]].split()) <= LABEL and after_label(text) is not None:
        spans = spans[1:]
    first = text[spans[0][0] : spans[0][1]] if spans else text
    return demands(first) and not LAW_SAYS.search(first) and not is_reported(first)


def is_other_text(piece: Piece, form: str) -> bool:
    """Whether a long marked paragraph, marked otherwise than the list's items, begins without a demand."""
    return bool(form) and piece.form != form and len(piece.body) > LONG and not demands_first(piece.body)


def fragments_after(pieces: Sequence[Piece], at: int) -> int:
    """How many lines below an item that ends in a colon only name what it speaks of ("- the Special Rapporteur")."""
    item = pieces[at]
    if not (item.is_marked and item.body.endswith(":") and tells(item.body)):
        return 0
    count = 0
    for piece in run_after(pieces, at):
        if piece.mark is not Mark.BULLET or tells(piece.body) or demands_first(piece.body):
            break
        count += 1
    return count


def is_part(piece: Piece, before: Piece) -> bool:
    """Whether a bullet, deeper than the item before it, demands nothing itself; letters and numbers count leaves."""
    return (
        piece.mark is Mark.BULLET
        and piece.depth > before.depth
        and before.is_marked
        and tells(before.body)
        and not tells(piece.body)
    )


def starts_anew(before: Piece, piece: Piece) -> bool:
    """Whether a number does not go on with the list: "1. Methodology" after "3. Restore ..." heads a chapter."""
    counted = before.sign.isdigit() and piece.sign.isdigit()
    return counted and before.form == piece.form and int(piece.sign) != int(before.sign) + 1
