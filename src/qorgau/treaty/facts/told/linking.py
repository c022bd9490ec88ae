"""Demands that were linked, and documents side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from qorgau.reading.reasons import Reason
from qorgau.treaty.facts.told.documents import DocumentPage
from qorgau.treaty.facts.told.following import GradeWord
from qorgau.treaty.facts.words import Judgement, StandsAt


@dataclass(frozen=True, kw_only=True)
class LinkLine:
    """Two demands that were linked: proposed by the program, or judged by a person.

    other_ranks: where the optional model puts it ("meaning"), if it was asked; it decides nothing.
    states: whom each end asks, where they are two States: such a link compares, nothing returns by it.
    """

    left: str
    right: str
    how: str
    score: float | None
    rank: int | None
    margin: float | None
    why: tuple[Reason, ...]
    judgement: Judgement | None
    reason: str
    body: str
    right_text: str = ""
    right_language: str = ""
    states: tuple[str, str] | None = None
    other_ranks: Mapping[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """The same demand in another cycle or by another sender, with what was said of it there."""

    id: str
    committee: str
    cycle: str
    text: str
    language: str
    stands: StandsAt
    grade: GradeWord | None
    assessed_on: date | None


@dataclass(frozen=True, kw_only=True)
class SideBySide:
    """Two documents and the links between them."""

    left: DocumentPage
    right: DocumentPage
    links: tuple[LinkLine, ...] = ()
