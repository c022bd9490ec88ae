"""An enquiry comes in: anybody may ask, and gets a number and a code."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings

from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.entries import PERSON
from qorgau.enquiries.desk_keys import code_of, number_of, opens_with
from qorgau.enquiries.entries import ENQUIRY, PERSONAL, RECEIVED, Asking
from qorgau.enquiries.queries.desk import asking_in, received_of
from qorgau.enquiries.quota import deferred_by
from qorgau.enquiries.refusal import EnquiryRefusal
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry, history
from qorgau.recording.record import EntryConflict, record
from qorgau.recording.typed_text import on_one_line

HOUR = 3600


@dataclass(frozen=True, kw_only=True)
class AskedFor:
    """What the enquirer takes away: number and code, shown once, and by when an answer is promised."""

    enquiry: str
    number: str
    code: str
    due_at: int
    is_deferred: bool


def ask(asking: Asking, *, act: str, address: str, now: int) -> AskedFor:
    """Take an enquiry in. Nothing is looked up yet, so that what happens here depends on nobody's being held.

    act: the id that the form carries; sent twice, it is one enquiry with one number and one code.
    address: the network address it came from, for the quota; it is not kept.
    """
    asking = _tidied(asking)
    before = _before(act)
    if before is None:
        # The same form, sent twice within a moment: the first one counts.
        with suppress(EntryConflict):
            record([_draft(asking, act, address=address, now=now)], received=now)
        before = _before(act)
    return _taken_in(asking, act, before)


def _taken_in(asking: Asking, act: str, before: RecordedEntry | None) -> AskedFor:
    if before is None or asking_in(before) != asking:
        raise EnquiryRefusal("sent_before")
    facts = before.entry.facts
    return AskedFor(
        enquiry=made_id(act, ENQUIRY),
        number=number_of(act),
        code=code_of(act),
        due_at=int(facts["due"]),
        is_deferred=int(facts["opens"]) > before.entry.recorded,
    )


def _before(act: str) -> RecordedEntry | None:
    return received_of(history(ENQUIRY, made_id(act, ENQUIRY)))


def _draft(asking: Asking, act: str, *, address: str, now: int) -> Draft:
    person = made_id(act, "enquirer")
    opens = now + deferred_by(document=asking.document, address=address, now=now)
    promised = int(getattr(settings, "QORGAU_ENQUIRY_HOURS", 24)) * HOUR
    number = number_of(act)
    return Draft(
        id=made_id(act, RECEIVED),
        kind=RECEIVED,
        recorded=now,
        for_body=settings.QORGAU_INSTANCE,
        objects={PERSON: [person], ENQUIRY: [made_id(act, ENQUIRY)]},
        happened=(Happened(said_by="relative", earliest=now, latest=now),),
        facts={
            "number": number,
            "opens_with": opens_with(number, code_of(act)),
            "region": asking.region,
            "language": asking.language.value,
            "opens": opens,
            "due": opens + promised,
        },
        personal={person: {name: getattr(asking, name) for name in PERSONAL}},
    )


def _tidied(asking: Asking) -> Asking:
    """The same words in one spelling: composed, on one line, without signs that nobody sees."""
    words = {name: on_one_line(getattr(asking, name)) for name in PERSONAL}
    return Asking(**words, region=asking.region, language=asking.language)
