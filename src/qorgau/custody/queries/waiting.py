"""What waits for somebody, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.actor import Actor
from qorgau.custody.models import CorrectionRow


def corrections_waiting(actor: Actor) -> tuple[CorrectionRow, ...]:
    """Corrections that would improve a verdict already due and wait for a second person, oldest first."""
    raise NotImplementedError


def answers_counted(actor: Actor, *, since: int, until: int) -> Mapping[str, int]:
    """How many breaches were explained, referred and disciplined within the actor's reach."""
    raise NotImplementedError
