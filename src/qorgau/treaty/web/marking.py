"""Figures and cited documents marked within the words of a paragraph, by where the reader found them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from qorgau.reading.document import Document
from qorgau.treaty.web.found_words import Sought

_MOST_WORDS = 160
_PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, kw_only=True)
class Marks:
    """The words to mark in a document, as the source writes them, each with its kind, by the piece they begin with.

    By their beginning, so that a paragraph takes time by its own length and not by all that the document states.
    """

    beginning: dict[str, tuple[tuple[str, str], ...]]
    stated: dict[str, list[str]]
    sought: Sought | None = None

    @classmethod
    def of(cls, document: Document, sought: Sought | None = None) -> Marks:
        """What the reader found, by its places in the source; and the words that somebody looks for."""
        text = document.source.text
        stated: dict[str, list[str]] = {}
        for each in document.figures:
            share = f" ({each.share_percent:g} %)" if each.share_percent is not None else ""
            whole = f" / {each.of:g}" if each.of else ""
            told = " · ".join(
                filter(None, (f"{each.value:g}{whole} {each.unit}{share}", each.period, each.agency))
            )
            stated.setdefault(each.paragraph or "", []).append(told)
        figures = (text[each.place.start : each.place.end].strip() for each in document.figures)
        known = [(words, "figure") for words in figures if len(words) <= _MOST_WORDS]
        return cls(
            beginning=by_beginning([*known, *((each.symbol, "symbol") for each in document.symbols)]),
            stated=stated,
            sought=sought,
        )

    def figures_of(self, paragraph: str) -> list[str]:
        """The figures that one paragraph states."""
        return self.stated.get(paragraph, []) if paragraph else []


def by_beginning(known: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Words and their kinds by the first piece of the words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for words, kind in dict.fromkeys(known):
        if first := _PIECE.match(words):
            found.setdefault(first[0], []).append((words, kind))
    return {piece: tuple(words) for piece, words in found.items()}


def marked(text: str, marks: Marks) -> SafeString:
    """The words with figures and symbols marked; everything is escaped."""
    spans = _apart([*_found(text, marks)])
    parts, at = [], 0
    for start, end, kind in spans:
        parts.append(format_html("{}", text[at:start]))
        parts.append(format_html('<mark class="q-mark-{}">{}</mark>', kind, text[start:end]))
        at = end
    parts.append(format_html("{}", text[at:]))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped


def _found(text: str, marks: Marks) -> Iterator[tuple[int, int, str]]:
    if marks.sought is not None:
        yield from ((start, end, "found") for start, end in marks.sought.spans(text))
    for piece in _PIECE.finditer(text):
        at = piece.start()
        for words, kind in marks.beginning.get(piece[0], ()):
            end = at + len(words)
            if text.startswith(words, at) and (kind == "symbol" or _stands_alone(text, at, end)):
                yield at, end, kind


def _stands_alone(text: str, at: int, end: int) -> bool:
    """Whether the words are whole there: the 5 of 53 is no figure."""
    letters = text[max(at - 1, 0) : at] + text[end : end + 1]
    return not any(each.isalnum() or each == "_" for each in letters)


def _apart(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Words looked for first, then the longest; what overlaps one that was kept is left out."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda each: (each[2] != "found", each[0] - each[1], each[0])):
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    return sorted(kept)
