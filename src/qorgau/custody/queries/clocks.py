"""Clocks as they stand now."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import ClockNow
from qorgau.custody.models import ClockRow
from qorgau.custody.queries.reach import seen_whereabouts
from qorgau.custody.queries.rows import by_due, clock_now, clocks_by_custody, is_undone


def clocks_now(actor: Actor, custody_id: str, *, as_of: int) -> tuple[ClockNow, ...]:
    """The clocks of one custody, running ones first, by when they run out."""
    seen_whereabouts(actor, custody_id)
    found = clocks_by_custody([custody_id], as_of=as_of).get(custody_id, [])
    running = by_due(found)
    return (*running, *(each for each in found if not is_undone(each) or each.due_at is None))


def running_out(
    *, after: int, until: int, limit: int = 1000, basis: str | None = None
) -> tuple[ClockNow, ...]:
    """Every running clock that runs out in (after, until], earliest first: for the notices, without an actor."""
    rows = ClockRow.objects.filter(is_running=True, due_at__gt=after, due_at__lte=until)
    if basis:
        rows = rows.filter(basis=basis)
    found = (clock_now(row, as_of=until) for row in rows.order_by("due_at", "clock_id")[:limit])
    return tuple(each for each in found if each is not None)
