"""The documents that a passage cites in its running text, and all that a document cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from qorgau.reading.citing import paragraph_refs, symbols
from qorgau.reading.citing.passage import Passage
from qorgau.reading.document import Citation

_BESIDE: Final = re.compile(r"[\s*,;:(\[]*(?:and\s+|in\s+|at\s+|и\s+|в\s+)?")


def of_passage(passage: Passage) -> tuple[Citation, ...]:
    """The documents named by symbol in a text, with the paragraphs named right after each."""
    found = symbols.find(passage.text)
    named = paragraph_refs.find(passage.text)
    return tuple(_cited(passage, index, found, named) for index in range(len(found)))


def _cited(
    passage: Passage, index: int, found: list[symbols.Found], named: list[paragraph_refs.ParagraphsNamed]
) -> Citation:
    one = found[index]
    limit = found[index + 1].start if index + 1 < len(found) else len(passage.text)
    end = one.end
    ids: list[str] = []
    for reference in named:
        # "CAT/C/KAZ/CO/3, para. 10" and "CAT/C/KAZ/CO/3 (para. 10)", and nothing further off
        if end <= reference.start < limit and _BESIDE.fullmatch(passage.text, end, reference.start):
            ids += reference.ids
            end = reference.end
    return Citation(one.symbol.text, tuple(ids), passage.part(one.start, end), doubt=one.doubt)


def distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each document once, at its first place, with all paragraphs cited anywhere."""
    by_symbol: dict[str, list[Citation]] = {}
    for citation in citations:
        by_symbol.setdefault(citation.symbol, []).append(citation)
    return tuple(_merged(group) for group in by_symbol.values())


def _merged(group: list[Citation]) -> Citation:
    first = min(group, key=lambda one: (one.via_ibid, one.place.start))
    paragraphs = tuple(dict.fromkeys(_paragraphs(group)))
    return Citation(first.symbol, paragraphs, first.place, first.via_ibid, first.doubt)


def _paragraphs(group: Iterable[Citation]) -> Iterator[str]:
    for citation in group:
        yield from citation.paragraphs
