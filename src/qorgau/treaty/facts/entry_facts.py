"""The facts of an entry, typed: what is not said reads as nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from qorgau.ledger.entry import Entry
from qorgau.recording.history import RecordedEntry, standing

LINES = "\n"


def counted(entries: Sequence[RecordedEntry]) -> tuple[RecordedEntry, ...]:
    """The entries that count, in the order in which they came."""
    return standing(entries)


def of_kind(entries: Iterable[RecordedEntry], *kinds: str) -> list[RecordedEntry]:
    """Those of these kinds."""
    return [each for each in entries if each.entry.kind in kinds]


def text(entry: Entry, name: str) -> str:
    """A fact as text; "" where it is not said."""
    return str(entry.facts.get(name, ""))


def number(entry: Entry, name: str) -> int | None:
    """A fact as a number."""
    value = entry.facts.get(name)
    return value if isinstance(value, int) else None


def yes(entry: Entry, name: str) -> bool:
    """Whether a fact says yes."""
    return entry.facts.get(name) == "yes"


def listed(entry: Entry, name: str) -> list[Any]:
    """A fact that is a list."""
    value = entry.facts.get(name, ())
    return list(value) if isinstance(value, list | tuple) else []


def group(entry: Entry, name: str) -> dict[str, Any]:
    """A fact that holds named values."""
    value = entry.facts.get(name, {})
    return dict(value) if isinstance(value, dict) else {}


def in_lines(words: Iterable[object]) -> str:
    """Words one under another, as a column keeps them."""
    return LINES.join(str(word) for word in words)


def from_lines(column: str) -> tuple[str, ...]:
    """The words of such a column."""
    return tuple(column.split(LINES)) if column else ()


def named(entry: Entry, role: str) -> str:
    """The one object of that role that an entry names; "" for none."""
    found = entry.objects.get(role, ())
    return found[0] if found else ""
