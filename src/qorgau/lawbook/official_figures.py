"""Figures that others stated, each with its agency, day and unit; contradictory ones stand side by side, never merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import prod

from qorgau.lawbook.follow_up import SourceLevel
from qorgau.lawbook.safeguard import Text


class Says(StrEnum):
    """How exact the source is."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"  # somewhat less
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"


class CheckKind(StrEnum):
    """A piece of arithmetic that must hold between figures; each side is what the listed figures make."""

    SUM = "sum"  # the left figures add up to the right one
    SHARE = "share"  # the first left figure, as per cent of the second, is the stated right one
    PRODUCT = "product"  # the left figures multiplied are the right one
    SAME_RATIO = "same_ratio"  # left a / left b = right a / right b


@dataclass(frozen=True, slots=True)
class OfficialFigure:
    """One number as one agency gave it."""

    id: str
    topic: str
    value: float
    says: Says
    unit: str  # a code of `units`: complaints, cases, officials ...
    what: Text  # exactly what is counted
    agency: str  # a code of `agencies`
    on: date | None  # the day it was said; None where the source gives none
    begins: date | None  # the period it speaks of
    ends: date | None
    place: str
    source: str
    level: SourceLevel
    of: str = ""  # the figure it is a part of, in the same unit
    note: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Topic:
    """What figures are about, and beside which recommendations all of them stand."""

    title: Text
    subjects: tuple[str, ...] = ()  # a recommendation with one of these subjects
    main_subjects: tuple[str, ...] = ()  # one whose first subject it is
    figures: tuple[str, ...] = ()  # one that is measured by one of these codes of measures.yaml
    recommendations: tuple[str, ...] = ()  # these, as "<symbol>#<leaf>"

    def stands_beside(self, id: str, *, subjects: Sequence[str], figures: Sequence[str]) -> bool:
        """Whether the figures stand beside a recommendation with these subjects, measured by these figures."""
        return bool(
            id in self.recommendations
            or set(subjects) & set(self.subjects)
            or set(subjects[:1]) & set(self.main_subjects)
            or set(figures) & set(self.figures)
        )


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures of one topic that cannot all be right, or do not mean the same."""

    topic: str
    figures: tuple[str, ...]
    why: Text


@dataclass(frozen=True, slots=True)
class Check:
    """A piece of arithmetic, and to how many decimals it is stated."""

    kind: CheckKind
    left: tuple[str, ...]
    right: tuple[str, ...]
    decimals: int
    title: Text


@dataclass(frozen=True, slots=True)
class OfficialFigures:
    """All figures stated, by id, with their topics, units, agencies, disagreements and checks."""

    topics: Mapping[str, Topic]
    units: Mapping[str, Text]
    agencies: Mapping[str, Text]
    figures: Mapping[str, OfficialFigure]
    disagreements: tuple[Disagreement, ...]
    checks: tuple[Check, ...]

    def about(self, topic: str) -> tuple[OfficialFigure, ...]:
        """The figures of one topic, the earliest said first, those without a day last."""
        found = [figure for figure in self.figures.values() if figure.topic == topic]
        return tuple(sorted(found, key=lambda figure: (figure.on is None, figure.on or date.min, figure.id)))

    def beside(self, id: str, *, subjects: Sequence[str], figures: Sequence[str]) -> tuple[str, ...]:
        """The topics whose figures stand beside a recommendation, in the file's order."""
        return tuple(
            name
            for name, topic in self.topics.items()
            if topic.stands_beside(id, subjects=subjects, figures=figures)
        )

    def agree(self, topic: str) -> bool:
        """Whether no disagreement is known within the topic."""
        return not any(found.topic == topic for found in self.disagreements)

    def share_percent(self, id: str) -> float | None:
        """The figure as per cent of the whole it names; None without one, or where the units differ."""
        part = self.figures[id]
        whole = self.figures.get(part.of)
        if whole is None or whole.unit != part.unit or not whole.value:
            return None
        return 100 * part.value / whole.value

    def holds(self, check: Check) -> bool:
        """Whether the arithmetic comes out, to the decimals it is stated with."""
        left = [self.figures[name].value for name in check.left]
        right = [self.figures[name].value for name in check.right]
        got, stated = _sides(check.kind, left, right)
        return round(got, check.decimals) == round(stated, check.decimals)


def _sides(kind: CheckKind, left: list[float], right: list[float]) -> tuple[float, float]:
    if kind is CheckKind.SUM:
        return sum(left), right[0]
    if kind is CheckKind.PRODUCT:
        return prod(left), right[0]
    if kind is CheckKind.SHARE:
        return 100 * left[0] / left[1], right[0]
    return left[0] / left[1], right[0] / right[1]
