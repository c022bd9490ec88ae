"""Demands within running text: "we recommend that ..."; told by the authors' own voice, never by a committee's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qorgau.reading.citing import sentences
from qorgau.reading.reasons import Said, reason
from qorgau.reading.source import Place
from qorgau.reading.submissions.alone import tells_alone
from qorgau.reading.submissions.articles import articles_of_treaty, articles_within
from qorgau.reading.submissions.demanding import (
    MARKED_QUESTION,
    demands,
    is_imperative,
    is_question,
    state_owes,
)
from qorgau.reading.submissions.describing import describes
from qorgau.reading.submissions.found import Section, Wanted
from qorgau.reading.submissions.inline import inline_parts
from qorgau.reading.submissions.leads import LAW_SAYS
from qorgau.reading.submissions.pieces import Piece
from qorgau.reading.submissions.saying import (
    BY_ORDER,
    OF_PAPER,
    RU_STANDARD,
    RULE,
    SAID,
    is_told,
)
from qorgau.reading.submissions.shapes import NO_DEMANDS
from qorgau.reading.submissions.urging import is_reported, urges
from qorgau.reading.submissions.voices import EMPTY, OWN_VOICE, is_bare, pleads, told_by

RU_NECESSARY = re.compile(
    r"^(?:[А-ЯЁ][а-яё]+(?:ому|ему|ой|ей)\s+)?(?:банк|суд|агентств|министерств|ведомств|акимат|хокимият)у\s+(?:[а-яё]+\s+){0,3}?следует\s+[а-яё]+(?:ть|ти|чь)(?:ся)?\b|^(?:[А-ЯЁ][а-яё]+(?:ой|ей)\s+)?(?:прокуратуре|полиции|инспекции)\s+(?:[а-яё]+\s+){0,3}?следует\s+[а-яё]+(?:ть|ти|чь)(?:ся)?\b|"
    r"^(?:необходимо|следует|целесообразно)\s+(?:[а-яё]+\s+){0,2}?[а-яё]+(?:ть|ти|чь)(?:ся)?\b",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"^(?:the\s+)?(?:state\s+party|government|authorities|parliament|ministry|legislature)\b|^(?:государств|правительств|власт|парламент)|"
    r"^(?:l['’]État|le\s+gouvernement|les\s+autorités|le\s+parlement|el\s+(?:estado|gobierno|congreso)|las\s+autoridades)\b",
    re.IGNORECASE,
)
GOES_ON_AFTER = re.compile(
    r"^(?:furthermore|moreover|in\s+addition|also|finally|lastly|it|they|кроме\s+того|также)\b", re.IGNORECASE
)
PLEASE = re.compile(
    r"^(?:please|kindly)\s+(?:\w+\s+)?(?:provide|explain|clarify|indicate|specify|comment|describe|elaborate|state|inform|report|give|supply|furnish|update|share|submit)\b|"
    r"^(?:просьба|просим|пожалуйста,?)\s+(?:\w+\s+)?(?:указать|сообщит\w+|пояснит\w+|представить|предоставить|описать|уточнить|прокомментировать|разъяснить)\b",
    re.IGNORECASE,
)
ON_PARAGRAPH = re.compile(
    r"\b(?:paragraphs?|paras?\.?|recommendation|пункт\w*|п\.)\s*(?:no\.?\s*|№\s*)?\d{1,3}\b", re.IGNORECASE
)
INNER_LABEL = re.compile(r"^(?:\d{1,3}\.\s+)?\d{1,2}\.\d{1,2}\.?\s+(?=[A-ZА-ЯЁ])")
FRONT = 3  # lines of a title
ASKED_ALONE = reason("wanted_asked_alone")
EXPECTED = reason("wanted_expected")
BESIDE = reason("wanted_beside")


LINE = reason("wanted_line")
FEWEST = 5  # words of a sentence that demands
# "Way out: ...", "Our proposal: ..."; a label with a figure names a paragraph or a law.
LABEL = re.compile(r"^[A-ZА-ЯЁ][^\W\d]*(?:[\s’'-]+[^\W\d]+){0,4}\s*:\s+(?=[A-ZА-ЯЁ])")
# "It should further reply ...": who is meant was said in the sentence before.
GOES_ON = re.compile(
    r"^(?:it|they|he|she|the\s+(?:latter|same|two|former)|such\s+\w+|these\s+\w+|this\s+\w+|[A-Z]?[\w’'-]+s?)\s+(?:[\w,]+\s+){0,14}?(?:should(?:n[’']t)?|must|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to)\s+(?:also\s+|further\s+|not\s+|then\s+|in\s+addition\s+)?(?!have\b)\w+",
    re.IGNORECASE,
)
ALONE = reason("wanted_alone")
ORDINAL = re.compile(
    r"^(?:first|second|third|fourth|fifth|sixth|last|final|furthermore|moreover|in\s+addition|also|кроме\s+того|также|во-первых|во-вторых|в-третьих|в-четв[её]ртых|в-пятых|наконец)(?:ly)?\b,?",
    re.IGNORECASE,
)
# "I would be thankful if a question could be put to the delegation."
TO_BE_ASKED = re.compile(
    r"\bquestions?\s+(?:could|should|may|might|can)\s+be\s+(?:put|asked|raised)\b|\b(?:thankful|grateful|glad)\b[^.]{0,40}\b(?:ask|questions?)\b",
    re.IGNORECASE,
)
# "Finally, a request that may surprise you." announces what the next sentence begins with.
ANNOUNCED = re.compile(
    r"^(?:[\w-]+,\s+)?(?:(?:and\s+)?(?:a|one|my|our)\s+(?:\w+\s+)?(?:request|wish|plea|appeal)|(?:одна|последняя|наша)\s+(?:[а-яё]+\s+)?просьба)\b[^.;:?]{0,60}\.$",
    re.IGNORECASE,
)
# "Lastly, a word to the Committee itself." only opens what follows.
SAYS_WHAT = re.compile(
    r"\bto\s+(?!the\b|an?\b|its\b|our\b|your\b)[a-z]+|\b(?:that|whether|how|why|what|who|should|must)\b|[а-яё]+(?:ть|ти|чь)(?:ся)?\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:ask|inquire|clarify|explain|know)\w*\b(?!\s+(?:the\s+|this\s+)?committee\s+to\s+(?!ask|inquire|question|clarif|raise))[^.]{0,80}?\b(?:why|how|what|which|whether|when|where|who)\b|\bспросить\b",
    re.IGNORECASE,
)


def expected_in(piece: Piece, section: Section) -> Iterator[Wanted]:
    """The demanding sentences of a paragraph below "Recommendations" that does not begin with one."""
    for start, end in sentences.spans(piece.body):
        text = piece.body[start:end]
        how, sure = told_by(text, reported=False)
        if how or _is_expected(text):
            yield from _parts(piece, (start, end), section, how or EXPECTED, max(sure, 0.65))


def _is_expected(text: str) -> bool:
    """Whether a sentence demands in words that would say too little outside a chapter of recommendations."""
    if len(text.split()) < FEWEST or text.endswith(":") or EMPTY.search(text):
        return False
    if is_told(text) or LAW_SAYS.search(text) or OF_PAPER.search(text):
        return False
    return demands(text) or describes(text)


def wanted_in(piece: Piece, section: Section, *, after: bool = False) -> Iterator[Wanted]:
    """The sentences of a paragraph that demand something; those that only say "should" are marked as unsure.

    `after`: the line before was a demand, so that "Furthermore, ..." and "It should also ..." go on with it.
    """
    found = list(_wanted_in(piece, section, after=after))
    voiced = any(each.how == OWN_VOICE for each in found) or _nothing_else(piece, found)
    for each in found:
        yield replace(each, how=BESIDE) if voiced and is_bare(each) else each


def _nothing_else(piece: Piece, found: list[Wanted]) -> bool:
    """Whether a paragraph says from its first sentence on, and nearly throughout, what should be done."""
    spans = list(sentences.spans(piece.body))
    return (
        len(found) > 1
        and len(found) * 3 >= len(spans) * 2
        and found[0].place.start <= piece.start + spans[0][0]
    )


def _wanted_in(piece: Piece, section: Section, *, after: bool) -> Iterator[Wanted]:
    if section.heading and ON_PARAGRAPH.search(section.heading) and not urges(piece.body):
        return
    if (label := INNER_LABEL.match(piece.body)) and _is_labelled(piece.body[label.end() :]):
        place = Place(piece.line.number, piece.start + label.end(), piece.place.end, piece.line.page)
        yield Wanted(piece.body[label.end() :], place, "recommendation", section, LINE, 0.65, 0)
        return
    if state_owes_first(piece.body) and not _urges_later(piece.body):
        kind = "question" if is_question(piece.body) else "recommendation"
        yield Wanted(piece.body, piece.place, kind, section, ALONE, 0.65, 0)
        return
    if piece.is_marked and (MARKED_QUESTION.search(piece.body) or PLEASE.match(piece.body)):
        yield Wanted(
            piece.body, piece.place, "question", section, ASKED_ALONE, 0.75, 0, articles_within(piece.body)
        )
        return
    if piece.line.number <= FRONT and piece.body[-1:] not in ".;!?:":
        return
    label = LABEL.match(piece.body)
    start = label.end() if label and not NO_DEMANDS.search(label[0]) else 0
    if tells_alone(piece, piece.body[start:]):
        place = Place(piece.line.number, piece.start + start, piece.place.end, piece.line.page)
        yield Wanted(piece.body[start:], place, "recommendation", section, LINE, 0.6, 0)
        return
    reported = False
    told: Said = BESIDE if after and GOES_ON_AFTER.match(piece.body) else ""
    listing, announced = bool(told), False
    for start, end in sentences.spans(piece.body):
        text = piece.body[start:end]
        reported = reported or is_reported(text)
        how, sure = told_by(text, reported=reported)
        if (
            listing
            and not how
            and not EMPTY.search(text)
            and ((ORDINAL.match(text) and SAYS_WHAT.search(text)) or MARKED_QUESTION.search(text))
        ):
            how, sure = OWN_VOICE, 0.75
        if announced and not how and is_imperative(text) and not is_question(text):
            how, sure = OWN_VOICE, 0.7
        announced = bool(ANNOUNCED.match(text))
        if told and not how and _goes_on(text):
            how, sure = told, 0.6
        if how:
            yield from _parts(piece, (start, end), section, how, sure)
        told = how
        listing = bool(how) or (listing and bool(ORDINAL.match(text))) or _announces(text)


def _is_labelled(text: str) -> bool:
    """Whether a paragraph with a number of its own behind that of the paper ("11. 19.2. Courts should") demands."""
    first = text[: next(sentences.spans(text), (0, len(text)))[1]]
    return (demands(first) or urges(first)) and not is_told(first) and not is_question(first)


def _urges_later(body: str) -> bool:
    """Whether a sentence after the first is a demand of its own in the authors' voice: then each is one."""
    return any(urges(body[start:end]) for start, end in list(sentences.spans(body))[1:])


def _goes_on(text: str) -> bool:
    """Whether a sentence behind a demand demands in turn: "It should further reply in writing"."""
    found = GOES_ON.match(text)
    return (
        found is not None
        and not SAID.search(text)
        and not (RULE.search(found[0]) or RU_STANDARD.search(text))
    )


def _announces(text: str) -> bool:
    """ "We ask you to tell the Government the following.": the next sentences are counted through."""
    return bool(urges(text) and EMPTY.search(text)) or bool(TO_BE_ASKED.search(text))


def _parts(piece: Piece, span: tuple[int, int], section: Section, how: Said, sure: float) -> Iterator[Wanted]:
    """One sentence, or each of "(a) ...; (b) ..." within it."""
    text = piece.body[span[0] : span[1]]
    asks = bool(ASKED.search(text)) or (is_question(text) and not pleads(text))
    for start, end in inline_parts(text):
        at = piece.start + span[0]
        place = Place(piece.line.number, at + start, at + end, piece.line.page)
        kind = (
            "question"
            if asks or (is_question(text[start:end]) and not pleads(text[start:end]))
            else "recommendation"
        )
        articles = articles_within(text) or articles_of_treaty(text)
        yield Wanted(text[start:end], place, kind, section, how, sure, 0, articles)


def state_owes_first(text: str) -> bool:
    """Whether a whole paragraph begins with what the State should do, as "The State party should"."""
    if len(text.split()) < 6 or text.endswith(":"):
        return False
    if BY_ORDER.search(text[:120]):
        return False
    return bool(RU_NECESSARY.match(text) or (OPENS.match(text) and state_owes(text[:90])))
