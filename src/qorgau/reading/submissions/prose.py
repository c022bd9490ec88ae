"""Demands within running text: "we recommend that ..."; told by the authors' own voice, never by a committee's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qorgau.reading.citing import sentences
from qorgau.reading.source import Place
from qorgau.reading.submissions.demanding import is_question, state_owes
from qorgau.reading.submissions.found import Section, Wanted
from qorgau.reading.submissions.pieces import Piece
from qorgau.reading.submissions.urging import is_reported, urges

EMPTY = re.compile(r"\b(?:following|below|annex|attached)\b|следующ|ниже", re.IGNORECASE)
BARE = "the sentence says what the State should do"
OWN_VOICE = "the authors recommend it in their own voice within the text"


def wanted_in(piece: Piece, section: Section) -> Iterator[Wanted]:
    """The sentences of a paragraph that demand something; those that only say "should" are marked as unsure."""
    for start, end in sentences.spans(piece.body):
        text = piece.body[start:end]
        how, sure = _told(text)
        if how:
            place = Place(piece.line.number, piece.start + start, piece.start + end, piece.line.page)
            kind = "question" if is_question(text) else "recommendation"
            yield Wanted(text, place, kind, section, how, sure, 0)


def _told(text: str) -> tuple[str, float]:
    if len(text.split()) < 6 or text.endswith(":"):
        return "", 0.0
    if urges(text) and not EMPTY.search(text):
        return OWN_VOICE, 0.75
    if state_owes(text) and not is_reported(text):
        return BARE, 0.5
    return "", 0.0


def is_bare(wanted: Wanted) -> bool:
    """Whether only a "should" tells it: such sentences count only in a submission without any list of demands."""
    return wanted.how == BARE
