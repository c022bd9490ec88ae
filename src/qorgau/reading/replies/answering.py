"""Which paragraph of a State answers what: by headings that name or quote it, and by the words a paragraph opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz import fuzz

from qorgau.reading.citing import paragraph_refs, symbols
from qorgau.reading.citing.symbol import Symbol, SymbolKind
from qorgau.reading.document import Answer, Paragraph, Recommendation
from qorgau.reading.reasons import Reason, reason
from qorgau.reading.source import Line, Source
from qorgau.reading.structure.sentences import sentences
from qorgau.reading.structure.verbs import questions

_THING = (
    r"(?:paragraphs?|paras?\.?|questions?|issues?|recommendations?|points?|items?|пункт(?:ы|а|у|ам|ах|е|ов)?|пп?\.|вопрос(?:ы|а|у|ам|ах|е|ов)?|"
    r"рекомендаци(?:и|я|ю|ям|ях|ей)|замечани(?:е|я|ю|ям))"
)
_WHOLE = (
    r"(?:(?:re:?\s+)?(?:replies|reply|responses?|answers?|information|comments?|follow-?up|implementation|ответы?|информация|сведения|комментари\w+|"
    r"о\s+выполнении|выполнение|реализация)\b[^.;]{0,140}?)?"
)
_NUMBERS = r"(?P<refs>(?:No\.?s?|№№?)?\s*\d{1,3}(?:\s?\(?[a-zа-я]{1,4}\))*(?:\s*(?:,|and|и|to|по|-|–|—|or)\s*(?:\d{1,3}|\(?[a-zа-я]{1,4}\))(?:\s?\(?[a-zа-я]{1,4}\))*)*)"
_HEADING = re.compile(
    rf"^\W*{_WHOLE}(?:(?:to|on|of|in|under|the|issues?\s+raised\s+in|raised\s+in|contained\s+in|на|по|к|в|о)\s+)*{_THING}\s*{_NUMBERS}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = re.compile(r"^\W*(?:Q|R|В)\s?\.?\s?(?P<refs>\d{1,3}(?:\s?\([a-z]\))*)\s*[.:)]", re.IGNORECASE)
_OPENING = re.compile(
    rf"^\W*(?:in\s+(?:reply|response|answer|relation|connection|respect)\s+(?:to|of|with)|with\s+(?:regard|respect|reference)\s+to|regarding|concerning|as\s+(?:regards|to|for)|"
    rf"pursuant\s+to|further\s+to|на|в\s+ответ\s+на|в\s+связи\s+с|касательно|относительно|по|что\s+касается)\s+(?:the\s+)?(?:\w+\s+){{0,4}}?{_THING}\s*{_NUMBERS}",
    re.IGNORECASE,
)
# A heading that only announces whole documents ends what a heading before it opened.
_LIST = re.compile(
    r"\blist\s+of\s+issues\b|\bconcluding\s+observations\b|перечн\w+\s+вопросов|заключительн\w+\s+замечани",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"\b(?:code|law|act|constitution|кодекс\w*|закон\w*|конституци\w*|article|стать\w+)\b", re.IGNORECASE
)
_QUOTE_LEAST = 40
_QUOTED = 88
_FRONT = 25
_OF_RECOMMENDATIONS = re.compile(r"recommendation|рекомендаци", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What a heading or an opening says is answered: leaf ids, the document they are of, and how it was told."""

    targets: tuple[str, ...]
    symbol: str | None
    words: str
    confidence: float
    why: Reason


def answers_of(
    source: Source,
    own: Symbol | None,
    paragraphs: Sequence[Paragraph],
    asked: Sequence[Recommendation],
    rows: Mapping[int, tuple[str, ...]] = MappingProxyType({}),
) -> tuple[Answer, ...]:
    """For each paragraph what it answers; a heading holds until the next heading that names something else.

    `rows` says by line what the rows of tables answer; a row holds for itself only.
    """
    default = replied_to(own) or _named_in_front(source)
    starts = {paragraph.place.line: paragraph for paragraph in paragraphs}
    current: Named | None = None
    found: list[Answer] = []
    body = {line.number for line in source.body}
    for line in source.lines:
        paragraph = starts.get(line.number)
        if line.number in rows and paragraph is not None:
            found.extend(_answers(paragraph, _of_row(rows[line.number], line, default)))
            continue
        if line.number not in body:
            found.extend(_answers(paragraph, current) if paragraph else ())
            continue
        if (named := heading_named(line, default, asked, numbered=paragraph is not None)) is not None:
            current = named
        if paragraph is not None:
            opening = opening_named(paragraph, default) or _question_repeated(paragraph, own)
            found.extend(_answers(paragraph, opening or current))
    return tuple(found)


def _of_row(targets: tuple[str, ...], line: Line, default: str | None) -> Named:
    return Named(targets, default, line.text[:200], 0.9, reason("answer_in_row"))


def replied_to(own: Symbol | None) -> str | None:
    """The symbol of what a document replies to: RQ/4 to Q/4, FCO/4 and CO/4/Add.1 to CO/4."""
    if own is None:
        return None
    base = own.base
    if own.kind is SymbolKind.REPLIES:
        return base.replace("/RQ/", "/Q/")
    if own.kind is SymbolKind.FOLLOW_UP:
        return base.replace("/FCO/", "/CO/")
    return None


def _named_in_front(source: Source) -> str | None:
    """The list of issues that the title page names: a report under the simplified procedure answers it."""
    for line in source.body[:_FRONT]:
        for found in symbols.find(line.text):
            if found.symbol.kind in (SymbolKind.LIST_OF_ISSUES, SymbolKind.LIST_PRIOR):
                return str(found.symbol)
    return None


def heading_named(
    line: Line, default: str | None, asked: Sequence[Recommendation], *, numbered: bool
) -> Named | None:
    """What a heading says the paragraphs below it answer."""
    text = line.text.strip()
    quoted = _quoted(line, asked, numbered=numbered)
    if quoted is not None:
        return Named((quoted.id,), default, text[:200], 0.9, reason("answer_quoted"))
    if numbered or len(text) > 400:
        return None
    found = _HEADING.match(text) or _SHORT.match(text)
    if not found or (_is_sentence(text, found) or _NATIONAL.search(text[: found.start("refs")])):
        return None
    if _of_a_law(found):
        return None
    targets = paragraph_refs.read(_plain(found["refs"]))
    if not targets:
        return None
    recommended = _OF_RECOMMENDATIONS.search(text[: found.start("refs")])
    meant = None if recommended and default and "/CO/" not in default else default
    return Named(targets, _symbol(text) or meant, text, 0.95, reason("answer_named"))


def _is_sentence(text: str, found: re.Match[str]) -> bool:
    """Running text that happens to begin with "Paragraph 3" is no heading."""
    rest = text[found.end("refs") :].strip()
    return (
        bool(re.match(r"[a-zа-яё]", rest))
        and not re.match(r"(?:of|to|in|from|and|the|заключ|перечн)", rest)
        and text.endswith(".")
    )


def opening_named(paragraph: Paragraph, default: str | None) -> Named | None:
    """What the first words of a paragraph say it answers."""
    found = _OPENING.match(paragraph.text.lstrip("0123456789. ")[:400])
    if not found or _NATIONAL.search(found.group()) or _of_a_law(found):
        return None
    targets = paragraph_refs.read(_plain(found["refs"]))
    symbol = _symbol(paragraph.text[:300]) or default
    return Named(targets, symbol, found.group().strip(), 0.85, reason("answer_opens")) if targets else None


def _question_repeated(paragraph: Paragraph, own: Symbol | None) -> Named | None:
    """A reply to a list repeats each question under its number, with the answer below it."""
    if own is None or own.kind is not SymbolKind.REPLIES or paragraph.number is None:
        return None
    said = paragraph.text.lstrip("0123456789. ")
    spans = sentences(said)
    first = said[slice(*spans[0])] if spans else ""
    if not questions(first):
        return None
    return Named((paragraph.number,), replied_to(own), first[:200], 0.85, reason("answer_quoted"))


def _of_a_law(found: re.Match[str]) -> bool:
    """ "Paragraph 3 of the invented law" is of a law, not of a committee's paper."""
    rest = found.string[found.end("refs") : found.end("refs") + 60]
    return bool(
        re.match(rf"\s*,?\s*(?:of\s+)?(?:the\s+)?(?:\w+\s+)?{_NATIONAL.pattern}", rest, re.IGNORECASE)
    )


def _quoted(line: Line, asked: Sequence[Recommendation], *, numbered: bool) -> Recommendation | None:
    """The recommendation or question that a line repeats word for word, as States put it above their answer."""
    text = line.text.strip(' “”"«»')
    if len(text) < _QUOTE_LEAST or (numbered and (line.italic or 0.0) < 0.8):
        return None
    scored = [(fuzz.ratio(text.lower(), each.text.lower()), each) for each in asked]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _QUOTED else None


def _answers(paragraph: Paragraph, named: Named | None) -> Iterator[Answer]:
    if named is None:
        return
    for target in named.targets:
        yield Answer(
            paragraph=paragraph.number,
            target=target,
            symbol=named.symbol,
            words=named.words,
            place=paragraph.place,
            confidence=named.confidence,
            why=reason("answer_read", why=named.why),
        )


def _plain(refs: str) -> str:
    return re.sub(r"^(?:No\.?s?|№№?)\s*", "", refs.strip())


def _symbol(text: str) -> str | None:
    found = symbols.find(text)
    return str(found[0].symbol) if found else None
