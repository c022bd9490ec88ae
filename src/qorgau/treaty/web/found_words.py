"""Words found in a document: every form of them, paragraph by paragraph, with a little of what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from qorgau.lawbook import Language
from qorgau.reading.classifying.words import stem
from qorgau.reading.document import Document, Paragraph

LONGEST = 200
_AROUND = 110
_SHORTEST_STEM = 3


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A paragraph that holds every word."""

    index: int
    number: str
    heading: str
    around: SafeString


@dataclass(frozen=True)
class Sought:
    """What somebody looks for: a pattern for each word, of which a paragraph must hold all."""

    typed: str
    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, typed: str) -> Sought:
        """The words as typed, each in every form that begins with its stem."""
        words = typed[:LONGEST].split()
        return cls(" ".join(words), tuple(re.compile(_pattern(word), re.IGNORECASE) for word in words))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words stand in a text."""
        for pattern in self.patterns:
            yield from (each.span() for each in pattern.finditer(text))

    def is_in(self, text: str) -> bool:
        """Whether a text holds every word."""
        return all(pattern.search(text) for pattern in self.patterns)


def _pattern(word: str) -> str:
    """Letters alone stand for all forms of a word; anything else, such as a symbol, is sought as it was typed."""
    if not word.isalpha():
        return re.escape(word)
    small = word.casefold().replace("ё", "е")
    stems = {stem(small, language) for language in Language}
    forms = {small, *(each for each in stems if len(each) >= _SHORTEST_STEM and small.startswith(each))}
    # Whoever types ё or е means either, and a text may have either.
    told = "|".join(re.escape(each).replace("е", "[её]") for each in sorted(forms))
    return rf"\b(?:{told})\w*"


def hits_of(document: Document, sought: Sought) -> tuple[Hit, ...]:
    """Every paragraph that holds the words, its headings included, in the order of the document."""
    found = []
    for index, each in enumerate(document.paragraphs):
        text = text_of(each)
        heading = (each.headings or (each.heading or "",))[-1]
        if sought.is_in(f"{heading}\n{text}"):
            found.append(
                Hit(index=index, number=each.number or "", heading=heading, around=_around(text, sought))
            )
    return tuple(found)


def text_of(paragraph: Paragraph) -> str:
    """All words of a paragraph that the reader shows."""
    if not paragraph.leaves:
        return paragraph.text
    leaves = (leaf.text for leaf in paragraph.leaves)
    return " ".join(filter(None, (paragraph.lead, *leaves, paragraph.tail)))


def _around(text: str, sought: Sought) -> SafeString:
    """The first found words with what stands around them; the beginning, where only the heading holds them."""
    spans = sorted(sought.spans(text))
    first = spans[0][0] if spans else 0
    start = _blank_after(text, first - _AROUND) if first > _AROUND else 0
    end = min(len(text), start + 2 * _AROUND + 40)
    end = text.rfind(" ", start, end) if end < len(text) and " " in text[start:end] else end
    parts, at = [], start
    for begin, stop in spans:
        if begin >= at and stop <= end:
            parts += [(text[at:begin], text[begin:stop])]
            at = stop
    marked = format_html_join("", '{}<mark class="q-mark-found">{}</mark>', parts)
    return format_html(
        "{}{}{}{}", "… " if start else "", marked, text[at:end], " …" if end < len(text) else ""
    )


def _blank_after(text: str, at: int) -> int:
    return max(at, text.find(" ", at) + 1)
