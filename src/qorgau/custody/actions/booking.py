"""Registering a person who was brought in."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.done import Booked
from qorgau.custody.entries import Booking


def book(
    actor: Actor, booking: Booking, *, now: int, act_id: str | None = None, confirmed: bool = False
) -> Booked:
    """Register a deprivation of liberty: one append of all the entries that the booking gives.

    act_id: the caller's key; the same key again changes nothing and gives the same answer. Raises
    CustodyRefusal (field names the field), NeedsConfirmation (send again with confirmed), NotPermitted.
    """
    raise NotImplementedError
