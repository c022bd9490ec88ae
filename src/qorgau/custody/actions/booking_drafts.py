"""The entries of one booking: apprehension, delivery, registration, identity, placement and the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from qorgau.access.actor import Actor
from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.actions.drafting import where_facts
from qorgau.custody.actions.register_fields import field_draft, fields_filled
from qorgau.custody.entries import CUSTODY, PERSON, Booking
from qorgau.custody.facts.standing import ENTERED_AS
from qorgau.custody.times import When
from qorgau.places.place import Place
from qorgau.recording.drafts import Draft

ADMITTING = frozenset({
    "ivs", "sizo", "prison", "special_reception", "reception_distribution_centre", "hospital", "care_home", "guardroom",
})  # fmt: skip
"""Kinds of places whose desk admits; at a station a person is delivered and not yet admitted."""


@dataclass(frozen=True, kw_only=True)
class BookedAs:
    """A booking that was checked, with what follows from it."""

    booking: Booking
    place: Place
    act: str
    now: int
    person: str
    born: date | None
    age: int | None

    @property
    def custody(self) -> str:
        """The id of the new custody."""
        return made_id(self.act, CUSTODY)

    @property
    def admits(self) -> bool:
        """Whether the desk admits, or only receives."""
        said = self.booking.admitted
        return self.place.fact_kind in ADMITTING if said is None else said


def drafts_of(actor: Actor, booked: BookedAs) -> tuple[Draft, ...]:
    """All entries of the booking, the apprehension first."""
    told = tuple(_events(actor, booked))
    return (*told, *_fields(actor, booked, told))


def _events(actor: Actor, booked: BookedAs) -> Iterator[Draft]:
    booking = booked.booking
    yield _apprehended(actor, booked)
    at_place = {"place": [booking.place]}
    if booking.delivered is not None:
        facts = _where(booked, "place", "zone", "region")
        yield _event(actor, booked, "Delivered", booking.delivered, facts=facts, objects=at_place)
    yield _event(
        actor, booked, "Registered", When.at(booked.now), facts=_register_facts(booked), objects=at_place
    )
    yield _identity(actor, booked)
    if booked.admits or booking.cell:
        yield _placed(actor, booked)


def _apprehended(actor: Actor, booked: BookedAs) -> Draft:
    booking = booked.booking
    accounts = [booking.apprehended]
    if booking.by_person is not None:
        told = booking.by_person
        accounts.append(When(earliest=told.earliest, latest=told.latest, said_by="person"))
    facts = _given(
        ground=booking.ground,
        exception=booking.exception,
        video_recorded=booking.video_recorded,
        age=booked.age,
        gender=booking.gender,
        foreign_national=booking.foreign_national,
        **_where(booked, "zone", "region"),
    )
    personal = _given(where=booking.where, officers=booking.by_whom)
    return _event(actor, booked, "Apprehended", *accounts, facts=facts, personal=personal)


def _identity(actor: Actor, booked: BookedAs) -> Draft:
    booking = booked.booking
    facts = _given(
        name_status=booking.name_status.value,
        age=booked.age,
        gender=booking.gender,
        foreign_national=booking.foreign_national,
        understands_language=booking.understands_language,
    )
    personal = _given(
        family_name=booking.family_name,
        given_name=booking.given_name,
        patronymic=booking.patronymic,
        described_as=booking.described_as,
        id_number=booking.id_number,
        born_on=booked.born.isoformat() if booked.born else "",
    )
    return _event(actor, booked, "IdentityRecorded", When.at(booked.now), facts=facts, personal=personal)


def _placed(actor: Actor, booked: BookedAs) -> Draft:
    booking = booked.booking
    kind = "Admitted" if booked.admits else "Placed"
    objects = {"place": [booking.place], "placement": [made_id(booked.act, "placement")]}
    if booking.cell:
        objects["cell"] = [booking.cell]
    facts = _given(
        with_adults=booking.with_adults,
        ground=booking.ground,
        **_where(booked, "place", "official_place", "zone", "region"),
    )
    when = booking.delivered or When.at(booked.now)
    return _event(actor, booked, kind, when, facts=facts, objects=objects)


def _event(
    actor: Actor,
    booked: BookedAs,
    kind: str,
    *accounts: When,
    facts: Mapping[str, str | int],
    personal: Mapping[str, str | int] | None = None,
    objects: Mapping[str, list[str]] | None = None,
) -> Draft:
    happened = tuple(each.told_by(actor.said_by) for each in accounts)
    foreign = any(each.said_by != actor.said_by for each in happened)
    return Draft(
        id=made_id(booked.act, kind),
        kind=kind,
        recorded=booked.now,
        by=actor.account,
        for_body=actor.body,
        objects={PERSON: [booked.person], CUSTODY: [booked.custody], **(objects or {})},
        happened=happened,
        facts={**facts, **({ENTERED_AS: actor.said_by} if foreign else {})},
        personal={booked.person: personal} if personal else {},
    )


def _register_facts(booked: BookedAs) -> dict[str, str | int]:
    """What the entry in the register shows of the apprehension (kz/register_says_when_and_where)."""
    booking, zone = booked.booking, booked.place.zone
    first, last = booking.apprehended.earliest, booking.apprehended.latest
    shown = {
        "exact_date": zone.civil_day(first) == zone.civil_day(last),
        "exact_time": first == last,
        "exact_place": bool(booking.where.strip()),
        "delivery_hours": booking.delivered is not None,
    }
    return {name: "yes" if holds else "no" for name, holds in shown.items()}


def _fields(actor: Actor, booked: BookedAs, told: tuple[Draft, ...]) -> Iterator[Draft]:
    """The fields of the register that the booking fills; what it leaves open stays a gap."""
    booking = booked.booking
    filled: dict[str, dict[str, str]] = {word: {} for draft in told for word in fields_filled(draft, None)}
    exact = booking.apprehended.earliest == booking.apprehended.latest
    if exact and booking.where and booking.by_whom:
        filled["deprivation"] = {}
    if exact and booking.delivered is not None:
        filled["arrest_time"] = {}
    if booking.by_whom:
        filled["officers"] = {"officers": booking.by_whom.strip()}
    if booking.ordered_by:
        filled["ordering_authority"] = {"ordered_by": booking.ordered_by.strip()}
    if booking.supervised_by:
        filled["supervising_authority"] = {"supervised_by": booking.supervised_by.strip()}
    for word, personal in filled.items():
        yield field_draft(
            actor,
            entry_id=made_id(booked.act, f"field/{word}"),
            custody=booked.custody,
            person=booked.person,
            word=word,
            now=booked.now,
            personal=personal,
        )


def _where(booked: BookedAs, *names: str) -> dict[str, str | int]:
    known = where_facts(booked.booking.place)
    return {name: known[name] for name in names}


def _given(**values: str | int | None) -> dict[str, str | int]:
    """What was said, trimmed; what was left open is left out."""
    trimmed = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    return {name: value for name, value in trimmed.items() if value is not None and value != ""}
