"""Questions of a list of issues with the articles of the headings they stand under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qorgau.reading.document import Paragraph, Recommendation
from qorgau.reading.source import LineStyle, Source
from qorgau.reading.submissions.articles import ARTICLE_WORD, NATIONAL, SEVERAL, numbers_of
from qorgau.reading.submissions.headings import HeadingKind, heading_of
from qorgau.reading.submissions.pieces import piece_of

_NAMED = re.compile(rf"{ARTICLE_WORD}\s*{SEVERAL}", re.IGNORECASE)
_AT_END = re.compile(r"\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.;]?\s*$")


def questions_of(
    source: Source, paragraphs: Sequence[Paragraph], asked: Sequence[Recommendation]
) -> tuple[tuple[Paragraph, ...], tuple[Recommendation, ...]]:
    """The same paragraphs and questions, each with its articles."""
    articles = {
        id(paragraph): articles_of(paragraph) or (() if paragraph.headings else _above(source, paragraph))
        for paragraph in paragraphs
    }
    by_number = {paragraph.number: articles[id(paragraph)] for paragraph in paragraphs if paragraph.number}
    told = tuple(replace(each, articles=each.articles or articles[id(each)]) for each in paragraphs)
    questions = tuple(
        replace(each, article=each.article or ", ".join(by_number.get(each.paragraph or "", ())) or None)
        for each in asked
    )
    return told, questions


def articles_of(paragraph: Paragraph) -> tuple[str, ...]:
    """Those in parentheses at its end, or else of the innermost heading that names any."""
    if (end := _AT_END.search(paragraph.text)) and (own := _named(end["inside"])):
        return own
    return next((found for heading in reversed(paragraph.headings) if (found := _named(heading))), ())


def _above(source: Source, paragraph: Paragraph) -> tuple[str, ...]:
    """Those of the nearest heading above: the first of a document may have been taken for part of its title."""
    for line in reversed(source.body):
        if line.start < paragraph.place.start and (heading := heading_of(piece_of(line))) is not None:
            if heading.kind is HeadingKind.ARTICLE:
                return heading.articles
            if line.style != LineStyle.TITLE and heading.kind is HeadingKind.THEME:
                return ()
    return ()


def _named(text: str) -> tuple[str, ...]:
    found = _NAMED.search(text)
    if not found or NATIONAL.search(text):
        return ()
    return numbers_of(found["numbers"])
