"""Opening a record: the look itself is an entry."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.done import Added
from qorgau.custody.entries import LookedBecause


def open_record(actor: Actor, custody_id: str, *, because: LookedBecause, now: int) -> Added:
    """Enter that the actor opened the record: one entry for an actor, custody and hour, however often."""
    raise NotImplementedError
