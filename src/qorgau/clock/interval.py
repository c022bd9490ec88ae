"""When something happened, as exactly as anybody knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The earliest and latest instant at which something happened; both ends are possible."""

    earliest: int
    latest: int

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"the interval ends ({self.latest}) before it begins ({self.earliest})")

    @classmethod
    def at(cls, instant: int) -> Interval:
        """An event whose second is known."""
        return cls(instant, instant)

    @classmethod
    def hull(cls, intervals: Iterable[Interval]) -> Interval:
        """The smallest interval that holds all of them; several accounts of one event."""
        known = tuple(intervals)
        return cls(min(i.earliest for i in known), max(i.latest for i in known))

    @property
    def is_exact(self) -> bool:
        """Whether the second is known."""
        return self.earliest == self.latest
