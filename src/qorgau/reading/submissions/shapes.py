"""A list of demands told by its shape alone: a run of items that tell somebody to do something, whatever stands above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qorgau.reading.citing import sentences
from qorgau.reading.submissions.demanding import (
    MARKED_QUESTION,
    THAT,
    body_does,
    is_imperative,
    is_question,
    state_owes,
)
from qorgau.reading.submissions.labels import after_label
from qorgau.reading.submissions.pieces import Piece
from qorgau.reading.submissions.urging import is_reported

LEAST = 2
ENDS = (".", "!", "”", "»", '"')
FEWEST_WORDS = 3
ENOUGH = 0.5
# Lists of the same shape that demand nothing of the State: rights, powers, plans, promises, orders of the police.
NO_DEMANDS = re.compile(
    r"\b(?:rights?\s+(?:to|of|include)|ha(?:s|ve|d)\s+the\s+right|entitled|(?:is|are|was|were)\s+(?:not\s+)?(?:allowed|able|obliged|required|forced|told|ordered|made|instructed|"
    r"authori[sz]ed|empowered|supposed|expected|planned|charged|tasked|responsible)|mandates?|mandated|functions?|powers?|competences?|(?:his|her)\s+duties|"
    r"(?:project|programme|organi[sz]ation|centre|report|submission|foundation|association|study|group)(?:’s|'s|s’)?\s+(?:\w+\s+){0,2}?(?:aims?|works?|seeks|helps?|goals?|objectives?|purposes?|mission|task|priorities)|"
    r"(?:our|its|their)\s+(?:\w+\s+)?(?:aims?|goals?|objectives?|mission|work|tasks?|activities|methodology|promises?|pledges?)|purposes?\s+of|methodology|about\s+us|who\s+we\s+are|"
    r"can|could|may|might|failed|refused|promised|pledged|committed|agreed|undert(?:ook|aken)|plan(?:s|ned)|intend\w*|"
    r"(?:plan|programme|roadmap|road\s+map|strategy|concept|bill|amendments?|decree|policy|project)\s+(?:\w+\s+){0,3}?(?:provides?|envisages?|foresees?|includes?|aims?|is|are|was|were|to)\b|"
    r"прав[оау]\s+(?:на\b|:)|име[ею]т\s+право|вправе|обязан\w*|полномочи\w+|мандат\w*|функци\w+|задач[аиу]\w*|цел(?:ь|и|ью)\b|может|могут|мог(?:ла|ли)?|"
    r"план(?:ом|ы|ируется)?\b|программ\w+|стратеги\w+|концепци\w+|законопроект\w*|обещал\w*|обязал\w*|отказал\w*|предусматрива\w+|заставлял\w*|требовали)\b",
    re.IGNORECASE,
)
OTHERS_SPEAK = re.compile(
    r"\b(?:UPR|concluding\s+observations|recommendations?\s+(?:made|received|accepted|given|from|of)|заключительн\w+)\b|"
    r"\b(?:committee|subcommittee|rapporteurs?|council|working\s+group|high\s+commissioner|delegations?|states|SPT|CPT)\b[^.]{0,60}\b(?:\w{3,}ed|made|gave|said|told)\b|"
    r"\b(?:комитет|подкомитет|докладчик|совет|делегаци)\w*\b[^.]{0,60}\b\w{3,}(?:л|ла|ло|ли)\b",
    re.IGNORECASE,
)
NEEDED = re.compile(
    r"\b(?:first|priority|urgent|necessary|needed|required|minimum|essential|immediate|following|concrete|practical)\b.{0,40}\b(?:measures|steps|reforms|changes|actions?)\b|"
    r"\b(?:measures|steps|reforms|changes|actions?)\b.{0,40}\b(?:necessary|needed|required|taken|essential)\b|"
    r"\b(?:первоочередн|приоритетн|неотложн|необходим|следующ|конкретн|практическ)\w*\b.{0,40}\b(?:мер|шаг|изменени|реформ|действи)\w*|"
    r"\b(?:мер|шаг|изменени|реформ|действи)\w*\b.{0,40}\bнеобходим\w*",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\b(?:took|taken|adopted|were|was|carried\s+out|implemented|приня[лт]\w*|был[иаo]?|осуществл[её]н\w*|проведен\w*)\b",
    re.IGNORECASE,
)
ACTION = re.compile(
    r"^[\W\d_]*(?:(?:the|a|an)\s+)?(?:(?:necessity|need|importance|obligation|work)\s+(?:of|to|on|for)\b|(?:\w+\s+)?\w{2,}(?:tion|sion|ment|ing|al|ance|ence|ure|ity|ination)\s+(?:of|in|to|for)\b)|"
    r"^[\W\d_]*(?:\w+\s+)?\w+(?:ние|ции|ция|тие|ка|ча|та|на|од|уск|аз|ет|сть|тр|ор|мен)\s+[а-яё]+",
    re.IGNORECASE,
)


def run_after(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """The items after a line, as far as their marks are written alike; deeper ones are passed over."""
    run: list[Piece] = []
    for piece in pieces[at + 1 : at + 40]:
        if not piece.is_marked:
            break
        if run and piece.form != run[0].form:
            if piece.depth > run[0].depth:
                continue
            break
        run.append(piece)
    return run


def tells(text: str) -> bool:
    """Whether an item, taken alone, tells or asks: stricter than a "must" somewhere within it."""
    if len(text.split()) < FEWEST_WORDS:  # "training" and "legal aid" name what somebody does
        return False
    rest = after_label(text)
    return (
        is_imperative(text)
        or (rest is not None and is_imperative(rest))
        or is_question(text)
        or bool(THAT.match(text))
        or state_owes(text[:90])
        or body_does(text)
    )


def last_words(opening: str, run: Sequence[Piece]) -> str:
    """What of a paragraph opens the list below it: all of it, or, where it has come to its end, its last words.

    So much is passed over only where each of the items tells somebody to do something.
    """
    if opening[-1:] not in ENDS or not all(tells(each.body) for each in run):
        return opening
    spans = list(sentences.spans(opening))
    if len(spans) < 2:
        return opening
    last, before = opening[spans[-1][0] :], opening[spans[-2][0] :]
    return before if OTHERS_SPEAK.search(before) or is_reported(before) else last


def is_list_of_demands(opening: str, run: Sequence[Piece]) -> bool:
    """Whether most items of a run tell somebody to do something, and what opens it names no rights, powers or plans."""
    if len(run) < LEAST:
        return False
    if all(MARKED_QUESTION.search(each.body) for each in run):  # nobody but the authors asks
        return True
    if NO_DEMANDS.search(opening) or OTHERS_SPEAK.search(opening):
        return False
    return sum(tells(each.body) for each in run) >= ENOUGH * len(run)


def is_list_of_measures(opening: str, run: Sequence[Piece]) -> bool:
    """Whether a line says that measures are needed and its items name acts: "withdrawal of ...", "отмена ..."."""
    if len(run) < LEAST or not NEEDED.search(opening) or TOLD.search(opening) or NO_DEMANDS.search(opening):
        return False
    return sum(bool(ACTION.match(each.body)) or tells(each.body) for each in run) >= ENOUGH * len(run)
