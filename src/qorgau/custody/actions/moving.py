"""Leaving one place for another, and arriving."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.done import Added
from qorgau.custody.times import When


def transfer(
    actor: Actor,
    custody_id: str,
    *,
    destination: str,
    now: int,
    left: When | None = None,
    in_charge: str = "",
    act_id: str | None = None,
) -> Added:
    """The person left for another place; until somebody there writes the arrival, whereabouts are unconfirmed."""
    raise NotImplementedError


def arrive(
    actor: Actor,
    custody_id: str,
    *,
    place: str,
    now: int,
    arrived: When | None = None,
    cell: str = "",
    act_id: str | None = None,
) -> Added:
    """The person arrived at a place; the desk there may write it though it did not hold them before."""
    raise NotImplementedError
