"""One complaint as programs read it, and what an act answers. Instants are UTC, days are civil days."""

from __future__ import annotations

from pydantic import BaseModel, Field

from qorgau.custody.api.answers import ClockShown, Interval, Receipt, VerdictShown


class MarkShown(BaseModel):
    """What a reader must know of a lawful act: by which source it is wrong, disputed or missing."""

    name: str
    basis: str
    text: str
    source: str


class CaseActAnswer(BaseModel):
    """An act on a complaint was recorded: a receipt for each entry, that of the act's own first."""

    complaint: str
    is_new: bool = Field(description="False where the same act had come in before; nothing was stored again.")
    entries: list[Receipt]
    made: dict[str, str] = Field(
        description="Ids of what the act made: run, officer, evidence, decision, hearing."
    )
    marks: list[MarkShown]
    waits: bool = Field(
        description="True where it counts for nothing until a second person confirms it: …/entries/{entry}/confirmations."
    )


class CaseEntryShown(BaseModel):
    """One entry of the case. `hidden`: it has texts that the asker may not read."""

    id: str
    kind: str
    title: str
    recorded: str
    received: str
    happened: list[Interval]
    by: str
    body: str
    facts: dict[str, str | int]
    objects: dict[str, list[str]]
    personal: dict[str, dict[str, str | int]]
    hidden: bool
    sealed: bool


class GroundShown(BaseModel):
    """A ground that a move may be made on today, or that the law refuses."""

    id: str
    title: str
    refused: bool
    refused_for: list[str] = Field(description="Refused for these offences only; none named: for all.")
    marks: list[MarkShown]
    source: str


class MoveShown(BaseModel):
    """A move that is open where the case stands."""

    id: str
    title: str
    to: str
    records: str
    yours: bool = Field(description="Whether the asker's body, or a party they stand for, may make it.")
    done_by: list[str]
    only_if: list[str]
    reasons_required: bool
    extends: str
    grounds: list[GroundShown]
    source: str


class StepShown(BaseModel):
    """A move that was made and counted, or does not count, and why."""

    move: str
    title: str
    at: str
    body: str
    from_stage: str
    to_stage: str
    ground: str
    marks: list[MarkShown]
    why_refused: list[str]


class RunClockShown(BaseModel):
    """A deadline of the procedure; without `due` the law gives a word and no figure."""

    move: str
    started: str
    due: str | None
    word: str
    basis: str
    source: str
    extended: bool


class RunAnswer(BaseModel):
    """One run of a procedure: where it stands, how it came there, what can be done."""

    id: str
    procedure: str
    title: str
    basis: str
    body: str
    opened: str
    reviews: str
    stage: str
    stage_title: str
    meaning: str
    since: str
    ended: bool
    path: list[StepShown]
    refused_steps: list[StepShown]
    open_moves: list[MoveShown]
    clocks: list[RunClockShown]
    marks: list[MarkShown]


class ServiceShown(BaseModel):
    """Where an officer served."""

    body: str
    since: str
    until: str


class ChargeShown(BaseModel):
    """One allegation against an officer, and what was found of it."""

    allegation: str
    finding: str = Field(description="Empty while there is none.")
    state: str = Field(description="Why there is none, where a file said so; `pending` otherwise.")


class CaseOfficerShown(BaseModel):
    """An officer in a case; allegation, finding, recommended and imposed penalty stand apart."""

    id: str
    name: str
    rank: str
    described_as: str
    named_by: str
    named: str
    allegation: str
    services: list[ServiceShown]
    suspected: str | None
    suspended: str | None
    returned: str | None
    finding: str
    recommended: str
    imposed: str
    final: bool
    other_cases: int
    charges: list[ChargeShown] = Field(
        description="Each allegation with its finding; `finding` is the last one."
    )


class HoldingShown(BaseModel):
    """Who held a piece of evidence from when on."""

    since: str
    body: str
    account: str
    sha256: str
    entry: str


class EvidenceShown(BaseModel):
    """A piece of evidence with its chain of custody."""

    id: str
    kind: str
    sha256: str
    size: int
    description: str
    sealed_copy: str
    unbroken: bool
    unchecked: int
    chain: list[HoldingShown]


class HearingShown(BaseModel):
    """A hearing of the case."""

    id: str
    run: str
    body: str
    set_for: str
    heard: str | None
    put_off: int


class DecisionShown(BaseModel):
    """A decision; shown is not served."""

    id: str
    run: str
    kind: str
    ground: str
    body: str
    taken: str
    shown: str | None
    served: str | None
    appealed_by: str


class AssignmentShown(BaseModel):
    """A body or an official was given the case, or was refused it with the way that ties them."""

    entry: str
    body: str
    account: str
    since: str
    until: str | None
    refused: bool
    why: str
    path: list[str]


class GapShown(BaseModel):
    """A part of a complete investigation, and the reasons where it was not done."""

    name: str
    title: str
    done: bool
    why_not: str
    count: int


class ProtectionShown(BaseModel):
    """A protection measure that was asked for or given."""

    measure: str
    asked: str | None
    given: str | None


class ConsentShown(BaseModel):
    """What the person was asked before an examination."""

    to: str
    answer: str
    told_beforehand: str


class ComplainantShown(BaseModel):
    """Who complained, as far as the asker may know. `hidden`: the asker's body may not."""

    name: str
    contact: str
    contact_safe: str
    victim_name: str
    narrative: str
    hidden: bool
    sealed: bool


class TieShown(BaseModel):
    """What ties a body to an officer: the way through the tree of bodies, on which day."""

    officer: str
    path: list[str]
    on: str
    then: bool = Field(description="True: at the time of the act. False: now.")


class CandidateShown(BaseModel):
    """A body that might be given the case."""

    body: str
    title: str
    basis: str
    source: str
    forum: str
    marks: list[MarkShown]
    tie: TieShown | None


class RoutingShown(BaseModel):
    """Who may be given a complaint, and what must be said of that."""

    candidates: list[CandidateShown]
    by_law_of: str
    says: list[str]


class CaseAnswer(BaseModel):
    """Everything about one complaint as of an instant, by what was known at another."""

    complaint: str
    as_of: str
    known_at: str
    zone: str
    law: str
    status: str
    status_since: str
    lodged: str
    age_days: int
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
    registered: str | None
    read: str | None
    sent_back: str | None
    refused_by_court: list[str]
    outcome: str
    complainant: ComplainantShown
    entries: list[CaseEntryShown]
    waiting: list[CaseEntryShown] = Field(
        description="What counts for nothing until a second person confirms it."
    )
    runs: list[RunAnswer]
    officers: list[CaseOfficerShown]
    named_not_suspected: list[str]
    evidence: list[EvidenceShown]
    hearings: list[HearingShown]
    decisions: list[DecisionShown]
    assignments: list[AssignmentShown]
    protections: list[ProtectionShown]
    consents: list[ConsentShown]
    gaps: list[GapShown]
    verdicts: list[VerdictShown]
    clocks: list[ClockShown]
    linked_to: list[str]
    reprisals: int
    withdrawal_asked: str | None
    npm_contact: str | None
    routing: RoutingShown | None
    may: list[str]
