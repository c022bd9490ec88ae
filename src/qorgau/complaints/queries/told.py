"""How a complaint stands for whoever holds its code: words and days, no names and nothing finer."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.clock import Zone, civil
from qorgau.complaints.entries import (
    ASSIGNED,
    CLOSED,
    CORRECTION_CONFIRMED,
    FILE_OPENED,
    LINKED,
    LODGED,
    NPM_CONTACT,
    READ,
    REPRISAL,
    SENT_BACK,
    WITHDRAWALS,
    Status,
)
from qorgau.complaints.facts.assessing import OF_A_PROCEDURE
from qorgau.complaints.facts.law import law, zone
from qorgau.complaints.models import ComplaintClockRow, ComplaintRow
from qorgau.custody.facts.standing import standing_of
from qorgau.mailboxes.entries import IDENTITY_RELEASED, MESSAGE_DELETED, MESSAGE_SENT
from qorgau.mailboxes.queries import Status as Told
from qorgau.mailboxes.queries import register_status_source
from qorgau.recording.history import RecordedEntry, history

ABOUT = "about"
_STATES = {
    Status.RECEIVED: "registered",
    Status.OPENED: READ,
    Status.ASSIGNED: ASSIGNED,
    Status.UNDER_WAY: "InvestigationOpened",
    Status.ENDED: CLOSED,
    Status.SENT_BACK: SENT_BACK,
    Status.UNREGISTERED: LODGED,
}
"""Each status by the kind of entry whose title says it to the complainant."""
_QUIET = frozenset({CORRECTION_CONFIRMED, FILE_OPENED, MESSAGE_SENT, MESSAGE_DELETED, LINKED})
_REPRISAL_PROCEDURE = "reprisal"
_IN_PRIVATE = frozenset({*WITHDRAWALS, NPM_CONTACT, REPRISAL})
"""Whoever forced the code out of somebody must not read that they were met in private, or told of a reprisal."""


def register() -> None:
    """Tell mailboxes how complaints stand."""
    register_status_source(status_of)


def status_of(complaint_id: str) -> Told | None:
    """The status of a complaint: where it stands, who has it, the last act, and the next with its day."""
    row = ComplaintRow.objects.filter(pk=complaint_id).first()
    if row is None:
        return None
    there = zone(row.zone)
    last = _last_act(complaint_id, there)
    due = _next_due(complaint_id)
    status = Status(row.status)
    return Told(
        state=_STATES[status],
        body=row.body_id or row.to_body,
        last=last[0] if last else "",
        last_on=last[1] if last else None,
        next=_next_kind(due.safeguard) if due else "",
        next_on=_day(due.due_at, there) if due and due.due_at is not None else None,
    )


def _last_act(complaint_id: str, there: Zone) -> tuple[str, int] | None:
    """The kind of the last entry of the case that is not about looks or messages, and its day."""
    entries = history("complaint", complaint_id)
    quiet = _in_private(entries) | {each.entry.id for each in standing_of(entries).waiting}
    released = {each.entry.id for each in entries if each.entry.kind == IDENTITY_RELEASED}
    for each in reversed(entries):
        if released.intersection(each.entry.objects.get(ABOUT, ())):
            return IDENTITY_RELEASED, _day(each.entry.recorded, there)
        if each.entry.kind not in _QUIET and each.entry.id not in quiet:
            return each.entry.kind, _day(each.entry.recorded, there)
    return None


def _in_private(entries: Sequence[RecordedEntry]) -> frozenset[str]:
    """The entries of those acts, with the procedures and moves that one act began with them."""
    acts = {(each.entry.by, each.entry.recorded) for each in entries if each.entry.kind in _IN_PRIVATE}
    return frozenset(each.entry.id for each in entries if (each.entry.by, each.entry.recorded) in acts)


def _next_kind(rule: str) -> str:
    """The kind of entry that would meet the duty; what a procedure's move records, or the rule's own answer."""
    name, _, move = rule.partition(OF_A_PROCEDURE)
    of = law().procedures.get(name)
    if of is not None and move in of.moves:
        return of.moves[move].records
    known = law().safeguards.get(rule)
    return known.answers[0] if known is not None and known.answers else ""


def _next_due(complaint_id: str) -> ComplaintClockRow | None:
    rows = ComplaintClockRow.objects.filter(
        complaint_id=complaint_id, is_running=True, has_figure=True, due_at__isnull=False
    )
    waiting = rows.exclude(owed_by="victim").order_by("due_at", "clock_id")
    return next((row for row in waiting if not _is_private(row.safeguard)), None)


def _is_private(rule: str) -> bool:
    of_reprisal = rule.partition(OF_A_PROCEDURE)[0].endswith(f"/{_REPRISAL_PROCEDURE}")
    return of_reprisal or _next_kind(rule) in _IN_PRIVATE


def _day(instant: int, there: Zone) -> int:
    """The civil day at the place, as every reader writes it wherever it is: UTC seconds of that day's midnight."""
    return (there.civil_day(instant) - civil.EPOCH_ORDINAL) * civil.DAY
