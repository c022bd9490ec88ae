"""A draft as it is kept: one block for each recommendation that is answered, and some words before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from qorgau.lawbook import Language
from qorgau.treaty.writing.figures import Figure
from qorgau.treaty.writing.kinds import ReportKind


class BlockRole(StrEnum):
    """What a block is for."""

    INTRODUCTION = "introduction"  # before all answers
    ANSWER = "answer"  # to one recommendation or question
    TEXT = "text"  # under a heading that the author chose
    CLOSING = "closing"  # after all answers


class EvidenceKind(StrEnum):
    """What a line taken from the record tells of."""

    SAFEGUARD = "safeguard"  # how often a duty was met
    LAW = "law"  # a version of an article, and whether it is in line with the standard
    ACTION = "action"  # a planned action and its state
    REPLY = "reply"  # what the State answered before
    ASSESSMENT = "assessment"  # what the committee said of it, in its own words
    ALTERNATIVE = "alternative"  # what an organisation reported
    OTHER = "other"  # something else that the record holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often a duty was met over a period, so that a report can put duties into one table.

    title, basis, period: in the language of the report. total and states: numbers as they may be told, "49" or "<5";
    states: by the code of the verdict. own_word: of those met or late, how many by the word of the owing body alone.
    """

    title: str
    basis: str
    period: str
    total: str
    states: tuple[tuple[str, str], ...]
    own_word: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One line taken from the record, as it read on the day it was taken (`on`, ISO)."""

    id: str
    kind: EvidenceKind
    words: str
    source: str = ""
    on: str = ""
    tally: Tally | None = None


class WordsOf(StrEnum):
    """Whose words stand in a quoted recommendation."""

    DOCUMENT = "document"  # the text as this instance holds the document
    CATALOGUE = "catalogue"  # a summary in the words of the catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the committee asks for: the recommendation, its label as the United Nations writes it, and its words."""

    recommendation: str
    label: str
    words: str = ""
    words_of: WordsOf = WordsOf.DOCUMENT
    headings: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of a draft; text: what a person wrote; untold: what the record cannot tell on this recommendation."""

    id: str
    role: BlockRole
    heading: str = ""
    text: str = ""
    asked: Asked | None = None
    evidence: tuple[Evidence, ...] = ()
    figures: tuple[Figure, ...] = ()
    untold: tuple[str, ...] = ()

    @property
    def is_unanswered(self) -> bool:
        """Whether a recommendation stands there without a word of an answer."""
        return self.role is BlockRole.ANSWER and not self.text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What stands on the first page and follows from nothing else.

    author: the body or organisation that writes. number: which report it is ("fifth"), if it is numbered.
    received_on: the day of receipt, which the secretariat fills in. session: the session it is written for.
    """

    author: str = ""
    number: str = ""
    received_on: str = ""
    session: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A whole draft: to whom, about which document, and its blocks in the order of the report.

    corrects: the day (ISO) on which the report that this one replaces was issued; empty for a first report.
    periods: over which its figures are counted, as the ids of figures tell them ("2025-01-01..2025-12-31"), the oldest
    first; empty in drafts from before they could be chosen, which count the last whole year.
    recorded_from: the month (ISO, "2025-03") with which the record begins, as it was when these were chosen.
    """

    kind: ReportKind
    language: Language
    document: str
    symbol: str
    committee: str
    state: str
    cover: Cover = field(default_factory=Cover)
    blocks: tuple[Block, ...] = ()
    corrects: str = ""
    periods: tuple[str, ...] = ()
    recorded_from: str = ""

    @property
    def has_gap(self) -> bool:
        """Whether a period begins before the record does."""
        return bool(self.recorded_from) and any(each[:7] < self.recorded_from for each in self.periods)

    def block(self, block_id: str) -> Block | None:
        """The block of that id."""
        return next((each for each in self.blocks if each.id == block_id), None)

    def with_block(self, block_id: str, change: Callable[[Block], Block]) -> Writing:
        """The same with one block changed."""
        return replace(
            self, blocks=tuple(change(each) if each.id == block_id else each for each in self.blocks)
        )

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Every figure with the id of its block."""
        return ((block.id, figure) for block in self.blocks for figure in block.figures)
