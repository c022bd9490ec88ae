"""What followed a committee's recommendations so far: deadlines, replies and assessments, each with its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from qorgau.lawbook.recommendations import SessionHeld
from qorgau.lawbook.safeguard import Duration, Text


class SourceLevel(StrEnum):
    """How near to the event the source of a fact stands."""

    OPENED = "opened"  # the official text itself was read
    SEED = "seed"  # quoted in one of the documents the pack was written from
    REPORTED = "reported"  # reported by the press or another third party; the text was not found
    MEMORY = "memory"  # not confirmed against a text


class Sent(StrEnum):
    """What was sent or received in the course of a cycle."""

    REPLY = "reply"  # the State's information on the paragraphs chosen for follow-up
    FURTHER = "further"  # what the State sent later, beside its reply
    LETTER = "letter"  # of the committee's rapporteur
    ALTERNATIVE = "alternative"  # follow-up reports of civil society


class Timeliness(StrEnum):
    """Whether something came in time."""

    IN_TIME = "in_time"
    LATE = "late"
    CANNOT_TELL = "cannot_tell"  # the day it came is not known


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as the committee set it, and what it is counted from."""

    what: str  # follow_up, next_report or simplified_procedure, as in reading's deadlines
    on: date
    within: Duration | None  # counted from the end of the session, where it is so counted
    source: str
    level: SourceLevel
    note: str = ""  # in English, for entries of the record
    notes: Text = field(default_factory=dict)  # the same in every language


@dataclass(frozen=True, slots=True)
class SentPaper:
    """A paper of the cycle. `on` is its day; where only a latest day is known, `no_later_than` is it."""

    what: Sent
    title: Text
    on: date | None
    no_later_than: date | None
    symbol: str
    source: str
    level: SourceLevel
    count: int = 1
    note: str = ""
    notes: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a committee said of one recommendation of the cycle."""

    recommendation: str  # leaf id, or the paragraph where the older document has no leaves
    grade: str  # a code of the committee's scale
    on: date
    source: str
    level: SourceLevel
    note: str = ""  # in English, for entries of the record
    notes: Text = field(default_factory=dict)  # the same in every language


@dataclass(frozen=True, slots=True)
class Cycle:
    """One document of recommendations and all that followed it."""

    symbol: str
    committee: str
    adopted: date
    session: SessionHeld
    targets: tuple[str, ...]  # chosen for follow-up
    due: tuple[Due, ...]
    sent: tuple[SentPaper, ...]
    assessed: tuple[Assessed, ...]

    def due_for(self, what: str) -> Due | None:
        """The deadline of that kind, if the committee set one."""
        return next((due for due in self.due if due.what == what), None)

    def timeliness(self, paper: SentPaper) -> tuple[Timeliness, int | None]:
        """Whether the reply came in time, and by how many days it was late; only a reply has a deadline here."""
        due = self.due_for("follow_up")
        if due is None or paper.what is not Sent.REPLY:
            return Timeliness.CANNOT_TELL, None
        if paper.on is not None:
            days = (paper.on - due.on).days
            return (Timeliness.LATE, days) if days > 0 else (Timeliness.IN_TIME, None)
        if paper.no_later_than is not None and paper.no_later_than <= due.on:
            return Timeliness.IN_TIME, None
        return Timeliness.CANNOT_TELL, None
