"""What comes in at the desk: a booking, a new entry; and the kinds that this slice records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qorgau.access.roles import Role
from qorgau.custody.kind_forms import kind_forms
from qorgau.custody.times import When
from qorgau.recording.kinds import EntryKind, register_kinds

PERSON, CUSTODY = "person", "custody"
OF_A_CUSTODY = frozenset({PERSON, CUSTODY})


class NameStatus(StrEnum):
    """How a name is known; unknown and refused are ordinary."""

    GIVEN = "given"  # as the person says
    DOCUMENTED = "documented"  # by a document
    UNKNOWN = "unknown"  # nobody knows it
    REFUSED = "refused"  # the person does not say it


class Outcome(StrEnum):
    """What followed from a breach."""

    EXPLAINED = "explained"  # somebody gave a reason
    REFERRED = "referred"  # it went to another body
    DISCIPLINED = "disciplined"  # somebody was held to account


class LookedBecause(StrEnum):
    """Why a record was opened."""

    DUTY = "duty"
    CASE = "case"
    SUPERVISION = "supervision"
    HEALTH = "health"
    DEFENCE = "defence"
    FAMILY = "family"
    OTHER = "other"


_USUAL_GROUND = {
    Role.CUSTODY_OFFICER: LookedBecause.DUTY,
    Role.HEAD_OF_PLACE: LookedBecause.DUTY,
    Role.COURT_REGISTRY: LookedBecause.CASE,
    Role.DOCTOR: LookedBecause.HEALTH,
    Role.LAWYER: LookedBecause.DEFENCE,
    Role.RELATIVE: LookedBecause.FAMILY,
}


def usual_ground(role: Role) -> LookedBecause:
    """Why somebody of this role opens a record; whoever has no part in it supervises."""
    return _USUAL_GROUND.get(role, LookedBecause.SUPERVISION)


@dataclass(frozen=True, kw_only=True)
class Booking:
    """What the desk is asked of a person brought in: twelve fields, and what may follow at once.

    The twelve: family_name, given_name, name_status, birth (2009-04-03 or a number of years), gender,
    foreign_national, apprehended, where, by_whom, ground, ordered_by, delivered. All but apprehended,
    ground and name_status may be left open; what is left open is shown as a gap.
    by_person: when the person says that they were apprehended. place: the desk's own place.
    """

    place: str
    apprehended: When
    ground: str
    name_status: NameStatus = NameStatus.GIVEN
    family_name: str = ""
    given_name: str = ""
    birth: str = ""
    gender: str = ""
    foreign_national: str = ""
    where: str = ""
    by_whom: str = ""
    ordered_by: str = ""
    delivered: When | None = None
    # What may follow at once.
    patronymic: str = ""
    id_number: str = ""
    described_as: str = ""
    understands_language: str = ""
    supervised_by: str = ""
    cell: str = ""
    with_adults: str = ""
    admitted: bool | None = None
    exception: str = ""
    video_recorded: str = ""
    by_person: When | None = None
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class NewEntry:
    """An entry to be added to a custody, by the kind's form (kind_forms).

    happened: when; () for now. Several, each by another word, are several accounts of one event.
    objects: role -> id, where the form lets one choose (which questioning ends, which lawyer).
    account_of: id of an entry of the same kind of which this is a further account by another word.
    """

    kind: str
    happened: tuple[When, ...] = ()
    facts: Mapping[str, str | int] = field(default_factory=dict)
    personal: Mapping[str, str] = field(default_factory=dict)
    objects: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    cell: str = ""
    destination: str = ""
    account_of: str = ""


RECORD_OPENED = "RecordOpened"
RECORD_KINDS = (
    "PersonsJoined",
    "PersonsSplit",
    RECORD_OPENED,
    "BreachAnswered",
    "CorrectionConfirmed",
)
"""Kinds of the record itself: nobody adds them by a form, and no safeguard counts them."""


def register() -> None:
    """Make the slice's kinds known to the record."""
    kinds = [*kind_forms(), *RECORD_KINDS]
    # A place keeps its own instance: an entry that says who looked must not be carried there.
    register_kinds(EntryKind(name=kind, roles=OF_A_CUSTODY, stays=kind == RECORD_OPENED) for kind in kinds)
