"""Handing a shift over, and taking it over."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.custody.queries.occupancy import handover_facts
from qorgau.handover.entries import HANDED_OVER, PERSON, PLACE, SHIFT, TAKEN_OVER, note_key
from qorgau.handover.models import HandoverRow
from qorgau.handover.queries import shift_began
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record
from qorgau.recording.typed_text import DeceivingSign, typed_text
from qorgau.wording import say

LONGEST_NOTE = 4000


class HandoverRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """A shift cannot be handed or taken over; the sentence says why."""


def hand_over(actor: Actor, place: str, *, note: str, now: int, act_id: str) -> str:
    """Say what the next shift must know; the counts of this moment go with it. Gives the shift's id."""
    require(actor, "handover.make", at=Whereabouts(place=place))
    since = shift_began(place, now=now)
    facts = handover_facts(actor, place, since=since, until=now)
    counted: dict[str, str | int] = {"since": since, "held": facts.held, "overdue": len(facts.ran_out)}
    said = _spelled(actor, note)
    _record(actor, HANDED_OVER, place=place, shift=act_id, facts=counted, now=now, note=said)
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


def _spelled(actor: Actor, note: str) -> str:
    try:
        return typed_text(note[:LONGEST_NOTE])
    except DeceivingSign as found:
        said = say("custody.deceiving_sign", actor.language, sign=found.sign, at=found.at)
        raise HandoverRefusal(said) from found


def _record(
    actor: Actor, kind: str, *, place: str, shift: str, facts: dict[str, str | int], now: int, note: str = ""
) -> None:
    # A note may name somebody after all: it stands under a key of its own, which can be destroyed.
    under = note_key(shift)
    draft = Draft(
        id=f"{kind}-{shift}",
        kind=kind,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects={PLACE: [place], SHIFT: [shift], **({PERSON: [under]} if note else {})},
        happened=(Happened(said_by=actor.said_by, earliest=now, latest=now),),
        facts=facts,
        personal={under: {"note": note}} if note else {},
    )
    record([draft], received=now)
