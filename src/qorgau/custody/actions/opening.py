"""Opening a record: the look itself is an entry."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.actions.done import Added
from qorgau.custody.entries import CUSTODY, PERSON, LookedBecause
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import seen_whereabouts
from qorgau.custody.refusal import NoSuchCustody
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record

HOUR = 3600


def open_record(actor: Actor, custody_id: str, *, because: LookedBecause, now: int) -> Added:
    """Enter that the actor opened the record: one entry for an actor, custody and hour, however often."""
    seen_whereabouts(actor, custody_id)
    entered_for = (
        CustodyRow.objects.filter(custody_id=custody_id).values_list("entered_for", flat=True).first()
    )
    if entered_for is None:
        raise NoSuchCustody
    # The hour, not the second: sent again within it, this is the very same entry.
    hour = now // HOUR * HOUR
    draft = Draft(
        # Under a word that no caller's key can reach: nobody finds out, or forestalls, another's look.
        id=made_id("open", f"{actor.account}/{actor.role}/{custody_id}/{because}/{hour}"),
        kind="RecordOpened",
        recorded=hour,
        by=actor.account,
        for_body=actor.body,
        objects={PERSON: [entered_for], CUSTODY: [custody_id]},
        happened=(Happened(said_by=actor.said_by, earliest=hour, latest=hour + HOUR - 1),),
        facts={"looked_as": actor.role.value, "looked_because": because.value},
    )
    (answer,) = record([draft], received=now)
    return Added(custody=custody_id, entry=draft.id, acknowledgement=answer)
