"""What is known of one subject: its entries in order, and what they say about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qorgau.clock import Interval, Zone
from qorgau.lawbook import Lawbook


@dataclass(frozen=True, slots=True)
class Entry:
    """One account of something that happened: what, when, who says so, with which facts."""

    id: str
    seq: int  # place in the record: the order of what happened at the same second
    kind: str
    happened: Interval
    by: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    objects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    recorded: int | None = None
    stay: int | None = None  # entries with one number are the start and the end of one stay, in order


@dataclass(frozen=True, slots=True)
class History:
    """The entries that speak of one subject, and its attributes as last known."""

    role: str
    subject: str
    entries: tuple[Entry, ...]
    attributes: Mapping[str, str]
    zone: Zone

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        *,
        zone: Zone,
        role: str = "custody",
        subject: str = "1",
        attributes: Mapping[str, str] | None = None,
    ) -> History:
        """A history whose attributes are what its entries say last, over those given."""
        known = tuple(sorted(entries, key=lambda entry: entry.seq))
        return cls(role, subject, known, {**(attributes or {}), **last_said(known)}, zone)


def last_said(entries: Iterable[Entry]) -> dict[str, str]:
    """Each fact as the last entry (by sequence) that says it."""
    known: dict[str, str] = {}
    for entry in entries:
        known.update(entry.facts)
    return known


def histories(entries: Iterable[Entry], *, role: str, lawbook: Lawbook, zone: Zone) -> tuple[History, ...]:
    """The history of every object of a role, in the order in which they are first named.

    An entry belongs to the objects it names in that role; if it names none, to all objects that
    are part of the nearest wider object it does name.
    """
    wider = lawbook.widening(role)
    known = tuple(sorted(entries, key=lambda entry: entry.seq))
    members = _members(known, role, wider)
    of_object: dict[str, list[Entry]] = {name: [] for name in _named(known, role)}
    for entry in known:
        for name in _spoken_of(entry, role, wider, members):
            of_object[name].append(entry)
    return tuple(History.of(own, role=role, subject=name, zone=zone) for name, own in of_object.items())


def _named(entries: Iterable[Entry], role: str) -> dict[str, None]:
    return {name: None for entry in entries for name in entry.objects.get(role, ())}


def _members(
    entries: Iterable[Entry], role: str, wider: tuple[str, ...]
) -> dict[tuple[str, str], dict[str, None]]:
    """Which objects of the role are part of which wider object: entries that name both say so."""
    members: dict[tuple[str, str], dict[str, None]] = {}
    above: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    chain = (role, *wider)
    for entry in entries:
        for low, below in enumerate(chain):
            for name in entry.objects.get(below, ()):
                for high in chain[low + 1 :]:
                    for whole in entry.objects.get(high, ()):
                        above.setdefault((high, whole), {})[below, name] = None
    for whole_key in above:
        members[whole_key] = {name: None for kind, name in _below(whole_key, above) if kind == role}
    return members


def _below(
    key: tuple[str, str], above: Mapping[tuple[str, str], dict[tuple[str, str], None]]
) -> dict[tuple[str, str], None]:
    found: dict[tuple[str, str], None] = {}
    for part in above.get(key, ()):
        found[part] = None
        found.update(_below(part, above))
    return found


def _spoken_of(
    entry: Entry,
    role: str,
    wider: tuple[str, ...],
    members: Mapping[tuple[str, str], dict[str, None]],
) -> Iterable[str]:
    own = entry.objects.get(role, ())
    if own:
        return dict.fromkeys(own)
    for above in wider:
        names = entry.objects.get(above, ())
        if names:
            return {name: None for whole in names for name in members.get((above, whole), ())}
    return ()
