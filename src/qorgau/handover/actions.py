"""Handing a shift over, and taking it over."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.custody.queries.occupancy import handover_facts
from qorgau.handover.entries import HANDED_OVER, PLACE, SHIFT, TAKEN_OVER
from qorgau.handover.models import HandoverRow
from qorgau.handover.queries import shift_began
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record
from qorgau.wording import say

LONGEST_NOTE = 4000


class HandoverRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """A shift cannot be handed or taken over; the sentence says why."""


def hand_over(actor: Actor, place: str, *, note: str, now: int, act_id: str) -> str:
    """Say what the next shift must know; the counts of this moment go with it. Gives the shift's id."""
    require(actor, "handover.make", at=Whereabouts(place=place))
    since = shift_began(place, now=now)
    facts = handover_facts(actor, place, since=since, until=now)
    counted = {"since": since, "held": facts.held, "overdue": len(facts.ran_out)}
    said = {"note": note.strip()[:LONGEST_NOTE]} if note.strip() else {}
    _record(actor, HANDED_OVER, place=place, shift=act_id, facts={**counted, **said}, now=now)
    return act_id


def take_over(actor: Actor, shift_id: str, *, now: int) -> None:
    """Say that one has read the handover and answers for the place from now on."""
    row = HandoverRow.objects.filter(pk=shift_id).first()
    if row is None:
        raise HandoverRefusal(say("handover.none", actor.language))
    require(actor, "handover.make", at=Whereabouts(place=row.place_id))
    if row.given_by == actor.account:
        raise HandoverRefusal(say("handover.own", actor.language))
    if row.taken_by:
        raise HandoverRefusal(say("handover.taken", actor.language))
    _record(actor, TAKEN_OVER, place=row.place_id, shift=shift_id, facts={}, now=now)


def _record(
    actor: Actor, kind: str, *, place: str, shift: str, facts: dict[str, str | int], now: int
) -> None:
    draft = Draft(
        id=f"{kind}-{shift}",
        kind=kind,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects={PLACE: [place], SHIFT: [shift]},
        happened=(Happened(said_by=actor.said_by, earliest=now, latest=now),),
        facts=facts,
    )
    record([draft], received=now)
