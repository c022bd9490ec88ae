"""Tables with a column of recommendations, whose cells come as lines one after another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qorgau.reading.submissions.demanding import is_question
from qorgau.reading.submissions.pieces import Piece
from qorgau.reading.submissions.shapes import tells

HEAD_WORDS = 6
AHEAD = 24


def is_head_of_column(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line "Recommendations" stands beside the heads of other columns, above cells of which some demand."""
    piece, before = pieces[at], pieces[at - 1] if at else None
    if (
        piece.is_marked
        or piece.is_heading_style
        or piece.body.endswith(":")
        or len(piece.body.split()) > HEAD_WORDS
    ):
        return False
    if (
        before is None
        or not _is_cell(before)
        or before.is_bold != piece.is_bold
        or len(before.body.split()) > HEAD_WORDS
    ):
        return False
    cells = cells_after(pieces, at)
    asking = [order for order, each in enumerate(cells) if is_cell_of_demand(each)]
    # the first cell of the first row is in another column, and between two rows stand other cells
    return bool(asking) and asking[0] > 0 and any(second - first > 1 for first, second in pairwise(asking))


def cells_after(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """The lines that may be cells, up to the next line that surely is none."""
    cells: list[Piece] = []
    for piece in pieces[at + 1 : at + 1 + AHEAD]:
        if not _is_cell(piece):
            break
        cells.append(piece)
    return cells


def _is_cell(piece: Piece) -> bool:
    return not piece.is_heading_style and len(piece.body) < 600 and not piece.body.endswith(":")


def is_cell_of_demand(piece: Piece) -> bool:
    """Whether a cell, or a paragraph of one, tells somebody to do something."""
    return (
        tells(piece.body)
        and len(piece.body.split()) > 2
        and not (is_question(piece.body) and len(piece.body) < 40)
    )
