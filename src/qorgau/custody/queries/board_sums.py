"""The sums above the whiteboard: how many are held, children, overdue, and whose whereabouts nobody confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from django.db import connections
from django.db.models import QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, reach
from qorgau.custody.facts.board import BoardSums
from qorgau.custody.facts.board_line import is_overdue
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import within_reach
from qorgau.recording.writer_turn import RECORD

_MANY = 1_000
_KEPT_SECONDS = 15
"""Among many, children and the overdue are counted row by row: kept as long as a page waits to refresh."""


@dataclass(frozen=True, kw_only=True)
class _Counted:
    """What was counted row by row, and as of when."""

    children: int
    overdue: int
    at: int


_KEPT: dict[object, _Counted] = {}
_COUNTING = Lock()


def board_sums(actor: Actor, *, as_of: int, place: str | None = None, region: str | None = None) -> BoardSums:
    """The sums of everyone held within the actor's reach; of one place or region, if asked."""
    rows = within_reach(CustodyRow.objects.filter(is_here=True), actor, "board.see")
    asked = {"place_id": place, "region": region}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    held = rows.count()
    if held < _MANY:
        return _sums(rows, held, _counted(rows, as_of=as_of))
    return _sums(rows, held, _kept((_extent(actor), place, region), rows, as_of=as_of))


def _sums(rows: QuerySet[CustodyRow], held: int, counted: _Counted) -> BoardSums:
    return BoardSums(
        held=held,
        children=counted.children,
        overdue=counted.overdue,
        unconfirmed=rows.filter(status="unconfirmed").count(),
    )


def _extent(actor: Actor) -> tuple[object, ...]:
    """What the rows within an actor's reach depend on; one process may hold several records."""
    far = reach(actor, "board.see")
    own = {Reach.EVERYWHERE: "", Reach.REGION: actor.regions, Reach.PLACE: actor.places}
    return str(connections[RECORD].settings_dict["NAME"]), far, own.get(far) if far in own else actor.account


def _kept(scope: object, rows: QuerySet[CustodyRow], *, as_of: int) -> _Counted:
    """Counted within the last 15 seconds; while one request counts anew, the others are given the last count."""
    before = _KEPT.get(scope)
    if before is not None and (_is_fresh(before, as_of) or not _COUNTING.acquire(blocking=False)):
        return before
    if before is None:
        _COUNTING.acquire()
    try:
        # Whoever waited finds that it was counted meanwhile.
        found = _KEPT.get(scope)
        if found is None or not _is_fresh(found, as_of):
            found = _KEPT[scope] = _counted(rows, as_of=as_of)
        return found
    finally:
        _COUNTING.release()


def _is_fresh(counted: _Counted, as_of: int) -> bool:
    return 0 <= as_of - counted.at < _KEPT_SECONDS


def _counted(rows: QuerySet[CustodyRow], *, as_of: int) -> _Counted:
    lines = rows.filter(order_at__lte=as_of).values_list("board", flat=True)
    overdue = sum(is_overdue(line, as_of=as_of) for line in lines.iterator())
    return _Counted(children=rows.filter(is_child=True).count(), overdue=overdue, at=as_of)
