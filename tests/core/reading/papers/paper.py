"""What a synthetic document says, and what a reader of it must find. Every sentence is written for the tests.

Texts mark a footnote's call as "{3}" (the third note), and everything else is plain. No sentence is of a real document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

CALL = re.compile(r"\{(\d{1,2}|\*)\}")


class Part(StrEnum):
    """What a block of a document is."""

    TITLE = "title"
    HEADING = "heading"  # "A. Introduction"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"  # label "12."
    LETTER = "letter"  # label "(a)"
    ROMAN = "roman"  # label "(i)"
    TAIL = "tail"  # unlabelled, after the leaves
    PLAIN = "plain"  # unlabelled
    BULLET = "bullet"


@dataclass(frozen=True)
class Block:
    """One paragraph of a document; `bold` where the United Nations sets recommendations bold."""

    part: Part
    text: str
    label: str = ""
    bold: bool = False

    @property
    def words(self) -> str:
        """The text without calls of footnotes."""
        return CALL.sub("", self.text)


@dataclass(frozen=True)
class FootnoteWords:
    """A footnote: its mark, its words, the symbols it stands for once "Ibid." is resolved."""

    mark: str
    text: str
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True)
class Expected:
    """The right answer. `leaves` by paragraph; `recommendations` are leaf ids in order; dates are ISO."""

    symbol: str | None = None
    committee: str | None = None
    state: str | None = None
    cycle: str | None = None
    kind: str | None = None
    language: str = "en"
    session: tuple[int, str, str] | None = None
    considered: tuple[str, ...] = ()
    adopted: str | None = None
    kinds: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    leaves: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tails: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    demands: dict[str, int] = field(default_factory=dict)
    articles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    recommendations: tuple[str, ...] = ()
    recommendation_articles: dict[str, str] = field(default_factory=dict)
    follow_up: tuple[str, tuple[str, ...]] | None = None
    next_report: tuple[str, int] | None = None
    deadlines: tuple[tuple[str, str], ...] = ()
    grades: dict[str, str] = field(default_factory=dict)
    figures: tuple[tuple[float, str], ...] = ()
    positions: dict[str, str] = field(default_factory=dict)
    addressed_by: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """A document in one file format, what it says block by block, its footnotes and the right answer."""

    name: str
    data: bytes
    blocks: tuple[Block, ...]
    notes: tuple[FootnoteWords, ...]
    expected: Expected
