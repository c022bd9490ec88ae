"""Lines of lists: the inbox, the oversight view, an officer's history, the calendar of hearings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qorgau.complaints.facts.case import Charge
from qorgau.complaints.models import ComplaintRow
from qorgau.lawbook.safeguard import Text


@dataclass(frozen=True, kw_only=True)
class InboxLine:
    """One complaint in the inbox; due_state: what its next clock is now (open, breached, cannot_tell, "")."""

    row: ComplaintRow
    age_days: int
    due_state: str


@dataclass(frozen=True, kw_only=True)
class Inbox:
    """A page of the inbox, with how many there are in all."""

    lines: tuple[InboxLine, ...]
    total: int
    page: int
    pages: int
    as_of: int


@dataclass(frozen=True, kw_only=True)
class BodyLoad:
    """What one body has: how many, how old, how they ended.

    by_status, by_outcome: code -> how many; ages: days of those not ended, ascending.
    """

    body: str
    complaints: int
    open: int
    by_status: Mapping[str, int]
    by_outcome: Mapping[str, int]
    oldest_days: int
    median_days: int
    breaches: int


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How a set of complaints fared; disputed: who contests that a rule was broken, in their words.

    unregistered: nobody says that the State registered it; unknown: how it ended, nobody says.
    """

    complaints: int
    unregistered: int
    sent_back: int
    refused_by_court: int
    unknown: int
    breached: Mapping[str, int]
    disputed: Mapping[str, tuple[Text, ...]]


@dataclass(frozen=True, kw_only=True)
class Oversight:
    """What each body has, and the sums over all of it."""

    bodies: tuple[BodyLoad, ...]
    tally: Tally
    as_of: int


@dataclass(frozen=True, kw_only=True)
class CaseOfOfficer:
    """One case in which an officer was named; allegation and outcome apart, and neither is guilt."""

    complaint: str
    named_at: int
    allegation: str
    about: str
    status: str
    suspected: bool
    finding: str
    recommended: str
    imposed: str
    final: bool
    readable: bool
    charges: tuple[Charge, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OfficerHistory:
    """An officer across cases: where they served, what was alleged, what became of it."""

    officer: str
    name: str
    services: tuple[object, ...]
    cases: tuple[CaseOfOfficer, ...]

    @property
    def alleged(self) -> int:
        """In how many complaints they were named."""
        return len(self.cases)

    @property
    def found(self) -> int:
        """In how many it was found, finally or not, that it happened."""
        return sum(any(charge.finding == "found" for charge in each.charges) for each in self.cases)


@dataclass(frozen=True, kw_only=True)
class HearingLine:
    """A hearing in the calendar."""

    hearing: str
    complaint: str
    run: str
    body: str
    set_for: int
    heard_at: int | None
    put_off: int


@dataclass(frozen=True, kw_only=True)
class LeftBehind:
    """What somebody who no longer works here still holds."""

    account: str
    name: str
    complaints: tuple[str, ...]
