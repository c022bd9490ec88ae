"""A custody's entries as the engine reads them: one account each, in the order of the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from qorgau.clock import Interval, Zone
from qorgau.custody.facts.ends import said_only
from qorgau.custody.facts.law import THROUGH, law, zone
from qorgau.custody.facts.standing import ENTERED_AS, OF_THE_ENTRY, Standing, key_of
from qorgau.recording.history import RecordedEntry
from qorgau.safeguards import Entry

_ACCOUNTS = 16
"""So many sources of one entry keep their order before the next entry's place begins."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """What the engine is given: entries, the zone of the place, and until when the record reaches."""

    entries: tuple[Entry, ...]
    zone: Zone
    reaches: int

    @cached_property
    def fingerprint(self) -> object:
        """The same for the same entries and for no others, whatever their ids."""
        return tuple(
            (
                e.id,
                e.seq,
                e.kind,
                e.happened,
                e.by,
                tuple(sorted(e.facts.items())),
                tuple(sorted(e.objects.items())),
            )
            for e in self.entries
        )


def story_of(standing: Standing, *, plain_words: bool = False) -> Story:
    """The counted entries of the kinds that rules may read.

    plain_words: a word counts as its source's whoever typed it (to ask "by the word of").
    """
    seen = law().observed
    # An end that only others say stops no clock; it is shown as what follows by their word.
    left_out = () if plain_words else said_only(standing.counted)
    known = [each for each in standing.counted if each.entry.kind in seen and each not in left_out]
    entries = [
        account for each in known for account in _accounts(each, standing.order[key_of(each)], plain_words)
    ]
    return Story(
        entries=tuple(sorted(entries, key=lambda entry: entry.seq)),
        zone=zone(zone_name(known)),
        reaches=max((each.received for each in known), default=0),
    )


def zone_name(known: Sequence[RecordedEntry]) -> str:
    """The zone that the last entry which names one says; the country's own where none does."""
    said = [str(each.entry.facts["zone"]) for each in known if "zone" in each.entry.facts]
    return said[-1] if said else ""


def _accounts(each: RecordedEntry, place: int, plain_words: bool) -> list[Entry]:
    entry = each.entry
    facts = {name: str(value) for name, value in entry.facts.items() if name not in OF_THE_ENTRY}
    objects = {role: tuple(ids) for role, ids in entry.objects.items()}
    typed = "" if plain_words else str(entry.facts.get(ENTERED_AS, ""))
    return [
        Entry(
            id=entry.id,
            seq=place * _ACCOUNTS + number,
            kind=entry.kind,
            happened=Interval(source.earliest, source.latest),
            by=f"{source.said_by}{THROUGH}{typed}" if typed and typed != source.said_by else source.said_by,
            facts=facts,
            objects=objects,
            recorded=entry.recorded,
        )
        for number, source in enumerate(entry.happened)
    ]
