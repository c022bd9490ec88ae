"""Lists about complaints as programs read them."""

from __future__ import annotations

from pydantic import BaseModel, Field

from qorgau.complaints.api.answers import ChargeShown, ServiceShown


class InboxLineShown(BaseModel):
    """One complaint in the inbox, with what runs out next."""

    complaint: str
    lodged: str
    age_days: int
    way: str
    is_sealed: bool
    outside: bool
    about: str
    status: str
    place: str
    region: str
    to_body: str
    body: str
    outcome: str
    registered: str | None
    read: str | None
    next_due: str | None
    next_due_safeguard: str
    next_due_basis: str
    due_state: str
    breaches: int
    reprisals: int
    withdrawal_asked: bool
    linked_to: list[str]


class InboxAnswer(BaseModel):
    """A page of the inbox; total counts all within reach that the filter lets through."""

    as_of: str
    total: int
    page: int
    pages: int
    complaints: list[InboxLineShown]


class BodyLoadShown(BaseModel):
    """What one body has, how old it is, how it ended."""

    body: str
    complaints: int
    open: int
    by_status: dict[str, int]
    by_outcome: dict[str, int]
    oldest_days: int
    median_days: int
    breaches: int


class TallyShown(BaseModel):
    """How the complaints within reach fared; `disputed` quotes who contests that a rule was broken."""

    complaints: int
    unregistered: int
    sent_back: int
    refused_by_court: int
    unknown: int
    breached: dict[str, int]
    disputed: dict[str, list[str]]


class OversightAnswer(BaseModel):
    """What each body has, and the sums; counts only."""

    as_of: str
    bodies: list[BodyLoadShown]
    tally: TallyShown


class OfficerCaseShown(BaseModel):
    """A case that names an officer; of one beyond the asker's reach only that there is one."""

    complaint: str
    named: str
    allegation: str
    about: str
    status: str
    suspected: bool
    finding: str
    recommended: str
    imposed: str
    final: bool
    readable: bool
    charges: list[ChargeShown] = Field(
        description="Each allegation with its finding; `finding` is the last one."
    )


class OfficerAnswer(BaseModel):
    """An officer across cases; an allegation is no finding, and neither is guilt."""

    officer: str
    name: str
    services: list[ServiceShown]
    cases: list[OfficerCaseShown]
    alleged: int
    found: int


class OfficersFoundAnswer(BaseModel):
    """Ids of officers whose name is spelled alike, in cases within reach."""

    officers: list[str]


class CalendarLineShown(BaseModel):
    """A hearing in the calendar."""

    hearing: str
    complaint: str
    run: str
    body: str
    set_for: str
    heard: str | None
    put_off: int


class CalendarAnswer(BaseModel):
    """Hearings between two instants."""

    hearings: list[CalendarLineShown]


class EnvelopeLineShown(BaseModel):
    """A sealed complaint; the hour it came, and whether the body has stated what it says."""

    complaint: str
    hour: str
    to_body: str
    read: str | None


class EnvelopesAnswer(BaseModel):
    """A page of sealed complaints within reach, the oldest first."""

    total: int
    page: int
    pages: int
    envelopes: list[EnvelopeLineShown]


class LookShown(BaseModel):
    """Somebody opened the file."""

    account: str
    role: str
    because: str
    at: str


class LooksAnswer(BaseModel):
    """Who opened the file, the latest first."""

    looks: list[LookShown]


class LeftBehindShown(BaseModel):
    """What somebody who works here no more still holds."""

    account: str
    name: str
    complaints: list[str]


class LeftBehindAnswer(BaseModel):
    """Cases that must be handed over."""

    accounts: list[LeftBehindShown]


class ProcedureShown(BaseModel):
    """A procedure of law that can be begun."""

    id: str
    title: str
    basis: str
    source: str
    stages: dict[str, str]
    moves: dict[str, str]


class ProceduresAnswer(BaseModel):
    """The procedures of this instance."""

    procedures: list[ProcedureShown]
