"""A case on its way through a procedure: what was done, where it stands, what somebody wants to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qorgau.clock import Zone
from qorgau.lawbook.procedure import ConditionName, Ground, Mark, Move, Procedure
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Basis, NoFigure

MARKED = "marked"  # the fact of a move made: names of the conditions that did not hold then
OFFICER = "officer"  # the fact of a move about officers: their ids, with spaces between them
OFFENCE = "offence"  # the fact that says how the case is qualified


@dataclass(frozen=True, slots=True)
class Event:
    """One move as it was made."""

    move: str
    at: int  # UTC seconds
    body: str  # an id of bodies.yaml, or a party such as `victim`
    by: str  # the account that made it
    ground: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A move that counted: from where to where, on what ground, with what marks."""

    move: Move
    event: Event
    from_: str
    to: str
    ground: Ground | None
    marks: tuple[Mark, ...]


def offence_of(path: Sequence[Step]) -> str:
    """How the last step that spoke of it qualified the case."""
    for step in reversed(path):
        said = (
            step.event.facts.get(OFFENCE)
            or (step.ground.facts.get(OFFENCE) if step.ground else None)
            or step.move.facts.get(OFFENCE)
        )
        if said:
            return said
    return ""


@dataclass(frozen=True, slots=True)
class RefusedStep:
    """A move that was recorded and does not count, and why."""

    event: Event
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """A deadline that runs where the case stands: by when which move is due, or the word without figure."""

    move: Move
    started_at: int
    due_at: int | None  # UTC seconds of the last second within; None: no figure in law
    word: NoFigure | None
    basis: Basis
    source: str
    extended: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands at a moment, how it came there, and what can be done now."""

    procedure: Procedure
    zone: Zone
    as_of: int
    opened: int
    stage: str
    since: int
    path: tuple[Step, ...]
    open_moves: tuple[Move, ...]
    clocks: tuple[Running, ...]
    refused_steps: tuple[RefusedStep, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether the case has come to an end of the procedure."""
        return self.procedure.stages[self.stage].is_end

    @property
    def offence(self) -> str:
        """How the case is qualified by the last step that said so; empty: nobody said."""
        return offence_of(self.path)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark on the way, in order, then those of the stage itself."""
        day = date.fromordinal(self.zone.civil_day(self.as_of))
        here = self.procedure.stages[self.stage].marks
        on_the_way = (mark for step in self.path for mark in step.marks)
        return (*on_the_way, *(mark for mark in here if mark.term.holds(day)))


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a condition holds: True, False, or None when nobody can say; with why, and what ties."""

    holds: bool | None
    why: Text = field(default_factory=dict)
    path: tuple[str, ...] = ()  # ids of bodies, for independence
    count: int = 0  # how many, where the condition counts (officers named and no suspects)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What somebody wants to do."""

    move: str
    body: str
    account: str
    at: int
    ground: str | None = None
    reasons: str = ""
    conditions: Mapping[str, Finding] = field(default_factory=dict)
    why_not: Mapping[str, str] = field(default_factory=dict)  # by condition: the reasons why it was not done
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The move may be made, with these marks."""

    move: Move
    to: str
    marks: tuple[Mark, ...] = ()

    @property
    def marked(self) -> str:
        """The names of the conditions that marked it: the fact `marked` of the entry."""
        return " ".join(mark.name for mark in self.marks if mark.name in set(ConditionName))


@dataclass(frozen=True, slots=True)
class Refused:
    """The move may not be made: why, each reason in three languages, and the tie if there is one."""

    why: tuple[Text, ...]
    path: tuple[str, ...] = ()
