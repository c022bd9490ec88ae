"""One custody record."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.facts.record import CustodyRecord


def record(actor: Actor, custody_id: str, *, as_of: int, known_at: int | None = None) -> CustodyRecord:
    """Everything about one custody as of an instant, by what this instance had received by known_at.

    Raises NoSuchCustody where there is none or the actor may not see it (custody.see).
    """
    raise NotImplementedError
