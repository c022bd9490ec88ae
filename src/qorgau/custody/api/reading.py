"""From what a program sent to what the desk's acts take: times by the clock of the place."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.clock import Zone
from qorgau.custody.api.given import BookingGiven, EntryGiven, When, WhenGiven
from qorgau.custody.entries import Booking, NewEntry
from qorgau.custody.facts.law import THROUGH, law, zone
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import sees
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody
from qorgau.custody.times import When as Told
from qorgau.custody.times import read_when
from qorgau.places import queries as places
from qorgau.places.queries import NotListed

_FIRST, _LAST = -2_208_988_800, 7_258_118_400
"""1900 and 2200: nobody is held outside these years, and no arithmetic of times fails within them."""


def booking_of(given: BookingGiven) -> Booking:
    """The booking; times are read on the clock of its place."""
    at_place = zone_of_place(given.place)
    plain = given.model_dump(exclude={"apprehended", "delivered", "by_person", "cell", "person", "confirmed"})
    return Booking(
        **plain,
        apprehended=told(given.apprehended, at_place, field="apprehended"),
        delivered=told_or_none(given.delivered, at_place, field="delivered"),
        by_person=told_or_none(given.by_person, at_place, field="by_person"),
        cell=given.cell or "",
        person=given.person or "",
    )


def entry_of(given: EntryGiven, at_place: Zone) -> NewEntry:
    """The entry; times are read on the clock of the place where the person is."""
    return NewEntry(
        kind=given.kind,
        happened=tuple(told(each, at_place, field="happened") for each in given.happened),
        facts=dict(given.facts),
        personal=dict(given.personal),
        objects=dict(given.objects),
        place=given.place or "",
        cell=given.cell or "",
        destination=given.destination or "",
        account_of=given.account_of or "",
    )


def told(given: When, at_place: Zone, *, field: str) -> Told:
    """When it happened, and by whose word."""
    said = given if isinstance(given, WhenGiven) else WhenGiven(at=given)
    _refuse_unknown_source(said.said_by, field=field)
    when = read_when(said.at, at_place, until=said.until, said_by=said.said_by, field=field)
    if when.earliest < _FIRST or when.latest > _LAST:
        raise CustodyRefusal("no_time", field=field, typed=said.at)
    return when


def _refuse_unknown_source(said_by: str, *, field: str) -> None:
    known = sorted(word for word in law().book.speakers if THROUGH not in word)
    if said_by and said_by not in known:
        raise CustodyRefusal("no_such_word", field=field, typed=said_by, known=", ".join(known))


def told_or_none(given: When | None, at_place: Zone, *, field: str) -> Told | None:
    """The same, for a time that may be left open."""
    return None if given is None else told(given, at_place, field=field)


def instant_of(given: str, at_place: Zone, *, field: str) -> int:
    """One instant of a query: the last second that the words may mean."""
    return told(given, at_place, field=field).latest


def zone_of_place(place_id: str) -> Zone:
    """The clock of a place; refused where the inventory does not list it."""
    try:
        return zone(places.zone_of(place_id).name)
    except NotListed as error:
        raise CustodyRefusal("no_such_place", field="place", place=place_id) from error


def zone_of_custody(actor: Actor, custody_id: str, *, act: str = "custody.see") -> Zone:
    """The clock of the place where the person is; unknown to those who may not see the custody."""
    require(actor, act)
    name = CustodyRow.objects.filter(custody_id=custody_id).values_list("zone", flat=True).first()
    if name is None or not sees(actor, custody_id, act=act):
        raise NoSuchCustody
    return zone(name)
