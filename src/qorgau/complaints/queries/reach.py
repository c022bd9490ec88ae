"""How far an actor sees: the one place where a query on complaints is narrowed."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, Whereabouts, may, reach, require
from qorgau.complaints.models import CasePartyRow, ComplaintBodyRow, ComplaintRow
from qorgau.complaints.refusal import NoSuchComplaint

_OWN_PARTS = ("registered", "doctor")


def within_reach(rows: QuerySet[ComplaintRow], actor: Actor, act: str) -> QuerySet[ComplaintRow]:
    """The complaints among these that the actor may do this act on; raises NotPermitted for none at all."""
    require(actor, act)
    far = reach(actor, act)
    if far is Reach.EVERYWHERE:
        return rows
    if far is Reach.REGION:
        return rows.filter(region__in=sorted(actor.regions))
    if far is Reach.PLACE:
        return rows.filter(place_id__in=sorted(actor.places))
    if far is Reach.BODY:
        return rows.filter(before_the_body(actor.body))
    own = CasePartyRow.objects.filter(account=actor.account, until__isnull=True)
    if far is Reach.OWN:
        own = own.filter(part__in=_OWN_PARTS)
    return rows.filter(Exists(own.filter(complaint_id=OuterRef("complaint_id"))))


def before_the_body(body: str) -> Q:
    """Complaints that the body received, was given or reviews."""
    own = ComplaintBodyRow.objects.filter(body_id=body, until__isnull=True)
    return Q(Exists(own.filter(complaint_id=OuterRef("complaint_id"))))


def whereabouts_of(complaint_id: str) -> Whereabouts:
    """Where a complaint stands: place, region, the bodies it is before, and who takes part; raises NoSuchComplaint."""
    row = ComplaintRow.objects.filter(pk=complaint_id).values_list("place_id", "region", "body_id").first()
    if row is None:
        raise NoSuchComplaint
    place, region, body = row
    bodies = ComplaintBodyRow.objects.filter(complaint_id=complaint_id, until__isnull=True)
    parties = CasePartyRow.objects.filter(complaint_id=complaint_id, until__isnull=True)
    return Whereabouts(
        place=place or None,
        region=region or None,
        body=body or None,
        bodies=frozenset(bodies.values_list("body_id", flat=True)),
        parties=frozenset(parties.values_list("account", flat=True)),
    )


def sees(actor: Actor, complaint_id: str, *, act: str = "complaints.see") -> bool:
    """Whether the actor may do this act on that complaint."""
    try:
        return may(actor, act, at=whereabouts_of(complaint_id))
    except NoSuchComplaint:
        return False


def seen_whereabouts(actor: Actor, complaint_id: str, *, act: str = "complaints.see") -> Whereabouts:
    """The same as `whereabouts_of`, refused in the same words where the actor may not see it."""
    require(actor, act)
    found = whereabouts_of(complaint_id)
    if not may(actor, act, at=found):
        raise NoSuchComplaint
    return found
