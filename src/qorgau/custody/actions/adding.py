"""Adding an entry to a custody."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.done import Added
from qorgau.custody.entries import NewEntry


def add_entry(
    actor: Actor,
    custody_id: str,
    new: NewEntry,
    *,
    now: int,
    act_id: str | None = None,
    confirmed: bool = False,
) -> Added:
    """Add one entry by its kind's form; `NewEntry(kind="MealGiven")` is one touch: it happened now.

    Raises CustodyRefusal (field names the field), NeedsConfirmation, NoSuchCustody, NotPermitted.
    """
    raise NotImplementedError
