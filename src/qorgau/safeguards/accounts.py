"""Several accounts of one event: which entries speak of the same event, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qorgau.clock import Interval
from qorgau.lawbook import Lawbook
from qorgau.safeguards.history import Entry


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, by one or several accounts."""

    seq: int
    kind: str
    happened: Interval
    facts: Mapping[str, str]  # said by some account and contradicted by none
    sources: frozenset[str | None]
    ids: tuple[str, ...]
    gap: int = 0  # seconds between accounts that cannot both be right
    stay: int | None = None  # of the start and the end of one stay, told in one breath


def events_of(entries: Iterable[Entry], *, lawbook: Lawbook, word_of: str | None = None) -> tuple[Event, ...]:
    """The events behind the entries, in order of sequence.

    Accounts of different sources that name the same identifying object are one event. With
    `word_of` the time is that source's where it gives one; otherwise the hull of all accounts. What
    it says of facts goes before what others say; facts that accounts contradict are unknown.
    """
    alone: list[list[Entry]] = []
    told: dict[tuple[str, tuple[str, ...]], dict[str | None, list[Entry]]] = {}
    for entry in entries:
        role = _identified_by(entry.kind, lawbook)
        objects = tuple(sorted(entry.objects.get(role, ()))) if role else ()
        if objects:
            told.setdefault((entry.kind, objects), {}).setdefault(entry.by, []).append(entry)
        else:
            alone.append([entry])
    for by_source in told.values():
        alone.extend(_paired(by_source.values()))
    events = [_event(accounts, word_of) for accounts in alone]
    return tuple(sorted(events, key=lambda event: event.seq))


def _identified_by(kind: str, lawbook: Lawbook) -> str:
    known = lawbook.kinds.get(kind)
    return known.identified_by if known else ""


def _paired(by_source: Iterable[list[Entry]]) -> list[list[Entry]]:
    """The first account of each source together, then the second of each, and so on."""
    columns = [sorted(own, key=lambda entry: entry.seq) for own in by_source]
    longest = max(len(own) for own in columns)
    return [[own[i] for own in columns if i < len(own)] for i in range(longest)]


def _event(accounts: list[Entry], word_of: str | None) -> Event:
    if len(accounts) == 1:
        entry = accounts[0]
        sources = frozenset({entry.by})
        return Event(
            entry.seq, entry.kind, entry.happened, entry.facts, sources, (entry.id,), stay=entry.stay
        )
    believed = [entry for entry in accounts if entry.by == word_of] if word_of else []
    return Event(
        seq=min(entry.seq for entry in accounts),
        kind=accounts[0].kind,
        happened=Interval.hull(entry.happened for entry in believed or accounts),
        facts={**_agreed(accounts), **_agreed(believed)},
        sources=frozenset(entry.by for entry in accounts),
        ids=tuple(entry.id for entry in accounts),
        gap=_gap(accounts),
    )


def _agreed(accounts: list[Entry]) -> dict[str, str]:
    said: dict[str, set[str]] = {}
    for entry in accounts:
        for name, value in entry.facts.items():
            said.setdefault(name, set()).add(value)
    return {name: values.pop() for name, values in said.items() if len(values) == 1}


def _gap(accounts: list[Entry]) -> int:
    first_end = min(entry.happened.latest for entry in accounts)
    last_start = max(entry.happened.earliest for entry in accounts)
    return max(0, last_start - first_end)
