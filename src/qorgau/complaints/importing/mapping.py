"""The map of an import: what their columns and words mean here. Only what it says is taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qorgau.complaints.importing.columns import AS_GIVEN, EVERY, Left
from qorgau.custody.importing.rows import Cell
from qorgau.lawbook.strict_yaml import Node, read_yaml

_PARTS = frozenset({"columns", "values", "fixed", "unreadable", "empty", "left_out"})


@dataclass(frozen=True, kw_only=True)
class FileMap:
    """How a foreign table is read.

    columns: theirs -> ours; values: ours -> their word -> our word; fixed: ours -> the same in every row;
    unreadable: cells that say that nothing can be read; empty: cells that say nothing; left_out: columns not taken.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()

    def column(self, theirs: str) -> str:
        """Our name of a column."""
        return self.columns.get(theirs, theirs)

    def cells(self, given: Mapping[str, Cell]) -> dict[str, str]:
        """A row in our words; their own word stays beside ours where a column keeps it."""
        found: dict[str, str] = {}
        for theirs, cell in given.items():
            said = _text(cell)
            if theirs in self.left_out or not said or said in self.empty:
                continue
            self._put(found, self.column(theirs), said)
        return found

    def _put(self, found: dict[str, str], ours: str, said: str) -> None:
        if said in self.unreadable:
            found[ours] = Left.UNREADABLE.value
        else:
            found[ours] = self.values.get(ours, {}).get(said, said)
        if ours in self.values and (kept := AS_GIVEN.get(ours)):
            found.setdefault(kept, said)

    def completed(self, cells: Mapping[str, str]) -> dict[str, str]:
        """With what is the same in every row."""
        return {**self.fixed, **cells}


def read_map(path: Path) -> FileMap:
    """A map from a YAML file; raises LawFileError with its line for what cannot be meant."""
    root = read_yaml(path).mapping(_PARTS)
    return FileMap(
        columns=_columns(root.get("columns")),
        values={ours: _words(node) for ours, node in _ours(root.get("values")).items()},
        fixed={ours: node.text() for ours, node in _ours(root.get("fixed")).items()},
        unreadable=_set(root.get("unreadable")),
        empty=_set(root.get("empty")),
        left_out=_set(root.get("left_out")),
    )


def _columns(node: Node | None) -> dict[str, str]:
    if node is None:
        return {}
    found: dict[str, str] = {}
    for theirs, ours in node.mapping().items():
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
    return str(cell).strip()
