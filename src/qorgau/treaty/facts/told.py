"""What queries tell: plain values, with every word that has languages in all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from qorgau.lawbook.safeguard import Text
from qorgau.reading.document import Document
from qorgau.reading.reasons import Reason
from qorgau.treaty.facts.class_told import ClassTold
from qorgau.treaty.facts.other_words import OtherWords
from qorgau.treaty.facts.standing import Standing
from qorgau.treaty.facts.words import (
    About,
    ActionState,
    DueWhat,
    Fix,
    Judgement,
    Procedure,
    ReplyStage,
    Sender,
    SourceLevel,
    StandsAt,
    Tie,
)


@dataclass(frozen=True, kw_only=True)
class GradeWord:
    """A grade on a committee's own scale; verified: its words were seen in a text of that committee."""

    code: str
    title: Text
    verified: bool


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
class Responsible:
    """A body that answers for a recommendation, from and until which day."""

    body: str
    leads: bool
    since: date
    until: date | None
    reason: str
    by_body: str


@dataclass(frozen=True, kw_only=True)
class ActionStep:
    """One word on an action of the plan."""

    on: date
    state: ActionState
    due: date | None
    reason: str
    body: str
    at: int


@dataclass(frozen=True, kw_only=True)
class PlannedAction:
    """One action of the plan; due_was: the days it was due before."""

    id: str
    recommendations: tuple[str, ...]
    what: Mapping[str, str]
    lead: str
    contributing: tuple[str, ...]
    due: date
    due_was: tuple[date, ...]
    budget: int | None
    currency: str
    state: ActionState
    is_late: bool
    history: tuple[ActionStep, ...]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One reply of the State; text: None where the actor may not read it. by_latest: sent_on is the latest possible day."""

    id: str
    recommendations: tuple[str, ...]
    stage: ReplyStage
    procedure: Procedure
    text: str | None
    language: str
    summary: str
    lead: str
    prepared_at: int | None
    prepared_body: str
    cleared_at: int | None
    cleared_body: str
    sent_on: date | None
    sent_body: str
    due: date | None
    days_late: int | None
    lateness: Text
    typed_late_days: int | None
    symbol: str
    source: str
    level: SourceLevel | None
    document: str
    steps: tuple[ReplyStep, ...]
    text_sha256: str = ""
    taken_body: str = ""
    by_latest: bool = False


@dataclass(frozen=True, kw_only=True)
class ReplyStep:
    """One step of a reply's clearance."""

    step: str
    body: str
    at: int
    note: str
    by_me: bool


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """What an organisation says of the same recommendations; held apart from what the State says."""

    id: str
    recommendations: tuple[str, ...]
    title: str
    text: str | None
    language: str
    body: str
    published_on: date | None
    held_back: bool
    document: str
    versions: int
    taken_at: int


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """What a committee said of what was done or replied, and who entered it here when."""

    id: str
    grade: GradeWord
    words: str
    on: date
    source: str
    level: SourceLevel
    document: str
    about: About
    body: str = ""
    entered_at: int = 0


@dataclass(frozen=True, kw_only=True)
class LinkLine:
    """Two demands that were linked: proposed by the program, or judged by a person."""

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
class Tied:
    """By what a recommendation is measured, and who says so: the catalogue ("") or a body."""

    tie: Tie
    name: str
    by_body: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DueLine:
    """Something due. days_left: below 0 once the day is over; days_late: of what was done, below 0 for early."""

    id: str
    what: DueWhat
    due: date
    days_left: int
    kept_on: date | None
    days_late: int | None
    title: Text
    recommendation: str
    document: str
    committee: str
    body: str
    zone: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class TimelineLine:
    """One thing that happened to a recommendation, oldest first. on: its civil day, where it has one."""

    at: int
    on: date | None
    kind: str
    text: Text
    body: str
    entry: str


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


@dataclass(frozen=True, kw_only=True)
class SideBySide:
    """Two documents and the links between them."""

    left: DocumentPage
    right: DocumentPage
    links: tuple[LinkLine, ...] = field(default=())
