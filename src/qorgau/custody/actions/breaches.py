"""Answering a breach."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.done import Added
from qorgau.custody.entries import Outcome


def answer_breach(
    actor: Actor,
    custody_id: str,
    *,
    safeguard: str,
    basis: str,
    outcome: Outcome,
    reason: str,
    now: int,
    act_id: str | None = None,
) -> Added:
    """Say what followed from a breach or a lateness; it stays what it is, and the answer is counted."""
    raise NotImplementedError
