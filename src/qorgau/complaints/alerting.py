"""What somebody has to be told about a complaint: found each round, said once, without a name or a word of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from enum import StrEnum

from django.db.models import QuerySet

from qorgau.complaints.entries import Status
from qorgau.complaints.models import AlertRow, ComplaintBodyRow, ComplaintClockRow, ComplaintRow
from qorgau.notices.routes import routes

LONGEST_AGO = 7 * 86_400
"""What is older stands on the desks; an instance that begins to tell does not flood anybody with its past."""
AT_A_TIME = 1000


class What(StrEnum):
    """What happened to a complaint."""

    CAME = "came"  # it lies with a body that has not opened it
    RAN_OUT = "ran_out"  # a time limit ran out and the duty is undone
    WITHDRAWAL = (
        "withdrawal"  # the wish to withdraw was said: the mechanism speaks with the person in private
    )
    REPRISAL = "reprisal"  # a reprisal was reported


def find_alerts(*, now: int) -> int:
    """Enter what nobody was told yet; gives how many."""
    before = AlertRow.objects.count()
    recent = ComplaintRow.objects.filter(outside=False, last_entry_at__gte=now - LONGEST_AGO)
    found = [*_came(recent), *_asked_to_withdraw(recent), *_reprisals(recent), *_ran_out(now)]
    # Whoever was quicker said the same: the key is the complaint, what happened and which time.
    AlertRow.objects.bulk_create(found, ignore_conflicts=True)
    return AlertRow.objects.count() - before


def _came(recent: QuerySet[ComplaintRow]) -> Iterator[AlertRow]:
    unread = recent.filter(status=Status.RECEIVED)
    before = ComplaintBodyRow.objects.filter(
        until__isnull=True, complaint_id__in=unread.values("complaint_id")[:AT_A_TIME]
    )
    for row in before:
        yield _alert(row.complaint_id, What.CAME, row.since, body=row.body_id)


def _asked_to_withdraw(recent: QuerySet[ComplaintRow]) -> Iterator[AlertRow]:
    for row in recent.filter(withdrawal_asked=True, npm_contact_due=True)[:AT_A_TIME]:
        yield _alert(row.complaint_id, What.WITHDRAWAL, row.last_entry_at)


def _reprisals(recent: QuerySet[ComplaintRow]) -> Iterator[AlertRow]:
    for row in recent.filter(reprisals__gt=0)[:AT_A_TIME]:
        yield _alert(row.complaint_id, What.REPRISAL, row.last_entry_at, which=str(row.reprisals))


def _ran_out(now: int) -> Iterator[AlertRow]:
    bases = [basis.value for basis in routes().by_mail]
    late = ComplaintClockRow.objects.filter(
        is_running=True, has_figure=True, basis__in=bases, due_at__lt=now, due_at__gte=now - LONGEST_AGO
    )
    for row in late.exclude(body_id="")[:AT_A_TIME]:
        which = f"{row.safeguard}/{row.basis}/{row.subject}/{row.triggered_at}"
        yield _alert(row.complaint_id, What.RAN_OUT, row.due_at or now, body=row.body_id, which=which)


def _alert(complaint: str, what: What, happened_at: int, *, body: str = "", which: str = "") -> AlertRow:
    key = "\0".join((complaint, what.value, body, which))
    return AlertRow(
        alert_id=hashlib.sha256(key.encode()).hexdigest(),
        complaint_id=complaint,
        what=what.value,
        body_id=body,
        happened_at=happened_at,
    )
