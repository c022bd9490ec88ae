"""What became of a recommendation: who answers, the plan, replies, what others say, how it was judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qorgau.lawbook.safeguard import Text
from qorgau.treaty.facts.words import About, ActionState, Procedure, ReplyStage, SourceLevel


@dataclass(frozen=True, kw_only=True)
class GradeWord:
    """A grade on a committee's own scale; verified: its words were seen in a text of that committee."""

    code: str
    title: Text
    verified: bool


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
class ReplyStep:
    """One step of a reply's clearance."""

    step: str
    body: str
    at: int
    note: str
    by_me: bool


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
