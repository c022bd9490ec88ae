"""Joining the records of one person, and splitting what was joined by mistake."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.done import Added


def join_persons(
    actor: Actor, *, keep: str, other: str, why: str, now: int, act_id: str | None = None
) -> Added:
    """Say that two persons are one: all custodies of `other` show under `keep`; both ids survive."""
    raise NotImplementedError


def split_persons(actor: Actor, *, joined_entry: str, why: str, now: int, act_id: str | None = None) -> Added:
    """Undo a joining: each custody shows under the person it was entered for."""
    raise NotImplementedError
