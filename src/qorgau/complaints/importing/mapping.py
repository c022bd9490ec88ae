"""The map of an import: what their columns and words mean here. Only what it says is taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qorgau.complaints.importing.columns import AS_GIVEN, EVERY, Left
from qorgau.custody.importing.foreign import PARTS, TableMap, listed, map_parts, text_of
from qorgau.custody.importing.rows import Cell
from qorgau.lawbook.strict_yaml import read_yaml

_PARTS = PARTS | {"unreadable"}


@dataclass(frozen=True, kw_only=True)
class FileMap(TableMap):
    """How a foreign table is read. unreadable: cells that say that nothing can be read."""

    unreadable: frozenset[str] = frozenset()

    def cells(self, given: Mapping[str, Cell]) -> dict[str, str]:
        """A row in our words; their own word stays beside ours where a column keeps it."""
        found: dict[str, str] = {}
        for theirs, cell in given.items():
            said = text_of(cell)
            if self.takes(theirs, said):
                self._put(found, self.column(theirs), said)
        return found

    def _put(self, found: dict[str, str], ours: str, said: str) -> None:
        found[ours] = Left.UNREADABLE.value if said in self.unreadable else self.word(ours, said)
        if ours in self.values and (kept := AS_GIVEN.get(ours)):
            found.setdefault(kept, said)

    def completed(self, cells: Mapping[str, str]) -> dict[str, str]:
        """With what is the same in every row."""
        return {**self.fixed, **cells}


def read_map(path: Path) -> FileMap:
    """A map from a YAML file; raises LawFileError with its line for what cannot be meant."""
    root = read_yaml(path).mapping(_PARTS)
    return FileMap(**map_parts(root, EVERY), unreadable=listed(root.get("unreadable")))
