"""Paragraphs of a Word file in the order of the page: also in tables, controls and text boxes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from operator import attrgetter, itemgetter

from qorgau.reading.formats.word.numbering import Numbering
from qorgau.reading.formats.word.parts import Element, W, number, value
from qorgau.reading.formats.word.runs import Content, Piece, Reference, content_of
from qorgau.reading.formats.word.styles import Styles
from qorgau.reading.formats.word.tables import every_paragraph
from qorgau.reading.repairing import Call, Draft, Edit, edited

# After a line break within a paragraph, what begins a line of its own: a label, a bullet, or text after a full stop.
_OWN_LINE = re.compile(
    r"\n(?=[ \t]{0,8}(?:\d{1,3}\.\s|\([a-z]{1,4}\)\s|[•·\-–—*]\s))|(?<=[.;:!?])[ \t]{0,8}\n"
)


class Paragraphs:
    """Reads containers of paragraphs into drafts, counting automatic numbers as it goes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._waiting: list[Piece | Reference] = []  # of a paragraph whose mark was deleted: it runs on
        self._tables = count(1)

    def of(self, container: Element) -> Iterator[Draft]:
        """Each paragraph below the container as one draft, or several where line breaks part list items."""
        for paragraph, cell in every_paragraph(container, self._tables):
            for draft in self._one(paragraph):
                yield replace(draft, cell=draft.cell or cell) if cell else draft

    def _one(self, paragraph: Element) -> Iterator[Draft]:
        properties = paragraph.find(W + "pPr")
        style = value(None if properties is None else properties.find(W + "pStyle")) or self._styles.normal
        content = content_of(paragraph, self._styles, style)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._waiting += content.pieces
        else:
            pieces, self._waiting = [*self._waiting, *content.pieces], []
            label, level = self._number(properties, style)
            draft = replace(drafted(pieces), style=self._styles.name(style), level=level)
            yield from _lines(_labelled(draft, label))
        yield from self._boxes(content)

    def _boxes(self, content: Content) -> Iterator[Draft]:
        for box in content.boxes:
            yield from self.of(box)

    def _number(self, properties: Element | None, style: str | None) -> tuple[str | None, int | None]:
        of_style, level = self._styles.numbered(style)
        own = None if properties is None else properties.find(W + "numPr")
        listed = number(own.find(W + "numId")) if own is not None else None
        own_level = number(own.find(W + "ilvl")) if own is not None else None
        listed = of_style if listed is None else listed
        if not listed:  # 0 takes a paragraph out of its style's list
            return None, None
        if own_level is None:
            tied = self._numbering.level_of_style(listed, style)
            own_level = level if tied is None else tied
        counted = self._numbering.label(listed, own_level or 0)
        return (None, None) if counted is None else (counted[0], own_level or 0)


def drafted(pieces: Iterable[Piece | Reference]) -> Draft:
    """Pieces as one draft with its bold spans and calls; the size is that of most letters."""
    text, bold, calls = "", list[tuple[int, int]](), list[Call]()
    italic, sizes = 0, dict[int, int]()
    for piece in pieces:
        if isinstance(piece, Reference):
            calls.append(Call(f"{piece.kind}{piece.id}", len(text)))
            continue
        end = len(text) + len(piece.text)
        if piece.look.bold:
            _extend(bold, len(text), end)
        italic += len(piece.text) if piece.look.italic else 0
        if piece.look.half_points:
            sizes[piece.look.half_points] = sizes.get(piece.look.half_points, 0) + len(piece.text)
        text += piece.text
    return Draft(
        text,
        bold=tuple(bold),
        italic=round(italic / len(text), 4) if text else None,
        size=max(sizes, key=lambda each: (sizes[each], each)) / 2 if sizes else None,
        calls=tuple(calls),
    )


def _extend(spans: list[tuple[int, int]], start: int, end: int) -> None:
    if spans and spans[-1][1] == start:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _labelled(draft: Draft, label: str | None) -> Draft:
    """The draft with its automatic number written before its text; a number without a text is none."""
    if not label or not draft.text.strip():
        return draft
    return replace(edited(draft, [Edit(0, 0, f"{label}\t")]), label=label)


def _lines(draft: Draft) -> Iterator[Draft]:
    """A paragraph with line breaks as several lines, where these part list items or sentences."""
    starts = [0, *(found.end() for found in _OWN_LINE.finditer(draft.text))] if "\n" in draft.text else [0]
    if len(starts) == 1:
        yield draft
        return
    for start, end in zip(starts, [*starts[1:], len(draft.text)], strict=True):
        yield _cut(draft, start, end)


def _cut(draft: Draft, start: int, end: int) -> Draft:
    # Found by halving: a paragraph of a thousand lines has a thousand spans.
    spans = draft.bold or ()
    first, behind = bisect_right(spans, start, key=itemgetter(1)), bisect_left(spans, end, key=itemgetter(0))
    bold = tuple((max(a, start) - start, min(b, end) - start) for a, b in spans[first:behind])
    last = end == len(draft.text)
    first = bisect_left(draft.calls, start, key=attrgetter("at"))
    behind = len(draft.calls) if last else bisect_left(draft.calls, end, key=attrgetter("at"))
    calls = tuple(Call(each.key, each.at - start) for each in draft.calls[first:behind])
    return replace(
        draft, text=draft.text[start:end], bold=bold, calls=calls, label=draft.label if start == 0 else None
    )
