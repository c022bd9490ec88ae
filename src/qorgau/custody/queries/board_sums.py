"""The sums above the whiteboard: how many are held, children, overdue, and whose whereabouts nobody confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from django.db.models import Count, Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import BoardSums
from qorgau.custody.facts.board_line import is_overdue
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import within_reach
from qorgau.recording.writer_turn import record_name

_MANY = 1_000
_KEPT_SECONDS = 15
"""Among many, children and the overdue are counted line by line: kept as long as a page waits to refresh."""
_MOST_KEPT = 200


@dataclass(frozen=True, kw_only=True)
class _Counted:
    """What was counted line by line, and as of when."""

    children: int
    overdue: int
    at: int

    def is_fresh(self, as_of: int) -> bool:
        return 0 <= as_of - self.at < _KEPT_SECONDS


_KEPT: dict[object, _Counted] = {}
_COUNTING = Lock()


def board_sums(actor: Actor, *, as_of: int, place: str | None = None, region: str | None = None) -> BoardSums:
    """The sums of everyone held within the actor's reach; of one place or region, if asked."""
    rows = within_reach(CustodyRow.objects.filter(is_here=True), actor, "board.see")
    asked = {"place_id": place, "region": region}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    held = rows.count()
    if held < _MANY:
        counted = _counted(rows, as_of=as_of)
    else:
        reach = (actor.role.value, actor.places, actor.regions, actor.account if not _is_wide(actor) else "")
        counted = _kept((record_name(), reach, place, region), rows, as_of=as_of)
    return BoardSums(
        held=held,
        children=counted.children,
        overdue=counted.overdue,
        unconfirmed=rows.filter(status="unconfirmed").count(),
    )


def _kept(scope: object, rows: QuerySet[CustodyRow], *, as_of: int) -> _Counted:
    """Counted at most 15 seconds ago; while one request counts anew, others are given the last count."""
    before = _KEPT.get(scope)
    if before is not None and before.is_fresh(as_of):
        return before
    if not _COUNTING.acquire(blocking=before is None):
        return before  # type: ignore[return-value]
    try:
        return _KEPT[scope]
    finally:
        _COUNTING.release()


def _counted(rows: QuerySet[CustodyRow], *, as_of: int) -> _Counted:
    lines = rows.filter(order_at__lte=as_of).values_list("board", flat=True)
    overdue = sum(is_overdue(line, as_of=as_of) for line in lines.iterator())
    return _Counted(children=rows.filter(is_child=True).count(), overdue=overdue, at=as_of)
