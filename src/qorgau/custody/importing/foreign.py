"""The map of a foreign table: what their columns and words mean here. Only what it says is taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from qorgau.custody.importing.rows import Cell
from qorgau.lawbook.strict_yaml import Node

PARTS = frozenset({"columns", "values", "fixed", "empty", "left_out"})
"""What such a map may hold; a slice may add parts of its own."""


@dataclass(frozen=True, kw_only=True)
class TableMap:
    """How a foreign table is read.

    columns: theirs -> ours; values: ours -> their word -> our word; fixed: ours -> the same in every row;
    empty: cells that say nothing; left_out: columns not taken.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()

    def column(self, theirs: str) -> str:
        """Our name of a column."""
        return self.columns.get(theirs, theirs)

    def word(self, ours: str, theirs: str) -> str:
        """Our word for theirs in a column of ours; theirs where the map has none."""
        return self.values.get(ours, {}).get(theirs, theirs)

    def takes(self, theirs: str, said: str) -> bool:
        """Whether a cell of a column of theirs is taken over."""
        return bool(said) and said not in self.empty and theirs not in self.left_out


class MapParts(TypedDict):
    """The parts of a map, as TableMap takes them."""

    columns: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    fixed: Mapping[str, str]
    empty: frozenset[str]
    left_out: frozenset[str]


def map_parts(root: Mapping[str, Node], every: frozenset[str]) -> MapParts:
    """The parts as a file has them; every: our columns. Raises LawFileError with the line of what cannot be meant."""
    return MapParts(
        columns=_columns(root.get("columns"), every),
        values={ours: _words(node) for ours, node in _ours(root.get("values"), every).items()},
        fixed={ours: node.text() for ours, node in _ours(root.get("fixed"), every).items()},
        empty=listed(root.get("empty")),
        left_out=listed(root.get("left_out")),
    )


def listed(node: Node | None) -> frozenset[str]:
    """A list of words or columns; none where it is not there."""
    return frozenset() if node is None else frozenset(node.texts())


def _columns(node: Node | None, every: frozenset[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for theirs, ours in node.mapping().items() if node is not None else ():
        name = ours.one_of(sorted(every))
        if name in found.values():
            raise ours.fail(f"two of their columns are called `{name}`. Keep one, and leave the other out.")
        found[theirs] = name
    return found


def _ours(node: Node | None, every: frozenset[str]) -> Mapping[str, Node]:
    return {} if node is None else node.mapping(every)


def _words(node: Node) -> dict[str, str]:
    return {theirs: ours.text() for theirs, ours in node.mapping().items()}


def text_of(cell: Cell) -> str:
    """A cell as words."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell).strip()
