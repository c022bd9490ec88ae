"""How custody ended: by the word of those who hold the person; any other word alone only says so."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.custody.facts.law import law
from qorgau.custody.facts.standing import ENTERED_AS
from qorgau.recording.history import RecordedEntry

ENDS = frozenset({"Released", "Escaped", "Died"})
_HOLDERS = frozenset({"detaining_authority", "place_of_detention"})


def is_end(each: RecordedEntry) -> bool:
    """Whether the entry says that custody ended."""
    return each.entry.kind in ENDS


def is_by_the_holder(each: RecordedEntry) -> bool:
    """Whether the hand that typed it speaks for those who hold the person, whoever's word it typed."""
    told = (source.said_by for source in each.entry.happened)
    hand = str(each.entry.facts.get(ENTERED_AS, "")) or next(told, "")
    speaker = law().book.speakers.get(hand)
    return speaker is not None and not _HOLDERS.isdisjoint(speaker.speaks_for)


def said_only(counted: Iterable[RecordedEntry]) -> tuple[RecordedEntry, ...]:
    """The ends that nobody who holds the person has confirmed: none of them, once one did."""
    ends = tuple(each for each in counted if is_end(each))
    return () if any(map(is_by_the_holder, ends)) else ends
