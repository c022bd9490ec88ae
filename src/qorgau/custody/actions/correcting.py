"""Correcting and withdrawing entries; a correction that improves a verdict needs a second person."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.done import Added, Corrected
from qorgau.custody.entries import NewEntry


def correct_entry(
    actor: Actor,
    custody_id: str,
    entry_id: str,
    new: NewEntry,
    *,
    why: str,
    now: int,
    act_id: str | None = None,
    confirmed: bool = False,
) -> Corrected:
    """Put a new entry in the place of an earlier one, of the same kind, and say why."""
    raise NotImplementedError


def withdraw_entry(
    actor: Actor, custody_id: str, entry_id: str, *, why: str, now: int, act_id: str | None = None
) -> Corrected:
    """Withdraw an entry that should not have been made, and say why."""
    raise NotImplementedError


def confirm_correction(
    actor: Actor, custody_id: str, correction_id: str, *, now: int, act_id: str | None = None
) -> Added:
    """Confirm, as a second person, a correction that improves a verdict; from then on it counts."""
    raise NotImplementedError
