"""A custody record as a page, the API and a document show it: frozen, and nothing decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qorgau.clock import Zone
from qorgau.custody.facts.law import weighs
from qorgau.lawbook import Basis, Safeguard
from qorgau.lawbook.safeguard import Text
from qorgau.ledger.entry import Correction, Happened
from qorgau.safeguards import ClockVerdict, State, Verdict


@dataclass(frozen=True, kw_only=True)
class ShownEntry:
    """One entry with what became of it.

    late_by: seconds between what happened and its being typed, where that is more than the slack
    (facts/lateness.py); counts: whether it stands, neither replaced nor withdrawn, nor waiting to be confirmed.
    by: the account that typed it; own_word: the source that account speaks as; why: the reason of a correction.
    """

    id: str
    kind: str
    title: Text
    group: str
    happened: tuple[Happened, ...]
    recorded: int
    received: int
    by: str
    body: str
    own_word: str
    facts: Mapping[str, str | int]
    personal: Mapping[str, str | int]
    objects: Mapping[str, tuple[str, ...]]
    counts: bool
    late_by: int | None = None
    corrects: Correction | None = None
    why: str = ""
    corrected_by: tuple[str, ...] = ()
    needs_confirmation: bool = False
    confirmed_by: str = ""

    @property
    def at(self) -> int:
        """The first instant by any word; when it was typed, where none is given."""
        return min((each.earliest for each in self.happened), default=self.recorded)


@dataclass(frozen=True, kw_only=True)
class ShownClock:
    """One clock with the rule it belongs to; `clock` holds the arithmetic (why).

    due_from, due_at: the earliest and latest instant at which it runs out; where the law has a word and
    no figure (has_figure False), the end of the next day. is_running: time alone can still change it.
    """

    safeguard: Safeguard
    basis: Basis
    subject_role: str
    subject: str
    clock: ClockVerdict
    state: State
    own_word_only: bool
    due_from: int | None
    due_at: int | None
    has_figure: bool
    is_running: bool


@dataclass(frozen=True, kw_only=True)
class ShownVerdict:
    """How a safeguard stands for this custody, or for one object of it."""

    safeguard: Safeguard
    subject_role: str
    verdict: Verdict

    @property
    def is_national(self) -> bool:
        """Whether it rests on the State's own law; the others are the standards."""
        return self.verdict.basis is Basis.NATIONAL_LAW


@dataclass(frozen=True, kw_only=True)
class Missing:
    """Somebody who should be with the person or told and is not yet; `adds`: the kind one button adds."""

    who: str
    adds: str
    asked_at: int | None = None


@dataclass(frozen=True, kw_only=True)
class RegisterField:
    """One of the eight groups of article 17 (3) ICPPED: complete, a gap, or not due.

    letter: a to h; needed: the parts; filled: part -> when it was recorded; gaps: the parts still open.
    """

    letter: str
    title: Text
    needed: tuple[str, ...]
    filled: Mapping[str, int]
    gaps: tuple[str, ...]
    adds: tuple[str, ...]

    @property
    def is_due(self) -> bool:
        """Whether it applies yet: (g) only after a death, (h) only after a release or transfer."""
        return bool(self.needed)

    @property
    def is_complete(self) -> bool:
        """Whether no part is open."""
        return not self.gaps


@dataclass(frozen=True, kw_only=True)
class Stay:
    """A stay at a place or in a cell."""

    id: str
    placement: str
    place: str
    cell: str
    from_at: int
    until_at: int | None


@dataclass(frozen=True, kw_only=True)
class Party:
    """A lawyer with a mandate, a relative the person named, or somebody who must not find them."""

    id: str
    role: str
    account: str
    relation: str
    name: str
    contact: str
    since: int | None
    until: int | None


@dataclass(frozen=True, kw_only=True)
class Opening:
    """Somebody opened the record, or looked the person up."""

    entry_id: str
    account: str
    body: str
    looked_as: str
    because: str
    at: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What followed from a breach."""

    entry_id: str
    safeguard: str
    basis: str
    outcome: str
    reason: str
    by: str
    at: int


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """Where the person is, as far as the record knows; since: from when on.

    status: held, in_transit, unconfirmed, released, escaped or died. unconfirmed: left one place for
    another (destination), and nobody wrote that the person arrived; the time since then runs.
    said_ended: released, escaped or died by somebody's word that those who hold the person have not
    confirmed; by whom, when, and by which entry.
    """

    status: str
    since: int | None
    place: str
    cell: str
    region: str
    destination: str
    in_hospital: bool
    said_ended: str = ""
    said_ended_by: str = ""
    said_ended_at: int | None = None
    said_ended_in: str = ""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Who the person is, as last recorded; personal parts are empty once erased or not permitted."""

    person: str
    name: str
    family_name: str
    given_name: str
    patronymic: str
    born_on: str
    name_status: str
    age: int | None
    gender: str
    is_child: bool
    age_is_known: bool
    foreign_national: str


@dataclass(frozen=True, kw_only=True)
class CustodyRecord:
    """Everything about one custody as of an instant, by what was known then.

    waiting: verdicts as they would be if the corrections that wait were confirmed; by_word: source ->
    verdicts by that source's times, where they differ from `verdicts`; may_add: kinds the actor may add.
    """

    custody: str
    as_of: int
    known_at: int
    zone: Zone
    law_hash: str
    identity: Identity
    whereabouts: Whereabouts
    ground: str
    body: str
    apprehended: tuple[Happened, ...]
    entries: tuple[ShownEntry, ...]
    verdicts: tuple[ShownVerdict, ...]
    clocks: tuple[ShownClock, ...]
    by_word: Mapping[str, tuple[ShownVerdict, ...]]
    waiting: tuple[ShownVerdict, ...]
    missing: tuple[Missing, ...]
    register: tuple[RegisterField, ...]
    stays: tuple[Stay, ...]
    parties: tuple[Party, ...]
    openings: tuple[Opening, ...]
    answers: tuple[Answer, ...]
    may_add: frozenset[str]

    @property
    def national(self) -> tuple[ShownVerdict, ...]:
        """The verdicts by the State's own law."""
        return tuple(each for each in self.verdicts if each.is_national)

    @property
    def standards(self) -> tuple[ShownVerdict, ...]:
        """The verdicts by treaties, standards and recommendations."""
        return tuple(each for each in self.verdicts if not each.is_national)

    @property
    def timeline(self) -> tuple[ShownEntry, ...]:
        """The entries by when it happened; what was set aside stays in sight."""
        return tuple(sorted(self.entries, key=lambda each: (each.at, each.received, each.id)))

    @property
    def next_clocks(self) -> tuple[ShownClock, ...]:
        """The three running clocks of weight that run out next; what ran out already stands apart."""
        return tuple(each for each in self._running if (each.due_at or 0) >= self.as_of)[:3]

    @property
    def overdue_clocks(self) -> tuple[ShownClock, ...]:
        """The running clocks of weight that ran out and are still undone, the longest overdue first."""
        return tuple(each for each in self._running if (each.due_at or 0) < self.as_of)

    @property
    def _running(self) -> list[ShownClock]:
        running = (
            each
            for each in self.clocks
            if each.is_running and each.due_at is not None and weighs(each.safeguard, each.basis)
        )
        return sorted(running, key=lambda each: (each.due_at or 0, not each.has_figure))

    @property
    def late_entries(self) -> tuple[ShownEntry, ...]:
        """What was typed late."""
        return tuple(each for each in self.entries if each.late_by is not None)
