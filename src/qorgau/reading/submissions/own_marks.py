"""Bullets that a paper keeps for its demands: whoever writes so means a demand by a single one as well."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.reading.submissions.demanding import owes
from qorgau.reading.submissions.pieces import Mark, Piece
from qorgau.reading.submissions.shapes import tells

LEAST = 4  # items
PLACES = 2  # lists


def own_marks(pieces: Sequence[Piece]) -> frozenset[str]:
    """The bullets below which, in several places of a paper, every line tells or says what should be done."""
    items: dict[str, list[Piece]] = {}
    places: dict[str, int] = {}
    before: str | None = None
    for piece in pieces:
        form = piece.form if piece.mark is Mark.BULLET and piece.line.cell is None else None
        if form is not None:
            items.setdefault(form, []).append(piece)
            places[form] = places.get(form, 0) + (form != before)
        before = form
    return frozenset(
        form
        for form, found in items.items()
        if len(found) >= LEAST and places[form] >= PLACES and all(map(_says_what_to_do, found))
    )


def _says_what_to_do(piece: Piece) -> bool:
    return tells(piece.body) or owes(piece.body)
