"""Wishes not to be found by somebody, kept wherever a lawyer or a relative reaches a custody."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.access.actor import Actor
from qorgau.custody.facts.relations import NOT_FOUND_BY
from qorgau.custody.facts.wished import is_meant
from qorgau.custody.models import CustodyRow, PartyRow


def is_unwanted(custody_id: str, *, name: str, account: str = "", relation: str = "") -> bool:
    """Whether the person of this custody asked, in it or in an earlier one, not to be found by this somebody."""
    person = CustodyRow.objects.filter(custody_id=custody_id).values_list("person_id", flat=True).first()
    own = CustodyRow.objects.filter(person_id=person).values("custody_id")
    wishes = PartyRow.objects.filter(custody_id__in=own, role=NOT_FOUND_BY, until__isnull=True)
    return any(
        (account and wish.account == account) or is_meant(wish.name, name=name, relation=relation)
        for wish in wishes
    )


def cut_from(actor: Actor, custodies: Iterable[str]) -> tuple[str, ...]:
    """Those among an actor's own custodies whose person does not wish to be found by them."""
    return tuple(each for each in custodies if is_unwanted(each, name=actor.name, account=actor.account))
