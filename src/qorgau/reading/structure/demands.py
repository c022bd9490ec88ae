"""Separate demands within one recommendation: each could be done while another is left undone."""

from __future__ import annotations

import re

from qorgau.reading.structure.sentences import Span, sentences, trimmed

# verbs in the form in which they are coordinated: "adopt ..., ensure ... and provide ..."
_VERBS = (
    "adopt abolish accede acknowledge address adhere align allocate allow amend apply appoint approve assess assign assist avoid ban bar bring build carry"
    " cease clarify collaborate collect combat commute compensate compile complete conclude conduct consider consult continue cooperate create criminalize"
    " decriminalize define deploy develop disaggregate discontinue disseminate draft educate eliminate enable enact encourage end enforce enhance enlarge"
    " ensure eradicate establish evaluate examine exclude exempt expand expedite extend facilitate finalize foster fulfil gather give grant guarantee"
    " identify implement impose improve incorporate increase inform initiate institute integrate intensify introduce investigate involve keep launch legislate lift"
    " maintain make modify monitor obtain offer organize prevent prioritize prohibit promote prosecute protect provide publicize publish punish put raise ratify"
    " recognize recruit rectify redouble reduce refrain reform regulate reinforce release remedy remove repeal replace rescind respect respond restore restrict"
    " revise revoke secure seek set simplify speed step stop strengthen strictly submit suspend sustain tackle take transfer transpose undertake uphold use"
    " utilize verify withdraw"
).split()
_ADVERBS = r"(?:(?:also|further|effectively|promptly|fully|actively|regularly|immediately|systematically|urgently|strictly|expeditiously|swiftly|adequately|thoroughly) )?"
_COORDINATED = re.compile(
    rf"(?:,|;)\s+(?:and\s+)?(?:should\s+|to\s+)?(?={_ADVERBS}(?:{'|'.join(_VERBS)})\b)|\s+and\s+(?:should|to)\s+(?={_ADVERBS}(?:{'|'.join(_VERBS)})\b)"
)
_DOES = re.compile(rf"\b(?:{'|'.join(_VERBS)})\b|\w{{3,}}ing\b|\w+ть\b", re.IGNORECASE)
_INFINITIVE = (
    r"(?!(?:сеть|память|печать|область|треть)\b)[а-яё]{2,}(?:ать|ять|ить|еть|уть|ыть|ести|йти|очь)(?:ся)?\b"
)
_COORDINATED_RU = re.compile(rf"(?:,\s+|,?\s+(?:и|а также)\s+)(?:также\s+)?(?={_INFINITIVE})")
_SUBORDINATE_RU = re.compile(
    r"\b(?:чтобы|котор\w+|цель[юя]|целях|возможност\w+|позволя\w+|прав[оау]|необходимост\w+|способност\w+)\b|[:(]"
)
_SEMICOLON = re.compile(r";\s+(?:and\s+|и\s+|а также\s+)?")
_MEANS = re.compile(r",?\s+and\s+(?=by\s+\w+ing\b)")
_BY = re.compile(r"\bby\s+\w+ing\b")
_SUBORDINATE = re.compile(
    r"\b(?:who|which|that|whether|how|such as|including|with a view to|in order to|so as to|aimed at|designed to|to whom|where|when|if)\b"
)
# each object of these is done or left undone by itself
_EACH = re.compile(
    r"\b(?:exclude|abolish|repeal|revoke|rescind|withdraw|ratify(?:ing)?|acced(?:e|ing) to|criminalize|decriminalize|prohibit|ban|lift)\b(?:\s+(?:all|the|any)?\s*possibilit(?:y|ies)\s+of)?",
    re.IGNORECASE,
)
_OBJECTS_END = re.compile(
    r"\s+(?:for|of|on|to|in|from|under|with|within|by|through|as|that|which|and (?:to|should))\b|[,;.:(]"
)
_AND = re.compile(r",?\s+and\s+")
_DETERMINED = re.compile(r"(?:the|its|all|any|an?|their|article|articles|section)\b")
_FIXED_PAIRS = frozenset(
    (
        "torture and ill-treatment",
        "women and girls",
        "boys and girls",
        "law and practice",
        "women and men",
        "men and women",
        "prevention and protection",
        "laws and policies",
    )
)
# "The Committee draws attention to its general comment" demands nothing by itself
_REFERS = re.compile(
    r"(?:In (?:this|that) (?:regard|connection|context|respect),? )?(?:[Tt]he (?:Sub)?[Cc]ommittee|[Ii]t)(?: \w+){0,2}? "
    r"(?:draws|refers|directs|recalls|takes note|notes|welcomes)\b(?!.*\b(?:recommend|urge|encourag|call|invit|should)\w*)"
    r"|(?:В этой связи )?[Кк]омитет (?:\w+ )?(?:обращает|отсылает|напоминает|отмечает)\b(?!.*(?:рекоменду|призыва|следует|предлага))",
    re.DOTALL,
)
_LONGEST_OBJECT = 4
_SHORTEST = 12


def demands_in(text: str, span: Span) -> tuple[Span, ...]:
    """The demands of one recommendation as spans, in order; a single one where it cannot be parted."""
    said = text[span[0] : span[1]]
    out: list[Span] = []
    for start, end in sentences(said):
        if _REFERS.match(said, start, end):
            continue
        for clause in _clauses(said, (start, end)):
            out += _objects(said, clause)
    return tuple((span[0] + start, span[0] + end) for start, end in out)


def _clauses(said: str, span: Span) -> list[Span]:
    """A sentence cut at semicolons, at coordinated main verbs, and between "by doing this, and by doing that"."""
    cuts = [(m.start(), m.end()) for m in _SEMICOLON.finditer(said, *span)]
    cuts += [
        (m.start(), m.end()) for m in _COORDINATED.finditer(said, *span) if _is_main(said, span[0], m.start())
    ]
    cuts += [
        (m.start(), m.end())
        for m in _COORDINATED_RU.finditer(said, *span)
        if not _SUBORDINATE_RU.search(said, span[0], m.start())
    ]
    cuts += [
        (m.start(), m.end()) for m in _MEANS.finditer(said, *span) if _BY.search(said, span[0], m.start())
    ]
    spans, start = [], span[0]
    for left, right in sorted(set(cuts)):
        long_enough = left >= start + _SHORTEST and span[1] - right >= _SHORTEST
        if long_enough and (said[left] == ";" or _DOES.search(said, start, left)):
            spans.append((start, left))
            start = right
    spans.append((start, span[1]))
    return [trimmed(said, each) for each in spans]


def _is_main(said: str, start: int, at: int) -> bool:
    """Whether a coordinated verb continues the main one: no subordinate clause is open before it."""
    before = said[start:at]
    opened = [match.end() for match in _SUBORDINATE.finditer(before)]
    if not opened:
        return True
    # "ensure that ..., and take ..." closes it only if what was opened holds a finite verb already
    inside = before[opened[-1] :]
    return (
        bool(re.search(r"\b(?:is|are|be|have|has|can|may|receive|enjoy|benefit|do|does)\b", inside))
        and ":" not in inside
    )


def _objects(said: str, span: Span) -> list[Span]:
    """A clause cut between objects that are each done by themselves: "ratify A and B"."""
    verb = _EACH.search(said, *span)
    if verb is None:
        return [span]
    for cut in _AND.finditer(said, verb.end(), span[1]):
        left, right = said[verb.end() : cut.start()], said[cut.end() : span[1]]
        if _SUBORDINATE.search(left) or re.search(r"[;:]", left):
            break
        if _are_two(left, right):
            return [(span[0], cut.start()), (cut.end(), span[1])]
    return [span]


def _are_two(left: str, right: str) -> bool:
    if _DETERMINED.match(right):
        return bool(left.strip())
    end = _OBJECTS_END.search(right)
    second = right[: end.start()] if end else right
    first = re.split(r"\bof\b|\b(?:the|all|any)\b", left)[-1].strip()
    if f"{first.lower()} and {second.lower()}".strip() in _FIXED_PAIRS or _OBJECTS_END.search(left):
        return False
    if first.lower().startswith(("and ", "or ")):
        return False
    return 0 < len(first.split()) <= _LONGEST_OBJECT and 0 < len(second.split()) <= _LONGEST_OBJECT
