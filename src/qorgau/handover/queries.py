"""Every read of handovers."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.handover.models import HandoverRow
from qorgau.places.queries import place as listed_place

USUAL_SHIFT = 12 * 3600
LONGEST_SHIFT = 24 * 3600


def shift_began(place: str, *, now: int) -> int:
    """When this shift began: at the last handover, but no longer ago than a day; else twelve hours ago."""
    last = HandoverRow.objects.filter(place_id=place, given_at__lt=now).order_by("-given_at").first()
    return max(last.given_at, now - LONGEST_SHIFT) if last else now - USUAL_SHIFT


def handovers(actor: Actor, place: str, *, limit: int = 20) -> list[HandoverRow]:
    """The last handovers of a place, newest first."""
    require(actor, "handover.see", at=Whereabouts(place=place, region=listed_place(place).region))
    return list(HandoverRow.objects.filter(place_id=place).order_by("-given_at")[:limit])
