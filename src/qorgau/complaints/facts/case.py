"""One complaint with all that followed from it, as desks and documents read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qorgau.clock import Zone
from qorgau.complaints.entries import Status
from qorgau.complaints.facts.candidates import Routing
from qorgau.custody.facts.assessing import Judged
from qorgau.custody.facts.clocks import Clock
from qorgau.lawbook.procedure import Move, Procedure
from qorgau.lawbook.safeguard import Text
from qorgau.ledger.entry import Happened
from qorgau.procedures.case import Standing


@dataclass(frozen=True, kw_only=True)
class CaseEntry:
    """One entry of the case for the timeline.

    facts: clear codes; personal: texts, empty where the actor may not read them; hidden: they may not.
    counts: neither corrected nor waiting; corrects: the entry it replaces or withdraws, and why; waits: for a
    second person; may_correct, may_confirm: what the actor may do with it.
    """

    id: str
    kind: str
    recorded: int
    received: int
    happened: tuple[Happened, ...]
    by: str
    body: str
    facts: Mapping[str, object]
    objects: Mapping[str, tuple[str, ...]]
    personal: Mapping[str, Mapping[str, str | int]]
    hidden: bool = False
    way_sealed: bool = False
    counts: bool = True
    corrects: str = ""
    withdraws: bool = False
    why: str = ""
    waits: bool = False
    confirmed_by: str = ""
    may_correct: bool = False
    may_confirm: bool = False


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of a procedure, with where it stands and what may be done next.

    moves: the moves the actor's body may make here; reviews: the decision it reviews.
    """

    id: str
    procedure: Procedure
    body: str
    opened_at: int
    standing: Standing
    reviews: str = ""
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Service:
    """Where an officer served: civil days, the last one not included; until "": still."""

    body: str
    since: str
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class Charge:
    """One allegation against an officer in a case, and what was found of it.

    finding: "" for none yet; state: why there is none, where a file said so; row: its row in that file.
    """

    allegation: str
    finding: str = ""
    state: str = ""
    row: int = 0


@dataclass(frozen=True, kw_only=True)
class Officer:
    """An officer in this case. name is "" where the actor may not read it, or nobody could name them."""

    id: str
    name: str
    rank: str
    described_as: str
    named_by: str
    named_at: int
    allegation: str
    services: tuple[Service, ...] = ()
    suspected_at: int | None = None
    suspended_at: int | None = None
    returned_at: int | None = None
    finding: str = ""
    recommended: str = ""
    imposed: str = ""
    final: bool = False
    other_cases: int = 0
    charges: tuple[Charge, ...] = ()

    @property
    def is_suspect(self) -> bool:
        """Whether the investigation made a suspect of them."""
        return self.suspected_at is not None


@dataclass(frozen=True, kw_only=True)
class Holding:
    """Who held a piece of evidence from when on."""

    since: int
    body: str
    account: str
    sha256: str
    entry: str


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A piece of evidence with its chain of custody."""

    id: str
    kind: str
    sha256: str
    size: int
    description: str
    chain: tuple[Holding, ...]
    sealed_copy: str = ""

    @property
    def unbroken(self) -> bool:
        """Whether no one who took it over stated another fingerprint."""
        return all(held.sha256 in ("", self.sha256) for held in self.chain)

    @property
    def unchecked(self) -> int:
        """At how many hand-overs nobody stated the fingerprint."""
        return sum(not held.sha256 for held in self.chain)


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """A hearing that was set: for when, before whom, and whether it was held."""

    id: str
    run: str
    body: str
    set_for: int
    heard_at: int | None = None
    put_off: int = 0


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A decision, when the victim could read it, when they were given it, and the run that appeals it."""

    id: str
    run: str
    kind: str
    ground: str
    body: str
    by: str
    taken_at: int
    shown_at: int | None = None
    served_at: int | None = None
    appealed_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """A body or an official was given the case, or was refused it with the way that ties them."""

    entry: str
    body: str
    account: str
    since: int
    until: int | None = None
    refused: bool = False
    why: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Protection:
    """A protection measure that was asked for, or given."""

    measure: str
    asked_at: int | None
    given_at: int | None


@dataclass(frozen=True, kw_only=True)
class Gap:
    """What a complete investigation has and this one does not; why_not: the reasons that were given.

    name: a condition of vocabulary/conditions.yaml; count: how many, where it counts.
    """

    name: str
    title: Text
    done: bool
    why_not: str = ""
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What the person was asked before an examination, and answered."""

    to: str
    answer: str
    told_beforehand: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """Who complained and for whom, as far as the actor may know. hidden: the actor's body may not."""

    name: str = ""
    contact: str = ""
    contact_safe: str = ""
    victim_name: str = ""
    narrative: str = ""
    hidden: bool = False
    sealed: bool = False


@dataclass(frozen=True, kw_only=True)
class Case:
    """Everything about one complaint as of an instant."""

    complaint: str
    as_of: int
    known_at: int
    zone: Zone
    law_hash: str
    status: Status
    status_since: int
    lodged_at: int
    way: str
    naming: str
    on_behalf: str
    outside: bool
    is_sealed: bool
    about: str
    allegation: str
    act_on: str
    accused_body: str
    place: str
    region: str
    to_body: str
    body: str
    number: str
    registered_at: int | None
    read_at: int | None
    sent_back_at: int | None
    refused_by_court: tuple[int, ...]
    outcome: str
    told: Told
    entries: tuple[CaseEntry, ...]
    runs: tuple[Run, ...]
    officers: tuple[Officer, ...]
    evidence: tuple[Evidence, ...]
    hearings: tuple[Hearing, ...]
    decisions: tuple[Decision, ...]
    assignments: tuple[Assignment, ...]
    protections: tuple[Protection, ...]
    consents: tuple[Consent, ...]
    gaps: tuple[Gap, ...]
    judged: tuple[Judged, ...]
    clocks: tuple[Clock, ...]
    linked_to: tuple[str, ...]
    reprisals: int
    withdrawal_asked_at: int | None
    npm_contact_at: int | None
    routing: Routing | None = None
    may: frozenset[str] = frozenset()
    set_aside: tuple[CaseEntry, ...] = ()
    """What was corrected or withdrawn, the withdrawals, and what waits for a second person."""

    def run(self, run_id: str) -> Run | None:
        """The run of that id."""
        return next((each for each in self.runs if each.id == run_id), None)

    @property
    def age_days(self) -> int:
        """Whole days since it was made."""
        return max(0, (self.as_of - self.lodged_at) // 86_400)

    @property
    def named_not_suspected(self) -> tuple[Officer, ...]:
        """Officers whom the victim named and whom nobody made a suspect."""
        return tuple(each for each in self.officers if each.named_by == "victim" and not each.is_suspect)
