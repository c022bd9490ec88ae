"""The history of a place: each entry with what it changed, by whom and when. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qorgau.places.facts import Inventory, came_about, fold_entry, in_order
from qorgau.places.place import Cell, Place
from qorgau.recording.history import RecordedEntry


@dataclass(frozen=True, kw_only=True)
class Change:
    """One entry of a place's history, newest first on its page.

    did: the word of what it did; before, after: the place around it, None where there was none;
    cell_before, cell_after: the cell it speaks of; counts: False where a correction set it aside.
    """

    entry_id: str
    did: str
    at: int
    recorded: int
    by: str | None
    for_body: str
    reason: str
    counts: bool = True
    before: Place | None = None
    after: Place | None = None
    cell_before: Cell | None = None
    cell_after: Cell | None = None


def changes(place_id: str, entries: Sequence[RecordedEntry]) -> tuple[Change, ...]:
    """Everything that was recorded of a place, newest first, what was set aside among it."""
    counted = tuple(_counted(place_id, entries))
    ids = {change.entry_id for change in counted}
    aside = [_change(each, counts=False) for each in entries if each.entry.id not in ids]
    return tuple(sorted([*counted, *aside], key=lambda change: change.at)[::-1])


def _counted(place_id: str, entries: Sequence[RecordedEntry]) -> Iterator[Change]:
    found: Inventory | None = None
    for each in in_order(entries):
        after = fold_entry(found, place_id, each)
        yield _change(each, before=found, after=after)
        found = after


def _change(
    each: RecordedEntry,
    *,
    counts: bool = True,
    before: Inventory | None = None,
    after: Inventory | None = None,
) -> Change:
    entry = each.entry
    cell_id = next(iter(entry.objects.get("cell", ())), "")
    cell_before = before.cells.get(cell_id) if before else None
    return Change(
        entry_id=entry.id,
        did="CellChanged" if entry.kind == "CellListed" and cell_before else entry.kind,
        at=came_about(each),
        recorded=entry.recorded,
        by=entry.by,
        for_body=entry.for_body,
        reason=str(entry.facts.get("reason", "")),
        counts=counts,
        before=before.place if before else None,
        after=after.place if after else None,
        cell_before=cell_before,
        cell_after=after.cells.get(cell_id) if after else None,
    )
