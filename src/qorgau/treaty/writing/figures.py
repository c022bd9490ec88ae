"""A figure in a report: what was counted, by whom, over which time and how; never a bare number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

_PLAIN, _FINE = Decimal("0.1"), Decimal("0.01")


class Origin(StrEnum):
    """Where a figure comes from."""

    RECORD = "record"  # counted from the entries of this instance; can be counted again
    OFFICIAL = "official"  # stated by an authority; nobody here counted it
    DOCUMENT = "document"  # stated in a document that was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number with all that is needed to judge it, in the language of its report.

    value: as it is to be printed where it is no whole number; empty where it cannot be told, and `why_not` says why.
    of: the whole, counted in the same unit. topic: figures of one topic answer the same question and may contradict
    each other; topic_title names the question, topic_why says what is known of why they
    differ. rule: how it was counted. stated_on: the day on which it stood so (ISO).
    """

    id: str
    title: str
    value: str = ""
    of: int | None = None
    unit: str = ""
    topic: str = ""
    topic_title: str = ""
    topic_why: str = ""
    period: str = ""
    population: str = ""
    agency: str = ""
    source: str = ""
    rule: str = ""
    origin: Origin = Origin.RECORD
    stated_on: str = ""
    why_not: str = ""

    @property
    def number(self) -> int | None:
        """The value as a whole number, if it is one."""
        return int(self.value) if self.value.isdecimal() else None

    @property
    def per_cent(self) -> Decimal | None:
        """The share of the whole, to one place, below ten to two; None without a whole."""
        if self.number is None or not self.of:
            return None
        share = Decimal(self.number) * 100 / Decimal(self.of)
        return share.quantize(_FINE if share < 10 else _PLAIN, rounding=ROUND_HALF_UP)

    def says_the_same(self, other: Figure) -> bool:
        """Whether only the day of counting differs."""
        return replace(self, stated_on="") == replace(other, stated_on="")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """A figure of a draft that reads otherwise when it is counted again; after: None where nothing counts it any more."""

    blocks: tuple[str, ...]
    before: Figure
    after: Figure | None


def base_id(name: str) -> str:
    """What is counted, without the period it is counted over."""
    return name.partition("@")[0]


def span_of(name: str) -> str:
    """The period that something with this id was counted over, as the id tells it; they sort by time."""
    return name.partition("@")[2]


def side_by_side(figures: Iterable[Figure]) -> Mapping[str, tuple[Figure, ...]]:
    """Topics on which several figures are held, each figure once: they are shown together and never merged."""
    topics: dict[str, dict[str, Figure]] = {}
    for each in figures:
        if each.topic:
            topics.setdefault(each.topic, {})[each.id] = each
    return {topic: tuple(held.values()) for topic, held in topics.items() if len(held) > 1}


def with_contradicting(names: Collection[str], figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of these ids, and all others on a topic of theirs."""
    topics = {each.topic for each in figures if each.id in names} - {""}
    return tuple(each for each in figures if each.id in names or each.topic in topics)


def changes(
    held: Iterable[tuple[str, Figure]], counted: Mapping[str, Figure | None]
) -> tuple[FigureChange, ...]:
    """The figures of blocks that differ from what was counted now; held: block and figure."""
    blocks: dict[Figure, list[str]] = {}
    for block, figure in held:
        blocks.setdefault(figure, []).append(block)
    return tuple(
        FigureChange(blocks=tuple(found), before=figure, after=counted[figure.id])
        for figure, found in blocks.items()
        if figure.id in counted and not _same(figure, counted[figure.id])
    )


def _same(before: Figure, after: Figure | None) -> bool:
    return after is not None and before.says_the_same(after)
