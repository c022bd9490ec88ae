"""A paper before it is set: headings, labelled lines, sentences, tables. PDF and Word are made from the same sheet."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.lawbook import Language


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table: the words above its columns, and its rows; an empty cell is written in by hand."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a paper; a labelled line without a value is left blank, to be written in by hand."""

    heading: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    grid: Grid | None = None
    remark: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it would print nothing."""
        return not (self.lines or self.paragraphs or self.points or self.grid)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole paper; dated: the file's own date, seconds since 1970 (UTC)."""

    title: str
    number: str
    body: str
    dated_on: str
    dated: int
    language: Language
    to: str
    parts: tuple[Part, ...]
    signatures: tuple[str, ...]
    draft: str
    footer: str
    page: str
    synthetic: str = ""
