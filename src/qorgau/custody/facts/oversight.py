"""What a supervisor is shown of many custodies: figures by place, and what followed from breaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PlaceFigures:
    """What stands against one place, over those held now and those whose custody ended in the period.

    breaches: late or undone; unanswered: of these, without an answer; late_entries: typed long after it
    happened; late_seconds: by how much, together.
    """

    place: str
    region: str
    custodies: int
    breaches: int
    unanswered: int
    entries: int
    late_entries: int
    late_seconds: int = 0

    @property
    def mean_delay(self) -> int:
        """By how many seconds a late entry was late on average; 0 where none was."""
        return self.late_seconds // self.late_entries if self.late_entries else 0

    def plus(self, other: PlaceFigures) -> PlaceFigures:
        """Both together, under this one's place and region."""
        return PlaceFigures(
            place=self.place,
            region=self.region,
            custodies=self.custodies + other.custodies,
            breaches=self.breaches + other.breaches,
            unanswered=self.unanswered + other.unanswered,
            entries=self.entries + other.entries,
            late_entries=self.late_entries + other.late_entries,
            late_seconds=self.late_seconds + other.late_seconds,
        )


@dataclass(frozen=True, kw_only=True)
class Oversight:
    """The figures of a period, the worst place first; answers: outcome -> how many were given in it."""

    since: int
    as_of: int
    places: tuple[PlaceFigures, ...]
    regions: tuple[PlaceFigures, ...]
    total: PlaceFigures
    answers: Mapping[str, int]
