"""How far an actor sees: the one place where a custody query is narrowed."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, Whereabouts, may, reach, require
from qorgau.custody.facts.relations import NOT_FOUND_BY
from qorgau.custody.models import CustodyRow, PartyRow
from qorgau.custody.refusal import NoSuchCustody


def within_reach(rows: QuerySet[CustodyRow], actor: Actor, act: str) -> QuerySet[CustodyRow]:
    """The custodies among these that the actor may do this act on; raises NotPermitted for none at all."""
    require(actor, act)
    far = reach(actor, act)
    if far is Reach.EVERYWHERE:
        return rows
    if far is Reach.REGION:
        return rows.filter(_one_of("region", actor.regions))
    if far is Reach.PLACE:
        return rows.filter(_one_of("place_id", actor.places))
    return rows.filter(Exists(parts_of(actor).filter(custody_id=OuterRef("custody_id"))))


def _one_of(field: str, words: frozenset[str]) -> Q:
    # Equality lets the index give the rows in order; IN over several would sort them all.
    known = sorted(word for word in words if word)
    return Q(**{field: known[0]}) if len(known) == 1 else Q(**{f"{field}__in": known})


def parts_of(actor: Actor) -> QuerySet[PartyRow]:
    """The parts that the actor has now, as what they act as: a lawyer by mandate, a relative by being named."""
    return PartyRow.objects.filter(account=actor.account, role=actor.role.value, until__isnull=True)


def whereabouts_of(custody_id: str, *, actor: Actor | None = None) -> Whereabouts:
    """Where a custody stands: place, region, body and the accounts of its parties; raises NoSuchCustody.

    actor: only parts in the actor's own role, so that a lawyer whose mandate ended is not let in as a relative.
    """
    found = (
        CustodyRow.objects.filter(custody_id=custody_id).values_list("place_id", "region", "body_id").first()
    )
    if found is None:
        raise NoSuchCustody
    place, region, body = found
    parts = PartyRow.objects.filter(custody_id=custody_id, until__isnull=True).exclude(role=NOT_FOUND_BY)
    if actor is not None:
        parts = parts.filter(role=actor.role.value)
    return Whereabouts(
        place=place or None,
        region=region or None,
        body=body,
        parties=frozenset(account for account in parts.values_list("account", flat=True) if account),
    )


def sees(actor: Actor, custody_id: str, *, act: str = "custody.see") -> bool:
    """Whether the actor may do this act on that custody."""
    try:
        return may(actor, act, at=whereabouts_of(custody_id, actor=actor))
    except NoSuchCustody:
        return False


def seen_whereabouts(actor: Actor, custody_id: str, *, act: str = "custody.see") -> Whereabouts:
    """The same as `whereabouts_of`, refused in the same words where the actor may not see it."""
    require(actor, act)
    found = whereabouts_of(custody_id, actor=actor)
    if not may(actor, act, at=found):
        raise NoSuchCustody
    return found
