"""A place, its cells and the units that run it, as everybody above this room sees them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from qorgau.clock import Zone
from qorgau.lawbook.safeguard import Text

_FACT_OF_KIND = {
    "colony": "prison",
    "residential_institution": "care_home",
    "special_premises": "station",
    "nsc_facility": "sizo",
}
"""Kinds that the rules of law/ call by another word; all others they call by their own."""


class ForWhom(StrEnum):
    """Whom a place or a cell is for."""

    MEN = "men"  # grown men
    WOMEN = "women"  # grown women
    CHILDREN = "children"  # anybody under 18
    MOTHERS_WITH_INFANTS = "mothers_with_infants"  # women with the small children who stay with them
    PATIENTS = "patients"  # persons under treatment


class Accessibility(StrEnum):
    """What a place offers to persons with disabilities."""

    STEP_FREE = "step_free"  # a way in and about without steps
    WIDE_DOORS = "wide_doors"  # doors a wheelchair passes
    ACCESSIBLE_TOILET = "accessible_toilet"  # a toilet and washroom one can use from a wheelchair
    ADAPTED_CELL = "adapted_cell"  # a cell or room fitted for it
    HEARING_AND_SIGHT = "hearing_and_sight"  # information for those who do not hear or see


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place where persons are held.

    body: the institution of law/kz/bodies.yaml that runs it now; unit: the listed unit, or "".
    capacity in persons, area_tenths in tenths of a square metre of living space; None: nobody said.
    accessible: None where nobody said, () where none of it is there. opened_at, closed_at: instants.
    """

    id: str
    name: Text
    kind: str
    official: bool
    body: str
    region: str
    zone: Zone
    unit: str = ""
    settlement: str = ""
    capacity: int | None = None
    area_tenths: int | None = None
    for_whom: tuple[ForWhom, ...] = ()
    accessible: tuple[Accessibility, ...] | None = None
    opened_at: int | None = None
    closed_at: int | None = None
    cells: int = 0

    @property
    def closed(self) -> bool:
        """Whether it is closed, as far as the record knows."""
        return self.closed_at is not None

    @property
    def fact_kind(self) -> str:
        """Its kind as entries of custody say it in the fact `place`, by which the rules of law/ ask."""
        return _FACT_OF_KIND.get(self.kind, self.kind)

    @property
    def area_m2(self) -> Decimal | None:
        """Living space in square metres."""
        return square_metres(self.area_tenths)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell or room; area without the sanitary annexe, in tenths of a square metre."""

    id: str
    place: str
    name: str
    capacity: int | None = None
    area_tenths: int | None = None
    for_whom: tuple[ForWhom, ...] = ()
    listed_at: int | None = None
    closed_at: int | None = None

    @property
    def closed(self) -> bool:
        """Whether nobody may be put there any more."""
        return self.closed_at is not None

    @property
    def area_m2(self) -> Decimal | None:
        """Living space in square metres."""
        return square_metres(self.area_tenths)


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A concrete body, such as one police department.

    institution: its kind of body in law/kz/bodies.yaml; above: the unit it answers to, or "".
    """

    id: str
    name: Text
    institution: str
    region: str
    above: str = ""
    since: int | None = None


def square_metres(tenths: int | None) -> Decimal | None:
    """Tenths of a square metre as square metres."""
    return None if tenths is None else Decimal(tenths) / 10
