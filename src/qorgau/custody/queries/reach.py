"""How far an actor sees: the one place where a custody query is narrowed."""

from __future__ import annotations

from django.db import connections
from django.db.models import Exists, OuterRef, Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, Whereabouts, may, reach, require
from qorgau.custody.facts.relations import NOT_FOUND_BY
from qorgau.custody.models import CustodyRow, PartyRow
from qorgau.custody.queries.unwanted import cut_from
from qorgau.custody.refusal import NoSuchCustody
from qorgau.recording.writer_turn import RECORD

# Asked several times with every request of a desk: one question, and Django need not put it together anew.
_WHEREABOUTS = """
SELECT r.place_id, r.region, r.body_id, p.account, p.role FROM custody_row r
LEFT JOIN custody_party p ON p.custody_id = r.custody_id AND p.until IS NULL AND p.role <> %s
WHERE r.custody_id = %s
"""


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
    own = rows.filter(Exists(parts_of(actor).filter(custody_id=OuterRef("custody_id"))))
    cut = cut_from(actor, parts_of(actor).values_list("custody_id", flat=True))
    return own.exclude(custody_id__in=cut) if cut else own


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
    with connections[RECORD].cursor() as cursor:
        cursor.execute(_WHEREABOUTS, [NOT_FOUND_BY, custody_id])
        found = cursor.fetchall()
    if not found:
        raise NoSuchCustody
    place, region, body, *_ = found[0]
    parts = ((account, role) for *_, account, role in found if actor is None or role == actor.role.value)
    return Whereabouts(
        place=place or None,
        region=region or None,
        body=body,
        parties=_wanted(custody_id, frozenset(account for account, _ in parts if account), actor),
    )


def _wanted(custody_id: str, parties: frozenset[str], actor: Actor | None) -> frozenset[str]:
    """The parties without the actor, where the person does not wish to be found by somebody of their name."""
    if actor is None or actor.account not in parties or not cut_from(actor, (custody_id,)):
        return parties
    return parties - {actor.account}


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
