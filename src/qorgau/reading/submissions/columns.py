"""Tables in plain text, whose cells come as lines one after another without saying so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qorgau.reading.submissions.countries import is_state
from qorgau.reading.submissions.demanding import is_question
from qorgau.reading.submissions.headings import Heading, HeadingKind
from qorgau.reading.submissions.pieces import Piece
from qorgau.reading.submissions.shapes import tells

# Heads of columns beside which a column of recommendations is not the authors' own.
GRADES = re.compile(
    r"\b(?:positions?|status|supported|noted|accepted|(?:level|state|degree)\s+of\s+implementation|implementation|assessment|grades?|marks?|rating|"
    r"actions?\s+taken|measures\s+taken|progress|response\s+of\s+the|state(?:’s|'s)?\s+(?:party\s+)?(?:response|reply|position)|comments?|"
    r"статус|оценка|выполнени\w+|исполнени\w+|реализаци\w+|позици\w+|принятые\s+меры|комментари\w+)\b",
    re.IGNORECASE,
)
RECOMMENDATION = re.compile(r"^(?:№\s*)?(?:recommendations?|рекомендаци[яи])\b", re.IGNORECASE)
ABOUT = re.compile(
    r"^\s*(?:for|to|on|in|about|regarding|concerning|at|after|and|по|для|к|о|об)\b", re.IGNORECASE
)
# "95.66 Decriminalise defamation (Norway)": a recommendation of a review carries its number and its State.
OF_REVIEW = re.compile(r"^\d{2,3}\.\d{1,3}\b")
IN_BRACKETS = re.compile(r"\(([^()]{4,200})\)")
HEAD_WORDS = 6
LONGEST_CELL = 80
AHEAD = 24


def is_head_of_column(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line "Recommendations" stands beside the heads of other columns, above cells of which some demand."""
    piece, before = pieces[at], pieces[at - 1] if at else None
    if (
        piece.line.cell is not None
        or piece.is_marked
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


def is_head_of_others(pieces: Sequence[Piece], at: int) -> bool:
    """Whether "Recommendation" heads a column beside "Status" or "Action taken": recommendations that others made."""
    piece = pieces[at]
    if (
        piece.line.cell is not None
        or piece.is_marked
        or piece.is_heading_style
        or not RECOMMENDATION.match(piece.body)
    ):
        return False
    words = RECOMMENDATION.sub("", piece.body)
    if ABOUT.match(words):
        return False
    if (
        words
        and len(words.split()) <= 2 * HEAD_WORDS
        and not words.endswith((":", "."))
        and GRADES.search(words)
    ):
        return True
    return not words and at + 1 < len(pieces) and is_head_of_grades(pieces[at + 1])


def is_head_of_grades(piece: Piece) -> bool:
    """A short line such as "Action taken" or "Our grade"."""
    short = len(piece.body.split()) <= HEAD_WORDS and not piece.is_marked and not piece.is_heading_style
    return short and piece.body[-1] not in ".;:" and bool(GRADES.search(piece.body))


def ends_table(piece: Piece, heading: Heading | None) -> bool:
    """Whether a line is surely no cell of a table of others' recommendations."""
    if piece.is_heading_style or piece.is_bold or len(piece.body.split()) > LONGEST_CELL:
        return True
    return heading is not None and (heading.kind is not HeadingKind.THEME or piece.is_marked)


def is_from_review(piece: Piece) -> bool:
    """Whether it is a recommendation of a universal periodic review, with its number and the State that made it."""
    if not OF_REVIEW.match(piece.sign):
        return False
    named = [each for found in IN_BRACKETS.finditer(piece.body) for each in re.split(r"[;,]\s*", found[1])]
    return any(is_state(each.strip()) for each in named)


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
