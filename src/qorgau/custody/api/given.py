"""What programs send: shapes that refuse what nobody asked for."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from qorgau.custody.entries import NameStatus, Outcome

# No control character but tab and line ends: no store and no paper holds them.
_SAYABLE = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,127}$", description="An opaque id.")]
Word = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9_.-]*$")]
Line = Annotated[str, Field(max_length=500, pattern=_SAYABLE)]
Words = Annotated[str, Field(max_length=4000, pattern=_SAYABLE)]
TimeText = Annotated[
    str,
    Field(
        max_length=40,
        pattern=_SAYABLE,
        description="`2025-02-12 03:00` on the clock of the place, `2025-02-12` for the whole day, or a time "
        "with its offset such as `2025-02-12T03:00+05:00`.",
        examples=["2025-02-12 03:00"],
    ),
]
Whole = Annotated[int, Field(strict=True, ge=-(10**9), le=10**9)]
_SHAPE = ConfigDict(extra="forbid")


class WhenGiven(BaseModel):
    """When something happened: at a time, or between `at` and `until`; by whose word, if not one's own."""

    model_config = _SHAPE

    at: TimeText
    until: TimeText = ""
    said_by: Word = ""


When = TimeText | WhenGiven


class BookingGiven(BaseModel):
    """A person brought in. Only place, apprehended and ground must be said; the rest can follow."""

    model_config = _SHAPE

    place: Id
    apprehended: When
    ground: Word
    name_status: NameStatus = NameStatus.GIVEN
    family_name: Line = ""
    given_name: Line = ""
    patronymic: Line = ""
    birth: Annotated[str, Field(max_length=10, pattern=r"^[0-9-]*$")] = Field(
        "", description="`2009-04-03`, or a number of years."
    )
    gender: Word = ""
    foreign_national: Word = ""
    where: Line = ""
    by_whom: Line = ""
    ordered_by: Line = ""
    supervised_by: Line = ""
    delivered: When | None = None
    by_person: When | None = Field(None, description="When the person says that they were apprehended.")
    id_number: Line = ""
    described_as: Line = ""
    understands_language: Word = ""
    cell: Id | None = None
    with_adults: Word = ""
    admitted: bool | None = None
    exception: Word = ""
    video_recorded: Word = ""
    person: Id | None = Field(None, description="The person's id, if the desk has held them before.")
    confirmed: bool = Field(False, description="What looks unusual is meant so.")


class EntryGiven(BaseModel):
    """An entry on a custody, by its kind's form (GET /kinds)."""

    model_config = _SHAPE

    kind: Annotated[str, Field(pattern=r"^[A-Za-z]{1,64}$")]
    happened: list[When] = Field([], max_length=8, description="Nothing: it happened now.")
    facts: dict[Word, Line | Whole] = Field({}, max_length=50)
    personal: dict[Word, Words] = Field({}, max_length=50)
    objects: dict[Word, Id] = Field({}, max_length=20)
    place: Id | None = None
    cell: Id | None = None
    destination: Id | None = None
    account_of: Id | None = Field(
        None, description="An entry of the same event, of which this is a further account."
    )
    confirmed: bool = Field(False, description="What looks unusual is meant so.")


class CorrectionGiven(EntryGiven):
    """The entry as it should have been, of the same kind, and why."""

    why: Words


class WithdrawalGiven(BaseModel):
    """Why an entry should not have been made."""

    model_config = _SHAPE

    why: Words


class AnswerGiven(BaseModel):
    """What followed from a breach."""

    model_config = _SHAPE

    safeguard: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}/[a-z0-9_]{1,100}$")]
    basis: Word
    outcome: Outcome
    reason: Words


class ArrivalGiven(BaseModel):
    """The person arrived at a place."""

    model_config = _SHAPE

    place: Id
    cell: Id | None = None
    arrived: When | None = None


class TransferGiven(BaseModel):
    """The person left for another place."""

    model_config = _SHAPE

    destination: Id
    left: When | None = None
    in_charge: Line = ""


class JoinGiven(BaseModel):
    """Another person who is the same one, and why."""

    model_config = _SHAPE

    other: Id
    why: Words


class SearchGiven(BaseModel):
    """A name in whatever letters; past: also those no longer held."""

    model_config = _SHAPE

    name: Annotated[str, Field(min_length=2, max_length=200, pattern=_SAYABLE)]
    born_on: Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")] = ""
    past: bool = False
    limit: Annotated[int, Field(ge=1, le=100)] = 20
