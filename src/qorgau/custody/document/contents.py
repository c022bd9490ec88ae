"""What stands on the paper of a custody record, in words; the layout only places it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qorgau.custody.facts.record import CustodyRecord
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text


class Audience(StrEnum):
    """For whom a copy is made: it takes away what that reader may not hold, and never adds anything."""

    PERSON = "person"  # the person held
    LAWYER = "lawyer"  # the person's lawyer, and those who watch over the place
    OFFICER = "officer"  # the desk: without medical findings and without who looked


@dataclass(frozen=True, kw_only=True)
class Names:
    """How places, cells, bodies and accounts are called; whoever is not named stands with their id."""

    places: Mapping[str, Text] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, Text] = field(default_factory=dict)
    accounts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A copy that somebody asked for: the record as they may see it, for whom, and in which language.

    receipt: of the last entry shown, as it is kept; "" where there is none. without_medical: whoever
    made the copy may not see medical findings. synthetic: all of this instance is invented.
    """

    record: CustodyRecord
    names: Names
    audience: Audience
    language: Language
    instance: str
    receipt: str = ""
    without_medical: bool = False
    synthetic: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """A label and what is known; is_gap: nobody wrote it down, and the paper says so."""

    label: str
    value: str
    is_gap: bool = False


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """One verdict in words: what was owed, until when, when it was done, and by which source.

    state: the state's word in the code, for its colour; by_word: how it stands by each source that tells
    another time; used: thousandths of the limit that passed until it was done or asked about, where
    the limit has a figure.
    """

    owed: str
    basis: str
    state: str
    verdict: str
    due: str
    done: str
    by_how_much: str
    source: str
    notes: tuple[str, ...] = ()
    by_word: tuple[str, ...] = ()
    used: int | None = None


@dataclass(frozen=True, kw_only=True)
class Event:
    """One entry on the time line. stands: neither replaced nor withdrawn nor waiting for a second person.

    is_long: it may have to go on on the next page.
    """

    number: int
    what: str
    happened: tuple[str, ...]
    entered: str
    entered_by: str
    details: tuple[Line, ...]
    remarks: tuple[str, ...]
    stands: bool
    is_late: bool
    is_long: bool


@dataclass(frozen=True, kw_only=True)
class RegisterLine:
    """One letter of article 17 (3): what it asks, and what is recorded or lacking."""

    letter: str
    asks: str
    answer: str
    is_gap: bool


@dataclass(frozen=True, kw_only=True)
class RecordSheet:
    """Everything on the paper, in one language, in the order in which it is read.

    headings: key -> words. The receipt's codes are drawn beside it.
    """

    language: str
    title: str
    copy_for: str
    number: str
    as_of: str
    zone: str
    instance: str
    synthetic: str
    headings: Mapping[str, str]
    person: tuple[Line, ...]
    detention: tuple[Line, ...]
    summary: tuple[str, ...]
    missing: tuple[str, ...]
    register: tuple[RegisterLine, ...]
    national: tuple[Ruling, ...]
    standards: tuple[Ruling, ...]
    comparisons: tuple[Ruling, ...]
    events: tuple[Event, ...]
    answers: tuple[Line, ...]
    openings: tuple[Line, ...]
    rights: tuple[Line, ...]
    receipt_explained: tuple[str, ...]
    signatures: tuple[str, ...]
