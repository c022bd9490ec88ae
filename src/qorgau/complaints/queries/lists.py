"""The inbox by due time, the calendar of hearings, what leavers still hold."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from qorgau.access.actor import Actor
from qorgau.access.models import Account, Appointment
from qorgau.access.permission import require
from qorgau.complaints.facts.listed import HearingLine, Inbox, InboxLine, LeftBehind
from qorgau.complaints.models import AssignmentRow, CaseHearingRow, ComplaintClockRow, ComplaintRow
from qorgau.complaints.queries.reach import before_the_body, within_reach
from qorgau.custody.facts.clocks import state_now
from qorgau.safeguards import State

PAGE = 50
DAY = 86_400
_ORDERS = {
    "due": ("order_at", "complaint_id"),
    "age": ("lodged_at", "complaint_id"),
    "new": ("-lodged_at", "complaint_id"),
}


def inbox(
    actor: Actor,
    *,
    as_of: int,
    body: str = "",
    status: str = "",
    order: str = "due",
    page: int = 1,
    size: int = PAGE,
) -> Inbox:
    """The complaints that the actor's body has before it, by what runs out next.

    body: only those of one body, for whoever sees several; order: "due", "age" (oldest first) or "new".
    """
    rows = within_reach(ComplaintRow.objects.all(), actor, "complaints.see")
    rows = rows.filter(before_the_body(body)) if body else rows
    rows = rows.filter(status=status) if status else rows
    total = rows.count()
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    shown = list(rows.order_by(*_ORDERS.get(order, _ORDERS["due"]))[(page - 1) * size : page * size])
    return Inbox(lines=_lines(shown, as_of=as_of), total=total, page=page, pages=pages, as_of=as_of)


def _lines(rows: Sequence[ComplaintRow], *, as_of: int) -> tuple[InboxLine, ...]:
    states = _due_states([row.complaint_id for row in rows], as_of=as_of)
    return tuple(
        InboxLine(
            row=row,
            age_days=max(0, (as_of - row.lodged_at) // DAY),
            due_state=states.get((row.complaint_id, row.next_due_safeguard, row.next_due_basis), ""),
        )
        for row in rows
    )


def _due_states(complaints: Sequence[str], *, as_of: int) -> dict[tuple[str, str, str], str]:
    rows = ComplaintClockRow.objects.filter(complaint_id__in=complaints, is_running=True)
    return {(row.complaint_id, row.safeguard, row.basis): clock_state(row, as_of=as_of) for row in rows}


def clock_state(row: ComplaintClockRow, *, as_of: int) -> str:
    """What a clock is now: time alone changes only those that run."""
    return state_now(
        State(row.state_when_folded),
        as_of,
        running=row.is_running,
        due=(row.due_from, row.due_at),
        after_due=State(row.state_after_due),
    ).value


def hearings(actor: Actor, *, from_: int, to: int) -> tuple[HearingLine, ...]:
    """The hearings set for between two instants, in the actor's reach, in order of time."""
    seen = within_reach(ComplaintRow.objects.all(), actor, "complaints.hearing")
    rows = CaseHearingRow.objects.filter(set_for__gte=from_, set_for__lt=to).order_by("set_for", "hearing_id")
    rows = rows.filter(complaint_id__in=seen.values("complaint_id"))
    return tuple(
        HearingLine(
            hearing=row.hearing_id,
            complaint=row.complaint_id,
            run=row.run_id,
            body=row.body_id,
            set_for=row.set_for,
            heard_at=row.heard_at,
            put_off=row.put_off,
        )
        for row in rows
    )


def left_behind(actor: Actor, *, now: int) -> tuple[LeftBehind, ...]:
    """What accounts that are closed, or no longer appointed in the actor's body, still hold: to be handed over."""
    require(actor, "complaints.assign")
    held: dict[str, list[str]] = {}
    for row in _held_in(actor).order_by("account", "since"):
        if row.complaint_id not in held.setdefault(row.account, []):
            held[row.account].append(row.complaint_id)
    names = dict(Account.objects.filter(id__in=held).values_list("id", "name"))
    return tuple(
        LeftBehind(account=account, name=names.get(account, ""), complaints=tuple(complaints))
        for account, complaints in held.items()
        if not _works_here(account, actor.body, now=now)
    )


def _held_in(actor: Actor) -> QuerySet[AssignmentRow]:
    seen = within_reach(ComplaintRow.objects.all(), actor, "complaints.assign")
    rows = AssignmentRow.objects.filter(until__isnull=True, refused=False, body_id=actor.body)
    return rows.exclude(account="").filter(complaint_id__in=seen.values("complaint_id"))


def _works_here(account: str, body: str, *, now: int) -> bool:
    found = Appointment.objects.filter(account_id=account, body=body, account__closed_at__isnull=True)
    return any(each.is_current(now) for each in found)
