"""What the walk over a submission finds before ids are given: demands, and stretches of running text."""

from __future__ import annotations

from dataclasses import dataclass, field

from qorgau.reading.reasons import Said
from qorgau.reading.source import Place


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a submission under one heading: `order` counts from 1; `articles` are those it belongs to."""

    order: int
    heading: str | None = None
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """One demand or question as found; `how` says by what it was told, `group` which list it stands in."""

    text: str
    place: Place
    kind: str
    section: Section
    how: Said
    confidence: float
    group: int
    articles: tuple[str, ...] = ()
    addressed_to: tuple[str, ...] = ()
    number: str | None = None
    also_at: tuple[Place, ...] = ()


@dataclass(slots=True)
class Stretch:
    """Running text, or one list of demands, in the order of the document."""

    section: Section
    text: str
    place: Place
    number: str | None = None
    group: int | None = None
    wanted: list[Wanted] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Walked:
    """The whole submission, walked through once."""

    wanted: tuple[Wanted, ...]
    stretches: tuple[Stretch, ...]
