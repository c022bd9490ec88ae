"""Tables of figures in a State's report: rows that no numbered paragraph holds are kept, each as a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qorgau.reading.document import Paragraph, ParagraphKind
from qorgau.reading.reasons import reason
from qorgau.reading.source import Line, Place, Source

_CELL = re.compile(r"\t|\s\|\s|\s{3,}")
_NUMBER = re.compile(r"(?<![\w/.-])\d[\d.,]*%?(?![\w/-])")

_HEADING = re.compile(
    r"^\W*(?:articles?|arts?\.|paragraphs?|questions?|issues?|recommendations?|repl(?:y|ies)|responses?|answers?|chapter|part|annex|"
    r"стать|пункт|вопрос|рекомендаци|ответ|глава|часть|приложение)",
    re.IGNORECASE,
)


def with_tables(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs and, where they stand, tables as paragraphs without a number."""
    first = min((each.place.start for each in paragraphs), default=0)
    free = [line for line in source.body if line.start > first and not _held(line, paragraphs)]
    tables = [_table(rows) for rows in _groups(free)]
    return tuple(sorted([*paragraphs, *tables], key=lambda each: each.place.start))


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
        confidence=0.8,
        why=reason("kind_table"),
    )
