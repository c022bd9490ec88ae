"""How an administrator's act becomes an entry: ids only, in one transaction with what it changes."""

from collections.abc import Callable, Mapping
from typing import Any

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.lawbook import Language
from qorgau.recording.drafts import Draft, new_entry_id
from qorgau.recording.record import record

CONSOLE = Actor(
    account="console",
    name="console",
    role=Role.ADMINISTRATOR,
    body="instance",
    language=Language.EN,
    said_by="unknown_source",
)
"""Whoever holds the machine: the first administrator can only be appointed from there."""


def record_act(
    actor: Actor,
    kind: str,
    *,
    objects: Mapping[str, str],
    change: Callable[[], None],
    now: int,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Do the change and record the act, both or neither."""
    draft = Draft(
        id=new_entry_id(),
        kind=kind,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects={role: [each] for role, each in objects.items()},
        facts=facts or {},
    )
    record([draft], received=now, first=change)
