"""Reads how a committee assesses what a State sent on follow-up: paragraph by paragraph, each with its grades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qorgau.reading.citing import grades
from qorgau.reading.citing.passage import Passage
from qorgau.reading.document import Grade, Paragraph, ParagraphKind
from qorgau.reading.reasons import reason
from qorgau.reading.replies.cells import named_by_cell
from qorgau.reading.source import Line, Source

# "1. Paragraph 10 of the concluding observations": a letter counts what it assesses
NAMES_ONE = re.compile(
    r"\s*(?:\d{1,2}\.\s*)?(?:Paragraph|Para\.|Пункт|Paragraphe|Párrafo)s?\s+\d{1,3}\b", re.IGNORECASE
)


def told_again(paragraph: Paragraph) -> Paragraph:
    """A paragraph of an assessment: what was once recommended is quoted, and the State's account and the view follow."""
    return replace(paragraph, kind=ParagraphKind.OTHER, confidence=1.0, why=reason("kind_assessed"))


def passages_of(source: Source) -> tuple[Passage, ...]:
    """Every line from the first heading that names a paragraph, so that a grade belongs to the last one named."""
    lines = [line for line in source.body if line.text.strip()]
    cells = named_by_cell(source)
    names = (at for at, line in enumerate(lines) if NAMES_ONE.match(line.text) or line.number in cells)
    return tuple(_passage(line, named=line.number in cells) for line in lines[next(names, len(lines)) :])


def _passage(line: Line, *, named: bool) -> Passage:
    """A line as it stands; a number in a column of paragraphs is said as one names a paragraph, and holds no grade."""
    text = f"Paragraph {line.text}" if named and not NAMES_ONE.match(line.text) else line.text
    return Passage(text, line.place)


def grades_of(source: Source, reader: grades.Reader) -> tuple[Grade, ...]:
    """The grades of an assessment that is ordered by paragraph; each stands once for a paragraph."""
    return tuple(_once(grades.find(passages_of(source), reader)))


def _once(found: tuple[Grade, ...]) -> Iterator[Grade]:
    seen: set[tuple[str, str, str]] = set()
    for each in found:
        key = (each.symbol, each.paragraph, each.grade)
        if key not in seen:
            seen.add(key)
            yield each
