"""What evidence looks like: counts that may be too small to show, each with how it was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from qorgau.clock import Zone
from qorgau.lawbook.official_figures import Disagreement, OfficialFigure
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.evidence.law_shapes import FindingShown, LawAnswer
from qorgau.treaty.facts.words import Tie

SMALL = 5
"""On pages for those who may not count over everything, a number below this is told as "fewer than"."""
_TO_ONE_PLACE, _TO_TWO = Decimal("0.1"), Decimal("0.01")
_FINE_BELOW = 10


@dataclass(frozen=True, kw_only=True)
class Period:
    """Civil days in the country, both within it."""

    from_: date
    to: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.to < self.from_:
            raise ValueError(
                f"The period ends ({self.to}) before it begins ({self.from_}). Check the two days."
            )

    @classmethod
    def year(cls, year: int) -> Period:
        """One calendar year."""
        return cls(from_=date(year, 1, 1), to=date(year, 12, 31))

    @property
    def is_one_year(self) -> bool:
        """Whether it is one calendar year: of such periods none lies within another, so none can be subtracted."""
        return self == Period.year(self.from_.year)

    def instants(self, zone: Zone) -> tuple[int, int]:
        """Its first and last second."""
        return zone.day_bounds(self.from_)[0], zone.day_bounds(self.to)[1]


@dataclass(frozen=True, kw_only=True)
class Count:
    """A number; or, where it is too small to be shown, that it is below another."""

    value: int | None
    below: int | None = None

    def __str__(self) -> str:
        """As it is shown: the number, or "<5"."""
        return f"<{self.below}" if self.value is None else str(self.value)


@dataclass(frozen=True, kw_only=True)
class SafeguardCount:
    """How often a safeguard was met or broken over a period, on one basis.

    counts: state of a verdict -> how many; own_entry_only: of those met or late, how many by the word of the body
    that owes the duty alone; total: all that are counted.
    """

    safeguard: str
    title: Text
    basis: str
    counts: Mapping[str, Count]
    own_entry_only: Count
    total: Count
    source: str
    rule: Text


@dataclass(frozen=True, kw_only=True)
class CountedFigure:
    """A figure with what is needed to judge it. period: None for what there is at a moment, which counted_at tells."""

    id: str
    title: Text
    value: Count
    of: Count | None
    unit: str
    unit_title: Text
    population: Text
    rule: Text
    period: Period | None
    counted_at: int

    @property
    def share_percent(self) -> str | None:
        """The share of the whole, to one place, below ten to two; None where either is not shown."""
        if self.of is None or not self.of.value or self.value.value is None:
            return None
        share = Decimal(self.value.value) * 100 / Decimal(self.of.value)
        return str(share.quantize(_TO_TWO if share < _FINE_BELOW else _TO_ONE_PLACE, rounding=ROUND_HALF_UP))


@dataclass(frozen=True, kw_only=True)
class OfficialGroup:
    """Figures that others stated on one topic, side by side; disagreements: which of them cannot all be right, and why."""

    topic: str
    title: Text
    figures: tuple[OfficialFigure, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def agree(self) -> bool:
        """Whether no disagreement is known."""
        return not self.disagreements


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What measures a recommendation.

    suppressed: small numbers are not shown; untied: nothing measures it; not_measured: what no measure here tells,
    and what would; holds_nothing: the record begins after the period.
    """

    recommendation: str
    period: Period
    as_of: int
    counted_at: int
    safeguards: tuple[SafeguardCount, ...]
    figures: tuple[CountedFigure, ...]
    law: tuple[LawAnswer, ...]
    findings: tuple[FindingShown, ...]
    official: tuple[OfficialGroup, ...]
    suppressed: bool
    ties: tuple[tuple[Tie, str], ...]
    not_measured: Text
    holds_nothing: bool

    @property
    def untied(self) -> bool:
        """Whether nothing measures it."""
        return not (self.ties or self.findings)
