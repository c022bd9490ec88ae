"""Registering a person who was brought in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.clock import Zone
from qorgau.custody.actions.at_hand import before_act, checked_act, made_id, tried_twice
from qorgau.custody.actions.booking_drafts import BookedAs, drafts_of
from qorgau.custody.actions.checks import (
    LONG_AGO,
    ask_if_unusual,
    refuse_impossible,
    refuse_other_cell,
    refuse_unknown_place,
)
from qorgau.custody.actions.done import Booked
from qorgau.custody.actions.held_already import held_already
from qorgau.custody.entries import CUSTODY, Booking, NameStatus
from qorgau.custody.facts.law import zone
from qorgau.custody.facts.offered import checked_fact, checked_text, read_birth
from qorgau.custody.kind_forms import form_of
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import within_reach
from qorgau.custody.refusal import CustodyRefusal
from qorgau.places import queries as places
from qorgau.recording.history import history
from qorgau.recording.record import record

_CODED = {
    "Apprehended": ("ground", "exception", "video_recorded"),
    "IdentityRecorded": ("gender", "foreign_national", "understands_language"),
    "Admitted": ("with_adults",),
}
"""Answers of a booking by the kind whose form explains them."""

_TEXTS = ("family_name", "given_name", "patronymic", "id_number", "where", "by_whom", "ordered_by",
          "supervised_by", "described_as")  # fmt: skip
_LONGEST = 500
_YOUNG = 10


def book(
    actor: Actor, booking: Booking, *, now: int, act_id: str | None = None, confirmed: bool = False
) -> Booked:
    """Register a deprivation of liberty: one append of all the entries that the booking gives.

    act_id: the caller's key; the same key again changes nothing and gives the same answer. Raises
    CustodyRefusal (field names the field), NeedsConfirmation (send again with confirmed), NotPermitted.
    """
    refuse_unknown_place(booking.place)
    act = checked_act(act_id)
    return tried_twice(lambda: _booked(actor, booking, now=now, act=act, confirmed=confirmed))


def _booked(actor: Actor, booking: Booking, *, now: int, act: str, confirmed: bool) -> Booked:
    place = places.place(booking.place)
    require(actor, "custody.book", at=Whereabouts(place=place.id, region=place.region, body=actor.body))
    custody = made_id(act, CUSTODY)
    _, first = before_act(history(CUSTODY, custody), made_id(act, "Apprehended"), now=now)
    booked = checked_booking(actor, booking, act=act, now=first, confirmed=confirmed)
    drafts = drafts_of(actor, booked)
    answers = record(drafts, received=now)
    return Booked(
        custody=custody,
        person=booked.person,
        entries=tuple(draft.id for draft in drafts),
        acknowledgements=answers,
    )


def checked_booking(actor: Actor, booking: Booking, *, act: str, now: int, confirmed: bool) -> BookedAs:
    """The booking with what follows from it, or a refusal that names the field."""
    place = places.place(booking.place)
    at_place = zone(place.zone.name)
    booking = _as_spelled(booking)
    _refuse_words(booking, at_place)
    _refuse_names(booking)
    refuse_other_cell(booking.place, booking.cell)
    day = date.fromordinal(at_place.civil_day(booking.apprehended.earliest))
    born, age = read_birth(booking.birth, on=day)
    booked = BookedAs(
        booking=booking,
        place=place,
        act=act,
        now=now,
        person=_person(actor, booking) or made_id(act, "person"),
        born=born,
        age=age,
    )
    _refuse_times(actor, booked, at_place)
    ask_if_unusual((*_unusual(booking, booked), *held_already(actor, booked)), confirmed=confirmed)
    return booked


def _refuse_words(booking: Booking, at_place: Zone) -> None:
    """Each coded answer is one that its fact allows; the ground must be said."""
    for kind, names in _CODED.items():
        form = form_of(kind)
        asked = {each.name: each for each in form.asks} if form else {}
        for name in names:
            if value := getattr(booking, name):
                checked_fact(asked[name], value, at_place)
    if not booking.ground:
        raise CustodyRefusal("ground_required", field="ground")


def _as_spelled(booking: Booking) -> Booking:
    """The booking with its words as the record spells them."""
    texts: dict[str, Any] = {
        name: checked_text(getattr(booking, name), field=name, most=_LONGEST) for name in _TEXTS
    }
    return replace(booking, **texts)


def _refuse_names(booking: Booking) -> None:
    known = booking.name_status in (NameStatus.GIVEN, NameStatus.DOCUMENTED)
    if known and not (booking.family_name.strip() or booking.given_name.strip()):
        raise CustodyRefusal("name_required", field="family_name")
    if not known and (booking.family_name.strip() or booking.given_name.strip()):
        raise CustodyRefusal("name_though_unknown", field="name_status")


def _refuse_times(actor: Actor, booked: BookedAs, at_place: Zone) -> None:
    """No time lies in the future or before birth, and nobody is delivered before being apprehended."""
    booking = booked.booking
    born = at_place.day_bounds(booked.born)[0] if booked.born else None
    for field in ("apprehended", "by_person", "delivered"):
        when = getattr(booking, field)
        if when is not None:
            refuse_impossible([when.told_by(actor.said_by)], now=booked.now, born=born, field=field)
    if booking.delivered and booking.delivered.latest < booking.apprehended.earliest:
        raise CustodyRefusal("delivered_before_apprehended", field="delivered")


def _unusual(booking: Booking, booked: BookedAs) -> Iterator[CustodyRefusal]:
    if booked.now - booking.apprehended.latest > LONG_AGO:
        yield CustodyRefusal("apprehended_long_ago", field="apprehended")
    if booked.age is not None and booked.age < _YOUNG:
        yield CustodyRefusal("very_young", field="birth", age=booked.age)


def _person(actor: Actor, booking: Booking) -> str:
    """The person whom the desk recognised: one whose earlier custody it may open; nobody, in the same words, else."""
    own = CustodyRow.objects.filter(person_id=booking.person)
    if booking.person and not within_reach(own, actor, "custody.see").exists():
        raise CustodyRefusal("no_such_person", field="person")
    return booking.person
