"""Figures and cited documents marked within the words of a paragraph, by where the reader found them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from qorgau.reading.document import Document

_MOST_WORDS = 160


@dataclass(frozen=True, kw_only=True)
class Marks:
    """The words to mark in a document: as the source writes each figure and each symbol."""

    figures: tuple[tuple[str, str], ...]
    symbols: tuple[str, ...]
    stated: dict[str, list[str]]

    @classmethod
    def of(cls, document: Document) -> Marks:
        """What the reader found, by its places in the source."""
        text = document.source.text
        stated: dict[str, list[str]] = {}
        for each in document.figures:
            share = f" ({each.share_percent:g} %)" if each.share_percent is not None else ""
            whole = f" / {each.of:g}" if each.of else ""
            told = " · ".join(
                filter(None, (f"{each.value:g}{whole} {each.unit}{share}", each.period, each.agency))
            )
            stated.setdefault(each.paragraph or "", []).append(told)
        return cls(
            figures=tuple(
                dict.fromkeys(
                    (text[each.place.start : each.place.end], f"{each.what}") for each in document.figures
                )
            ),
            symbols=tuple(dict.fromkeys(each.symbol for each in document.symbols)),
            stated=stated,
        )

    def figures_of(self, paragraph: str) -> list[str]:
        """The figures that one paragraph states."""
        return self.stated.get(paragraph, []) if paragraph else []


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
    for words, _ in marks.figures:
        if words.strip() and len(words) <= _MOST_WORDS:
            for hit in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                yield hit.start(), hit.end(), "figure"
    for symbol in marks.symbols:
        for hit in re.finditer(re.escape(symbol), text):
            yield hit.start(), hit.end(), "symbol"


def _apart(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The longest first; what overlaps one that was kept is left out."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda each: (each[0] - each[1], each[0])):
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    return sorted(kept)
