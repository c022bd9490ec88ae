"""The sums above the whiteboard: how many are held, children, overdue, and whose whereabouts nobody confirmed."""

from __future__ import annotations

from django.db.models import Count, Q

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import BoardSums
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import within_reach


def board_sums(actor: Actor, *, as_of: int, place: str | None = None, region: str | None = None) -> BoardSums:
    """The sums of everyone held within the actor's reach; of one place or region, if asked."""
    rows = within_reach(CustodyRow.objects.filter(is_here=True), actor, "board.see")
    asked = {"place_id": place, "region": region}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    counted = rows.aggregate(
        held=Count("custody_id"),
        children=Count("custody_id", filter=Q(is_child=True)),
        overdue=Count("custody_id", filter=Q(order_at__lte=as_of)),
        unconfirmed=Count("custody_id", filter=Q(status="unconfirmed")),
    )
    return BoardSums(**counted)
