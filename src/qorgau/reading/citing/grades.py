"""What a committee said of its earlier recommendations: words or letters of its scale, on the earlier paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qorgau.reading.citing import follow_up, paragraph_refs, sentences, symbols
from qorgau.reading.citing.citations import of_passage
from qorgau.reading.citing.passage import Call, Passage, calls_within
from qorgau.reading.citing.symbol import Symbol, SymbolKind, previous_cycle, try_parse
from qorgau.reading.document import Grade

# the first that fits a clause counts, so that "not implemented" goes before "implemented"
_WORDS: Final = (
    ("substantive_steps", r"substantive\s+(?:steps|progress)|существенн\w+\s+(?:шаг|мер)\w*"),
    ("initial_steps", r"initial\s+(?:steps|action)|some\s+(?:initial\s+)?steps|первоначальн\w+\s+(?:шаг|мер)\w*"),
    ("substantially_implemented", r"(?:substantially|largely|mostly)\s+(?:been\s+)?implemented"),
    ("partially_implemented", r"(?:partially|partly)\s+(?:been\s+)?implemented|implemented\s+(?:only\s+)?(?:partially|partly|in\s+part)|(?:выполнен|осуществлен|реализован)\w*\s+(?:лишь\s+|только\s+)?частично|частично\s+(?:был\w*\s+)?(?:выполнен|осуществлен|реализован)\w*"),
    ("counterproductive", r"counterproductive|обратный\s+эффект"),
    ("contrary_measures", r"contrary\s+to\s+the\s+recommendation|противореч\w+\s+рекомендаци"),
    ("insufficient_information", r"(?:(?:insufficient|lack\s+of\s+(?:sufficient\s+)?|no|not\s+enough)\s+information|not\s+receive[d]?\s+sufficient\s+information|information\s+(?:\w+\s+){0,3}(?:is|was)\s+insufficient|unable\s+to\s+(?:assess|determine)|недостаточн\w+\s+информаци\w*)(?:[^.;]{0,80}\bimplemented)?"),
    ("not_implemented", r"(?:has|have|had|were|was)\s+not\s+(?:yet\s+)?(?:been\s+)?implemented|not\s+(?:yet\s+)?(?:been\s+)?implemented|remains?\s+unimplemented|failed\s+to\s+implement|не\s+(?:был\w*\s+)?(?:выполнен|осуществлен|реализован)\w*"),
    ("A", r"(?:reply|action|response)[^.;]{0,20}\blargely\s+satisfactory"),
    ("B", r"(?:reply|action|response)[^.;]{0,20}\bpartially\s+satisfactory"),
    ("C", r"(?:reply|action|response)[^.;]{0,20}\b(?:not\s+satisfactory|unsatisfactory)"),
    ("implemented", r"(?:fully\s+)?implemented|(?:полностью\s+)?(?:выполнен|осуществлен|реализован)\w*"),
)  # fmt: skip
_COMPILED: Final = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _WORDS)
_JUDGES: Final = re.compile(
    r"\b(?:consider|find|found|assess|conclude|note|regret|evaluat|graded?|deem|regard)\w*|\b(?:считает|полагает|отмечает|оценивает|приходит)",
    re.IGNORECASE,
)
_RECOMMENDED: Final = re.compile(r"recommend|рекоменд", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r",?\s+(?:and\s+)?that\s+(?=the|no|it)|;\s+|,\s+а\s+|,\s+(?:while|whereas|but)\s+|,?\s+(?:и\s+)?что\s+",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(
    r"\[\s*([A-E])\s?([123])?\s*\]|\((?:grade\s+)?([A-E])([12])\)|\b(?:graded?|оценка)\s*:?\s*[“\"(\[]?([A-E])([12])?\b"
)
_LEAVES: Final = r"(?:paragraphs?\s+)?((?:\d{1,3}\s*)?\([a-z]\)(?:\s*(?:,|and|to|-|–)\s*\([a-z]\))*)"
_LEAVES_AFTER: Final = re.compile(
    rf"\s*(?::\s*)?(?:(?:for|on|regarding)\s+)?(?:paras?\.?\s+)?{_LEAVES}", re.IGNORECASE
)
_LEAVES_BEFORE: Final = re.compile(rf"{_LEAVES}\s*:?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of the document that gives the grades: its symbol, and the one it assesses where that is known."""

    symbol: Symbol | None = None
    assessed: str | None = None
    calls: tuple[Call, ...] = ()


def find(passages: Sequence[Passage], reader: Reader) -> tuple[Grade, ...]:
    """Every grade in the passages; a grade without a paragraph of its own belongs to the paragraph last named."""
    found: list[Grade] = []
    last: tuple[str, ...] = ()
    for passage in passages:
        symbol = _assessed(passage, reader)
        if symbol is None:
            continue
        for start, end in sentences.spans(passage.text):
            sentence = passage.cut(start, end)
            more, last = _in_sentence(sentence, symbol, last)
            found += more
    return tuple(dict.fromkeys(found))


def _assessed(passage: Passage, reader: Reader) -> str | None:
    """The concluding observations that are assessed: cited in the passage or its notes, given, or those before."""
    cited = [one.symbol for one in of_passage(passage)]
    cited += [one.symbol for _, call in calls_within(passage, reader.calls) for one in call.footnote.symbols]
    parsed = [symbol for symbol in map(try_parse, cited) if symbol is not None]
    earlier = [
        one for one in parsed if one.kind is SymbolKind.CONCLUDING_OBSERVATIONS and one != reader.symbol
    ]
    if reader.assessed is not None:
        return reader.assessed
    if reader.symbol is None:
        return earlier[0].text if earlier else None
    own = [
        one for one in earlier if (one.committee, one.state) == (reader.symbol.committee, reader.symbol.state)
    ]
    if own:
        return own[0].text
    before = previous_cycle(reader.symbol)
    return before.text if before else None


def _in_sentence(
    sentence: Passage, symbol: str, last: tuple[str, ...]
) -> tuple[list[Grade], tuple[str, ...]]:
    named = follow_up.targets_in(sentence.text)
    current = tuple(named) or last
    letters = list(_letters(sentence, symbol, current))
    if letters:
        return letters, current
    if not (_JUDGES.search(sentence.text) and _RECOMMENDED.search(sentence.text)):
        return [], current
    return list(_words(sentence, symbol, named, last)), current


def _words(sentence: Passage, symbol: str, named: Sequence[str], last: tuple[str, ...]) -> Iterator[Grade]:
    """Grades clause by clause ("that" begins a new one); a clause without a grade lends its paragraphs to the next."""
    waiting: tuple[str, ...] = () if named else last
    for start, end in _clauses(sentence.text):
        clause = sentence.cut(start, end)
        said = _said(clause.text)
        refs = _refs(clause.text)
        if not said:
            waiting = tuple(name for _, ids in refs for name in ids) or waiting
            continue
        for word, ids in _shared_out(said, refs) if refs else [(said[0], waiting)]:
            place = clause.part(word.start, word.end)
            for name in ids:
                yield Grade(symbol, name, clause.text[word.start : word.end], word.code, place)


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of a scale by offsets of their clause."""

    code: str
    start: int
    end: int


def _said(clause: str) -> list[_Said]:
    """The words of a scale in a clause, in order; "not implemented" is not "implemented"."""
    found: list[_Said] = []
    for code, pattern in _COMPILED:
        for match in pattern.finditer(clause):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(_Said(code, match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


def _refs(clause: str) -> list[tuple[int, tuple[str, ...]]]:
    """The paragraphs named in a clause with their offsets; those that only say where a document is cited stand back."""
    named = [(one.start, one.ids) for one in paragraph_refs.find(clause) if follow_up.is_own(clause, one)]
    cited = [one.end for one in symbols.find(clause)]
    free = [one for one in named if not any(0 <= one[0] - end <= 3 for end in cited)]
    return free or named


def _shared_out(
    said: list[_Said], refs: list[tuple[int, tuple[str, ...]]]
) -> Iterator[tuple[_Said, tuple[str, ...]]]:
    """Who leads: "steps on paragraph 8" names the grade first, "paragraph 8 was not implemented" last; the first pair tells which."""
    grade_leads = said[0].start < refs[0][0]
    for at, ids in refs:
        if grade_leads:
            yield [one for one in said if one.start < at][-1], ids
        else:
            yield next((one for one in said if one.start > at), said[-1]), ids


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CLAUSE.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def _letters(sentence: Passage, symbol: str, current: tuple[str, ...]) -> Iterator[Grade]:
    """Letters in brackets, "[B]", with the leaves named beside them, else for the whole paragraph last named."""
    numbers = list(dict.fromkeys(name.partition("(")[0] for name in current))
    if not numbers:
        return
    for match in _LETTER.finditer(sentence.text):
        letter = match[1] or match[3] or match[5]
        beside = _LEAVES_AFTER.match(sentence.text, match.end()) or _LEAVES_BEFORE.search(
            sentence.text[: match.start()]
        )
        ids = _leaf_ids(beside[1], numbers[-1]) if beside else current
        for name in ids:
            yield Grade(symbol, name, match.group(), letter, sentence.part(match.start(), match.end()))


def _leaf_ids(leaves: str, number: str) -> tuple[str, ...]:
    return paragraph_refs.read(leaves if leaves[0].isdigit() else f"{number} {leaves}")
