"""The map of an outside log: which column is whose, what happened, when, and by whose word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qorgau.eventlog.moments import Clock, DateOrder, Midnight, Reading


class MapError(ValueError):
    """A map that cannot be used as it stands; says where, why and how to mend it."""


@dataclass(frozen=True)
class Naming:
    """A text for each entry: always the same, or taken from columns and renamed."""

    always: str | None = None
    columns: tuple[str, ...] = ()
    joined_by: str = " "
    names: Mapping[str, str] = field(
        default_factory=dict
    )  # names of the source -> ours; others stay as they are
    adding: str = ""  # put after each name, to tell the start of an activity from its end
    each_row: bool = False  # every row stands for itself, where nothing tells rows apart
    if_empty: str | None = None  # what an empty cell stands for, where something wrote it away


@dataclass(frozen=True)
class TimeColumn:
    """One time in each row, which makes one entry.

    Exactly one of `column`, `date` (with or without `time`) and `between` says when. `latest` names
    the column that says until when it may have happened, where `column` is only the earliest. `ends`
    names the column of the start that this time ends. None of the reading's parts: as the map says.
    """

    column: str | None = None
    date: str | None = None
    time: str | None = None
    between: tuple[str, str] | None = None
    latest: str | None = None
    kind: Naming | None = None
    ends: str | None = None
    zone: str | None = None
    clock: Clock | None = None
    dates: DateOrder | None = None
    midnight: Midnight | None = None
    formats: tuple[str, ...] = ()
    missing: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What the time is called in messages: its column."""
        return self.column or self.date or "between"

    def columns(self) -> tuple[str, ...]:
        """The columns it is read from."""
        return tuple(name for name in (self.column, self.latest, self.date, self.time) if name)


@dataclass(frozen=True)
class LogMap:
    """How to read one kind of outside log."""

    log: str
    role: str
    subject: Naming
    times: tuple[TimeColumn, ...]
    zone: str
    kind: Naming | None = None
    recorded: TimeColumn | None = None
    source: Naming | None = None
    objects: Mapping[str, Naming] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    observes: frozenset[str] | None = None
    missing: frozenset[str] = frozenset()
    clock: Clock = Clock.FULL
    dates: DateOrder = DateOrder.BY_VALUES
    midnight: Midnight = Midnight.EXACT
    formats: tuple[str, ...] = ()
    sheet: str | None = None
    header: int | None = None
    delimiter: str | None = None
    encoding: str | None = None
    guard: str | None = None  # a sign before texts that a spreadsheet would take for a formula
    notes: tuple[str, ...] = ()  # what a proposal guessed and doubts

    def kind_of(self, time: TimeColumn) -> Naming:
        """What happened at this time."""
        kind = time.kind or self.kind
        assert kind is not None
        return kind

    def reading_of(self, time: TimeColumn) -> Reading:
        """How to understand the times of one column."""
        return Reading(
            zone=time.zone or self.zone,
            clock=time.clock or self.clock,
            dates=time.dates or self.dates,
            midnight=time.midnight or self.midnight,
        )

    def needed(self) -> dict[str, str]:
        """Every column the map reads, with the map's key that asks for it."""
        return dict(reversed(list(self._needed())))

    def _needed(self) -> Iterator[tuple[str, str]]:
        for column in self.subject.columns:
            yield column, "subject"
        for time in self.times:
            yield from ((column, "times") for column in time.columns())
            yield from ((column, "kind") for column in self.kind_of(time).columns)
        if self.recorded:
            yield from ((column, "recorded") for column in self.recorded.columns())
        if self.source:
            yield from ((column, "source") for column in self.source.columns)
        for naming in self.objects.values():
            yield from ((column, "objects") for column in naming.columns)
        yield from ((column, "facts") for column in self.facts.values())
