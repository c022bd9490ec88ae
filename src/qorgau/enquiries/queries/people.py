"""The people of a lawyer or of a named relative, as far as no wish stands in between."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import HeldRow
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import seen_whereabouts, within_reach
from qorgau.custody.queries.rows import held_rows

MOST = 200


def people_of(actor: Actor, *, as_of: int) -> tuple[HeldRow, ...]:
    """Those who gave the actor a mandate or named them: first who is held, then the latest."""
    rows = within_reach(CustodyRow.objects.all(), actor, "lookup.make")
    return held_rows(list(rows.order_by("-is_here", "-apprehended_at", "custody_id")[:MOST]), as_of=as_of)


def seen_person(actor: Actor, custody_id: str) -> None:
    """Raise NoSuchCustody unless the actor may look this person up: in the same words, whatever the reason."""
    seen_whereabouts(actor, custody_id, act="lookup.make")
