"""An import of complaints is one append: all rows are judged, and then everything is recorded, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.complaints.actions.registering import Coming
from qorgau.complaints.importing.columns import Left
from qorgau.complaints.importing.drafting import imported_drafts
from qorgau.complaints.importing.grouping import Group, grouped
from qorgau.complaints.importing.judging import JudgedComplaint, judged
from qorgau.complaints.importing.mapping import FileMap
from qorgau.complaints.importing.reading import sheet_of
from qorgau.complaints.importing.saying import said
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.importing.faults import RowFault, RowsRefused
from qorgau.custody.importing.files import ReadRows
from qorgau.custody.refusal import CustodyRefusal
from qorgau.recording.at_once import first_recorded, record_at_once
from qorgau.recording.drafts import Draft
from qorgau.recording.record import Acknowledgement


@dataclass(frozen=True, kw_only=True)
class ImportedComplaint:
    """What became of one complaint; no acknowledgements after a dry run."""

    key: str
    complaint: str
    charges: int
    acknowledgements: tuple[Acknowledgement, ...]


@dataclass(frozen=True, kw_only=True)
class Imported:
    """An import that was recorded, or that could be. unreadable: cells kept as such, never guessed."""

    dry_run: bool
    rows: int
    complaints: tuple[ImportedComplaint, ...]
    officers: int
    unreadable: int

    @property
    def charges(self) -> int:
        """Rows that charge somebody, named or not."""
        return sum(each.charges for each in self.complaints)

    @property
    def stored(self) -> int:
        """Entries of the record stored just now."""
        return sum(done.is_new for each in self.complaints for done in each.acknowledgements)


@dataclass(frozen=True, kw_only=True)
class _Planned:
    of: JudgedComplaint
    complaint: str
    drafts: tuple[Draft, ...]


def import_complaints(
    actor: Actor,
    read: ReadRows,
    *,
    key: str,
    now: int,
    by: FileMap | None = None,
    also: ReadRows | None = None,
    dry_run: bool = False,
) -> Imported:
    """Record every complaint or none; the same key and rows again change nothing and give the same answer.

    also: a second table with rows that belong to complaints of the first. Raises RowsRefused, NotPermitted.
    """
    require(actor, "complaints.import")
    sheet = sheet_of(read, by or FileMap(), actor.language, also=also)
    groups, contradictions = grouped(sheet.lines, actor.language)
    first = _first_time(groups, key, now=now)
    planned, faults = _plan(actor, groups, key=key, now=first)
    if every := [*sheet.faults, *contradictions, *faults]:
        raise RowsRefused(sorted(every, key=lambda each: each.row), rows=sheet.total)
    drafts = [draft for each in planned for draft in each.drafts]
    given = {} if dry_run else record_at_once(drafts, now=now)
    return Imported(
        dry_run=dry_run,
        rows=sheet.total,
        complaints=tuple(_imported(each, given) for each in planned),
        officers=len({charge.officer for each in planned for charge in each.of.charges if charge.officer}),
        unreadable=sum(cell == Left.UNREADABLE for line in sheet.lines for cell in line.cells.values()),
    )


def _plan(
    actor: Actor, groups: Sequence[Group], *, key: str, now: int
) -> tuple[list[_Planned], list[RowFault]]:
    planned, faults = [], []
    for group in groups:
        act = act_of(key, group)
        try:
            of = judged(group, act=key, now=now)
            coming = Coming(actor=actor, new=of.new, act=act, now=now)
            planned.append(_Planned(of=of, complaint=coming.complaint, drafts=imported_drafts(coming, of)))
        except (ComplaintRefusal, CustodyRefusal) as refusal:
            faults.append(said(_row(group, refusal.field), refusal.field, refusal.said(actor.language)))
        except PermissionDenied as refusal:
            faults.append(said(group.first.number, "", str(refusal)))
    return planned, faults


def _row(group: Group, column: str) -> int:
    """The row that says it first; the complaint's first where none does."""
    lines = (group.first, *group.charges)
    return next((line.number for line in lines if line.text(column)), group.first.number)


def act_of(key: str, group: Group) -> str:
    """The act of one complaint: the same for the same import and complaint."""
    return hashlib.sha256(f"qorgau/complaints/import/v1\0{key}\0{group.key}".encode()).hexdigest()


def _first_time(groups: Sequence[Group], key: str, *, now: int) -> int:
    """When this import was first recorded: now, unless it came in before."""
    return first_recorded(made_id(act_of(key, groups[0])), now=now) if groups else now


def _imported(planned: _Planned, given: Mapping[str, Acknowledgement]) -> ImportedComplaint:
    return ImportedComplaint(
        key=planned.of.key,
        complaint=planned.complaint,
        charges=len(planned.of.charges),
        acknowledgements=tuple(given[draft.id] for draft in planned.drafts) if given else (),
    )
