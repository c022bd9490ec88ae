"""What programs are given: shapes of answers. Instants are UTC, written 2025-02-11T22:00:00Z."""

from __future__ import annotations

from pydantic import BaseModel, Field


class Receipt(BaseModel):
    """That an entry is kept: its commitment and the signed promise to bring it into the log."""

    entry: str
    commitment: str = Field(description="SHA-256 commitment to the entry, in hexadecimal.")
    promise: str = Field(description="A signed note: the entry is in the public log by `merge_by`.")
    received: str
    merge_by: str
    is_new: bool = Field(description="False where the same act had come in before; nothing was stored again.")


class AddedAnswer(Receipt):
    """An entry was added to a custody."""

    custody: str


class CorrectedAnswer(AddedAnswer):
    """A correction was recorded; where it improves what is already due, a second person must confirm it."""

    improves: list[str]
    needs_confirmation: bool


class BookedAnswer(BaseModel):
    """A person was registered: the ids, and a receipt for each entry, the apprehension first."""

    custody: str
    person: str
    is_new: bool
    entries: list[Receipt]


class ImportedRow(BaseModel):
    """What became of one row."""

    row: int
    custody: str
    entries: list[Receipt]


class ImportAnswer(BaseModel):
    """An import: rows read, of which bookings and entries; nothing is stored by a dry run."""

    dry_run: bool
    rows: int
    bookings: int
    entries: int
    stored: int = Field(description="Entries of the record stored just now; 0 where all were there before.")
    results: list[ImportedRow]


class Interval(BaseModel):
    """Between which two instants, and by whose word."""

    earliest: str
    latest: str
    said_by: str = ""


class EntryShown(BaseModel):
    """One entry, with what became of it."""

    id: str
    kind: str
    title: str
    group: str
    happened: list[Interval]
    recorded: str
    received: str
    by: str
    body: str
    facts: dict[str, str | int]
    personal: dict[str, str | int]
    objects: dict[str, list[str]]
    counts: bool
    late_by: int | None
    corrects: str | None
    correction: str | None = Field(description="replaces or withdraws.")
    why: str | None
    corrected_by: list[str]
    needs_confirmation: bool
    confirmed_by: str


class ClockShown(BaseModel):
    """One clock: what it counts, when it runs out, how it stands as of the asking."""

    safeguard: str
    title: str
    basis: str
    subject_role: str
    subject: str
    state: str
    triggered: Interval
    due: Interval | None
    met: Interval | None
    has_figure: bool
    is_running: bool
    own_word_only: bool
    source: str


class VerdictShown(BaseModel):
    """How one safeguard stands on one basis."""

    safeguard: str
    title: str
    basis: str
    national: bool
    subject_role: str
    subject: str
    state: str
    reason: str | None
    triggered: Interval | None
    due: Interval | None
    met: Interval | None
    source: str
    notes: list[str]
    missing: list[str]
    possible: list[str]


class IdentityShown(BaseModel):
    """Who the person is, as far as the actor may know."""

    person: str
    name: str
    name_status: str
    born_on: str
    age: int | None
    gender: str
    is_child: bool
    foreign_national: str


class WhereaboutsShown(BaseModel):
    """Where the person is, as far as the record knows."""

    status: str
    since: str | None
    place: str
    cell: str
    region: str
    destination: str
    in_hospital: bool
    said_ended: str
    said_ended_by: str


class FieldShown(BaseModel):
    """One group of article 17 (3) ICPPED: which parts are still open."""

    letter: str
    title: str
    is_due: bool
    is_complete: bool
    gaps: list[str]


class StayShown(BaseModel):
    """A stay at a place or in a cell."""

    place: str
    cell: str
    from_at: str
    until_at: str | None


class RecordAnswer(BaseModel):
    """A custody record as of an instant, by what was known at another."""

    custody: str
    as_of: str
    known_at: str
    zone: str
    law: str
    identity: IdentityShown
    whereabouts: WhereaboutsShown
    ground: str
    body: str
    entries: list[EntryShown]
    verdicts: list[VerdictShown]
    clocks: list[ClockShown]
    by_word: dict[str, list[VerdictShown]]
    waiting: list[VerdictShown]
    missing: list[str]
    register_fields: list[FieldShown]
    stays: list[StayShown]
    may_add: list[str]


class VerdictsAnswer(BaseModel):
    """The verdicts of one custody."""

    custody: str
    as_of: str
    known_at: str
    law: str
    verdicts: list[VerdictShown]


class ClocksAnswer(BaseModel):
    """The clocks of one custody: those that still run first."""

    custody: str
    as_of: str
    known_at: str
    law: str
    clocks: list[ClockShown]


class BoardClock(BaseModel):
    """A running clock on the whiteboard."""

    safeguard: str
    title: str
    basis: str
    state: str
    due: str | None
    overdue_by: int | None


class BoardLine(BaseModel):
    """One person on the whiteboard."""

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
    status_since: str | None
    destination: str
    in_hospital: bool
    zone: str
    apprehended: str | None
    next_due: str | None
    clocks: list[BoardClock]
    running: int
    breaches: int
    unanswered_breaches: int
    missing: list[str]
    last_entry: str


class BoardAnswer(BaseModel):
    """A page of the whiteboard; total counts all whom the filter lets through."""

    as_of: str
    total: int
    page: int
    pages: int
    held: list[BoardLine]


class FoundLine(BaseModel):
    """Somebody whose name is spelled alike."""

    custody: str
    person: str
    name: str
    born_on: str
    age: int | None
    place: str
    status: str
    apprehended: str | None
    ended: str | None
    likeness: int


class FoundAnswer(BaseModel):
    """Whom a search found, best first."""

    found: list[FoundLine]


class KindLine(BaseModel):
    """One kind that may be entered."""

    kind: str
    title: str
    group: str
    group_title: str
    touch: str
    added_by: list[str]
    may_add: bool = Field(description="Whether the role of this token adds it.")


class KindsAnswer(BaseModel):
    """Every kind of the form table."""

    kinds: list[KindLine]
