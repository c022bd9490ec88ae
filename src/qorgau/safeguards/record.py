"""A whole record in columns, and its verdicts all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from qorgau.clock import Interval, Zone
from qorgau.lawbook.words import Basis
from qorgau.safeguards.history import Entry
from qorgau.safeguards.verdict import SEVERITY, State

Seconds = NDArray[np.int64]
Codes = NDArray[np.int32]

UNKNOWN_SECOND = int(np.iinfo(np.int64).min)  # stands where there is no instant and no delay


@dataclass(frozen=True)
class Column:
    """Texts, each distinct one kept once; code -1 means absent."""

    codes: Codes
    values: tuple[str, ...]

    def __getitem__(self, row: int) -> str | None:
        """The text in one row, or None where it is absent."""
        code = int(self.codes[row])
        return None if code < 0 else self.values[code]


@dataclass(frozen=True)
class Record:
    """Entries in order of arrival; one item per entry in each array.

    `earliest` and `latest` are UTC seconds and bound, both included, when the entry happened.
    `role` says what the subjects are; `objects` holds what entries name in other roles.
    """

    role: str
    subjects: Column
    kinds: Column
    earliest: Seconds
    latest: Seconds
    zone: Zone
    sources: Column | None = None
    recorded: Seconds | None = None
    objects: Mapping[str, Column] = field(default_factory=dict)
    facts: Mapping[str, Column] = field(default_factory=dict)
    observed: frozenset[str] | None = None  # kinds the log records; None: all
    stays: Seconds | None = None  # one number for the start and the end of one stay; negative: none

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.earliest)

    def entry(self, row: int) -> Entry:
        """One row as an entry; its id is the row's number."""
        objects = {role: (name,) for role, column in self.objects.items() if (name := column[row])}
        subject = self.subjects[row]
        if subject is not None:
            objects[self.role] = (subject,)
        said = {name: value for name, column in self.facts.items() if (value := column[row]) is not None}
        return Entry(
            id=str(row),
            seq=row,
            kind=self.kinds[row] or "",
            happened=Interval(int(self.earliest[row]), int(self.latest[row])),
            by=self.sources[row] if self.sources else None,
            facts=said,
            objects=objects,
            recorded=None if self.recorded is None else int(self.recorded[row]),
            stay=None if self.stays is None or self.stays[row] < 0 else int(self.stays[row]),
        )


@dataclass(frozen=True)
class GroupVerdicts:
    """One safeguard under one basis over all subjects: counts, and an array item per subject.

    `state` holds places in SEVERITY. `due`, `met` and `delay` (seconds) are the worst clock's,
    UNKNOWN_SECOND where there is none; of an uncertain one the earliest and the least.
    """

    safeguard: str
    basis: Basis
    subjects: tuple[str, ...]
    state: NDArray[np.uint8]
    due: Seconds
    met: Seconds
    delay: Seconds
    clocks: Codes
    late_delays: Seconds  # of every late clock
    answered_after: Seconds  # from start to answer, of every answered clock without a figure in law
    missing: tuple[str, ...] = ()

    def count(self, state: State) -> int:
        """How many subjects stand so."""
        return int(np.count_nonzero(self.state == SEVERITY.index(state)))

    @property
    def applicable(self) -> int:
        """How many subjects the safeguard applies to, as far as the log can tell."""
        return len(self.state) - self.count(State.NOT_APPLICABLE) - self.count(State.NOT_CHECKED)

    @property
    def clock_count(self) -> int:
        """How many clocks ran."""
        return int(self.clocks.sum())

    @property
    def median_delay_hours(self) -> float | None:
        """The median delay of late clocks."""
        return float(np.median(self.late_delays)) / 3600 if len(self.late_delays) else None

    @property
    def median_answer_hours(self) -> float | None:
        """The median time from start to answer where the law gives no figure."""
        return float(np.median(self.answered_after)) / 3600 if len(self.answered_after) else None

    @property
    def worst_delay_hours(self) -> float | None:
        """The longest delay of a late clock."""
        return float(self.late_delays.max()) / 3600 if len(self.late_delays) else None


@dataclass(frozen=True)
class RecordVerdicts:
    """The verdicts on a whole record, in the order of the safeguards."""

    groups: tuple[GroupVerdicts, ...]
    entries: int
    subjects: int
    placed_by_hand: int = 0  # subjects assessed one by one: uncertain times, several accounts
