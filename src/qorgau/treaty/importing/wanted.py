"""One recommendation as a file tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from qorgau.treaty.facts.naming import joined
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import About, ActionState, Procedure, Sender, SourceLevel


@dataclass(frozen=True, kw_only=True)
class Answering:
    """Who answers for it from a day on."""

    lead: str
    contributing: tuple[str, ...] = ()
    since: date
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """How far an action has come, by the word of who leads it."""

    state: ActionState
    on: date
    due: date | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One action of the plan. key: the same action named by several recommendations has the same."""

    key: str
    what: Mapping[str, str]
    lead: str
    due: date
    contributing: tuple[str, ...] = ()
    budget: int | None = None
    currency: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Replied:
    """A reply that the State sent."""

    key: str
    procedure: Procedure
    sent_on: date
    by_latest: bool
    source: str
    level: SourceLevel
    symbol: str = ""
    summary: str = ""
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What who asked said of what was done or replied."""

    key: str
    grade: str
    about: About
    on: date
    words: str
    source: str
    level: SourceLevel


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Everything a file says of one recommendation; number: of the row that says it first."""

    number: int
    stem: str
    leaf: str
    text: str
    language: str
    sender: Sender
    texts: Mapping[str, str] = field(default_factory=dict)
    heading: str = ""
    committee: str = ""
    state: str = ""
    cycle: str = ""
    symbol: str = ""
    kind: str = "recommendation"
    follow_up: bool = False
    due: date | None = None
    report_due: date | None = None
    position: str = ""
    classes: Classes = field(default_factory=Classes)
    demands: tuple[tuple[str, str], ...] = ()
    answering: tuple[Answering, ...] = ()
    activities: tuple[Activity, ...] = ()
    replies: tuple[Replied, ...] = ()
    assessments: tuple[Judged, ...] = ()

    @property
    def id(self) -> str:
        """Its public id."""
        return joined(self.stem, self.leaf)
