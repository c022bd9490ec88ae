"""Tables of what a State or a committee writes, row by row: which column names paragraphs, and which tables stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qorgau.reading.citing import paragraph_refs
from qorgau.reading.source import Line, LineStyle, Place, Source

_KEY_HEAD = re.compile(
    r"\W*(?:no\.?|№|(?:relevant\s+)?(?:paragraphs?|paras?\.?|recommendations?|questions?|issues?|points?|items?)(?:\s+(?:no\.?s?|numbers?|№))?|"
    r"(?:№\s*)?(?:п/п|пункт\w*|пп?\.|рекомендаци\w*|вопрос\w*|тармақ\w*|ұсыным\w*|сұрақ\w*))\W*",
    re.IGNORECASE,
)
_THING = re.compile(
    r"^\W*(?:paragraphs?|paras?\.?|recommendations?|questions?|issues?|points?|items?|пункт\w*|пп?\.|рекомендаци\w*|вопрос\w*)\s*(?:no\.?s?|№)?\s*",
    re.IGNORECASE,
)
_LETTERED = r"\d{1,3}(?:\s?\(?[a-zа-я]{1,4}\))*"
_REFS = re.compile(
    rf"{_LETTERED}(?:\s*(?:,|;|and|и|to|по|-|–|—)\s*(?:{_LETTERED}|\(?[a-zа-я]{{1,4}}\)))*\W*", re.IGNORECASE
)
_REPLY_HEAD = re.compile(
    r"repl(?:y|ies)|response|answer|measures|information|steps|actions?|progress|implementation|comments?|"
    r"ответ|мер[аы]|информаци|сведени|выполнен|реализаци|исполнени|действи|жауап|шара",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\s*\d{1,3}\.\s+\S")
_WORDS_OF_PARAGRAPH = 8

_Row = dict[int, list[Line]]  # the lines of each cell, by column


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its place, the lines of its cells, and the paragraphs of another document that its key column names."""

    place: Place
    lines: tuple[Line, ...]
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows; `answers` where a column of replies stands beside one that names paragraphs."""

    rows: tuple[TableRow, ...]
    answers: bool

    @property
    def place(self) -> Place:
        """From its first letter to its last."""
        first, last = self.rows[0].place, self.rows[-1].place
        return replace(first, end=last.end)


def tables_of(source: Source) -> tuple[Table, ...]:
    """The tables that are read apart from the numbered paragraphs, in order."""
    first = next((line.start for line in source.body if not line.cell and _PARAGRAPH.match(line.text)), None)
    found = (_table(rows) for rows in _grouped(source.body).values())
    return tuple(
        table
        for table in found
        if table is not None
        and (table.answers or (first is not None and table.place.start > first and not _holds_text(table)))
    )


def without_tables(source: Source, tables: Sequence[Table]) -> Source:
    """The source whose running text leaves out what stands in these tables; every place stays as it was."""
    own = {line.number for table in tables for row in table.rows for line in row.lines}
    lines = (replace(each, style=LineStyle.TABLE) if each.number in own else each for each in source.lines)
    return replace(source, lines=tuple(lines)) if own else source


def named_by_cell(source: Source) -> dict[int, tuple[str, ...]]:
    """The paragraphs that a cell names in a column of numbers, by the number of its line."""
    every = (_keys(rows, _key_column(rows)) for rows in _grouped(source.body).values())
    return {number: named for keys in every for number, named in keys.items()}


def _grouped(lines: Sequence[Line]) -> dict[int, dict[int, _Row]]:
    """Lines by table, row and column."""
    tables: dict[int, dict[int, _Row]] = {}
    for line in lines:
        if line.cell is not None:
            row = tables.setdefault(line.cell.table, {}).setdefault(line.cell.row, {})
            row.setdefault(line.cell.column, []).append(line)
    return tables


def _table(rows: Mapping[int, _Row]) -> Table | None:
    if len(rows) < 2:
        return None
    key = _key_column(rows)
    heads = rows[min(rows)]
    answers = key is not None and any(
        column != key and _REPLY_HEAD.search(_text(lines)) for column, lines in heads.items()
    )
    return Table(tuple(_rows(rows, key if answers else None)), answers)


def _rows(rows: Mapping[int, _Row], key: int | None) -> Iterator[TableRow]:
    keys = _keys(rows, key)
    named: tuple[str, ...] = ()
    for number in sorted(rows):
        lines = tuple(
            sorted((line for cell in rows[number].values() for line in cell), key=lambda each: each.start)
        )
        # a cell that spans rows is named at its first
        named = next((keys[line.number] for line in lines if line.number in keys), named)
        place = Place(lines[0].number, lines[0].start, lines[-1].place.end, lines[0].page)
        yield TableRow(place, lines, named)


def _key_column(rows: Mapping[int, _Row]) -> int | None:
    """The column whose head says that it names paragraphs and whose cells do."""
    for column, lines in rows[min(rows)].items():
        below = [_refs(rows[at][column]) for at in sorted(rows)[1:] if column in rows[at]]
        if _KEY_HEAD.fullmatch(_text(lines)) and any(below):
            return column
    return None


def _keys(rows: Mapping[int, _Row], column: int | None) -> dict[int, tuple[str, ...]]:
    cells = (row[column] for row in rows.values() if column is not None and column in row)
    return {cell[0].number: named for cell in cells if (named := _refs(cell))}


def _refs(cell: Sequence[Line]) -> tuple[str, ...]:
    """The paragraphs that a cell names, alone ("12 (a)") or before the words of a recommendation ("Para. 12 (a): ...")."""
    text = cell[0].text
    found = _THING.match(text)
    rest = text[found.end() :] if found else text
    match = _REFS.match(rest)
    if match is None or not (found or match.end() == len(rest)):
        return ()
    return paragraph_refs.read(match[0].rstrip(" .:;,"))


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _holds_text(table: Table) -> bool:
    """Whether numbered paragraphs stand in its cells, so that it only lays out the page."""
    return any(
        _PARAGRAPH.match(line.text) and len(line.text.split()) > _WORDS_OF_PARAGRAPH
        for row in table.rows
        for line in row.lines
    )
