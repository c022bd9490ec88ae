"""Recommendations in a list and one by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qorgau.treaty.facts.class_told import ClassTold
from qorgau.treaty.facts.other_words import OtherWords
from qorgau.treaty.facts.standing import Standing
from qorgau.treaty.facts.told.dated import DueLine, TimelineLine
from qorgau.treaty.facts.told.documents import DocumentLine
from qorgau.treaty.facts.told.following import (
    Alternative,
    Assessment,
    GradeWord,
    PlannedAction,
    Reply,
    Responsible,
)
from qorgau.treaty.facts.told.linking import Earlier, LinkLine
from qorgau.treaty.facts.words import Sender, StandsAt, Tie


@dataclass(frozen=True, kw_only=True)
class Line:
    """One recommendation on a board."""

    id: str
    stem: str
    slug: str
    leaf: str
    text: str
    language: str
    paraphrased: bool
    heading: str
    sender: Sender
    committee: str
    state: str
    cycle: str
    symbol: str
    document: str
    subjects: tuple[str, ...]
    people: tuple[str, ...]
    measures: tuple[str, ...]
    sdg: tuple[str, ...]
    strength: str
    lead: str
    contributing: tuple[str, ...]
    due: date | None
    days_left: int | None
    stands: Standing
    follow_up: bool
    grade: GradeWord | None
    actions: int
    held_back: bool


@dataclass(frozen=True, kw_only=True)
class Board:
    """One page of recommendations; counts, subjects and bodies are of all that the filters leave, not of the page."""

    lines: tuple[Line, ...]
    total: int
    page: int
    pages: int
    counts: Mapping[StandsAt, int]
    subjects: Mapping[str, int]
    bodies: Mapping[str, int]
    committees: Mapping[str, int]
    as_of: int


@dataclass(frozen=True, kw_only=True)
class Classes:
    """What a recommendation is about: codes of the vocabulary."""

    subjects: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    strength: str = ""


@dataclass(frozen=True, kw_only=True)
class Tied:
    """By what a recommendation is measured, and who says so: the catalogue ("") or a body."""

    tie: Tie
    name: str
    by_body: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RecommendationPage:
    """Everything known of one recommendation that the actor may see."""

    line: Line
    texts: Mapping[str, str]
    paraphrases: frozenset[str]
    demands: tuple[tuple[str, str], ...]
    document: DocumentLine | None
    classes: Classes
    classes_by: str
    classes_why: tuple[ClassTold, ...]
    responsible: tuple[Responsible, ...]
    actions: tuple[PlannedAction, ...]
    replies: tuple[Reply, ...]
    alternatives: tuple[Alternative, ...]
    assessments: tuple[Assessment, ...]
    history: tuple[Earlier, ...]
    links: tuple[LinkLine, ...]
    ties: tuple[Tied, ...]
    due: tuple[DueLine, ...]
    timeline: tuple[TimelineLine, ...]
    other_words: tuple[OtherWords, ...] = ()
