"""Documents with their readings and what people corrected in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qorgau.lawbook.safeguard import Text
from qorgau.reading.document import Document
from qorgau.treaty.facts.told.dated import DueLine
from qorgau.treaty.facts.words import Fix, Sender


@dataclass(frozen=True, kw_only=True)
class DocumentLine:
    """One file of a document in a list."""

    id: str
    stem: str
    slug: str
    symbol: str
    title: str
    kind: str
    sender: Sender
    committee: str
    state: str
    cycle: str
    language: str
    adopted: date | None
    taken_at: int
    name: str
    recommendations: int
    corrections: int
    accepted: bool
    held_back: bool
    published_on: date | None
    body: str


@dataclass(frozen=True, kw_only=True)
class Documents:
    """One page of documents."""

    lines: tuple[DocumentLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, kw_only=True)
class CorrectionLine:
    """What a person mended in a reading. fits: whether the present reading has a place for it."""

    id: str
    what: Fix
    target: str
    before: str
    after: str
    reason: str
    at: int
    body: str
    by_me: bool
    fits: bool
    why_not: Text | None
    withdrawn_why: str


@dataclass(frozen=True, kw_only=True)
class ReadingLine:
    """One reading of a document by one version of the program."""

    number: int
    program: str
    at: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class DocumentPage:
    """A document with its paragraphs as corrected, and beside them as they were read."""

    line: DocumentLine
    document: Document
    as_read: Document
    corrections: tuple[CorrectionLine, ...]
    misfits: tuple[CorrectionLine, ...]
    tracked: Mapping[str, str]
    readings: tuple[ReadingLine, ...]
    due: tuple[DueLine, ...]
    may_correct: bool = False
    is_anothers: bool = False  # an organisation's paper, and whoever looks corrects others but not this one
