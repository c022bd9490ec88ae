"""The result of one check, ready to be shown; nothing here decides anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qorgau.eventlog.log import Refusal
from qorgau.lawbook import Basis, Safeguard

STATES = ("met", "late", "breached", "open", "cannot_tell")


@dataclass(frozen=True, slots=True)
class Row:
    """How one safeguard fared on one basis; counts are subjects, each by its worst clock."""

    safeguard: Safeguard
    basis: Basis
    counts: Mapping[str, int]  # by state word; all seven are there
    clocks: int
    median_delay_hours: float | None  # over late clocks
    worst_delay_hours: float | None
    median_answer_hours: float | None = None  # from start to answer, where the law gives no figure
    missing: tuple[str, ...] = ()  # kinds the log does not record, or the object it does not name

    @property
    def applicable(self) -> int:
        """Subjects the safeguard applied to, whatever came of it."""
        return sum(self.counts[state] for state in STATES)

    @property
    def is_checked(self) -> bool:
        """Whether the log records what the rule needs."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class WorstCase:
    """One subject with a bad verdict, for the list of cases to open first."""

    subject: str
    safeguard: str  # id
    basis: str
    state: str
    due: str
    met: str
    delay: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything a check found, with where it came from."""

    log_name: str
    role: str
    zone: str
    rows_read: int
    row_unit: str  # line, row or event: what `Refusal.row` counts
    entries: int
    subjects: int
    refusals: tuple[Refusal, ...]
    refused_by_reason: Mapping[str, int]
    notes: tuple[str, ...]  # what the reader assumed or left out, in sentences
    packs: tuple[str, ...]
    as_of: int | None  # None: the log was closed
    as_of_is_last_entry: bool
    rows: tuple[Row, ...]
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """The JSON of `--json`; keys are stable, delays are hours."""
        return {
            "log": self.log_name,
            "role": self.role,
            "zone": self.zone,
            "law": list(self.packs),
            "as_of": "closed" if self.as_of is None else self.as_of,
            "rows": {
                "read": self.rows_read,
                "refused": len(self.refusals),
                "reasons": dict(self.refused_by_reason),
            },
            "entries": self.entries,
            "subjects": self.subjects,
            "notes": list(self.notes),
            "safeguards": [_row_json(row) for row in self.rows],
            "seconds": round(self.seconds, 3),
        }


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "id": row.safeguard.id,
        "basis": row.basis.value,
        "applicable": row.applicable,
        **{state: row.counts[state] for state in (*STATES, "not_applicable", "not_checked")},
        "clocks": row.clocks,
        "median_delay_hours": row.median_delay_hours,
        "worst_delay_hours": row.worst_delay_hours,
        "no_figure_median_hours": row.median_answer_hours,
        **({"not_recorded": list(row.missing)} if row.missing else {}),
    }
