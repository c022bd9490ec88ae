"""The sums above the whiteboard: how many are held, children, overdue, and whose whereabouts nobody confirmed."""

from __future__ import annotations

from django.core.cache import cache
from django.db.models import Count, Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import BoardSums
from qorgau.custody.facts.board_line import is_overdue
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import within_reach

_MANY = 1_000
_KEPT_SECONDS = 15
"""Among many, how many are overdue is read line by line: kept as long as a page waits to refresh."""


def board_sums(actor: Actor, *, as_of: int, place: str | None = None, region: str | None = None) -> BoardSums:
    """The sums of everyone held within the actor's reach; of one place or region, if asked."""
    rows = within_reach(CustodyRow.objects.filter(is_here=True), actor, "board.see")
    asked = {"place_id": place, "region": region}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    counted = rows.aggregate(
        held=Count("custody_id"),
        children=Count("custody_id", filter=Q(is_child=True)),
        unconfirmed=Count("custody_id", filter=Q(status="unconfirmed")),
    )
    if counted["held"] < _MANY:
        return BoardSums(**counted, overdue=_overdue(rows, as_of=as_of))
    scope = (actor.role.value, *sorted(actor.places), *sorted(actor.regions), place, region)
    key = f"board-overdue-{hash(scope)}-{as_of // _KEPT_SECONDS}"
    overdue = cache.get_or_set(key, lambda: _overdue(rows, as_of=as_of), _KEPT_SECONDS)
    return BoardSums(**counted, overdue=overdue or 0)


def _overdue(rows: QuerySet[CustodyRow], *, as_of: int) -> int:
    lines = rows.filter(order_at__lte=as_of).values_list("board", flat=True)
    return sum(is_overdue(line, as_of=as_of) for line in lines.iterator())
