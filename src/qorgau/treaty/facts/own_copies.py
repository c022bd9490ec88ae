"""What a body did with a copy that it holds back: theirs alone, even when others take in the same document."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import CLASSIFIED, DOCUMENT, DOCUMENT_PUBLISHED, MEASURE_TIED, RECOMMENDATION_TAKEN
from qorgau.treaty.facts.entry_facts import named, of_kind, text, yes

_WORK = (CLASSIFIED, MEASURE_TIED)


def is_held_back(taken: RecordedEntry, standing: Sequence[RecordedEntry]) -> bool:
    """Whether its document is its body's alone: held back, and not published since."""
    published = {named(each.entry, DOCUMENT) for each in of_kind(standing, DOCUMENT_PUBLISHED)}
    return yes(taken.entry, "held_back") and text(taken.entry, "document") not in published


def work_on_own_copies(standing: Sequence[RecordedEntry]) -> list[RecordedEntry]:
    """What was said of a recommendation by who holds a copy back, while nobody else had one."""
    taken = of_kind(standing, RECOMMENDATION_TAKEN)
    holding = {each.entry.for_body for each in taken if is_held_back(each, standing)}
    found: list[RecordedEntry] = []
    for each in standing:
        entry = each.entry
        if entry.kind == DOCUMENT_PUBLISHED or (
            entry.kind == RECOMMENDATION_TAKEN and not yes(entry, "held_back")
        ):
            return found
        if entry.kind in _WORK and entry.for_body in holding:
            found.append(each)
    return found
