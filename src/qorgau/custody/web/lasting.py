"""What lasts now: solitary confinement, restraint, questioning, a journey, the hospital; each with how it ends."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.custody.facts.record import CustodyRecord, ShownEntry
from qorgau.custody.kind_forms import kind_forms
from qorgau.custody.web.titles import button_word
from qorgau.lawbook import Language


@dataclass(frozen=True, kw_only=True)
class Lasting:
    """One thing that began and has not ended; ends: the kind that one button adds, "" if not the actor's."""

    key: str
    since: int
    entry: str
    ends: str
    button: str


_SPANS = {
    "solitary": ("SolitaryStarted", "SolitaryEnded", "placement"),
    "restraint": ("RestraintApplied", "RestraintRemoved", "restraint"),
    "questioning": ("QuestioningBegan", "QuestioningEnded", "questioning"),
    "transport": ("TransportBegan", "TransportEnded", "transport"),
    "hospital": ("TakenToHospital", "ReturnedFromHospital", "custody"),
}
"""Word -> the kind that begins, the kind that ends, and the object that both name."""
_MOVES = ("Placed", "Admitted")
ENDINGS = frozenset(ends for _, ends, _ in _SPANS.values())


def lasting(found: CustodyRecord, language: Language) -> list[Lasting]:
    """What lasts, the longest first; nothing once custody has ended."""
    if found.whereabouts.status in ("released", "escaped", "died"):
        return []
    open_now = [
        _told(key, entry, found, language)
        for key, (begins, ends, role) in _SPANS.items()
        for entry in _unended(found, begins, ends, role)
    ]
    return sorted(open_now, key=lambda each: each.since)


def _unended(found: CustodyRecord, begins: str, ends: str, role: str) -> list[ShownEntry]:
    """The beginnings after which nothing ended the same object; another cell ends solitary in the old one."""
    begun: dict[tuple[str, ...], ShownEntry] = {}
    for entry in found.timeline:
        if not entry.counts:
            continue
        which = entry.objects.get(role, ())
        if entry.kind == begins:
            begun.setdefault(which, entry)
        elif entry.kind == ends:
            begun.pop(which, None)
        elif role == "placement" and entry.kind in _MOVES:
            begun.clear()
    return list(begun.values())


def _told(key: str, entry: ShownEntry, found: CustodyRecord, language: Language) -> Lasting:
    ends = _SPANS[key][1]
    mine = ends in found.may_add and ends in kind_forms()
    return Lasting(
        key=key,
        since=entry.at,
        entry=entry.id,
        ends=ends if mine else "",
        button=button_word(ends, language) if mine else "",
    )
