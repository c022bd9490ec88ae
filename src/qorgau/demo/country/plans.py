"""What is planned of a place, a cell and a unit, before it becomes entries."""

from dataclasses import dataclass

from qorgau.lawbook.safeguard import Text


@dataclass(frozen=True, kw_only=True)
class CellPlan:
    """A cell; area in tenths of a square metre."""

    id: str
    name: str
    capacity: int
    area_tenths: int
    for_whom: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlacePlan:
    """A place of detention, or one that was used as such.

    kind: as in law/kz/bodies.yaml; fact: the word that rules read on an entry of a custody there;
    said_by: by whose word its desk makes entries.
    """

    id: str
    name: Text
    kind: str
    fact: str
    official: bool
    body: str
    unit: str
    region: str
    settlement: str
    zone: str
    said_by: str
    capacity: int | None
    area_tenths: int | None
    for_whom: tuple[str, ...]
    accessible: tuple[str, ...] | None
    cells: tuple[CellPlan, ...]

    def cell_for(self, whom: str, turn: int) -> CellPlan | None:
        """A cell for such a person; any cell where none is meant for them; None where there are no cells."""
        fitting = [cell for cell in self.cells if whom in cell.for_whom] or list(self.cells)
        return fitting[turn % len(fitting)] if fitting else None


@dataclass(frozen=True, kw_only=True)
class UnitPlan:
    """A concrete body: the police of one region, one court, one prosecutor's office."""

    id: str
    name: Text
    institution: str
    region: str
