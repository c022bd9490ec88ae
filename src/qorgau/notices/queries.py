"""Every read of notices, within the actor's reach."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.models import Account, Appointment
from qorgau.access.permission import Reach, reach
from qorgau.access.roles import Role
from qorgau.access.worked_at import places_of
from qorgau.custody.queries.reach import parts_of
from qorgau.custody.queries.unwanted import cut_from
from qorgau.notices.models import Notice
from qorgau.places.queries import is_unofficial


def notices_for(actor: Actor, *, waiting: bool = True) -> QuerySet[Notice]:
    """The notices told to the actor's role where the actor stands; what ran out first is on top."""
    told = Notice.objects.filter(told__contains=f" {actor.role.value} ").filter(_within(actor))
    if waiting:
        told = told.filter(acknowledged_at__isnull=True)
    return told.order_by("-level", "happened_at", "notice_id")


def addresses(notice: Notice, *, now: int) -> list[tuple[str, str]]:
    """(e-mail, language) of those whose appointment holds where the notice is about."""
    roles = notice.told.split()
    current = Appointment.objects.filter(role__in=roles, since__lte=now, account__closed_at__isnull=True)
    found: dict[str, str] = {}
    unofficial = is_unofficial(notice.place_id)
    for appointment in current.select_related("account"):
        account: Account = appointment.account
        if not account.email or not appointment.is_current(now):
            continue
        if _concerns(appointment, notice, unofficial=unofficial):
            found[account.email] = account.language
    return sorted(found.items())


def _concerns(appointment: Appointment, notice: Notice, *, unofficial: bool) -> bool:
    if appointment.role == Role.NPM_MEMBER:
        return True
    if notice.place_id in appointment.places or notice.region in appointment.regions:
        return True
    return unofficial and notice.place_id in places_of(appointment)


def _within(actor: Actor) -> Q:
    far = reach(actor, "notices.see")
    if far is Reach.EVERYWHERE:
        return Q()
    if far is Reach.REGION:
        return Q(region__in=actor.regions)
    if far is Reach.PLACE:
        return Q(place_id__in=actor.places)
    if far is Reach.CASE:
        own = parts_of(actor).values_list("custody_id", flat=True)
        return Q(custody_id__in=set(own) - set(cut_from(actor, own)))
    return Q(pk__in=[])
