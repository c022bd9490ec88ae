"""Tables in a State's report: by their cells where the file tells them, otherwise rows that no numbered paragraph holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from qorgau.reading.document import Paragraph, ParagraphKind
from qorgau.reading.reasons import reason
from qorgau.reading.replies.cells import Table
from qorgau.reading.source import Line, Place, Source

_CELL = re.compile(r"\t|\s\|\s|\s{3,}")
_NUMBER = re.compile(r"(?<![\w/.-])\d[\d.,]*%?(?![\w/-])")

_HEADING = re.compile(
    r"^\W*(?:articles?|arts?\.|paragraphs?|questions?|issues?|recommendations?|repl(?:y|ies)|responses?|answers?|chapter|part|annex|"
    r"стать|пункт|вопрос|рекомендаци|ответ|глава|часть|приложение)",
    re.IGNORECASE,
)


def with_tables(
    source: Source, paragraphs: Sequence[Paragraph], tables: Sequence[Table] = ()
) -> tuple[Paragraph, ...]:
    """The paragraphs and, where they stand, tables as paragraphs without a number; of replies each row is one.

    `source` leaves out the lines of `tables`, which the file tells; other rows are told by their look.
    """
    parted = [part for each in paragraphs for part in _parted(source, each, tables)]
    first = min((each.place.start for each in parted), default=0)
    free = [line for line in source.body if line.start > first and not _held(line, parted)]
    rows = [_table(rows) for rows in _groups(free)]
    told = [
        _paragraph(source, place)
        for table in tables
        for place in ([row.place for row in table.rows] if table.answers else [table.place])
    ]
    return tuple(sorted([*parted, *rows, *told], key=lambda each: each.place.start))


def _parted(source: Source, paragraph: Paragraph, tables: Sequence[Table]) -> Iterator[Paragraph]:
    """A paragraph around a table: what stands before it, and without the number what follows it."""
    place = paragraph.place
    within = [each.place for each in tables if place.start < each.place.start < place.end]
    if not within:
        yield paragraph
        return
    head = _cut(source, place, within[0].start)
    numbered = source.text[place.start : head.end]
    words = paragraph.text.find(numbered[-20:]) + len(numbered[-20:])
    leaves = tuple(leaf for leaf in paragraph.leaves if leaf.place.end <= head.end)
    yield replace(
        paragraph,
        text=paragraph.text[:words],
        lead=paragraph.lead[:words],
        leaves=leaves,
        tail=None,
        place=head,
    )
    for table, following in zip_longest(within, within[1:]):
        end = following.start if following else place.end
        start = min(table.end + 1, end)
        rest = _cut(source, replace(place, line=_line_at(source, start), start=start), end)
        if rest.end > rest.start:
            why = reason("kind_account")
            yield replace(_paragraph(source, rest), why=why, confidence=1.0)


def _cut(source: Source, place: Place, end: int) -> Place:
    words = source.text[place.start : end].rstrip()
    return replace(place, end=place.start + len(words))


def _line_at(source: Source, offset: int) -> int:
    return next((line.number for line in reversed(source.lines) if line.start <= offset), 1)


def _paragraph(source: Source, place: Place) -> Paragraph:
    return _of_table(source.text[place.start : place.end], place, confidence=0.9)


def _of_table(text: str, place: Place, *, confidence: float) -> Paragraph:
    return Paragraph(
        None,
        None,
        (),
        ParagraphKind.OTHER,
        text,
        text,
        (),
        None,
        place,
        confidence=confidence,
        why=reason("kind_table"),
    )


def _held(line: Line, paragraphs: Sequence[Paragraph]) -> bool:
    return any(each.place.start <= line.start + len(line.text) - 1 < each.place.end for each in paragraphs)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows that follow each other; at least two, or one with cells, so that a heading with a year is no table."""
    rows: list[Line] = []
    for line in lines:
        if rows and line.number != rows[-1].number + 1:
            yield from _whole(rows)
            rows = []
        rows.append(line)
    yield from _whole(rows)


def _whole(rows: list[Line]) -> Iterator[list[Line]]:
    kept = [at for at, line in enumerate(rows) if is_row(line.text)]
    if len(kept) >= 2 or any(_CELL.search(rows[at].text) for at in kept):
        start = kept[0] - 1 if kept[0] > 0 and _is_head(rows[kept[0] - 1].text) else kept[0]
        yield rows[start : kept[-1] + 1]


def is_row(text: str) -> bool:
    """Whether a line is a row of a table: cells, or two numbers and hardly any other word."""
    numbers = _NUMBER.findall(text)
    words = re.findall(r"[^\W\d_]{2,}", text)
    if _HEADING.match(text):
        return False
    return bool(_CELL.search(text.strip())) or (
        len(numbers) >= 2 and len(text.split()) >= 3 and len(words) <= 6 and text[-1] not in ".;:"
    )


def _is_head(text: str) -> bool:
    return len(text.split()) <= 14 and text[-1] not in ".;:"


def _table(rows: Sequence[Line]) -> Paragraph:
    text = "\n".join(line.text for line in rows)
    last = rows[-1]
    place = Place(rows[0].number, rows[0].start, last.start + len(last.text), rows[0].page)
    return _of_table(text, place, confidence=0.8)
