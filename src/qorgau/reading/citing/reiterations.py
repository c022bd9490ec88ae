"""Earlier recommendations that a text says it repeats, by symbol and paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from qorgau.reading.citing import paragraph_refs, sentences
from qorgau.reading.citing.citations import of_passage
from qorgau.reading.citing.passage import Call, Passage, calls_within
from qorgau.reading.citing.symbol import Symbol, SymbolKind, previous_cycle, try_parse
from qorgau.reading.document import Citation
from qorgau.reading.reasons import reason

_RECOMMENDATION: Final = r"(?:recommendations?|concluding\s+observations|calls?|requests?|view|position)"
_SAYS: Final = re.compile(
    rf"\b(?:reiterat(?:es?|ing|ed)|recall(?:s|ing)?|repeat(?:s|ing)?|reaffirm(?:s|ing)?|restat(?:es?|ing))\b[^.;]{{0,60}}?"
    rf"\b(?:its|the|their)\s+(?:(?:previous|earlier|prior|past|former|long-?standing|main)\s+)?(?:\w+\s+)?{_RECOMMENDATION}"
    rf"|\b(?:bearing\s+in\s+mind|in\s+(?:the\s+)?light\s+of|further\s+to|mindful\s+of)\s+(?:its|the\s+Committee[’']s)\s+(?:previous|earlier|prior)\s+{_RECOMMENDATION}"
    rf"|\b(?:as|in\s+line\s+with\s+(?:what\s+was\s+)?)\s*(?:already\s+|it\s+)?(?:previously\s+)?(?:recommended|its\s+previous\s+recommendations?)"
    rf"|\bin\s+(?:line|accordance|keeping)\s+with\s+its\s+(?:previous|earlier)\s+{_RECOMMENDATION}"
    rf"|\b(?:повторяет|подтверждает|напоминает|вновь\s+(?:повторяет|подтверждает)|ссылаясь|напоминая)\b[^.;]{{0,40}}?\b(?:сво\w+\s+)?(?:предыдущ\w+|прежн\w+|ранее\s+\w+|сделанн\w+)?\s*(?:рекомендаци\w+|заключительн\w+\s+замечани\w+)",
    re.IGNORECASE,
)
_NOT: Final = re.compile(
    r"general\s+(?:comment|recommendation)|общ\w+\s+(?:замечани|рекомендаци)|замечани\w+\s+общего",
    re.IGNORECASE,
)
_KINDS: Final = (
    SymbolKind.CONCLUDING_OBSERVATIONS,
    SymbolKind.FOLLOW_UP,
    SymbolKind.COUNCIL,
    SymbolKind.ASSEMBLY,
    SymbolKind.VISIT_REPORT,
    SymbolKind.SESSION_DOCUMENT,
)


def find(
    passage: Passage, calls: tuple[Call, ...] = (), symbol: Symbol | None = None
) -> tuple[Citation, ...]:
    """The recommendations that a passage repeats; where it names none, those of the cycle before, with a doubt."""
    found: list[Citation] = []
    for start, end in sentences.spans(passage.text):
        sentence = passage.cut(start, end)
        match = _says(sentence.text)
        if match is not None:
            found += _repeated(sentence, match, calls, symbol)
    return tuple(found)


def _says(sentence: str) -> re.Match[str] | None:
    for match in _SAYS.finditer(sentence):
        if not _NOT.search(sentence, match.start(), min(len(sentence), match.end() + 20)):
            return match
    return None


def _repeated(
    sentence: Passage, match: re.Match[str], calls: tuple[Call, ...], symbol: Symbol | None
) -> list[Citation]:
    cited = [one for one in of_passage(sentence) if _recommends(one.symbol)]
    in_notes = [
        replace(one, place=sentence.part(match.start(), match.end()))
        for _, call in calls_within(sentence, calls)
        for one in call.footnote.symbols
        if _recommends(one.symbol)
    ]
    return (cited or in_notes) or _assumed(sentence, match, symbol)


def _recommends(symbol: str) -> bool:
    parsed = try_parse(symbol)
    return parsed is not None and parsed.kind in _KINDS


def _assumed(sentence: Passage, match: re.Match[str], symbol: Symbol | None) -> list[Citation]:
    """With "(see para. 14)" and nothing else the committee's observations of the cycle before are meant."""
    before = previous_cycle(symbol) if symbol is not None else None
    if before is None:
        return []
    ids = tuple(name for one in paragraph_refs.find(sentence.text[match.end() :]) for name in one.ids)
    place = sentence.part(match.start(), match.end())
    doubt = reason("cited_assumed")
    return [Citation(before.text, ids, place, doubt=doubt)]
