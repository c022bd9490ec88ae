"""By what one sentence is told as a demand: the authors' own voice, a need, or a bare "should"."""

from __future__ import annotations

import re

from qorgau.reading.reasons import Said, reason
from qorgau.reading.submissions import romance
from qorgau.reading.submissions.countries import is_state
from qorgau.reading.submissions.demanding import is_imperative, is_question, state_owes
from qorgau.reading.submissions.found import Wanted
from qorgau.reading.submissions.saying import (
    BY_ORDER,
    CONDITION,
    LAW_FIRST,
    OF_PAPER,
    PRACTICE,
    QUOTED,
    RU_STANDARD,
    RULE,
    SAID,
    STANDARD,
    as_others_see,
)
from qorgau.reading.submissions.urging import is_reported, urges

# "It is necessary that ...", "There is an urgent need to ...": said of what is to come, not of what a law holds.
NEEDED = re.compile(
    r"\b(?:it\s+is|it\s+remains|it\s+would\s+be)\s+(?:also\s+|therefore\s+|thus\s+)?(?:\w+ly\s+)?(?:necessary|essential|imperative|vital|crucial|advisable|desirable|appropriate|urgent|important|high\s+time|of\s+(?:the\s+)?(?:utmost|paramount|great|vital)\s+importance)\s+(?:that|to|for)\b(?!\s+(?:note|recall|mention|stress|remember|emphasi|understand|point|add|say|underline|highlight))|"
    r"\b(?:it\s+is|it(?:’|')s)\s+(?:high\s+)?time\s+(?:that\s+|for\s+|to\s+)?(?!when|and)\w+|^what\s+is\s+(?:now\s+|still\s+)?(?:needed|required|necessary)\s+(?:now\s+)?is\s+\w+|"
    r"\b(?:only\s+)?(?:solution|remedy|answer|way\s+out|way\s+forward)\s+(?:would\s+be|is)\s+to\s+\w+|"
    r"(?:^|[,;]\s+)let\s+(?:every|each|all|no|any)\s+\w+|"
    r"^следует\s+(?:также\s+)?(?!отмет|подчерк|помн|сказа|призна|напомн|учит|поним|ожида|добав|замет|указа|имет|понима|различ)[а-яё]+(?:ть|ти|чь)(?:ся)?\b|"
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
ASK_OF_COMMITTEE = re.compile(
    r"\bthe\s+committee\s+(?:may|might|could|should|will)\s+(?:perhaps\s+)?(?:wish\s+to\s+|want\s+to\s+)?(?:ask|request|recommend|urge|raise|inquire|call|seek|consider|question)\b|"
    r"\bкомитету\s+(?:также\s+)?(?:следует|предлагается|рекомендуется)\b|"
    r"\bplease\s+(?:also\s+)?(?:ask|urge|recommend|call|raise|request|tell|press)\b|\b(?:one|single|last|final|only)\s+(?:request|wish|plea|appeal|demand|thing)\s*:\s|\bif\s+the\s+committee\s+(?:could\s+|would\s+|were\s+to\s+)?(?:also\s+)?"
    r"(?:ask|recommend|urge|raise|request|inquire|call)\w*\b",
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
# "Let the counties hold a clinic", "Пусть учителей принимают на работу": nobody else's words are told so.
LET = re.compile(
    r"^let\s+the\s+(?:state|government|authorities|parliament|ministr(?:y|ies)|counties|municipalities|cit(?:y|ies)|courts?|police|prosecutors?|schools|judges)\s+(?!be\s+(?:in\s+no\s+doubt|judged)|say\b|speak\b)\w+|"
    r"^(?:и\s+)?пусть\s+(?:[а-яё]+,?\s+){0,4}?[а-яё]+(?:ют|ят|ет|ит|ут|ат)(?:ся)?\b(?!.*,\s+(?:но|зато|однако|а|всё|все)\b)",
    re.IGNORECASE,
)
# "Therefore the bailiffs should keep a list": what follows from what was told is the authors' own.
CONCLUDES = re.compile(
    r"^(?:therefore|hence|for\s+(?:this|that|these)\s+reasons?|this\s+is\s+why)\b,?\s+[^.;:]{3,80}?\s(?:should|must|ought\s+to)\s+(?!have\b|not\s+be\s+(?:surpris|expected)|be\s+(?:read|seen|understood|noted|treated\s+with))\w+",
    re.IGNORECASE,
)
# "Kenya is called upon to pass the Bill": said now, and of no earlier review.
CALLED_UPON = re.compile(
    r"^(?:the\s+)?(?P<who>[^.;:,]{3,50}?)\s+(?:is|are)\s+(?:therefore\s+|also\s+|further\s+)?(?:called\s+(?:up)?on|urged)\s+to\s+(?!.*\bby\s+the\s+(?:committee|council|working))\w+",
    re.IGNORECASE,
)
STATE = re.compile(r"^(?:state(?:\s+party)?|government|authorities|parliament)\b", re.IGNORECASE)
PLEASE = re.compile(
    r"^please\s+(?!(?:find|see|note|accept|contact|forgive|excuse|refer|consult|consider|feel|bear|keep|treat|handle|remember|read|write|reply|do|don|quote|cite|withhold|turn|call|send|e-?mail|be|let\s+(?:me|us))\b)",
    re.IGNORECASE,
)
THAT = re.compile(r"\bthat\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:that|which|who|whom)\b", re.IGNORECASE)
EMPTY = re.compile(
    r"\b(?:two|three|four|five|several|some|a\s+few|a\s+number\s+of)\s+(?:\w+\s+)?(?:questions|recommendations|suggestions|requests)\b|"
    r"\b(?:following|as\s+follows|below|annex|attached|(?:listed|set\s+out|contained|given|described)\s+(?:in|here|above))\b|\bследующ|\bниже|\bпойти\s+дальше",
    re.IGNORECASE,
)
NEED = reason("wanted_needed")
OWN_VOICE = reason("wanted_own_voice")
PASSIVELY = reason("wanted_passively")
BARE = reason("wanted_bare")


def told_by(text: str, *, reported: bool) -> tuple[Said, float]:
    """By what a sentence is told as a demand; after words of a committee, a bare "should" is the committee's."""
    if len(text.split()) < 6 or text.endswith(":"):
        return "", 0.0
    if OF_PAPER.search(text):
        return "", 0.0
    if (urges(text) or ASK_OF_COMMITTEE.search(text)) and not EMPTY.search(text):
        return OWN_VOICE, 0.75
    if pleads(text):
        return OWN_VOICE, 0.7
    if (called := CALLED_UPON.match(text)) and (STATE.match(called["who"]) or is_state(called["who"])):
        return OWN_VOICE, 0.75
    if LET.match(text) and not SAID.search(text):
        return NEED, 0.6
    if SAID.search(text) or reported:
        return "", 0.0
    text = QUOTED.sub(" … ", text)
    if BY_ORDER.search(text):
        return "", 0.0
    if CONCLUDES.match(text) and not (RULE.search(text) or PRACTICE.search(text) or is_reported(text)):
        return OWN_VOICE, 0.65
    if (NEEDED.search(text) and not LAW_FIRST.search(text)) or romance.needs(text):
        return NEED, 0.6
    if state_owes(text) and not as_others_see(text):
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


def pleads(text: str) -> bool:
    """Whether the authors beg for an act, "Please visit the centre at night", and neither for an answer nor for patience."""
    found = PLEASE.match(text)
    return found is not None and is_imperative(text[found.end() :]) and not is_question(text[found.end() :])


def is_bare(wanted: Wanted) -> bool:
    """Whether only a "should" tells it: such sentences count only in a submission without any list of demands."""
    return wanted.how in (BARE, PASSIVELY)
