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

RU_NECESSARY = re.compile(
    r"^(?:необходимо|следует|целесообразно)\s+(?:[а-яё]+\s+){0,2}?[а-яё]+(?:ть|ти|чь)(?:ся)?\b", re.IGNORECASE
)
OPENS = re.compile(
    r"^(?:the\s+)?(?:state\s+party|government|authorities|parliament|ministry|legislature)\b|^(?:государств|правительств|власт|парламент)",
    re.IGNORECASE,
)
EMPTY = re.compile(r"\b(?:following|below|annex|attached)\b|следующ|ниже", re.IGNORECASE)
BARE = "the sentence says what the State should do"
OWN_VOICE = "the authors recommend it in their own voice within the text"


ALONE = "the paragraph is nothing but what the State should do"
ASK_OF_COMMITTEE = re.compile(
    r"\bthe\s+committee\s+(?:may|might|could|should)\s+(?:wish\s+to\s+|want\s+to\s+)?(?:ask|request|recommend|urge|raise|inquire|call|seek|consider|question)\b|"
    r"\bкомитету\s+следует\b",
    re.IGNORECASE,
)


def wanted_in(piece: Piece, section: Section) -> Iterator[Wanted]:
    """The sentences of a paragraph that demand something; those that only say "should" are marked as unsure."""
    if state_owes_first(piece.body):
        yield Wanted(piece.body, piece.place, "recommendation", section, ALONE, 0.65, 0)
        return
    reported = False
    for start, end in sentences.spans(piece.body):
        text = piece.body[start:end]
        reported = reported or is_reported(text)
        how, sure = _told(text, reported=reported)
        if how:
            place = Place(piece.line.number, piece.start + start, piece.start + end, piece.line.page)
            kind = "question" if is_question(text) else "recommendation"
            yield Wanted(text, place, kind, section, how, sure, 0)


def state_owes_first(text: str) -> bool:
    """Whether a whole paragraph begins with what the State should do, as "The State party should"."""
    if len(text.split()) < 6 or text.endswith(":"):
        return False
    return bool(RU_NECESSARY.match(text) or (OPENS.match(text) and state_owes(text[:90])))


def _told(text: str, *, reported: bool) -> tuple[str, float]:
    """By what a sentence is told as a demand; after words of a committee, a bare "should" is the committee's."""
    if len(text.split()) < 6 or text.endswith(":"):
        return "", 0.0
    if (urges(text) or ASK_OF_COMMITTEE.search(text)) and not EMPTY.search(text):
        return OWN_VOICE, 0.75
    if state_owes(text) and not reported:
        return BARE, 0.5
    return "", 0.0


def is_bare(wanted: Wanted) -> bool:
    """Whether only a "should" tells it: such sentences count only in a submission without any list of demands."""
    return wanted.how == BARE
