"""Several demands in one English sentence: verbs, clauses, acts and questions that stand beside each other."""

from __future__ import annotations

import re

from qorgau.reading.submissions.demanding import MODAL, demands, is_imperative, is_question
from qorgau.reading.submissions.urging import urges
from qorgau.reading.submissions.verbs import ALSO_NOUNS, IMPERATIVES

_ALSO = frozenset("speak visit live vote choose be".split())
_SEPARATOR = r"(?P<by>[,;]\s+(?:and\s+|as\s+well\s+as\s+|but\s+)?|\s+and\s+)"
_TO = re.compile(r"\bto\s+(?:not\s+)?(?:\w+ly\s+)?(?P<verb>[a-z]+(?:-[a-z]+)?)\b")
_BESIDE = re.compile(
    rf"{_SEPARATOR}(?:in\s+particular\s+|finally\s+)?(?P<at>(?:to\s+|should\s+|must\s+)?(?:also\s+|then\s+|not\s+|once\s+|(?!family|only|early|likely|supply|apply)\w+ly\s+)?"
    r"(?P<verb>[a-z]+(?:-[a-z]+)?))\b"
)
_OBJECT = re.compile(
    r"\s+(?:the|an?|all|any|every|each|its|their|them|it|his|her|those|these|such|what|whether|how|that|no|more|full|articles?|sections?|paragraphs?|on\s+(?:the|its|their|how|what|every|each|both|this|them|these|all|progress)|to\s+(?:the|its|parliament)|(?!only|early|family)\w+ly|for\s+(?:the|all|every)|\d+)\b"
)
# "to heat the cells": a verb nobody listed
_AFTER_TO = re.compile(r"to\s+(?!the\b|an?\b|its\b|their\b|all\b|any\b|every\b|each\b|\w+ing\b)[a-z]{3,}$")
_DETERMINER = re.compile(r"\s+(?:the|an?|all|any|every|each|its|their|up)\b")
_SUBORDINATE = re.compile(
    r"\b(?:who|which|that|whether|how|such\s+as|including|with\s+a\s+view\s+to|in\s+order\s+to|so\s+as\s+to|to\s+whom|where|when|if|right\s+to|let|lets)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|be|been|have|has|had|can|may|receive|enjoy|benefit|do|does|did|was|were|takes?|comes?|makes?)\b"
)
_THAT = re.compile(
    r"(?:[,;]\s+(?:and\s+)?|\s+and\s+|\s)(?P<at>that)\s+(?=(?:the|it|they|he|she|all|every|any|no|an?|each|its|their|those|persons?|people|[A-Z]\w+|\w+s)\b)"
)
_THAT_BEHIND = re.compile(r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?P<at>that)\s+(?=\w)")
_THAT_FIRST = re.compile(r"^\W*that\b|\bnecessary\s+that\b", re.IGNORECASE)
_ENSURES = re.compile(
    r"^[\W\d_]*(?:to\s+)?(?:ensure|guarantee|make\s+sure|see\s+to\s+it|provide|stipulate)\s+that\b",
    re.IGNORECASE,
)
_RATIFY = re.compile(r"\b(?:ratify(?:ing)?|acced(?:e|ing)\s+to|sign(?=\s+the))\s+(?=the\b)", re.IGNORECASE)
_TREATY = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<at>the\s+(?:[A-Z]|\w+\s+Protocol|\w+\s+Convention))")
_CALLS_FOR = re.compile(r"\bcall(?:s|ing)?\s+(?P<at>for)\s")
_FOR = re.compile(r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?P<at>for)\s+(?=(?:the|an?|all|its|their|every|each)\b)")
_ACT = r"(?:(?:the|an?|prompt|full|immediate|independent|free|better|more|proper)\s+){0,3}[a-z]{2,}(?:tion|sion|ment|ing|al|ance|ence|ure|ination|body|fund|law|act|budget|inquiry|release|payment|end|return|removal|ban)\s+(?:of|to|for|into|on|from|with|by|in)\b"
_ACT_FIRST = re.compile(rf"^\W*{_ACT}", re.IGNORECASE)
_NEXT_ACT = re.compile(rf"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?P<at>{_ACT})")
_GERUND = re.compile(
    r"\b(?:suggest|recommend|propose|advise|favour|by)s?:?\s+(?P<at>(?:\w+ly\s+)?(?P<verb>[a-z]{2,}ing))\b"
)
_NEXT_GERUND = re.compile(r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?P<at>(?:by\s+)?(?P<verb>[a-z]{2,}ing))\b")
_CLAUSE = re.compile(
    r"(?:[,;]\s+(?:and\s+|but\s+|while\s+)?|\s+and\s+)(?P<at>(?!which|who|that|if|when|where|whose|whom|because|as\b)(?:[\w’'-]+\s+){1,10}?)"
    r"(?=(?:should|must|ought\s+to|needs?\s+to|has\s+to|have\s+to|(?:(?:is|are)\s+)?to\s+be)\b)",
    re.IGNORECASE,
)
_IS_TO_BE = re.compile(r"\b(?:is|are|has|have)\s+to\s+be\b", re.IGNORECASE)
_TO_BE_DONE = re.compile(r"^(?!to\b)[^.;]{3,90}?\sto\s+be\s+\w+")
_ASKS = re.compile(
    r"(?:[,;]\s+(?:and\s+)?(?P<alone>(?:in|on|at|by|under|for|with|to|from)\s+(?:what|which|whom)|how|what|whether|why)|"
    r"[,;]?\s+and\s+(?P<behind>(?:in|on|at|by|under|for|with|to|from)\s+(?:what|which|whom)|how|what|whether|why|which|who|when|where))\b"
)
_ASK_TO = re.compile(
    r"\b(?:ask|asked|urge|request|invite|encouraged|urged|call\s+(?:up)?on)\s+(?:[\w’'-]+\s+){0,8}?to\b",
    re.IGNORECASE,
)
_THAT_DOES = re.compile(
    r"\bthat\s+(?:the\s+)?(?:state(?:\s+party)?|government|parliament|authorities|ministry(?:\s+of\s+\w+)?|[A-Z]\w+|police|courts?|prosecutors?)\s+(?:\w+ly\s+|also\s+)?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
# "We ask the Committee to call on the Government to close A"
_PASSES_ON = frozenset("ask call recommend urge request invite raise".split())
_ADJECTIVES = frozenset("separate free clear complete live correct secure lower opposite".split())
# "fund organisations", "fine councils"
_WITH_PLURAL = frozenset("fund fine bar".split())
# "describe what was done to prevent it and indicate the number"
_TO_ANSWER = frozenset(
    "describe indicate explain clarify provide specify inform comment state report justify elaborate".split()
)
_FEWEST_QUESTIONS = 3  # "how many, and when?" is asked in one breath
_NESTED = re.compile(r"\bto\s+[a-z]+\b")
_FAR = 3  # words
_WHICH = re.compile(
    r"(?:(?<=\s)(?:in|on|at|by|under|for|with|to|from)\s+)?\b(?:how|what|whether|why|which|who|when|where)\b",
    re.IGNORECASE,
)
# ", and who inspects them?" asks anew; ", and with what result" does not
_ASKED_ANEW = re.compile(
    r"[,;]\s+and\s+(?P<at>(?:(?:how|what|whether|why|which|who|when|where|will|does|do|did|is|are|was|were|has|have|can)\b(?:\s+[^\s?.;]+){2}|"
    r"(?:in|on|at|by|under|for|with|to|from)\s+(?:how|what|which|whom)\b(?:\s+[^\s?.;]+){4}))"
)
_ABOUT = re.compile(
    r"^(?:please\s+)?(?:also\s+)?(?:provide|give|update|inform|report|furnish|submit|supply|share|include|present)\b[^.;?,]{0,60}?\b(?P<at>on|about|concerning|regarding)\s",
    re.IGNORECASE,
)
_ASKING = 40  # letters of "Please explain to the Committee", which stay with the first question
_SUBJECT = 8  # words at most of "The Ministry of Justice should", which stay with the first of its demands


def starts(text: str) -> list[int]:
    """Where each demand of a sentence begins; one or none where it is not parted."""
    for told in (_questions, _abouts, _thats, _verbs, _treaties, _fors, _gerunds, _acts, _clauses):
        found = told(text)
        if len(found) > 1:
            return found
    return []


def _tells(text: str, found: re.Match[str]) -> bool:
    """Whether a word is a verb here that tells somebody to do something."""
    verb = found["verb"]
    after = text[found.end("verb") :]
    if verb == "be":
        return bool(re.match(r"\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|de|ut|lt|ld|ght|et|pt)\b", after))
    if verb not in IMPERATIVES and verb not in _ALSO:
        return bool(_AFTER_TO.match(found.group()) and _DETERMINER.match(after))
    if re.match(r"to\s+(?!be\b)", found.groupdict().get("at") or found.group()):
        return not re.match(r"\s+of\b|\s*(?:$|[.;:,])", after)
    if verb in _ADJECTIVES:
        return bool(_DETERMINER.match(after))
    if verb in _WITH_PLURAL and re.match(r"\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+s\b", after):
        return True
    if verb in ALSO_NOUNS:
        return bool(_OBJECT.match(after))
    if verb == "open" and re.match(r"\s+to\b", after):
        return False
    return not re.match(r"\s+of\b", after) and not re.match(r"\s*(?:$|[.;:,])", after)


def _verbs(text: str) -> list[int]:
    """ "to close A, publish B and to pay C": verbs beside the first, and no part of it ("steps to prevent")."""
    first = _first_verb(text)
    if first is None:
        return []
    begins, verb_end = first
    found = [begins]
    since = verb_end
    answering = text[begins:verb_end].split()[-1].lower() in _TO_ANSWER
    for each in _BESIDE.finditer(text, verb_end):
        if not _tells(text, each) or not _is_beside(
            text[since : each.start()], each, answering=answering, series=len(found) > 1
        ):
            continue
        found.append(each.start("at"))
        since = each.end()
    return found


def _first_verb(text: str) -> tuple[int, int] | None:
    """Where the first demand begins, and where its verb ends."""
    if urges(text) or _ASK_TO.search(text):
        tos = [each for each in _TO.finditer(text) if _tells(text, each)]
        while len(tos) > 1 and tos[0]["verb"] in _PASSES_ON and not text[: tos[1].start()].endswith("and "):
            tos.pop(0)
        that = _THAT_DOES.search(text)
        if that and _tells(text, that) and not (tos and tos[0].start() < that.start()):
            return that.start("verb"), that.end("verb")
        return (tos[0].start(), tos[0].end()) if tos else None
    modal = MODAL.search(text)
    if modal and (
        verb := re.compile(r"\s+(?:also\s+|not\s+|\w+ly\s+)*(?P<verb>[a-z-]+)").match(text, modal.end())
    ):
        near = len(text[: modal.start()].split()) <= _SUBJECT
        return (0 if near else modal.start(), verb.end())
    if is_imperative(text) and (
        verb := re.match(r"^[\W\d_]*(?:please\s+)?(?:also\s+)?(?:to\s+|\w+ly\s+)?[a-z]+", text, re.IGNORECASE)
    ):
        return verb.end() - len(verb.group().lstrip()), verb.end()
    return None


def _is_beside(between: str, found: re.Match[str], *, answering: bool, series: bool) -> bool:
    """Whether a verb goes on with the main one, and with no clause that was opened between the two."""
    opened = [each.end() for each in _SUBORDINATE.finditer(between)]
    nested = any(each["verb"] in IMPERATIVES or each["verb"] in _ALSO for each in _TO.finditer(between))
    if answering and found["verb"] in _TO_ANSWER:
        return True
    if found["by"].strip() == "and":
        clear = not nested and (not opened or found["at"].startswith("to "))
        return clear or _is_far(between, found, series=series)
    if not opened:
        return True
    return bool(_FINITE.search(between[opened[-1] :])) or found["by"].startswith(";")


def _is_far(between: str, found: re.Match[str], *, series: bool) -> bool:
    """Whether enough stands between a verb within another's clause and the next for each to be done alone.

    The last of a `series` needs less: "end A, prosecute those who persist and open B".
    """
    opened = [each.end() for each in (*_SUBORDINATE.finditer(between), *_NESTED.finditer(between))]
    inside = len(between[min(opened) :].split())
    after = len(found.string[found.end() :].split())
    return found["verb"] in IMPERATIVES and after >= _FAR - 1 and inside >= (1 if series else _FAR)


def _thats(text: str) -> list[int]:
    """ "that the State stop it, that it pay, and that it reply"."""
    ensures = _ENSURES.match(text) or (is_imperative(text) and not urges(text))
    if not (urges(text) or ensures or _THAT_FIRST.search(text)):
        return []
    first = _THAT.search(" " + text)
    if first is None:
        return []
    begins = first.start("at") - 1
    behind = [each.start("at") for each in _THAT_BEHIND.finditer(text, begins + 1)]
    return [0 if ensures else begins, *behind]


def _treaties(text: str) -> list[int]:
    """ "Ratify the first Protocol and the Convention on enforced disappearance"."""
    first = _RATIFY.search(text)
    if first is None:
        return []
    behind = [each.start("at") for each in _TREATY.finditer(text, first.end())]
    return [0, *behind]


def _fors(text: str) -> list[int]:
    """ "calls for the abolition of A, for a body of B and for C", or with acts without "for"."""
    first = _CALLS_FOR.search(text)
    if first is None:
        return []
    by_for = [each.start("at") for each in _FOR.finditer(text, first.end())]
    by_act = [each.start("at") for each in _NEXT_ACT.finditer(text, first.end())]
    return [first.start("at"), *(by_for or by_act)]


def _gerunds(text: str) -> list[int]:
    """ "We suggest increasing A, allowing B and abolishing C"."""
    first = _GERUND.search(text)
    if first is None or (not demands(text) and not urges(text)):
        return []
    behind = [each for each in _NEXT_GERUND.finditer(text, first.end()) if _is_act(each["verb"])]
    return [first.start("at"), *(each.start("at") for each in behind)]


def _is_act(gerund: str) -> bool:
    stem = gerund.removesuffix("ing")
    return bool({stem, stem + "e", stem[:-1]} & IMPERATIVES)


def _acts(text: str) -> list[int]:
    """ "Withdrawal of the bill and release of those detained", each act without an article."""
    if not _ACT_FIRST.match(text) or MODAL.search(text):
        return []
    behind = [
        each
        for each in _NEXT_ACT.finditer(text)
        if re.match(
            r"(?:\w+\s+)?\w+(?:tion|sion|ment)\s+of\b|(?:\w+\s+)?(?:withdrawal|abolition|release|removal|payment)\s+(?:of|to)\b",
            each["at"],
        )
    ]
    return [0, *(each.start("at") for each in behind)]


def _clauses(text: str) -> list[int]:
    """ "Torture must be punished, and amnesty must not apply to it"."""
    first = MODAL.search(text) or _IS_TO_BE.search(text) or _TO_BE_DONE.match(text)
    if first is None:
        return []
    behind = [
        each
        for each in _CLAUSE.finditer(text, first.end())
        if not _SUBORDINATE.search(" ".join(each["at"].split()[-3:]))
    ]
    return [0, *(each.start("at") for each in behind)]


def _questions(text: str) -> list[int]:
    """ "how many died, what the causes were, and whether anybody was charged"."""
    if not is_question(text) and not re.search(r"\bask\w*\b", text):
        return []
    first = _WHICH.search(text)
    if first is None:
        return []
    behind = [each.start(each.lastgroup or 0) for each in _ASKS.finditer(text, first.end())]
    anew = [each.start("at") for each in _ASKED_ANEW.finditer(text, first.end())]
    if not anew and len(behind) + 1 < _FEWEST_QUESTIONS:
        return []
    behind = sorted({*behind, *anew})
    opens = first.start() if urges(text) or first.start() > _ASKING else 0
    return [opens, *behind]


def _abouts(text: str) -> list[int]:
    """ "Please provide data on A and on B"."""
    first = _ABOUT.search(text) if is_question(text) else None
    if first is None:
        return []
    again = re.compile(rf"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?P<at>{first['at']})\s")
    return [first.start("at"), *(each.start("at") for each in again.finditer(text, first.end()))]
