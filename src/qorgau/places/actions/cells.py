"""Acts upon a cell: it is listed, said anew, and closed."""

from qorgau.access.actor import Actor
from qorgau.places import queries, rules
from qorgau.places.actions.drafting import (
    NOW,
    Since,
    closed_faults,
    reason_faults,
    record_of_place,
    refuse,
)
from qorgau.places.details import CellDetails, cell_details_of, cell_facts
from qorgau.places.faults import Fault
from qorgau.places.permits import require_change
from qorgau.recording.drafts import new_entry_id


def list_cell(
    actor: Actor,
    place_id: str,
    details: CellDetails,
    *,
    now: int,
    since: Since = NOW,
    cell_id: str | None = None,
) -> str:
    """List a cell of a place, or say anew what it is; gives its id. Raises NotListed, NotPermitted or Unfit."""
    place = queries.place(place_id, language=actor.language)
    require_change(actor, place)
    faults = [*rules.cell_faults(details), *closed_faults(place), *_cell_taken(place_id, details, cell_id)]
    refuse(actor, faults)
    found = cell_id or new_entry_id()
    if cell_id is not None and _is_as_listed(cell_id, details):
        return found
    record_of_place(actor, "CellListed", place, cell_facts(details), now=now, since=since, cell_id=found)
    return found


def close_cell(actor: Actor, cell_id: str, *, now: int, since: Since = NOW, reason: str = "") -> None:
    """Record that nobody is put in a cell any more. Raises NotListed, NotPermitted or Unfit."""
    cell = queries.cell(cell_id, language=actor.language)
    place = queries.place(cell.place, language=actor.language)
    require_change(actor, place)
    shut = (Fault(where="", key="cell_closed_already"),) if cell.closed else ()
    refuse(actor, [*shut, *reason_faults(reason)])
    record_of_place(actor, "CellClosed", place, {}, now=now, since=since, reason=reason, cell_id=cell_id)


def _cell_taken(place_id: str, details: CellDetails, cell_id: str | None) -> list[Fault]:
    """The name belongs to another open cell of the place, or the id to a cell of another place."""
    wanted = details.name.casefold()
    others = [cell for cell in queries.cells_of(place_id) if cell.id != cell_id]
    if any(cell.name.casefold() == wanted for cell in others):
        return [Fault(where="name", key="cell_named_already", values={"name": details.name})]
    if cell_id is not None and queries.place_of_cell(cell_id) not in {None, place_id}:
        return [Fault(where="", key="cell_elsewhere")]
    return []


def _is_as_listed(cell_id: str, details: CellDetails) -> bool:
    if queries.place_of_cell(cell_id) is None:
        return False
    cell = queries.cell(cell_id)
    return not cell.closed and cell_details_of(cell) == details
