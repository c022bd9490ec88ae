"""The caller's key of an act: the same key again gives the same answer, and is nobody else's key."""

from __future__ import annotations

import hashlib
from typing import Any

from qorgau.access.actor import Actor

KEY: dict[str, Any] = {
    "max_length": 200,
    "pattern": r"^[\x21-\x7e]+$",
    "description": "A key that you draw for this act. Sent again with the same content it changes nothing and "
    "gives the same answer; with other content it is refused.",
}


def act_of(actor: Actor, key: str | None) -> str | None:
    """The desk's id for the act: two accounts that draw the same key do not meet."""
    if key is None:
        return None
    return hashlib.sha256(f"qorgau/api/key/v1\0{actor.account}\0{actor.role}\0{key}".encode()).hexdigest()
