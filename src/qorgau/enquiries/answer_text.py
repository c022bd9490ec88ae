"""The words of an answer, in the language of who asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings

from qorgau.clock import Zone, zone_named
from qorgau.custody.models import CustodyRow, PartyRow
from qorgau.custody.web.titles import body_name, place_title
from qorgau.enquiries.answer_note import AnswerNote
from qorgau.enquiries.entries import Asking, Told
from qorgau.enquiries.models import EnquiryRow
from qorgau.lawbook import Language, load
from qorgau.wording import say, say_instant

_LAST_SIGNS = 4
LONGEST = 100
"""So many signs of a name or a contact are told; a page of one size must hold them."""


def answer_of(row: EnquiryRow, asking: Asking, held: CustodyRow | None, *, now: int) -> AnswerNote:
    """The answer: where the person is held, or the one firm sentence, the same for every reason there may be."""
    told = Told.NOBODY if held is None else Told.HELD
    about = f"{asking.family_name} {asking.given_name}".strip()
    return AnswerNote(
        fields={
            "instance": settings.QORGAU_INSTANCE,
            "number": row.number,
            "to": asking.name[:LONGEST],
            "document": f"…{asking.document[-_LAST_SIGNS:]}",
            "about": about[: 2 * LONGEST],
            "born": asking.born_on,
            "asked": _written(row.received_at),
            "as-of": _written(now),
            "answer": told.value,
            "language": asking.language.value,
        },
        sentences=tuple(_nobody(asking.language, now=now) if held is None else _held(held, asking, now=now)),
    )


@lru_cache(maxsize=1)
def home_zone() -> Zone:
    """The zone of the country's law, for answers that name no place."""
    return zone_named(load(tuple(settings.QORGAU_LAW)).zone)


def _nobody(language: Language, *, now: int) -> Iterator[str]:
    yield say("enquiries.note_nobody", language, when=say_instant(now, home_zone(), language))
    yield say("enquiries.note_nobody_more", language)


def _held(held: CustodyRow, asking: Asking, *, now: int) -> Iterator[str]:
    language, zone = asking.language, zone_named(held.zone)
    yield say("enquiries.note_held", language, when=say_instant(now, zone, language))
    yield _where(held, language, zone)
    if held.in_hospital:
        yield say("enquiries.note_hospital", language)
    if held.apprehended_at is not None:
        yield say("enquiries.note_since", language, when=say_instant(held.apprehended_at, zone, language))
    yield say("enquiries.note_body", language, body=body_name(held.body_id, language))
    yield _lawyer(held, language)
    yield say("enquiries.note_reach", language)


def _where(held: CustodyRow, language: Language, zone: Zone) -> str:
    place = place_title(held.place_id, language) if held.place_id else say("enquiries.not_said", language)
    if held.status == "held":
        return say("enquiries.note_where", language, place=place)
    destination = (
        place_title(held.destination_id, language)
        if held.destination_id
        else say("enquiries.not_said", language)
    )
    since = say_instant(held.status_since, zone, language) if held.status_since is not None else ""
    return say(f"enquiries.note_{held.status}", language, place=place, destination=destination, when=since)


def _lawyer(held: CustodyRow, language: Language) -> str:
    lawyers = PartyRow.objects.filter(custody_id=held.custody_id, role="lawyer", until__isnull=True)
    lawyer = lawyers.exclude(name="").order_by("-since", "party_id").first()
    if lawyer is None:
        return say("enquiries.note_no_lawyer", language)
    contact = lawyer.contact[:LONGEST] or say("enquiries.note_no_contact", language)
    return say("enquiries.note_lawyer", language, name=lawyer.name[:LONGEST], contact=contact)


def _written(instant: int) -> str:
    return datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
