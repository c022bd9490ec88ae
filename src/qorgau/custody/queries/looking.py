"""Search by name, for staff; and who opened a record."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import Found
from qorgau.custody.facts.record import Opening


def search(
    actor: Actor, *, name: str, born_on: str = "", past: bool = False, limit: int = 20
) -> tuple[Found, ...]:
    """Those whose name is spelled alike in Latin, Russian or Kazakh letters, best first, within the actor's reach.

    past: also those no longer held. Opening one of them is an entry of its own (actions.open_record).
    """
    raise NotImplementedError


def openings(actor: Actor, custody_id: str) -> tuple[Opening, ...]:
    """Who opened the record or looked the person up (looks.see): for the person's side and the NPM, not the place."""
    raise NotImplementedError
