"""What paragraphs and recommendations cite: articles, footnotes, documents, earlier recommendations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qorgau.reading.citing import articles, citations, notes, reiterations
from qorgau.reading.citing.passage import Call, Passage, calls_of, calls_within, of_paragraph, of_place
from qorgau.reading.citing.symbol import Symbol
from qorgau.reading.document import (
    Citation,
    Doubt,
    Footnote,
    Paragraph,
    ParagraphKind,
    Parts,
    Recommendation,
)
from qorgau.reading.source import Source
from qorgau.reading.structure.header import Header

_OF_SUBSTANCE = (ParagraphKind.CONCERN, ParagraphKind.RECOMMENDATION, ParagraphKind.QUESTION)


@dataclass(frozen=True, slots=True)
class Annotated:
    """Paragraphs and recommendations with what they cite, and every document cited anywhere."""

    paragraphs: tuple[Paragraph, ...]
    recommendations: tuple[Recommendation, ...]
    footnotes: tuple[Footnote, ...]
    calls: tuple[Call, ...]
    symbols: tuple[Citation, ...]
    doubts: tuple[Doubt, ...]


def annotated(source: Source, header: Header, parts: Parts) -> Annotated:
    """Adds to each paragraph its articles, footnotes and citations, and to each recommendation what it repeats."""
    resolved = notes.resolve(source.notes)
    calls = calls_of(source.notes, resolved.footnotes)
    paragraphs = tuple(_cited(paragraph, calls, header.committee) for paragraph in parts.paragraphs)
    ends = _paragraph_of(paragraphs)
    text = source.text
    recommendations = tuple(
        _repeating(each, text, calls, header.parsed, ends.get(each.paragraph))
        for each in parts.recommendations
    )
    every = [citation for paragraph in paragraphs for citation in paragraph.citations]
    every += [citation for footnote in resolved.footnotes for citation in footnote.symbols]
    return Annotated(
        paragraphs, recommendations, resolved.footnotes, calls, citations.distinct(every), resolved.doubts
    )


def _cited(paragraph: Paragraph, calls: tuple[Call, ...], committee: str | None) -> Paragraph:
    passage = of_paragraph(paragraph)
    footnotes = tuple(call.footnote for _, call in calls_within(passage, calls))
    return replace(
        paragraph,
        articles=paragraph.articles or articles.of(passage, committee) or _of_headings(paragraph, committee),
        footnotes=paragraph.footnotes or footnotes,
        citations=paragraph.citations or citations.of_passage(passage),
    )


def _of_headings(paragraph: Paragraph, committee: str | None) -> tuple[str, ...]:
    """The articles that the innermost heading names which names any: "Equality and non-discrimination (art. 5)"."""
    if paragraph.kind not in _OF_SUBSTANCE:
        return ()
    named = (
        articles.of(Passage(heading, paragraph.place), committee) for heading in reversed(paragraph.headings)
    )
    return next(filter(None, named), ())


def _paragraph_of(paragraphs: Sequence[Paragraph]) -> dict[str | None, Paragraph]:
    return {paragraph.number: paragraph for paragraph in paragraphs if paragraph.number}


def _repeating(
    one: Recommendation,
    text: str,
    calls: tuple[Call, ...],
    symbol: Symbol | None,
    paragraph: Paragraph | None,
) -> Recommendation:
    """A leaf repeats what it says it repeats, and what the lead before it says ("reiterates ... and urges it to:")."""
    if one.reiterates:
        return one
    found = reiterations.find(of_place(text, one.place, one.id), calls, symbol)
    if not found and one.lead and paragraph:
        start = paragraph.place.start
        lead = replace(one.place, start=start, end=max(start, min(one.place.start, start + len(one.lead))))
        found = reiterations.find(of_place(text, lead, one.id), calls, symbol)
    return replace(one, reiterates=found)
