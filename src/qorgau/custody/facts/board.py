"""The whiteboard and other lists, as queries give them: frozen rows, states as of the asking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qorgau.lawbook import Basis, Safeguard
from qorgau.safeguards import State


class Sort(StrEnum):
    """In which order everyone held is listed."""

    NEXT_DUE = "next_due"  # what ran out and is still undone first, then the next clock to run out
    NEWEST = "newest"  # last apprehended first
    OLDEST = "oldest"  # longest held first
    NAME = "name"  # by family name, unknown names first


@dataclass(frozen=True, kw_only=True)
class ClockNow:
    """One clock as of the asking; `overdue_by` is seconds since it ran out, negative for what is left."""

    custody: str
    safeguard: Safeguard
    basis: Basis
    subject_role: str
    subject: str
    state: State
    triggered_at: int
    due_from: int | None
    due_at: int | None
    met_at: int | None
    has_figure: bool
    own_word_only: bool
    overdue_by: int | None


@dataclass(frozen=True, kw_only=True)
class HeldRow:
    """One line of the whiteboard.

    clocks: the three running clocks that run out first; missing: parent, lawyer, interpreter, doctor,
    relative, consul; status_for: seconds the status lasts already (unconfirmed: with its time running).
    """

    custody: str
    person: str
    name: str
    name_status: str
    age: int | None
    is_child: bool
    gender: str
    foreign: bool
    ground: str
    place: str
    cell: str
    region: str
    status: str
    status_since: int | None
    status_for: int | None
    destination: str
    in_hospital: bool
    zone: str
    apprehended_at: int | None
    held_for: int | None
    next_due_at: int | None
    clocks: tuple[ClockNow, ...]
    running: int
    breaches: int
    unanswered_breaches: int
    missing: tuple[str, ...]
    last_entry_at: int


@dataclass(frozen=True, kw_only=True)
class HeldPage:
    """A page of the whiteboard; total counts all who fit, up to what the actor may see."""

    rows: tuple[HeldRow, ...]
    total: int
    page: int
    pages: int
    as_of: int


@dataclass(frozen=True, kw_only=True)
class BoardSums:
    """Above the whiteboard; overdue: people with a duty that ran out and is still undone."""

    held: int
    children: int
    overdue: int
    unconfirmed: int

    @property
    def told(self) -> tuple[tuple[str, int], ...]:
        """Word and number, in the order of the page."""
        return (
            ("held", self.held),
            ("children", self.children),
            ("overdue", self.overdue),
            ("unconfirmed", self.unconfirmed),
        )


@dataclass(frozen=True, kw_only=True)
class Found:
    """Somebody a search found; likeness from 0 to 100."""

    custody: str
    person: str
    name: str
    born_on: str
    age: int | None
    place: str
    status: str
    apprehended_at: int | None
    ended_at: int | None
    likeness: int


@dataclass(frozen=True, kw_only=True)
class Occupancy:
    """How many are held at a place at an instant; by_cell: cell id ("" for none) -> how many."""

    place: str
    at: int
    held: int
    children: int
    by_cell: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class ShiftFacts:
    """What a shift hands over: who is here, who came and left, what ran out and what runs out next."""

    place: str
    since: int
    until: int
    held: int
    came: tuple[HeldRow, ...]
    left: tuple[HeldRow, ...]
    unconfirmed: tuple[HeldRow, ...]
    ran_out: tuple[ClockNow, ...]
    next_due: tuple[ClockNow, ...]
    with_missing: tuple[HeldRow, ...]
    late_entries: int
    corrections_waiting: int
