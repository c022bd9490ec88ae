"""Who is where: how full places are, and what a shift hands over."""

from __future__ import annotations

from collections.abc import Collection

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import Occupancy, ShiftFacts
from qorgau.custody.facts.record import Stay


def occupancy(places: Collection[str], *, at: int) -> dict[str, Occupancy]:
    """How many were held in each place at an instant; counts only, so no actor is asked."""
    raise NotImplementedError


def stays_at(actor: Actor, place: str, *, begins: int, until: int) -> tuple[Stay, ...]:
    """All stays at a place that touch the span."""
    raise NotImplementedError


def handover_facts(actor: Actor, place: str, *, since: int, until: int) -> ShiftFacts:
    """What changed at a place in a shift (handover.see)."""
    raise NotImplementedError
