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
    return enter_look(actor, custody_id, kind="RecordOpened", word="open", because=because, now=now)


def enter_look(
    actor: Actor, custody_id: str, *, kind: str, word: str, because: LookedBecause, now: int
) -> Added:
    """Enter a look of this kind, once an hour; word: what keeps its ids apart from those of other looks.

    Whether the actor may look is for the caller to ask. Raises NoSuchCustody.
    """
    person = CustodyRow.objects.filter(pk=custody_id).values_list("entered_for", flat=True).first()
    if person is None:
        raise NoSuchCustody
    # The hour, not the second: sent again within it, this is the very same entry.
    hour = now // HOUR * HOUR
    draft = Draft(
        # Under a word that no caller's key can reach: nobody finds out, or forestalls, another's look.
        id=made_id(word, f"{actor.account}/{actor.role}/{custody_id}/{because}/{hour}"),
        kind=kind,
        recorded=hour,
        by=actor.account,
        for_body=actor.body,
        objects={PERSON: [person], CUSTODY: [custody_id]},
        happened=(Happened(said_by=actor.said_by, earliest=hour, latest=hour + HOUR - 1),),
        facts={"looked_as": actor.role.value, "looked_because": because.value},
    )
    (answer,) = record([draft], received=now, may_be_held=True)
    return Added(custody=custody_id, entry=draft.id, acknowledgement=answer)
