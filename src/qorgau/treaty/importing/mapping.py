"""The map of a foreign list: what their columns and words mean here. Only what it says is taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qorgau.custody.importing.rows import Cell
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.treaty.importing.columns import COMPUTED, EVERY, OF_ITS_OWN, TRACKING_DATABASE

_PARTS = frozenset({"columns", "values", "fixed", "empty", "left_out"})


@dataclass(frozen=True, kw_only=True)
class ListMap:
    """How a list is read.

    columns: theirs -> ours; values: ours -> their word -> our word; fixed: ours -> the same in every row;
    empty: cells that say nothing; left_out: columns not taken.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()
    left_out: frozenset[str] = COMPUTED

    def cells(self, given: Mapping[str, Cell]) -> dict[str, str]:
        """A row in our words."""
        found = dict(self.fixed)
        for theirs, cell in given.items():
            said = _text(cell)
            ours = self.columns.get(theirs, theirs)
            if said and said not in self.empty and theirs not in self.left_out:
                found[ours] = self.values.get(ours, {}).get(said, said)
        return found


OF_THE_TRACKING_DATABASE = ListMap(columns=TRACKING_DATABASE, left_out=OF_ITS_OWN)


def map_for(columns: frozenset[str]) -> ListMap:
    """The map of a list that came with none: of our own exports."""
    return OF_THE_TRACKING_DATABASE if set(TRACKING_DATABASE) & columns else ListMap()


def read_map(path: Path) -> ListMap:
    """A map from a YAML file; raises LawFileError with its line for what cannot be meant."""
    root = read_yaml(path).mapping(_PARTS)
    return ListMap(
        columns=_columns(root.get("columns")),
        values={ours: _words(node) for ours, node in _ours(root.get("values")).items()},
        fixed={ours: node.text() for ours, node in _ours(root.get("fixed")).items()},
        empty=_set(root.get("empty")),
        left_out=_set(root.get("left_out")),
    )


def _columns(node: Node | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for theirs, ours in node.mapping().items() if node is not None else ():
        name = ours.one_of(sorted(EVERY))
        if name in found.values():
            raise ours.fail(f"two of their columns are called `{name}`. Keep one, and leave the other out.")
        found[theirs] = name
    return found


def _ours(node: Node | None) -> Mapping[str, Node]:
    return {} if node is None else node.mapping(EVERY)


def _words(node: Node) -> dict[str, str]:
    return {theirs: ours.text() for theirs, ours in node.mapping().items()}


def _set(node: Node | None) -> frozenset[str]:
    return frozenset() if node is None else frozenset(node.texts())


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    said = str(cell).strip()
    # Our own CSV marks so what a spreadsheet would calculate.
    return said[1:] if said[:1] == "'" and said[1:2] in ("=", "+", "-", "@") else said
