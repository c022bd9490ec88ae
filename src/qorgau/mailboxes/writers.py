"""Who may speak for a case: the slice that follows cases knows who stepped aside and who is tied to the accused."""

from __future__ import annotations

from collections.abc import Callable

from qorgau.access.actor import Actor

WriterRule = Callable[[Actor, str, int], None]
"""Takes the actor, the complaint and the time; raises the refusal of its own slice."""
_RULES: list[WriterRule] = []


def register_writer_rule(rule: WriterRule) -> None:
    """Say who knows whether somebody may speak for a case; called in AppConfig.ready() of that slice."""
    if rule not in _RULES:
        _RULES.append(rule)


def require_writer(actor: Actor, complaint_id: str, *, now: int) -> None:
    """Refuse whoever may not speak for the case, in the words of the slice that knows why."""
    for rule in _RULES:
        rule(actor, complaint_id, now)
