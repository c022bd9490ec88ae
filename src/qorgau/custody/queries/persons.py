"""The custodies of a person, and those in which somebody has a part."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import HeldRow
from qorgau.custody.facts.record import Party
from qorgau.custody.facts.relations import NOT_FOUND_BY
from qorgau.custody.models import CustodyRow, PartyRow
from qorgau.custody.queries.reach import within_reach
from qorgau.custody.queries.rows import held_rows

MOST = 500


def custodies_of_person(actor: Actor, person_id: str, *, as_of: int) -> tuple[HeldRow, ...]:
    """All custodies of a person within the actor's reach, the latest first."""
    rows = within_reach(CustodyRow.objects.filter(person_id=person_id), actor, "custody.see")
    return held_rows(list(rows.order_by("-apprehended_at", "custody_id")[:MOST]), as_of=as_of)


def custodies_with_party(actor: Actor, *, as_of: int, past: bool = False) -> tuple[HeldRow, ...]:
    """The custodies in which the actor has a part: a lawyer's clients, a relative's relatives."""
    parts = PartyRow.objects.filter(account=actor.account, until__isnull=True).exclude(role=NOT_FOUND_BY)
    rows = within_reach(
        CustodyRow.objects.filter(custody_id__in=parts.values("custody_id")), actor, "custody.see"
    )
    rows = rows if past else rows.filter(is_here=True)
    return held_rows(list(rows.order_by("-apprehended_at", "custody_id")[:MOST]), as_of=as_of)


def parties_of(custody_id: str) -> tuple[Party, ...]:
    """The parties of a custody, for rooms that decide about look-ups themselves (enquiries)."""
    return tuple(
        Party(
            id=row.party_id.partition("/")[2],
            role=row.role,
            account=row.account,
            relation=row.relation,
            name=row.name,
            contact=row.contact,
            since=row.since,
            until=row.until,
        )
        for row in PartyRow.objects.filter(custody_id=custody_id).order_by("since", "party_id")
    )
