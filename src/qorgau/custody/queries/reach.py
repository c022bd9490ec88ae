"""How far an actor sees: the one place where a custody query is narrowed."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts


def whereabouts_of(custody_id: str) -> Whereabouts:
    """Where a custody stands: place, region, body and the accounts of its parties; raises NoSuchCustody."""
    raise NotImplementedError


def sees(actor: Actor, custody_id: str, *, act: str = "custody.see") -> bool:
    """Whether the actor may do this act on that custody."""
    raise NotImplementedError
