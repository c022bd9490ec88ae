"""Demands within running text: "we recommend that ..."; told by the authors' own voice, never by a committee's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qorgau.reading.citing import sentences
from qorgau.reading.reasons import Said, reason
from qorgau.reading.source import Place
from qorgau.reading.submissions import romance
from qorgau.reading.submissions.demanding import (
    MARKED_QUESTION,
    demands,
    is_imperative,
    is_question,
    state_owes,
)
from qorgau.reading.submissions.describing import describes
from qorgau.reading.submissions.found import Section, Wanted
from qorgau.reading.submissions.headings import articles_of_treaty, articles_within
from qorgau.reading.submissions.inline import inline_parts
from qorgau.reading.submissions.leads import LAW_SAYS
from qorgau.reading.submissions.pieces import Piece
from qorgau.reading.submissions.shapes import NO_DEMANDS
from qorgau.reading.submissions.urging import is_reported, urges

RU_NECESSARY = re.compile(
    r"^(?:необходимо|следует|целесообразно)\s+(?:[а-яё]+\s+){0,2}?[а-яё]+(?:ть|ти|чь)(?:ся)?\b", re.IGNORECASE
)
OPENS = re.compile(
    r"^(?:the\s+)?(?:state\s+party|government|authorities|parliament|ministry|legislature)\b|^(?:государств|правительств|власт|парламент)|"
    r"^(?:l['’]État|le\s+gouvernement|les\s+autorités|le\s+parlement|el\s+(?:estado|gobierno|congreso)|las\s+autoridades)\b",
    re.IGNORECASE,
)
EMPTY = re.compile(
    r"\b(?:two|three|four|five|several|some|a\s+few|a\s+number\s+of)\s+(?:\w+\s+)?(?:questions|recommendations|suggestions|requests)\b|"
    r"\b(?:following|as\s+follows|below|annex|attached|(?:listed|set\s+out|contained|given|described)\s+(?:in|here|above))\b|\bследующ|\bниже",
    re.IGNORECASE,
)
GOES_ON_AFTER = re.compile(
    r"^(?:furthermore|moreover|in\s+addition|also|finally|lastly|it|they|кроме\s+того|также)\b", re.IGNORECASE
)
# "In this report we assess ... and propose new ones": what the paper does, not what it asks for.
OF_PAPER = re.compile(
    r"\b(?:in|throughout)\s+(?:this|the\s+present)\s+(?:report|submission|paper|document|briefing|memorandum|chapter|section)\b[^.]{0,40}\bwe\b|"
    r"\b(?:this|the\s+present)\s+(?:report|submission|paper|document|briefing|memorandum)\s+(?:also\s+)?(?:makes|offers|contains|presents|proposes|suggests|sets\s+out|concludes)\b|"
    r"\bв\s+(?:настоящем|данном|этом)\s+(?:докладе|отч[её]те|представлении|сообщении|документе|разделе)\b",
    re.IGNORECASE,
)
PLEASE = re.compile(
    r"^(?:please|kindly)\s+(?:\w+\s+)?(?:provide|explain|clarify|indicate|specify|comment|describe|elaborate|state|inform|report|give|supply|furnish|update|share|submit)\b|"
    r"^(?:просьба|просим|пожалуйста,?)\s+(?:\w+\s+)?(?:указать|сообщит\w+|пояснит\w+|представить|предоставить|описать|уточнить|прокомментировать|разъяснить)\b",
    re.IGNORECASE,
)
# "must, by its order No. 263, keep recordings for ten days": what is in force.
BY_ORDER = re.compile(
    r"\b(?:should|must|shall)\b,?\s+(?:by|under|according\s+to|pursuant\s+to)\s+(?:its|his|her|their|the|an?)\s+(?:\w+\s+){0,2}?(?:order|decree|law|act|code|instructions?|regulations?|rules?|charter|decision)\b",
    re.IGNORECASE,
)
# "Conflict-era violence – paragraph 25": below it stands what the Committee wrote there.
# What stands in quotation marks is somebody's else; a word or two in them is not.
QUOTED = re.compile(r"^[^«»]*»|^[^“”]*”|«[^»]{25,}(?:»|$)|“[^”]{25,}(?:”|$)|\"[^\"]{25,}(?:\"|$)")
ON_PARAGRAPH = re.compile(
    r"\b(?:paragraphs?|paras?\.?|recommendation|пункт\w*|п\.)\s*(?:no\.?\s*|№\s*)?\d{1,3}\b", re.IGNORECASE
)
INNER_LABEL = re.compile(r"^(?:\d{1,3}\.\s+)?\d{1,2}\.\d{1,2}\.?\s+(?=[A-ZА-ЯЁ])")
FRONT = 3  # lines of a title
ASKED_ALONE = reason("wanted_asked_alone")
EXPECTED = reason("wanted_expected")
BESIDE = reason("wanted_beside")
BARE = reason("wanted_bare")
NEED = reason("wanted_needed")
OWN_VOICE = reason("wanted_own_voice")


LINE = reason("wanted_line")
FEWEST, MOST = 5, 60
# "Way out: ...", "Our proposal: ..."; a label with a figure names a paragraph or a law.
LABEL = re.compile(r"^[A-ZА-ЯЁ][^\W\d]*(?:[\s’'-]+[^\W\d]+){0,4}\s*:\s+(?=[A-ZА-ЯЁ])")
# What is said to the reader, and gerunds that open a sentence about something else.
TO_READER = re.compile(
    r"^(?:open\s+letter|forgive|excuse|thank|see|note|notice|consider|take|recall|remember|imagine|contact|visit|follow|read|check|look|download|compare|let|suppose|click|view|subscribe|turn|given|"
    r"cover|design|photo|print|please\s+(?:contact|see|note|find|cite)|\w+ing|смотри|см|обратите|читайте|заметим)\b|^\w+(?:йте|ите|ьте)\b",
    re.IGNORECASE,
)
# "Somebody's submission to the Committee": a name may look like a verb, a paper's title is none.
TITLE = re.compile(
    r"^(?:\S+\s+){0,7}?\S*(?:['’]s?|s['’])\s+(?:\w+\s+){0,2}(?:submission|report|statement|comments?|contribution|response|letter)\b",
    re.IGNORECASE,
)
# "It is necessary that ...", "There is an urgent need to ...": said of what is to come, not of what a law holds.
NEEDED = re.compile(
    r"\b(?:it\s+is|it\s+remains|it\s+would\s+be)\s+(?:also\s+|therefore\s+|thus\s+)?(?:\w+ly\s+)?(?:necessary|essential|imperative|vital|crucial|advisable|desirable|appropriate|urgent|important|high\s+time|of\s+(?:the\s+)?(?:utmost|paramount|great|vital)\s+importance)\s+(?:that|to|for)\b(?!\s+(?:note|recall|mention|stress|remember|emphasi|understand|point|add|say|underline|highlight))|"
    r"\b(?:it\s+is|it(?:’|')s)\s+(?:high\s+)?time\s+(?:that\s+|for\s+|to\s+)?(?!when|and)\w+|^what\s+is\s+(?:now\s+|still\s+)?(?:needed|required|necessary)\s+(?:now\s+)?is\s+\w+|"
    r"\b(?:only\s+)?(?:solution|remedy|answer|way\s+out|way\s+forward)\s+(?:would\s+be|is)\s+to\s+\w+|"
    r"(?:^|[,;]\s+)let\s+(?:every|each|all|no|any)\s+\w+|"
    r"\bthere\s+(?:is|remains)\s+(?:therefore\s+|also\s+)?(?:an?|the)\s+(?:\w+\s+)?need\s+(?:to|for)\b|"
    r"(?:^|[;,]\s+)(?:поэтому\s+|также\s+|крайне\s+)?(?:необходимо|важно|целесообразно|требуется|пора|нужно|надо),?\s+(?:[а-яё]+\s+){0,2}?(?:[а-яё]+(?:ть|ти|чь)(?:ся)?|чтобы)\b(?<!отметить)(?<!подчеркнуть)(?<!помнить)(?<!сказать)",
    re.IGNORECASE,
)
# "must be amended", "should be abolished": laws order many things, but not their own amendment.
TO_CHANGE = re.compile(
    r"\b(?:should|must|ought\s+to)\s+(?:also\s+|therefore\s+|urgently\s+|finally\s+|then\s+)?be\s+(?:\w+ly\s+)?(?:amended|repealed|revised|abolished|introduced|adopted|created|established|set\s+up|"
    r"transferred|restored|reformed|strengthened|ratified|criminali[sz]ed|decriminali[sz]ed|prohibited|banned|outlawed|replaced|withdrawn|increased|doubled|reduced|shortened|lowered|closed|expanded|extended|"
    r"deleted|rewritten|overhauled|brought\s+into\s+line|harmoni[sz]ed|enacted|lifted|ended|stopped|built|recruited|appointed|placed|ensured|released|reconsidered|put\s+in\s+place|reopened|reviewed|simplified|allocated|earmarked|ring-fenced|given|granted|"
    r"(?:law|code|article)\s+changed)\b",
    re.IGNORECASE,
)
# "It should further reply ...": who is meant was said in the sentence before.
GOES_ON = re.compile(
    r"^(?:it|they|he|she|the\s+(?:latter|same|two|former)|such\s+\w+|these\s+\w+|this\s+\w+|[A-Z]?[\w’'-]+s?)\s+(?:[\w,]+\s+){0,14}?(?:should(?:n[’']t)?|must|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to)\s+(?:also\s+|further\s+|not\s+|then\s+|in\s+addition\s+)?(?!have\b)\w+",
    re.IGNORECASE,
)
PASSIVELY = reason("wanted_passively")
ALONE = reason("wanted_alone")
ASK_OF_COMMITTEE = re.compile(
    r"\bthe\s+committee\s+(?:may|might|could|should|will)\s+(?:perhaps\s+)?(?:wish\s+to\s+|want\s+to\s+)?(?:ask|request|recommend|urge|raise|inquire|call|seek|consider|question)\b|"
    r"\bкомитету\s+(?:также\s+)?(?:следует|предлагается|рекомендуется)\b|"
    r"\bplease\s+(?:also\s+)?(?:ask|urge|recommend|call|raise|request|tell|press)\b|\b(?:one|single|last|final|only)\s+(?:request|wish|plea|appeal|demand|thing)\s*:\s|\bif\s+the\s+committee\s+(?:could\s+|would\s+|were\s+to\s+)?(?:also\s+)?"
    r"(?:ask|recommend|urge|raise|request|inquire|call)\w*\b",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    r"^(?:first|second|third|fourth|fifth|sixth|last|final|furthermore|moreover|in\s+addition|also|кроме\s+того|также|во-первых|во-вторых|в-третьих|в-четв[её]ртых|в-пятых|наконец)(?:ly)?\b,?",
    re.IGNORECASE,
)
# "I would be thankful if a question could be put to the delegation."
TO_BE_ASKED = re.compile(
    r"\bquestions?\s+(?:could|should|may|might|can)\s+be\s+(?:put|asked|raised)\b|\b(?:thankful|grateful|glad)\b[^.]{0,40}\b(?:ask|questions?)\b",
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
# "We were told that the State should not be criticised" is somebody else's opinion.
SAID = re.compile(
    r"\b(?:been|was|were)\s+told\s+that\b|\bsaying\s+that\b|^(?!we\b|our\b)[^,;:]{3,60}?\s(?:said|told|explained|wrote|claimed|replied|testified|recalled|answered)\b[^.]{0,40}\bthat\b|"
    r"\b(?:officials?|authorities|ministry|government|court|prosecutor\w*|representatives?|police|delegation|he|she|they)\b.{0,40}"
    r"\b(?:said|held|ruled|found|decided|laid\s+down|observed|recalled|noted|emphasi[sz]ed|stressed|promised|claim\w*|argu\w*|repl\w+|stat\w+|explain\w*|insist\w*|believ\w*)(?:\s+(?:in|on|by|to|again|also|as\s+early\s+as)\s+[\w\s]{2,30}?)?\s+that\b",
    re.IGNORECASE,
)
BODY = (
    r"(?:(?:general\s+|constitutional\s+|supreme\s+)?(?:courts?|prosecutor(?:’s|'s|s’)?(?:\s+(?:general|office))?|police|judges|judiciary|ministry(?:\s+of\s+[\w\s]{3,40}?)?|"
    r"commissioner(?:\s+for\s+human\s+rights)?|ombuds\w+|administration|agency|bar|parliament|akimats?|kazakhstan))"
)
PASSIVE = re.compile(
    rf"\b{BODY}\s+(?:should|must|ought\s+to)\b|"
    r"\b(?:should|must|ought\s+to)\s+(?:also\s+|therefore\s+|urgently\s+|no\s+longer\s+|not\s+)?be\s+(?:\w+ly\s+)?(?!able|aware|noted|considered|seen|understood|remembered|mentioned|emphasi|stressed|recalled)"
    r"\w+(?:ed|en|wn|de|ut|lt|ld|ght|et|pt)\b|"
    r"\bдолж(?:ен|на|но|ны)\s+быть\s+[а-яё]+(?:ен|ена|ено|ены|ята|ято|яты)\b",
    re.IGNORECASE,
)
THAT = re.compile(r"\bthat\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:that|which|who|whom)\b", re.IGNORECASE)
# What a rule says: its words stand before the "must".
RULE = re.compile(
    r"\b(?:according\s+to|under|standards?|principles|rules?|convention|covenant|general\s+comment|constitution|protocol|requires?|provides?|stipulates?|guidelines|case\s+law|"
    r"held|ruled|found|said|says|stated|believes?|argues?|claims?|replied|promised|decided|whether)\b",
    re.IGNORECASE,
)
LAW_FIRST = re.compile(
    r"\b(?:law|code|article|court|committee|convention|rules?)\s+(?:\w+\s+){0,2}(?:says?|states?|holds?|held|provides?|found|considers?|noted)\b",
    re.IGNORECASE,
)
VIEW = re.compile(
    r"\b(?:view|opinion|position|advice|finding)s?\s+(?:was|is|were|has\s+been)\s+that\b", re.IGNORECASE
)
STANDARD = re.compile(
    r"\b(?:according\s+to|under|standards?|principles|rules?|convention|covenant|general\s+comment|constitution|protocol|by\s+law|requires?|provides?|stipulates?|guidelines|case\s+law)\b",
    re.IGNORECASE,
)
RULE_SAYS = re.compile(
    r"^\W*(?:(?:the|this|our|a)\s+)?(?:[\w’'-]+\s+){0,4}?(?:law|code|constitution|act|rules?|regulations?|order|decree|standards?|instructions?|convention|covenant|protocol)(?:\s+\w+){0,2}?\s+"
    r"(?:provides?|states?|requires?|stipulates?|says?|prescribes?|guarantees?)\s+that\b|^\W*(?:согласно|в\s+соответствии\s+с|по\s+закону)\b|"
    r"^\W*(?:закон|кодекс|правила|конституци|приказ|постановлени)\w*\s+(?:[а-яё]+\s+){0,3}?(?:предусматрива|требу|устанавлива|гласи|обязыва|предписыва|гарантиру)\w+",
    re.IGNORECASE,
)
RU_STANDARD = re.compile(
    r"\b(?:согласно|в\s+соответствии\s+с|по\s+закону|(?:закон|кодекс|правила|конституци|приказ|постановлени)\w*\s+(?:также\s+)?(?:предусматрива|требу|устанавлива|гласи|обязыва|предписыва|гарантиру)\w+)",
    re.IGNORECASE,
)
# "must be issued within 24 hours, and judges generally comply": what a rule brings about.
PRACTICE = re.compile(
    r"\b(?:generally|usually|normally|in\s+practice|rarely|seldom|mostly|comply|complied|complies|на\s+практике|как\s+правило|обычно|редко)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(r"\b(?:if|when|where|which|who|whom|because|although)\b", re.IGNORECASE)


def expected_in(piece: Piece, section: Section) -> Iterator[Wanted]:
    """The demanding sentences of a paragraph below "Recommendations" that does not begin with one."""
    for start, end in sentences.spans(piece.body):
        text = piece.body[start:end]
        how, sure = _told(text, reported=False)
        if how or _is_expected(text):
            yield from _parts(piece, (start, end), section, how or EXPECTED, max(sure, 0.65))


def _is_expected(text: str) -> bool:
    """Whether a sentence demands in words that would say too little outside a chapter of recommendations."""
    if len(text.split()) < FEWEST or text.endswith(":") or EMPTY.search(text):
        return False
    if is_told(text) or LAW_SAYS.search(text) or OF_PAPER.search(text):
        return False
    return demands(text) or describes(text)


def is_told(text: str) -> bool:
    """Whether a sentence only gives what a law holds or what somebody else said or recommended."""
    if urges(text):
        return False
    return bool(RULE_SAYS.match(text) or SAID.search(text) or romance.SAYS_THAT.search(text)) or is_reported(
        text
    )


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
    listing = bool(told)
    for start, end in sentences.spans(piece.body):
        text = piece.body[start:end]
        reported = reported or is_reported(text)
        how, sure = _told(text, reported=reported)
        if (
            listing
            and not how
            and not EMPTY.search(text)
            and ((ORDINAL.match(text) and SAYS_WHAT.search(text)) or MARKED_QUESTION.search(text))
        ):
            how, sure = OWN_VOICE, 0.75
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


def tells_alone(piece: Piece, text: str) -> bool:
    """Whether a line without any mark begins with a verb that tells somebody to do something, as a cell of a table."""
    if piece.is_marked or not FEWEST <= len(text.split()) <= MOST or text.endswith(":") or TITLE.match(text):
        return False
    return is_imperative(text) and text[:1].isupper() and not TO_READER.match(text) and not is_question(text)


def _announces(text: str) -> bool:
    """ "We ask you to tell the Government the following.": the next sentences are counted through."""
    return bool(urges(text) and EMPTY.search(text)) or bool(TO_BE_ASKED.search(text))


def _parts(piece: Piece, span: tuple[int, int], section: Section, how: Said, sure: float) -> Iterator[Wanted]:
    """One sentence, or each of "(a) ...; (b) ..." within it."""
    text = piece.body[span[0] : span[1]]
    asks = bool(ASKED.search(text)) or is_question(text)
    for start, end in inline_parts(text):
        at = piece.start + span[0]
        place = Place(piece.line.number, at + start, at + end, piece.line.page)
        kind = "question" if asks or is_question(text[start:end]) else "recommendation"
        articles = articles_within(text) or articles_of_treaty(text)
        yield Wanted(text[start:end], place, kind, section, how, sure, 0, articles)


def state_owes_first(text: str) -> bool:
    """Whether a whole paragraph begins with what the State should do, as "The State party should"."""
    if len(text.split()) < 6 or text.endswith(":"):
        return False
    if BY_ORDER.search(text[:120]):
        return False
    return bool(RU_NECESSARY.match(text) or (OPENS.match(text) and state_owes(text[:90])))


def _told(text: str, *, reported: bool) -> tuple[Said, float]:
    """By what a sentence is told as a demand; after words of a committee, a bare "should" is the committee's."""
    if len(text.split()) < 6 or text.endswith(":"):
        return "", 0.0
    if OF_PAPER.search(text):
        return "", 0.0
    if (urges(text) or ASK_OF_COMMITTEE.search(text)) and not EMPTY.search(text):
        return OWN_VOICE, 0.75
    if SAID.search(text) or reported:
        return "", 0.0
    text = QUOTED.sub(" … ", text)
    if BY_ORDER.search(text):
        return "", 0.0
    if (NEEDED.search(text) and not LAW_FIRST.search(text)) or romance.needs(text):
        return NEED, 0.6
    if state_owes(text) and not _as_others_see(text):
        return BARE, 0.5
    if (change := TO_CHANGE.search(text)) and not (
        RULE.search(text[: change.start()]) or RELATIVE.search(text[: change.start()])
    ):
        return BARE, 0.5
    if (
        (passive := PASSIVE.search(text))
        and not (STANDARD.search(text) or RU_STANDARD.search(text))
        and not PRACTICE.search(text)
        and not CONDITION.search(text[: passive.start()])
        and not THAT.search(text[: passive.start()])
    ):
        return PASSIVELY, 0.5
    return (PASSIVELY, 0.5) if romance.should(text) else ("", 0.0)


def _as_others_see(text: str) -> bool:
    """Whether what the State should do is what a law says or what somebody else once thought."""
    before = text.split(" must ")[0].split(" should ")[0]
    return bool(LAW_FIRST.search(before) or VIEW.search(before))


def is_bare(wanted: Wanted) -> bool:
    """Whether only a "should" tells it: such sentences count only in a submission without any list of demands."""
    return wanted.how in (BARE, PASSIVELY)
