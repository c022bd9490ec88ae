"""Does a sentence demand or ask something? Told by its first verb, its modal verb or its question mark."""

from __future__ import annotations

import re

from qorgau.reading.submissions import romance
from qorgau.reading.submissions.countries import is_state
from qorgau.reading.submissions.labels import after_label
from qorgau.reading.submissions.verbs import (
    AFTER_NOUN,
    ALSO_NOUNS,
    ASKING_FIRST,
    IMPERATIVES,
    INFORMATION,
    RU_ASKING_FIRST,
)

FIRST = re.compile(
    r"^[\W\d_]*(?:(?:to|and|also|please|then|further|not|that|once|again|(?:\w+ly))\b,?\s*){0,5}(?P<verb>[a-z]+(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
# "As a matter of urgency, release ...": what is demanded follows the comma.
AFTER_COMMA = re.compile(
    r"^(?:before|as|if|in|with|without|on|by|for|until|pending|where|when|upon|at|through|under|within|while|если|в|до|с|при|для|по)\b"
    r"[^,;.]{2,120},\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# "Tell everyone", "Count the keys": a word that is no preposition or the like, before a word that opens an object.
BEFORE_OBJECT = re.compile(
    r"^[\W\d_]*(?P<verb>[a-z]{3,12}(?<!ing)(?<!ed)(?<!ly)(?<!ion))\s+(?:the|an?|all|any|every|each|its|their|those|these|such|everyone)\s",
    re.IGNORECASE,
)
# "Lay down", "Phase out": a short word before a particle is a verb.
WITH_PARTICLE = re.compile(
    r"^[\W\d_]*(?P<verb>[a-z]{2,8}(?<!ing)(?<!ed)(?<!ly)(?<!s))\s+(?:up|down|out|off|away|aside|back|forward|in\s+place)\s+(?!of\b)\w",
    re.IGNORECASE,
)
NO_VERB = frozenset(
    """
    about above across after against all almost along also although amid among and another any around because been before
    behind below beneath beside besides between beyond both but despite down during each either even every except few for
    from given has have hence however into just least less like many more most much near nearly neither nor not off once
    only onto other others out over past per quite rather same several since some still than that the their then there
    these they this those though through throughout thus till toward towards under unless unlike until upon was were what
    whatever when whenever where whereas whether which while who whole whom whose why will with within without yet you
    """.split()
)
MODAL = re.compile(
    r"\b(?:should(?:n[’']t)?|must|ought\s+to|needs?\s+to|has\s+to\s+be|have\s+to\s+be|(?:is|are)\s+(?:urged|encouraged|requested|called\s+upon|recommended|asked|invited|advised)\s+to)\b",
    re.IGNORECASE,
)
DUE_STATE = re.compile(
    r"\b(?:the\s+)?(?:state\s+party|state|government|authorities|parliament|legislature|ministry|municipalities|(?:local|county|provincial|regional|district)\s+(?:authorities|governments|councils))(?:\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?)?"
    r"(?:,\s+(?:for\s+(?:its|their)\s+part|too|in\s+turn),)?\s+(?:also\s+|therefore\s+|urgently\s+|immediately\s+)?(?:should|must|ought\s+to)\b",
    re.IGNORECASE,
)
RU_MODAL = re.compile(
    r"\b(?:следует|необходимо|надлежит|долж(?:ен|на|но|ны)|обязан[аоы]?|целесообразно)\b", re.IGNORECASE
)
# "Moldova should finance ...": the State by its name.
NAMED_SHOULD = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+(?:and\s+)?[A-ZÀ-Þ][\w’'-]+){0,3})\s+"
    r"(?:also\s+|therefore\s+|urgently\s+|immediately\s+)?(?:should|must|ought\s+to)\b"
)
RU_NAMED_SHOULD = re.compile(
    r"(?<!\w)(?P<name>[А-ЯЁ][а-яё]+)\s+(?:также\s+)?(?:следует|необходимо|надлежит|долж\w+)"
)
RU_DUE_STATE = re.compile(
    r"\b(?:государств\w+(?:-участник\w*)?|правительств\w+|власт\w+|парламент\w*)\s+(?:также\s+)?(?:следует|необходимо|надлежит|долж\w+)",
    re.IGNORECASE,
)
RU_VERB = re.compile(
    r"^[\W\d_]*(?:(?:и|также|не|безотлагательно|срочно|в\s+кратчайшие\s+сроки|[а-яё]+но)\s*,?\s+){0,3}"
    r"(?!(?:\w+(?:ость|асть|ости|асти|есть)|власти|сеть|сети|память|треть|мать|путь|пути|речь|ночь|дочь|шесть|пять|очередь|честь|месть|кровать|тетрадь|печать|нефть|дети|почти|скорость|"
    r"смерть|смерти|церковь|область|мечети|нити|вместо)\b)(?P<verb>дать|[а-яё]{3,}(?:ть|ться|ти|тись|чь|йте|ите|ьте|йтесь))\b",
    re.IGNORECASE,
)
KK_DEMAND = re.compile(r"(?:қажет|керек|тиіс|ұсынамыз|сұраймыз|шақырамыз|қамтамасыз ет\w*)\b", re.IGNORECASE)
INFORM = re.compile(
    rf"^(?:please\s+)?(?:also\s+)?(?:provide|give|furnish|supply|share|include|submit|present)\b[^.?]{{0,70}}?\b{INFORMATION}\b",
    re.IGNORECASE,
)
ASK = re.compile(rf"^(?:in\s[^,?]{{2,80}},\s*)?{ASKING_FIRST}\b", re.IGNORECASE)
ASK_WHETHER = re.compile(
    r"^[^.?]{0,60}\b(?:should|must|could|needs?\s+to)\s+be\s+(?:asked|questioned)\s+(?:whether|how|what|why|when|where|which|who|if|about|to\s+(?:explain|clarify|provide|indicate|describe))\b|"
    r"^(?:запросить|спросить|выяснить|поинтересоваться|узнать)\b|"
    r"^(?:to\s+)?(?:ask|enquire|inquire|query)\b.*\b(?:whether|how|what|why|when|where|which|who|if)\b|^(?:request|seek|ask\s+for)\b[^.]{0,40}\b(?:information|clarification|data|statistics|details|explanation|an\s+update)\b",
    re.IGNORECASE,
)
RU_ASK = re.compile(rf"^{RU_ASKING_FIRST}\b", re.IGNORECASE)
THAT = re.compile(
    r"^\W*(?:that\s+(?:the|all|any|every|it)\b|that\s+[^.;]{2,80}?\s(?:be|should|must|may|not)\s|чтобы\b)",
    re.IGNORECASE,
)
LEADING = re.compile(r"^[\W\d_]+")
MARKED_QUESTION = re.compile(r"\?[\s\"”»’)\].]*$")


# "What families want is simple." tells; it asks nothing.
WHAT_IS = re.compile(r"^what\s+(?:we|they|(?:the\s+)?\w+s)\s+\w+\s+(?:is|are)\b[^?]*\.$", re.IGNORECASE)


def is_imperative(text: str) -> bool:
    """Whether it begins with a verb that tells somebody to do something, in English, Russian, French or Spanish."""
    if romance.tells(text):
        return True
    if (found := FIRST.match(text)) and _tells(found["verb"].lower()) and not _is_noun(text, found):
        return True
    if (found := BEFORE_OBJECT.match(text)) and found["verb"].lower() not in NO_VERB:
        return True
    if (found := WITH_PARTICLE.match(text)) and found["verb"].lower() not in NO_VERB:
        return True
    if RU_VERB.match(text):
        return True
    rest = AFTER_COMMA.match(text)
    return rest is not None and is_imperative(rest["rest"])


_ASIDE = re.compile(
    r"^,\s+(?:by|in|without|with|at|within|for)\s[^,.;]{2,40},(?=\s+(?:an?|the|all|every|each|its|their)\s)"
)
_AND = re.compile(r"^\s+and\s+(?P<second>[a-z].*)", re.DOTALL)
WITH_OF = frozenset("dispose approve think learn hear".split())


def _is_noun(text: str, found: re.Match[str]) -> bool:
    """Whether a word that may be a verb or a noun is a noun here, by the word after it."""
    rest = _ASIDE.sub(" ", text[found.end() :])
    if joined := _AND.match(rest):  # "Review and amend the Code", beside "Review and reform of the Code"
        return found["verb"].lower() in ALSO_NOUNS and not is_imperative(joined["second"])
    after = re.match(r"\W*(?:at\s+least\s+|in\s+full\s+)?(\w*)", rest)
    if after is not None and after[1].lower() == "of" and found["verb"].lower() not in WITH_OF:
        return True
    return found["verb"].lower() in ALSO_NOUNS and (after is None or after[1].lower() in {"", *AFTER_NOUN})


def _tells(verb: str) -> bool:
    """ "Ensuring", as after "by:", demands as much as "ensure"."""
    if verb in IMPERATIVES:
        return True
    stem = verb.removesuffix("ing")
    return stem != verb and bool({stem, stem + "e", stem[:-1]} & IMPERATIVES)


def is_question(text: str) -> bool:
    """Whether it asks for an answer rather than for an act."""
    plain = LEADING.sub("", text)
    if WHAT_IS.match(plain):
        return False
    return bool(
        MARKED_QUESTION.search(text)
        or INFORM.match(plain)
        or ASK.match(plain)
        or ASK_WHETHER.match(plain)
        or RU_ASK.match(plain)
        or romance.asks(plain)
    )


def owes(text: str) -> bool:
    """Whether it says that somebody should do something."""
    return bool(MODAL.search(text) or RU_MODAL.search(text) or KK_DEMAND.search(text)) or romance.owes(text)


def state_owes(text: str) -> bool:
    """Whether it says that the State or its government should do something."""
    return (
        bool(DUE_STATE.search(text) or RU_DUE_STATE.search(text))
        or romance.state_owes(text)
        or _named_state_owes(text)
    )


def _named_state_owes(text: str) -> bool:
    """Whether a State is called by its name and told what it should do."""
    named = (*NAMED_SHOULD.finditer(text), *RU_NAMED_SHOULD.finditer(text))
    return any(
        is_state(name) for found in named for name in (found["name"], found["name"].split(" and ")[-1])
    )


SUBJECT_END = re.compile(
    r"\b(?:that|if)\s+(?:the\s+)?(?:[A-Z]\w+\s+)?(?:state(?:\s+party)?|government|authorities|parliament|kazakhstan|ministry|police|prosecutors?)\s*:?\s*$",
    re.IGNORECASE,
)
BODY_TO = re.compile(
    r"^(?:the\s+)?(?:[\w’'-]+\s+){0,2}?(?:government|parliament|state(?:\s+party)?|authorities|ministr(?:y|ies)|court|courts|prosecutor(?:’s|'s)?(?:\s+(?:general|office))?|police|"
    r"ombuds\w+|commissioner|agency|council|committee|service|bar|judiciary|commission|president|akimats?|administration|NPM|mechanism)"
    r"(?:\s+(?:of|for|on|against)\s+[^:;.]{3,60}?)?(?:\s+and\s+[^:;.]{3,60}?)?\s*[:–—-]?\s+to\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
# "pays full compensation": as after "would mean that the State".
THIRD_PERSON = re.compile(
    r"^[\W\d_]*(?:(?:not|also|\w+ly)\s+)?(?P<verb>(?:re-)?[a-z]+?)(?:es|s)\s+(?!of\b|in\b|for\b|and\b)\w",
    re.IGNORECASE,
)


def body_does(text: str) -> bool:
    """Whether a body is named with what it is to do: "Parliament to adopt amendments"."""
    found = BODY_TO.match(text)
    return found is not None and found["verb"].lower() in IMPERATIVES


def does(text: str) -> bool:
    """Whether it goes on a sentence whose subject stands before it: "pays full compensation"."""
    found = THIRD_PERSON.match(text)
    if found is None:
        return False
    verb = found["verb"].lower()
    return bool(
        {verb, verb + "e", verb + "s", verb.removeprefix("re-"), re.sub(r"i$", "y", verb)} & IMPERATIVES
    )


def demands(text: str) -> bool:
    """Whether a piece of text, taken alone, tells or asks somebody to do something."""
    if is_imperative(text) or is_question(text) or owes(text) or THAT.match(text) or body_does(text):
        return True
    rest = after_label(text)
    return rest is not None and (is_imperative(rest) or is_question(rest))
