"""Everyone held, by the next clock to run out."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import HeldPage, HeldRow, Sort


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
    raise NotImplementedError


def held_row(actor: Actor, custody_id: str, *, as_of: int) -> HeldRow:
    """One line of the whiteboard, to refresh it alone; raises NoSuchCustody."""
    raise NotImplementedError
