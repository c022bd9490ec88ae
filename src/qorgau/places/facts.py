"""Fold the entries of one line of the inventory: a place with its cells, or a unit. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qorgau.clock import zone_named
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.places.place import Accessibility, Cell, ForWhom, Place, Unit
from qorgau.recording.history import RecordedEntry, standing

LISTING = "listing"
"""The role by which the inventory's own entries are folded (decision 0072)."""

_WITHIN_A_SECOND = ("UnitListed", "PlaceOpened", "PlaceChanged", "CellListed", "CellClosed", "PlaceClosed")

STEP = "step"
"""The fact that counts the acts on one line of the inventory from 0, so that a second holds several."""

CLEARED = "cleared"
"""The fact of a change that names what is no longer known."""


@dataclass(frozen=True)
class Inventory:
    """A place with all its cells, closed ones too."""

    place: Place
    cells: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def open_cells(self) -> tuple[Cell, ...]:
        """The cells somebody may be put in."""
        return tuple(cell for cell in self.cells.values() if not cell.closed)


def in_order(entries: Sequence[RecordedEntry]) -> tuple[RecordedEntry, ...]:
    """The entries that count, by when what they say came about; as recorded where that is the same."""
    return tuple(sorted(standing(entries), key=_turn))


def _turn(each: RecordedEntry) -> tuple[int, int, int, int]:
    # Several may be entered within one second: then by the step each says it is; without it, as in a
    # file of places, what opens comes first and what closes last.
    entry = each.entry
    return came_about(each), entry.recorded, entry.facts.get(STEP, -1), _WITHIN_A_SECOND.index(entry.kind)


def came_about(each: RecordedEntry) -> int:
    """The first instant by which it is true; when it was recorded where nobody says."""
    return min((source.earliest for source in each.entry.happened), default=each.entry.recorded)


def fold_place(
    place_id: str, entries: Sequence[RecordedEntry], *, as_of: int | None = None
) -> Inventory | None:
    """The place as it stood at an instant, or as last known; None before it was opened."""
    found: Inventory | None = None
    for each in in_order(entries):
        if as_of is not None and came_about(each) > as_of:
            break
        found = fold_entry(found, place_id, each)
    return None if found is None else replace(found, place=replace(found.place, cells=len(found.open_cells)))


def stages(place_id: str, entries: Sequence[RecordedEntry]) -> Iterator[tuple[int, Inventory]]:
    """Each state the place was in, with the instant from which it was."""
    found: Inventory | None = None
    for each in in_order(entries):
        found = fold_entry(found, place_id, each)
        if found is not None:
            yield came_about(each), found


def first_lister(entries: Sequence[RecordedEntry]) -> str:
    """The body for which the place was first listed: by when that came in, which nobody can date back."""
    listed = [each for each in standing(entries) if each.entry.kind == "PlaceOpened"]
    return min(listed, key=lambda each: each.received).entry.for_body if listed else ""


def fold_unit(unit_id: str, entries: Sequence[RecordedEntry]) -> Unit | None:
    """The unit as last listed."""
    listed = [each for each in in_order(entries) if each.entry.kind == "UnitListed"]
    if not listed:
        return None
    facts = listed[-1].entry.facts
    return Unit(
        id=unit_id,
        name=name_of(facts),
        institution=facts["institution"],
        region=facts["region"],
        above=facts.get("above", ""),
        since=came_about(listed[0]),
    )


def name_of(facts: Mapping[str, Any]) -> Text:
    """The name in three languages."""
    return {language: facts[f"name_{language.value}"] for language in Language}


def fold_entry(found: Inventory | None, place_id: str, each: RecordedEntry) -> Inventory | None:
    """What an entry makes of the place."""
    kind = each.entry.kind
    if kind == "PlaceOpened":
        return _opened(found, place_id, each)
    if found is None:
        return None
    if kind == "PlaceChanged":
        return replace(found, place=_changed(found.place, each.entry.facts))
    if kind == "PlaceClosed":
        return replace(found, place=replace(found.place, closed_at=came_about(each)))
    if kind == "CellListed":
        return _with_cell(found, each)
    if kind == "CellClosed":
        return _without_cell(found, each)
    return found


def _opened(found: Inventory | None, place_id: str, each: RecordedEntry) -> Inventory:
    facts = each.entry.facts
    bare = Place(
        id=place_id,
        name=name_of(facts),
        kind=facts["kind"],
        official=facts["official"] == "yes",
        body=facts["body"],
        region=facts["region"],
        zone=zone_named(facts["zone"]),
        opened_at=came_about(each),
    )
    return Inventory(_changed(bare, facts), {} if found is None else found.cells)


def _changed(place: Place, facts: Mapping[str, Any]) -> Place:
    """The place with the facts that an entry gives, and without those it clears."""
    values: dict[str, Any] = {name: read(facts[name]) for name, read in _READ.items() if name in facts}
    for name in facts.get(CLEARED, ()):
        values[name] = _EMPTY[name]
    if "name_en" in facts:
        values["name"] = name_of(facts)
    return replace(place, **values)


_READ: Mapping[str, Any] = {
    "kind": str,
    "official": lambda word: word == "yes",
    "body": str,
    "unit": str,
    "region": str,
    "settlement": str,
    "zone": zone_named,
    "capacity": int,
    "area_tenths": int,
    "for_whom": lambda words: tuple(ForWhom(word) for word in words),
    "accessible": lambda words: tuple(Accessibility(word) for word in words),
}

_EMPTY: Mapping[str, Any] = {
    "unit": "", "settlement": "", "capacity": None, "area_tenths": None, "for_whom": (), "accessible": None,
}  # fmt: skip
CLEARABLE = frozenset(_EMPTY)
"""What may be made unknown again."""


def _with_cell(found: Inventory, each: RecordedEntry) -> Inventory:
    (cell_id,) = each.entry.objects["cell"]
    facts = each.entry.facts
    before = found.cells.get(cell_id)
    cell = Cell(
        id=cell_id,
        place=found.place.id,
        name=facts["name"],
        capacity=facts.get("capacity"),
        area_tenths=facts.get("area_tenths"),
        for_whom=tuple(ForWhom(word) for word in facts.get("for_whom", ())),
        listed_at=came_about(each) if before is None else before.listed_at,
    )
    return replace(found, cells={**found.cells, cell_id: cell})


def _without_cell(found: Inventory, each: RecordedEntry) -> Inventory:
    (cell_id,) = each.entry.objects["cell"]
    if cell_id not in found.cells:
        return found
    closed = replace(found.cells[cell_id], closed_at=came_about(each))
    return replace(found, cells={**found.cells, cell_id: closed})
