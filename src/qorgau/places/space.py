"""How much room the sources ask for each person: dated values of law/, by kind of place and for whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from qorgau.lawbook.book import law_folder
from qorgau.lawbook.parameters import DatedValue, parameter
from qorgau.lawbook.words import Basis, Confirmed
from qorgau.places.country import PACK
from qorgau.places.place import ForWhom

_POLICE_CELLS = frozenset({"station", "ivs", "special_premises"})
_CONVICTED = frozenset({"colony"})
# Infants are counted with the women whom they stay with.
_NATIONAL_PART = {
    ForWhom.MEN: "men",
    ForWhom.WOMEN: "women",
    ForWhom.MOTHERS_WITH_INFANTS: "women",
    ForWhom.CHILDREN: "children",
    ForWhom.PATIENTS: "patients",
}


@dataclass(frozen=True, kw_only=True)
class SpaceStandard:
    """What one source asks, in tenths of a square metre; the phrase `places.standard_<name>` titles it.

    single: for one person alone in a cell; shared: for each of several; desirable: no minimum.
    """

    name: str
    single: int
    shared: int
    basis: Basis
    source: str
    confirmed: Confirmed
    desirable: bool = False


@lru_cache(maxsize=1024)  # a list asks it of every place, and each answer reads a folder
def standards_on(day: date, *, kind: str, for_whom: tuple[ForWhom, ...] = ()) -> tuple[SpaceStandard, ...]:
    """The standards that speak of a kind of place on a civil day, national law first."""
    return tuple(_standards(day, kind, for_whom))


def _standards(day: date, kind: str, for_whom: tuple[ForWhom, ...]) -> Iterator[SpaceStandard]:
    if kind in _CONVICTED and (asked := _national(day, for_whom)):
        yield _of("national", Basis.NATIONAL_LAW, single=asked, shared=asked)
    single, shared = _international(day, "single"), _international(day, "shared")
    if single and shared:
        yield _of("cpt", Basis.STANDARD, single=single, shared=shared)
    police = _international(day, "police")
    if kind in _POLICE_CELLS and police and shared:
        yield _of("cpt_police", Basis.STANDARD, single=police, shared=shared, desirable=True)


def _of(
    name: str, basis: Basis, *, single: DatedValue, shared: DatedValue, desirable: bool = False
) -> SpaceStandard:
    return SpaceStandard(
        name=name,
        single=single.value,
        shared=shared.value,
        basis=basis,
        source=single.source,
        confirmed=single.confirmed,
        desirable=desirable,
    )


def _national(day: date, for_whom: tuple[ForWhom, ...]) -> DatedValue | None:
    """The largest figure of all the groups a place is for: nobody in it may have less than their own."""
    parts = {_NATIONAL_PART[group] for group in for_whom} or {"men"}
    lines = [
        parameter(f"{PACK}/living_space", folder=law_folder()).dated_on(day, part=part) for part in parts
    ]
    return max((line for line in lines if line), key=lambda line: line.value, default=None)


def _international(day: date, part: str) -> DatedValue | None:
    return parameter("international/living_space", folder=law_folder()).dated_on(day, part=part)
