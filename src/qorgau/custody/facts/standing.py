"""Which entries count: what was corrected does not, and a correction that must be confirmed waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.ledger.entry import CorrectionAct
from qorgau.recording.history import RecordedEntry

NEEDS_CONFIRMATION = "needs_confirmation"
IMPROVES = "improves"
ENTERED_AS = "entered_as"
OF_THE_ENTRY = frozenset({NEEDS_CONFIRMATION, IMPROVES, ENTERED_AS})
"""Facts about the entry itself; no rule may read them as facts about the person."""

CONFIRMATIONS = frozenset({"CorrectionConfirmed", "CaseCorrectionConfirmed"})
"""The entry by which a second person confirms a correction: in a custody, in the case of a complaint."""

Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The entries that count, each at the place in the record of what it corrects, and those that wait.

    order: entry key -> the place that decides which of two events at one second came first.
    """

    counted: tuple[RecordedEntry, ...]
    order: dict[Key, int]
    waiting: tuple[RecordedEntry, ...]
    confirmed: dict[str, RecordedEntry]


def key_of(each: RecordedEntry) -> Key:
    """An entry's name across instances."""
    return each.entry.instance, each.entry.id


def needs_confirmation(each: RecordedEntry) -> bool:
    """Whether the entry was found to improve a verdict already due: a correction, or another word on what was told."""
    return each.entry.facts.get(NEEDS_CONFIRMATION) == "yes"


def standing_of(entries: Sequence[RecordedEntry], *, with_waiting: bool = False) -> Standing:
    """What counts of a custody's entries; with_waiting: as if every correction that waits were confirmed."""
    confirmed = _confirmations(entries)
    waiting = tuple(e for e in entries if needs_confirmation(e) and e.entry.id not in confirmed)
    left_out = set() if with_waiting else {key_of(each) for each in waiting}
    set_aside = _set_aside(entries, left_out)
    counted = tuple(
        each
        for each in entries
        if key_of(each) not in set_aside
        and key_of(each) not in left_out
        and not (each.entry.corrects and each.entry.corrects.act is CorrectionAct.WITHDRAWS)
    )
    return Standing(counted=counted, order=_order(entries), waiting=waiting, confirmed=confirmed)


def _set_aside(entries: Sequence[RecordedEntry], left_out: set[Key]) -> set[Key]:
    found: set[Key] = set()
    for each in reversed(entries):
        correction = each.entry.corrects
        if correction is not None and key_of(each) not in found | left_out:
            found.add((correction.instance, correction.entry))
    return found


def _confirmations(entries: Sequence[RecordedEntry]) -> dict[str, RecordedEntry]:
    """Correction -> the entry by which somebody else confirmed it."""
    by = {each.entry.id: each.entry.by for each in entries}
    found: dict[str, RecordedEntry] = {}
    for each in entries:
        if each.entry.kind in CONFIRMATIONS:
            for correction in each.entry.objects.get("about", ()):
                if each.entry.by is not None and each.entry.by != by.get(correction):
                    found.setdefault(correction, each)
    return found


def _order(entries: Sequence[RecordedEntry]) -> dict[Key, int]:
    order: dict[Key, int] = {}
    for place, each in enumerate(entries):
        correction = each.entry.corrects
        corrected = None if correction is None else order.get((correction.instance, correction.entry))
        order[key_of(each)] = place if corrected is None else corrected
    return order
