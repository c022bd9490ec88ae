"""Care on one look: when the person last ate, slept, went out, was looked after; and what was taken from them."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.custody.facts.record import CustodyRecord
from qorgau.custody.web.titles import button_word, kind_title
from qorgau.lawbook import Language
from qorgau.wording import in_language

_CARE = (
    "MealGiven",
    "RestGiven",
    "OutdoorExerciseGiven",
    "WelfareChecked",
    "MedicalVisitMade",
    "VisitReceived",
)
_PROPERTY = ("PropertyTaken", "PropertyReturned")
_DAY = 86_400


@dataclass(frozen=True, kw_only=True)
class CareLine:
    """One sort of care: how often within the last day, how often in all, and since when not again."""

    kind: str
    title: str
    last: int | None
    ago: int | None
    in_a_day: int
    in_all: int
    button: str


@dataclass(frozen=True, kw_only=True)
class PropertyLine:
    """Things taken or given back."""

    title: str
    at: int
    items: str


def care_lines(found: CustodyRecord, language: Language) -> list[CareLine]:
    """Food, rest, the open air, checks, the doctor's and others' visits."""
    return [_line(kind, found, language) for kind in _CARE]


def property_lines(found: CustodyRecord, language: Language) -> list[PropertyLine]:
    """What was taken and what was returned, in the order of time."""
    return [
        PropertyLine(
            title=in_language(entry.title, language), at=entry.at, items=str(entry.personal.get("items", ""))
        )
        for entry in found.timeline
        if entry.kind in _PROPERTY and entry.counts
    ]


def _line(kind: str, found: CustodyRecord, language: Language) -> CareLine:
    times = [entry.at for entry in found.timeline if entry.kind == kind and entry.counts]
    last = max(times, default=None)
    ended = found.whereabouts.status in ("released", "escaped", "died")
    return CareLine(
        kind=kind,
        title=in_language(kind_title(kind), language),
        last=last,
        ago=None if last is None or ended else max(0, found.as_of - last),
        in_a_day=sum(found.as_of - _DAY < each <= found.as_of for each in times),
        in_all=len(times),
        button="" if ended or kind not in found.may_add else button_word(kind, language),
    )
