"""Dated values the law counts by, such as the monthly calculation index: never edited, only added to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from qorgau.lawbook.reading import read_date, read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.lawbook.words import Confirmed

_KEYS = frozenset({"title", "unit", "values", "parts"})
_VALUE = frozenset({"value", "source", "confirmed", "note"})


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A whole number in force from one civil day on, until a later one replaces it."""

    since: date
    value: int
    source: str
    confirmed: Confirmed
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value over time, or several under the names of their parts."""

    id: str  # pack/name
    title: Text
    unit: str
    parts: Mapping[str, tuple[DatedValue, ...]]  # ascending by date; a single value has the part ""

    def dated_on(self, day: date, *, part: str = "") -> DatedValue | None:
        """The line in force on a civil day; None before the first one or for an unknown part."""
        known = [line for line in self.parts.get(part, ()) if line.since <= day]
        return known[-1] if known else None

    def value_on(self, day: date, *, part: str = "") -> int | None:
        """The value in force on a civil day; None where there is none."""
        line = self.dated_on(day, part=part)
        return None if line is None else line.value


def read_parameter(path: Path) -> Parameter:
    """Read `law/PACK/parameters/NAME.yaml`; raises LawFileError with file and line."""
    pack = path.parent.parent.name
    root = read_yaml(path, name=f"{pack}/parameters/{path.name}")
    keys = root.mapping(_KEYS)
    for key in ("title", "unit"):
        if key not in keys:
            raise root.fail(f"`{key}` is missing.")
    if ("values" in keys) == ("parts" in keys):
        raise root.fail("a parameter has either `values` or `parts`, not both and not neither.")
    listed = {"": keys["values"]} if "values" in keys else dict(keys["parts"].mapping())
    return Parameter(
        id=f"{pack}/{path.stem}",
        title=read_text(keys["title"]),
        unit=keys["unit"].text(),
        parts={name: _values(node) for name, node in listed.items()},
    )


@cache
def parameter(id: str, *, folder: Path) -> Parameter:
    """The parameter `pack/name` of a law folder, read once."""
    pack, _, name = id.partition("/")
    return read_parameter(folder / pack / "parameters" / f"{name}.yaml")


def _values(node: Node) -> tuple[DatedValue, ...]:
    lines = [_dated(read_date(Node(day, value.place)), value) for day, value in node.mapping().items()]
    if not lines:
        raise node.fail("a parameter needs at least one dated value.")
    return tuple(sorted(lines, key=lambda line: line.since))


def _dated(since: date, node: Node) -> DatedValue:
    keys = node.mapping(_VALUE)
    for key in ("value", "source", "confirmed"):
        if key not in keys:
            raise node.fail(f"`{key}` is missing.")
    value = keys["value"].text()
    if not re.fullmatch(r"\d+", value):
        raise keys["value"].fail(f"`{value}` is no whole number. Write it without spaces or a unit.")
    return DatedValue(
        since=since,
        value=int(value),
        source=keys["source"].text(),
        confirmed=Confirmed(keys["confirmed"].one_of([word.value for word in Confirmed])),
        note=keys["note"].text() if "note" in keys else "",
    )
