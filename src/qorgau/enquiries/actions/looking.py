"""Looking a person up: the look itself is an entry, which the person may see."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.entries import CUSTODY, PERSON, LookedBecause
from qorgau.custody.models import CustodyRow
from qorgau.custody.refusal import NoSuchCustody
from qorgau.enquiries.entries import LOOKED_UP
from qorgau.enquiries.queries.entitlement import Entitled, entitled
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record

HOUR = 3600
_GROUND = {Role.LAWYER: LookedBecause.DEFENCE, Role.RELATIVE: LookedBecause.FAMILY}


def look_up(actor: Actor, custody_id: str, *, now: int) -> Entitled:
    """Show a lawyer or a named relative what they are entitled to; one entry for an actor, person and hour."""
    shown = entitled(actor, custody_id)
    person = CustodyRow.objects.filter(pk=custody_id).values_list("entered_for", flat=True).first()
    if person is None:
        raise NoSuchCustody
    ground = _GROUND.get(actor.role, LookedBecause.OTHER)
    # The hour, not the second: sent again within it, this is the very same entry.
    hour = now // HOUR * HOUR
    draft = Draft(
        id=made_id(f"look/{actor.account}/{actor.role}/{custody_id}/{ground}/{hour}"),
        kind=LOOKED_UP,
        recorded=hour,
        by=actor.account,
        for_body=actor.body,
        objects={PERSON: [person], CUSTODY: [custody_id]},
        happened=(Happened(said_by=actor.said_by, earliest=hour, latest=hour + HOUR - 1),),
        facts={"looked_as": actor.role.value, "looked_because": ground.value},
    )
    record([draft], received=now)
    return shown
