"""Looking a person up: the look itself is an entry, which the person may see."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.opening import enter_look
from qorgau.custody.entries import usual_ground
from qorgau.enquiries.entries import LOOKED_UP
from qorgau.enquiries.queries.entitlement import Entitled, entitled


def look_up(actor: Actor, custody_id: str, *, now: int) -> Entitled:
    """Show a lawyer or a named relative what they are entitled to; one entry for an actor, person and hour."""
    shown = entitled(actor, custody_id)
    because = usual_ground(actor.role)
    enter_look(actor, custody_id, kind=LOOKED_UP, word="look", because=because, now=now)
    return shown
