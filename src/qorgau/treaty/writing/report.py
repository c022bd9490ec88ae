"""A report before it is set: masthead, numbered paragraphs, notes, tables. Word and PDF are made from the same report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from qorgau.lawbook import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words set alike; note: the number of the note called after them, 0 for none; lead: words that open a paragraph."""

    text: str
    note: int = 0
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 3; label: its letter, kept apart from its words."""

    level: int
    text: str
    label: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A lettered part of a paragraph."""

    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A paragraph with the next number of the report."""

    number: int
    runs: tuple[Run, ...]
    points: tuple[Point, ...] = ()
    block: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What the committee asked, set apart from the answer."""

    runs: tuple[Run, ...]
    block: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Something that the reader of a draft must know; it is no part of the report, and not counted."""

    text: str
    block: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; widths: shares of the page's breadth, one for each column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """A table within the report, with its number and title above and a note below; it is counted as text.

    Each cell is one run, for a cell may call a note; a row of one cell runs over the whole breadth, as the title of the
    rows below it. widths: shares of the page's breadth, one for each column. worded: so many columns at the left hold
    words; numbers stand at the right of those after them.
    """

    label: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]
    widths: tuple[int, ...]
    worded: int
    below: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Plain words of an annex."""

    text: str


Item: TypeAlias = Heading | Numbered | Quoted | Tabled | Aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """What stands after the report, on a page of its own."""

    label: str
    title: str
    items: tuple[Grid | Line, ...]
    counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The head of the first page.

    organisation: the United Nations, or whoever submits; symbol: the place where the secretariat puts one, empty in what
    an organisation submits.
    right: distribution, day, original language, one line each. received: when the secretariat got it.
    """

    organisation: str
    symbol: str
    right: tuple[str, ...]
    treaty: str
    committee: str
    title: str
    lines: tuple[str, ...]
    received: str = ""
    draft: str = ""
    synthetic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report; dated: the file's own date, seconds since 1970 (UTC). notes[0] is note 1."""

    masthead: Masthead
    language: Language
    dated: int
    author: str
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    footer: str = ""
    page: str = ""


def runs_of(item: Item) -> Iterator[Run]:
    """All runs of a paragraph, of its points as well; of a table those of its cells, row by row."""
    if isinstance(item, Numbered):
        yield from item.runs
        for point in item.points:
            yield from point.runs
    elif isinstance(item, Quoted):
        yield from item.runs
    elif isinstance(item, Tabled):
        for row in item.rows:
            yield from row
