"""The catalogue: what a committee asked of the State, leaf by leaf, and what in our files measures it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Confirmed


class AskedKind(StrEnum):
    """What an entry of the catalogue is."""

    RECOMMENDATION = "recommendation"  # a leaf: the smallest part with its own number
    TAIL = "tail"  # what a divided paragraph asks after its lettered parts
    PROCEDURAL = "procedural"  # follow-up, dissemination, next report


@dataclass(frozen=True, slots=True)
class MeasuredBy:
    """What shows whether the recommendation is carried out: ids of other law files."""

    safeguards: tuple[str, ...] = ()  # pack/name
    figures: tuple[str, ...] = ()  # codes of figures/measures.yaml
    articles: tuple[str, ...] = ()  # pack/name
    findings: tuple[str, ...] = ()  # findings about the law itself

    def __bool__(self) -> bool:
        """Whether anything measures it."""
        return bool(self.safeguards or self.figures or self.articles or self.findings)


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph of another document."""

    symbol: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class DemandAsked:
    """One of several separate demands within a leaf: id "10/3"."""

    id: str
    title: Text
    asks: Text
    measured_by: MeasuredBy


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked, in our words. The first of `bodies` leads; that they answer for it is our proposal."""

    id: str  # "12(a)(iv)", as the United Nations cites it without spaces
    paragraph: str
    kind: AskedKind
    title: Text
    asks: Text
    subjects: tuple[str, ...]  # codes of vocabulary/treaty/subjects.yaml
    bodies: tuple[str, ...]  # ids of bodies.yaml
    proposed: bool  # the bodies are our proposal, nobody has confirmed them
    follow_up: bool = False
    due: date | None = None
    reiterates: tuple[Cited, ...] = ()
    measured_by: MeasuredBy = field(default_factory=MeasuredBy)
    demands: tuple[DemandAsked, ...] = ()
    not_measured: Text = field(default_factory=dict)  # what no measure here tells, and what would
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionHeld:
    """A session of a committee; both days are in it."""

    number: int
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that one document asks, by id in the document's order."""

    symbol: str
    committee: str  # code of committees.yaml
    state: str  # three letters, ISO 3166
    cycle: int
    title: Text
    adopted: date
    session: SessionHeld
    confirmed: Confirmed
    asked: Mapping[str, Asked]
    path: str = ""

    @property
    def leaves(self) -> tuple[Asked, ...]:
        """The recommendations at leaf level."""
        return tuple(one for one in self.asked.values() if one.kind is AskedKind.RECOMMENDATION)

    @property
    def procedural(self) -> tuple[Asked, ...]:
        """Follow-up, dissemination, next report."""
        return tuple(one for one in self.asked.values() if one.kind is AskedKind.PROCEDURAL)

    @property
    def follow_up_targets(self) -> tuple[str, ...]:
        """The ids chosen to be answered within a year."""
        return tuple(one.id for one in self.asked.values() if one.follow_up)
