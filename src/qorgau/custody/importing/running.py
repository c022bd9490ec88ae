"""An import is one append: all rows are judged, and then everything is recorded, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.custody.importing.faults import RowsRefused
from qorgau.custody.importing.files import ReadRows
from qorgau.custody.importing.planning import Plan, PlannedRow, first_id
from qorgau.custody.importing.rows import Row
from qorgau.recording.at_once import first_recorded, record_at_once
from qorgau.recording.drafts import Draft
from qorgau.recording.record import Acknowledgement


@dataclass(frozen=True, kw_only=True)
class ImportedRow:
    """What became of one row; no acknowledgements after a dry run."""

    row: int
    custody: str
    is_booking: bool
    acknowledgements: tuple[Acknowledgement, ...]


@dataclass(frozen=True, kw_only=True)
class Imported:
    """An import that was recorded, or that could be."""

    dry_run: bool
    rows: tuple[ImportedRow, ...]

    @property
    def bookings(self) -> int:
        """Rows that register a person."""
        return sum(row.is_booking for row in self.rows)

    @property
    def stored(self) -> int:
        """Entries of the record stored just now."""
        return sum(each.is_new for row in self.rows for each in row.acknowledgements)


def import_rows(
    actor: Actor, read: ReadRows, *, key: str, now: int, dry_run: bool = False, confirmed: bool = False
) -> Imported:
    """Record every row or none; the same key and rows again change nothing and give the same answer.

    confirmed: what looks unusual is meant so, in all rows. Raises RowsRefused with every fault, NotPermitted.
    """
    require(actor, "import.run")
    first = _first_time(read.rows, key, now=now)
    own_ids = frozenset(first_id(key, row) for row in read.rows)
    plan = Plan(actor=actor, key=key, now=first, confirmed=confirmed, own_ids=own_ids)
    for row in read.rows:
        plan.add(row)
    if faults := [*read.faults, *plan.faults]:
        raise RowsRefused(sorted(faults, key=lambda each: each.row), rows=read.total)
    assert len(plan.rows) == read.total, "every row is planned or has a fault"
    given = {} if dry_run else record_at_once(_drafts(plan.rows), now=now)
    return Imported(dry_run=dry_run, rows=tuple(_imported(each, given) for each in plan.rows))


def key_of_content(actor: Actor, content: bytes) -> str:
    """The key of a file that came without one: the same file of the same account is the same import."""
    return hashlib.sha256(b"\0".join((actor.account.encode(), actor.role.encode(), content))).hexdigest()


def _first_time(rows: Sequence[Row], key: str, *, now: int) -> int:
    """When this import was first recorded: now, unless it came in before."""
    return first_recorded(first_id(key, rows[0]), now=now) if rows else now


def _drafts(rows: Sequence[PlannedRow]) -> list[Draft]:
    return [draft for row in rows for draft in row.drafts]


def _imported(planned: PlannedRow, given: Mapping[str, Acknowledgement]) -> ImportedRow:
    return ImportedRow(
        row=planned.number,
        custody=planned.custody,
        is_booking=planned.is_booking,
        acknowledgements=tuple(given[draft.id] for draft in planned.drafts) if given else (),
    )
