"""Clocks as they stand now."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import ClockNow


def clocks_now(actor: Actor, custody_id: str, *, as_of: int) -> tuple[ClockNow, ...]:
    """The clocks of one custody, running ones first, by when they run out."""
    raise NotImplementedError


def running_out(
    *, after: int, until: int, limit: int = 1000, basis: str | None = None
) -> tuple[ClockNow, ...]:
    """Every running clock that runs out in (after, until], earliest first: for the notices, without an actor."""
    raise NotImplementedError
