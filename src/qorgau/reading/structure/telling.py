"""What kind of document it is: by the form of its symbol, else by the words of its title."""

from __future__ import annotations

import re

from qorgau.reading.citing.symbol import Symbol, SymbolKind
from qorgau.reading.document import DocumentKind

_BY_SYMBOL = {
    SymbolKind.CONCLUDING_OBSERVATIONS: DocumentKind.CONCLUDING_OBSERVATIONS,
    SymbolKind.LIST_OF_ISSUES: DocumentKind.LIST_OF_ISSUES,
    SymbolKind.LIST_PRIOR: DocumentKind.LIST_OF_ISSUES,
    SymbolKind.REPLIES: DocumentKind.STATE_REPLIES,
    SymbolKind.REPORT: DocumentKind.STATE_REPORT,
    SymbolKind.FOLLOW_UP: DocumentKind.FOLLOW_UP_REPLY,
    SymbolKind.VISIT_REPORT: DocumentKind.VISIT_REPORT,
}
_BY_TITLE = (
    (DocumentKind.STATE_REPLIES, r"^replies of [^.\n]{3,80} to the list of issues|^ответы [^.\n]{0,40}на перечень вопросов"),
    (DocumentKind.STATE_REPLIES, r"views on conclusions and/or recommendations, voluntary commitments|мнения в отношении выводов и/или рекомендаций|(?:replies|responses|comments) of .{3,80}? to the recommendations|ответы [^.]{3,80}? на рекомендации"),
    (DocumentKind.UPR_REPORT, r"report of the working group on the universal periodic review|rapport du groupe de travail sur l[’']examen périodique universel|informe del grupo de trabajo sobre el examen periódico universal|доклад рабочей группы по универсальному периодическому обзору"),
    (DocumentKind.FOLLOW_UP_ASSESSMENT, r"(?:evaluation|assessment) of (?:the )?(?:information|follow-up)|follow-up (?:progress )?report|доклад о последующей деятельности в связи с заключительными|оценка информации о последующ|report on follow-up to the concluding observations|rapporteur for follow-up"),
    (DocumentKind.FOLLOW_UP_REPLY, r"information received from [^.]{3,60} on follow-up|follow-up to (?:the )?concluding observations.{0,80}(?:information|comments|repl)|информация[^.]{0,80}о последующ\w+ (?:мер|деятельност)|comments by [^.]{3,60} (?:on|to) the concluding observations"),
    (DocumentKind.CONCLUDING_OBSERVATIONS, r"concluding (?:observations|comments|remarks)|conclusions and recommendations of the committee|заключительные (?:замечания|комментарии)|итоговые (?:замечания|заключения)|выводы и рекомендации комитета|observations finales|observaciones finales"),
    (DocumentKind.LIST_OF_ISSUES, r"\blist of (?:issues|themes|questions)|перечень (?:вопросов|тем)|liste (?:de|des) points|lista de cuestiones"),
    (DocumentKind.STATE_REPLIES, r"\breplies (?:of|to|from)\b|written replies|ответы .{0,60}на перечень"),
    (DocumentKind.VISIT_REPORT, r"\bvisit(?:s)? (?:to|of|undertaken)|report on the visit|доклад о посещении|national preventive mechanism|национальн\w+ превентивн\w+ механизм"),
    (DocumentKind.COMMISSION_REPORT, r"truth commission|ombuds|commissioner for human rights|уполномоченн\w+ по правам"),
    (DocumentKind.STATE_REPORT, r"periodic reports? (?:submitted by|of states parties|due in)|initial reports? of states|периодическ\w+ доклад\w* (?:государств|представл)|reports? submitted by states parties"),
)  # fmt: skip
# a line that can only be the title of a paper that others send to a committee, or say of its observations
_SENT = (
    (DocumentKind.FOLLOW_UP_REPLY, r"information (?:received|provided|submitted) (?:from|by)\b|информация, (?:полученная|представленная)"),
    (DocumentKind.STATE_REPLIES, r"(?:written )?(?:replies|responses) (?:of|to|by|from)\b|(?:письменные )?ответы (?:государств|правительств|на перечень)"),
    (DocumentKind.NGO_SUBMISSION, r"(?:joint )?(?:alternative|shadow|parallel) (?:report|submission)\b|(?:joint )?submission (?:of|by|from) (?:a |an |the )?(?:non-governmental|civil society|NGO)|альтернативный доклад|материалы, представленные неправительственн"),
    (DocumentKind.STATE_REPORT, r"(?:(?:combined )?[\w-]+ (?:(?:and|to) [\w-]+ )?)?periodic reports? (?:submitted )?by\b|(?:[\w-]+ )?периодический доклад государства"),
)  # fmt: skip
_SENT_TITLES = tuple(
    (kind, re.compile(rf"\s*(?:{pattern})", re.IGNORECASE | re.MULTILINE)) for kind, pattern in _SENT
)
_OF_A_COMMITTEE = re.compile(
    r"^\s*(?:concluding (?:observations|comments)|conclusions and recommendations|list of (?:issues|themes)|"
    r"заключительные (?:замечания|комментарии)|выводы и рекомендации|перечень (?:вопросов|тем))(?! ?[:/])[^:]{12,}$",
    re.IGNORECASE | re.MULTILINE,
)
_TITLES = tuple(
    (kind, re.compile(pattern, re.IGNORECASE | re.DOTALL | re.MULTILINE)) for kind, pattern in _BY_TITLE
)
_OF_COMMITTEES = (
    SymbolKind.CONCLUDING_OBSERVATIONS,
    SymbolKind.LIST_OF_ISSUES,
    SymbolKind.LIST_PRIOR,
)
_SURE_SUBMISSION = 0.6
_FROM_STATES = (DocumentKind.STATE_REPORT, DocumentKind.STATE_REPLIES, DocumentKind.FOLLOW_UP_REPLY)
_LIKELY_SUBMISSION = 0.5
_OF_OTHERS_WORDS = (
    DocumentKind.CONCLUDING_OBSERVATIONS,
    DocumentKind.LIST_OF_ISSUES,
    DocumentKind.FOLLOW_UP_ASSESSMENT,
)
# how a line begins that is itself the title of a committee's paper, and does not only speak of one
_ITSELF = re.compile(
    r"^\W*(?:(?:advance|draft|unedited|version|edited|annex|appendix|project|the|проект)\W+)*"
    r"(?:concluding|conclusions|final|list|evaluation|assessment|report|follow-up|заключительн|итогов|выводы|переч|оценка|доклад|liste|lista|observations|observaciones)"
    # "List of issues: what we would like to be asked" is somebody else's
    r"[^:\n]*(?::(?:\s*\S+){0,4}\s*)?$",
    re.IGNORECASE | re.MULTILINE,
)
_CERTAIN_SUBMISSION = 0.8  # out of reach for a paper that says who distributes it
_SPEAKS = 4
# a committee speaks of itself in the third person and in the present
_VOICE = re.compile(
    r"\b[Tt]he Committee (?:also |further |therefore |remains |is )?(?:recommends|urges|concerned|regrets|welcomes|encourages)\b"
    r"|\bКомитет (?:также |далее )?(?:рекомендует|призывает|обеспокоен|сожалеет|приветствует)"
)
_ADOPTS = re.compile(
    r"\badopted\b[^.]{0,120}\b(?:following|present) (?:concluding|conclusions)|\bпринял\w*\s+(?:следующие|настоящие)\s+(?:выводы|заключительные)",
    re.IGNORECASE,
)


def kind_told(front: str, symbol: Symbol | None, submission: float, text: str) -> DocumentKind:
    """The kind, from the title page, the document's own symbol, how much it looks like a submission, and who speaks."""
    titled = next((kind for kind, pattern in _TITLES if pattern.search(front)), None)
    sent = _sent(front) if symbol and symbol.kind in _OF_COMMITTEES else None
    if sent:
        return sent  # the symbol is that of the paper it answers
    if symbol and symbol.kind in _BY_SYMBOL and submission >= _CERTAIN_SUBMISSION:
        return DocumentKind.NGO_SUBMISSION  # the symbol is that of the observations it speaks of
    if symbol and symbol.kind in _BY_SYMBOL:
        told = _BY_SYMBOL[symbol.kind]
        if told is DocumentKind.FOLLOW_UP_REPLY and titled is DocumentKind.CONCLUDING_OBSERVATIONS:
            return titled  # the final text of observations that were adopted before without a report
        if told is DocumentKind.VISIT_REPORT and titled is DocumentKind.STATE_REPLIES and symbol.suffixes:
            return titled  # CAT/OP/AAA/1/Add.1: what the State answered to the report of the visit
        assessed = told is DocumentKind.FOLLOW_UP_REPLY and titled is DocumentKind.FOLLOW_UP_ASSESSMENT
        return DocumentKind.FOLLOW_UP_ASSESSMENT if assessed else told
    if submission >= _SURE_SUBMISSION:
        return DocumentKind.NGO_SUBMISSION
    if titled in _OF_OTHERS_WORDS and submission > _LIKELY_SUBMISSION and not _ITSELF.search(front):
        return DocumentKind.NGO_SUBMISSION  # it speaks of a committee's paper, and demands something itself
    if titled:
        return titled
    if submission >= _LIKELY_SUBMISSION:
        return DocumentKind.NGO_SUBMISSION
    speaks = len(_VOICE.findall(text)) >= _SPEAKS or _ADOPTS.search(text)
    return DocumentKind.CONCLUDING_OBSERVATIONS if speaks else DocumentKind.OTHER


def _sent(front: str) -> DocumentKind | None:
    """The kind of a paper whose title says that it was sent to a committee."""
    if _OF_A_COMMITTEE.search(front):
        return None
    lines = front.split("\n")
    return next((kind for kind, pattern in _SENT_TITLES if any(pattern.match(line) for line in lines)), None)


def is_of_the_united_nations(symbol: Symbol) -> bool:
    """Whether only a committee or a State can have a paper of this symbol."""
    return symbol.kind in _BY_SYMBOL


def could_bear(kind: DocumentKind, symbol: Symbol) -> bool:
    """Whether a paper of a kind can have a symbol: what answers observations cites theirs, and has another."""
    if kind is DocumentKind.NGO_SUBMISSION:
        return not is_of_the_united_nations(symbol)
    return not (kind in _FROM_STATES and symbol.kind in _OF_COMMITTEES)


def titles_observations(text: str) -> bool:
    """Whether a line is the title of concluding observations."""
    pattern = next(each for kind, each in _TITLES if kind is DocumentKind.CONCLUDING_OBSERVATIONS)
    return bool(pattern.search(text))
