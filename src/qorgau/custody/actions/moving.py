"""Leaving one place for another, and arriving."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts
from qorgau.custody.actions.adding import appended
from qorgau.custody.actions.at_hand import AtHand, at_hand
from qorgau.custody.actions.booking_drafts import ADMITTING
from qorgau.custody.actions.checks import refuse_other_cell, refuse_unknown_place
from qorgau.custody.actions.done import Added
from qorgau.custody.actions.drafting import draft_of, form_for, open_objects
from qorgau.custody.entries import NewEntry
from qorgau.custody.facts.whereabouts import Status
from qorgau.custody.queries.reach import sees
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody
from qorgau.custody.times import When
from qorgau.places import queries as places
from qorgau.recording.drafts import Draft

_ON_THE_WAY = frozenset({Status.UNCONFIRMED, Status.IN_TRANSIT})


def transfer(
    actor: Actor,
    custody_id: str,
    *,
    destination: str,
    now: int,
    left: When | None = None,
    in_charge: str = "",
    act_id: str | None = None,
) -> Added:
    """The person left for another place; until somebody there writes the arrival, whereabouts are unconfirmed."""
    form = form_for(actor, "Transferred")
    hand = at_hand(actor, custody_id, form.acts, now=now, act_id=act_id)
    if destination == hand.known.course.now.place:
        raise CustodyRefusal("moved_to_the_same_place", field="destination")
    new = NewEntry(
        kind="Transferred",
        happened=(left,) if left else (),
        destination=destination,
        personal={"officers": in_charge},
    )
    return appended(actor, hand, form, new, confirmed=False, received=now)


def arrive(
    actor: Actor,
    custody_id: str,
    *,
    place: str,
    now: int,
    arrived: When | None = None,
    cell: str = "",
    act_id: str | None = None,
) -> Added:
    """The person arrived at a place; the desk there may write it though it did not hold them before."""
    refuse_unknown_place(place)
    refuse_other_cell(place, cell)
    at = Whereabouts(place=place, region=places.place(place).region, body=actor.body)
    form = form_for(actor, "Arrived")
    hand = at_hand(actor, custody_id, form.acts, now=now, act_id=act_id, at=at)
    _refuse_not_on_the_way(actor, hand, place)
    when = arrived or When.at(hand.now)
    if not open_objects(hand.known.moments, "transfer"):
        # Carried without a written transfer: the placement itself says that the person is here.
        return _placed(actor, hand, place=place, cell=cell, when=when, received=now)
    also = _placement(actor, hand, place=place, cell=cell, when=when)
    new = NewEntry(kind="Arrived", happened=(when,), place=place)
    return appended(actor, hand, form, new, confirmed=False, received=now, also=also)


def _refuse_not_on_the_way(actor: Actor, hand: AtHand, place: str) -> None:
    """Raise unless the person is on the way to this place; or left it, and is brought back.

    A desk that may not see the custody is told that there is none, so that it learns nothing of who is
    held, or on the way, elsewhere.
    """
    now, seen = hand.known.course.now, sees(actor, hand.custody)
    back = seen and (now.destination == "" or place == now.place)
    if now.status in _ON_THE_WAY and (now.destination == place or back):
        return
    if seen:
        raise CustodyRefusal("not_on_the_way", field="place")
    raise NoSuchCustody


def _kind(place: str, cell: str) -> str:
    if places.place(place).fact_kind in ADMITTING:
        return "Admitted"
    return "Placed" if cell else "Delivered"


def _placed(actor: Actor, hand: AtHand, *, place: str, cell: str, when: When, received: int) -> Added:
    form = form_for(actor, _kind(place, cell))
    new = NewEntry(kind=form.kind, happened=(when,), place=place, cell=cell)
    return appended(actor, hand, form, new, confirmed=False, received=received)


def _placement(actor: Actor, hand: AtHand, *, place: str, cell: str, when: When) -> tuple[Draft, ...]:
    """The admission or placing that goes with an arrival; a station without a cell only receives."""
    kind = _kind(place, cell)
    if kind == "Delivered":
        return ()
    form = form_for(actor, kind)
    new = NewEntry(kind=kind, happened=(when,), place=place, cell=cell)
    return (draft_of(actor, hand, form, new, part=kind),)
