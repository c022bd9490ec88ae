"""Every read of handovers."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.handover.entries import HANDED_OVER, SHIFT
from qorgau.handover.models import HandoverRow
from qorgau.places.queries import place as listed_place
from qorgau.recording.history import history, standing

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


def note_of(shift_id: str) -> str:
    """What one shift told the next; empty once its key was destroyed. Older notes stand in clear and are read too."""
    for each in standing(history(SHIFT, shift_id)):
        if each.entry.kind == HANDED_OVER:
            told = (str(own["note"]) for own in each.personal.values() if "note" in own)
            return next(told, str(each.entry.facts.get("note", "")))
    return ""
