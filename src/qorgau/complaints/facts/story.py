"""A complaint's entries as the engine of safeguards reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qorgau.clock import Interval
from qorgau.complaints.entries import ALLEGED, LODGED, REGISTERED
from qorgau.complaints.facts.law import LETTER_READ, law, zone
from qorgau.complaints.facts.register import keeps_the_register
from qorgau.custody.facts.standing import OF_THE_ENTRY, Standing, key_of
from qorgau.custody.facts.story import Story, zone_name
from qorgau.recording.history import RecordedEntry
from qorgau.safeguards import Entry

HOUR = 3600
_ACCOUNTS = 16
_NPM = "npm"
_OTHER = "other"


def story_of(standing: Standing) -> Story:
    """What the engine is given of a complaint's counted entries."""
    known = [each for each in standing.counted if each.entry.kind in law().observed]
    about = _stated_about(known)
    entries = [account for each in known for account in _accounts(each, standing, about)]
    return Story(
        entries=tuple(sorted(entries, key=lambda entry: entry.seq)),
        zone=zone(zone_name(known)),
        reaches=max((each.received for each in known), default=0),
    )


def _stated_about(known: Sequence[RecordedEntry]) -> str:
    """What a sealed complaint is about, as stated after it was opened.

    No body's word that it is about something else stops a clock; the preventive mechanism's does.
    """
    for each in reversed(known):
        said = str(each.entry.facts.get("about", ""))
        if each.entry.kind == ALLEGED and said and (said != _OTHER or _by_npm(each)):
            return said
    return ""


def _by_npm(each: RecordedEntry) -> bool:
    return any(source.said_by == _NPM for source in each.entry.happened)


def _accounts(each: RecordedEntry, standing: Standing, about: str) -> Iterator[Entry]:
    place = standing.order[key_of(each)] * _ACCOUNTS
    for number, (said_by, interval) in enumerate(_told(each)):
        entry = _account(each, place + number, said_by, interval)
        if each.entry.kind != LODGED:
            yield entry
            continue
        facts = {**({"about": about} if about else {}), **entry.facts}
        yield replace(entry, facts=facts)
        yield from _follows_from_lodging(each, entry)


def _told(each: RecordedEntry) -> list[tuple[str, Interval]]:
    """Who says when: of what came sealed nobody says more than the hour it came in."""
    if each.entry.happened:
        return [(told.said_by, Interval(told.earliest, told.latest)) for told in each.entry.happened]
    return [("person", Interval(each.entry.recorded, each.entry.recorded + HOUR - 1))]


def _account(each: RecordedEntry, place: int, said_by: str, interval: Interval) -> Entry:
    entry = each.entry
    return Entry(
        id=entry.id,
        seq=place,
        kind=entry.kind,
        happened=interval,
        by=said_by,
        facts={name: str(value) for name, value in entry.facts.items() if name not in OF_THE_ENTRY},
        objects={role: tuple(ids) for role, ids in entry.objects.items()},
        recorded=entry.recorded,
    )


def _follows_from_lodging(each: RecordedEntry, entry: Entry) -> Iterator[Entry]:
    facts = each.entry.facts
    if facts.get("letter_opened") == "yes":
        yield replace(entry, kind=LETTER_READ, facts={"addressee": str(facts.get("addressee", "other"))})
    if not each.entry.happened and keeps_the_register(each.entry.for_body):
        # What came sealed to a body that registers is in the register by the very entry that says so:
        # the complainant's receipt proves it. By the end of the hour at the latest; never before it was made.
        at_latest = Interval(entry.happened.latest, entry.happened.latest)
        yield replace(entry, kind=REGISTERED, seq=entry.seq + 1, happened=at_latest)
