"""What is due, and what happened when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qorgau.lawbook.safeguard import Text
from qorgau.treaty.facts.words import DueWhat


@dataclass(frozen=True, kw_only=True)
class DueLine:
    """Something due. days_left: below 0 once the day is over; days_late: of what was done, below 0 for early.

    words: what the document or the note says of it; met_note: what was noted when it was done.
    """

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
    met_note: str = ""


@dataclass(frozen=True, kw_only=True)
class TimelineLine:
    """One thing that happened to a recommendation, oldest first. on: its civil day, where it has one."""

    at: int
    on: date | None
    kind: str
    text: Text
    body: str
    entry: str
