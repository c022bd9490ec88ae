"""The entries of a custody by kind and by when they happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qorgau.custody.facts.standing import Standing, key_of
from qorgau.recording.history import RecordedEntry


@dataclass(frozen=True, kw_only=True)
class Moments:
    """The counted entries in the order in which things happened, and each kind's in that order."""

    ordered: tuple[RecordedEntry, ...]
    of: Mapping[str, tuple[RecordedEntry, ...]]

    def any(self, *kinds: str) -> bool:
        """Whether one of these kinds was entered."""
        return any(kind in self.of for kind in kinds)

    def last(self, *kinds: str) -> RecordedEntry | None:
        """The latest entry of these kinds, by when it happened."""
        found = [self.of[kind][-1] for kind in kinds if kind in self.of]
        return max(found, key=at, default=None)

    def first_at(self, *kinds: str) -> int | None:
        """The earliest instant of these kinds, by any word."""
        return min((at(self.of[kind][0]) for kind in kinds if kind in self.of), default=None)

    def last_fact(self, name: str, *kinds: str) -> str | None:
        """A fact as the last entry of these kinds (all, if none are named) that says it."""
        for each in reversed(self.recorded):
            if name in each.entry.facts and (not kinds or each.entry.kind in kinds):
                return str(each.entry.facts[name])
        return None

    recorded: tuple[RecordedEntry, ...] = ()


def at(each: RecordedEntry) -> int:
    """The first instant at which it may have happened; when it was typed, where nobody says."""
    return min((source.earliest for source in each.entry.happened), default=each.entry.recorded)


def moments_of(standing: Standing) -> Moments:
    """The entries that count, ordered."""
    in_record = sorted(standing.counted, key=lambda each: standing.order[key_of(each)])
    ordered = sorted(in_record, key=at)
    return Moments(ordered=tuple(ordered), of=_by_kind(ordered), recorded=tuple(in_record))


def _by_kind(ordered: Iterable[RecordedEntry]) -> dict[str, tuple[RecordedEntry, ...]]:
    found: dict[str, list[RecordedEntry]] = {}
    for each in ordered:
        found.setdefault(each.entry.kind, []).append(each)
    return {kind: tuple(own) for kind, own in found.items()}


def named(each: RecordedEntry, role: str) -> str:
    """The first object that an entry names in a role, or nothing."""
    ids: Sequence[str] = each.entry.objects.get(role, ())
    return ids[0] if ids else ""
