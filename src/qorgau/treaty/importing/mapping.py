"""The map of a foreign list: what their columns and words mean here. Only what it says is taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qorgau.custody.importing.foreign import PARTS, TableMap, map_parts, text_of
from qorgau.custody.importing.rows import Cell
from qorgau.lawbook.strict_yaml import read_yaml
from qorgau.treaty.importing.columns import COMPUTED, EVERY, OF_ITS_OWN, TRACKING_DATABASE


@dataclass(frozen=True, kw_only=True)
class ListMap(TableMap):
    """How a list is read; what our own exports compute is left out."""

    left_out: frozenset[str] = COMPUTED

    def cells(self, given: Mapping[str, Cell]) -> dict[str, str]:
        """A row in our words."""
        found = dict(self.fixed)
        for theirs, cell in given.items():
            said = _unguarded(text_of(cell))
            if self.takes(theirs, said):
                ours = self.column(theirs)
                found[ours] = self.word(ours, said)
        return found


OF_THE_TRACKING_DATABASE = ListMap(columns=TRACKING_DATABASE, left_out=OF_ITS_OWN)


def map_for(columns: frozenset[str]) -> ListMap:
    """The map of a list that came with none: of our own exports."""
    return OF_THE_TRACKING_DATABASE if set(TRACKING_DATABASE) & columns else ListMap()


def read_map(path: Path) -> ListMap:
    """A map from a YAML file; raises LawFileError with its line for what cannot be meant."""
    return ListMap(**map_parts(read_yaml(path).mapping(PARTS), EVERY))


def _unguarded(said: str) -> str:
    # Our own CSV marks so what a spreadsheet would calculate.
    return said[1:] if said[:1] == "'" and said[1:2] in ("=", "+", "-", "@") else said
