"""What programs send and are given of places: shapes that refuse what nobody asked for."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from qorgau.places.place import Accessibility, ForWhom

_SAYABLE = r"^[^\x00-\x1f\x7f]*$"
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,127}$")]
Line = Annotated[str, Field(max_length=300, pattern=_SAYABLE)]
Word = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9_/+-]*$")]
Tenths = Annotated[int, Field(strict=True, ge=0, le=10_000_000)]
Count = Annotated[int, Field(strict=True, ge=0, le=100_000)]
_SHAPE = ConfigDict(extra="forbid")


class PlaceGiven(BaseModel):
    """What is said of a place; area in tenths of a square metre. accessible: null where nobody said."""

    model_config = _SHAPE

    name_kk: Line = ""
    name_ru: Line = ""
    name_en: Line = ""
    kind: Word
    official: bool
    body: Word
    region: Word
    unit: Word = ""
    settlement: Line = ""
    zone: Word = ""
    capacity: Count | None = None
    area_tenths: Tenths | None = None
    for_whom: list[ForWhom] = Field([], max_length=10)
    accessible: list[Accessibility] | None = Field(None, max_length=10)
    since: date | None = Field(None, description="The day from which this holds; now without it.")
    reason: Line = ""


class CellGiven(BaseModel):
    """What is said of a cell; area without the sanitary annexe, in tenths of a square metre."""

    model_config = _SHAPE

    name: Line
    capacity: Count | None = None
    area_tenths: Tenths | None = None
    for_whom: list[ForWhom] = Field([], max_length=10)
    since: date | None = None


class ClosingGiven(BaseModel):
    """From which day, and why."""

    model_config = _SHAPE

    since: date | None = None
    reason: Line = ""


class UnitGiven(BaseModel):
    """What is said of a concrete body."""

    model_config = _SHAPE

    name_kk: Line = ""
    name_ru: Line = ""
    name_en: Line = ""
    institution: Word
    region: Word
    above: Word = ""


class PlaceShown(BaseModel):
    """One place as it stands now; held: how many are there, where the actor may know."""

    id: str
    name: str
    name_kk: str
    name_ru: str
    name_en: str
    kind: str
    official: bool
    body: str
    unit: str
    region: str
    settlement: str
    zone: str
    capacity: int | None
    area_tenths: int | None
    for_whom: list[str]
    accessible: list[str] | None
    cells: int
    closed: bool
    held: int | None


class PlacesAnswer(BaseModel):
    """A page of places; total counts all that fit."""

    total: int
    page: int
    pages: int
    places: list[PlaceShown]


class CellShown(BaseModel):
    """One cell."""

    id: str
    place: str
    name: str
    capacity: int | None
    area_tenths: int | None
    for_whom: list[str]
    closed: bool


class CellsAnswer(BaseModel):
    """The cells of a place."""

    cells: list[CellShown]


class UnitShown(BaseModel):
    """One concrete body."""

    id: str
    name: str
    institution: str
    region: str
    above: str


class UnitsAnswer(BaseModel):
    """Concrete bodies."""

    units: list[UnitShown]


class ListedAnswer(BaseModel):
    """What was recorded: the line's id, its last entry, its commitment and the signed promise."""

    id: str
    entry: str
    commitment: str
    promise: str
    merge_by: str
    is_new: bool
