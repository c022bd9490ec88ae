"""Everyone held, by the next clock to run out."""

from __future__ import annotations

from django.db.models import QuerySet

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import HeldPage, HeldRow, Sort
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import within_reach
from qorgau.custody.queries.rows import held_rows
from qorgau.custody.refusal import NoSuchCustody

MOST_PER_PAGE = 500
_ORDERS = {
    Sort.NEXT_DUE: ("order_at", "custody_id"),
    Sort.NEWEST: ("-apprehended_at", "-custody_id"),
    Sort.OLDEST: ("apprehended_at", "custody_id"),
    Sort.NAME: ("family_key", "given_key", "custody_id"),
}


def held(
    actor: Actor,
    *,
    as_of: int,
    place: str | None = None,
    region: str | None = None,
    cell: str | None = None,
    status: str | None = None,
    missing: str | None = None,
    only_children: bool = False,
    sort: Sort = Sort.NEXT_DUE,
    page: int = 1,
    per_page: int = 50,
) -> HeldPage:
    """One page of those held now, as far as the actor may see (board.see).

    status: held, in_transit or unconfirmed; missing: one of the words of HeldRow.missing.
    """
    rows = within_reach(CustodyRow.objects.filter(is_here=True), actor, "board.see")
    asked = {"place_id": place, "region": region, "cell_id": cell, "status": status}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    if missing:
        rows = rows.filter(missing__contains=missing)
    if only_children:
        rows = rows.filter(is_child=True)
    per_page = max(1, min(per_page, MOST_PER_PAGE))
    total = rows.count()
    pages = max(1, -(-total // per_page))
    page = max(1, min(page, pages))
    shown = list(_sorted(rows, sort)[(page - 1) * per_page : page * per_page])
    return HeldPage(rows=held_rows(shown, as_of=as_of), total=total, page=page, pages=pages, as_of=as_of)


def expected(actor: Actor, place: str, *, as_of: int) -> tuple[HeldRow, ...]:
    """Those who left another place for this one and whose arrival nobody wrote, longest on the way first.

    The desk of the destination may see them, so that it can write the arrival (actions.arrive).
    """
    if place not in actor.places:
        rows = within_reach(CustodyRow.objects.filter(is_here=True), actor, "board.see")
    else:
        rows = CustodyRow.objects.filter(is_here=True)
    waiting = rows.filter(status__in=("unconfirmed", "in_transit"), destination_id=place)
    return held_rows(list(waiting.order_by("status_since", "custody_id")[:MOST_PER_PAGE]), as_of=as_of)


def held_row(actor: Actor, custody_id: str, *, as_of: int) -> HeldRow:
    """One line of the whiteboard, to refresh it alone; raises NoSuchCustody."""
    row = within_reach(CustodyRow.objects.filter(custody_id=custody_id), actor, "board.see").first()
    if row is None:
        raise NoSuchCustody
    return held_rows([row], as_of=as_of)[0]


def _sorted(rows: QuerySet[CustodyRow], sort: Sort) -> QuerySet[CustodyRow]:
    return rows.order_by(*_ORDERS[sort])
