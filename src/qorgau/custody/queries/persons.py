"""The custodies of a person, and those in which somebody has a part."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import HeldRow
from qorgau.custody.facts.record import Party


def custodies_of_person(actor: Actor, person_id: str, *, as_of: int) -> tuple[HeldRow, ...]:
    """All custodies of a person within the actor's reach, the latest first."""
    raise NotImplementedError


def custodies_with_party(actor: Actor, *, as_of: int, past: bool = False) -> tuple[HeldRow, ...]:
    """The custodies in which the actor has a part: a lawyer's clients, a relative's relatives."""
    raise NotImplementedError


def parties_of(custody_id: str) -> tuple[Party, ...]:
    """The parties of a custody, for rooms that decide about look-ups themselves (enquiries)."""
    raise NotImplementedError
