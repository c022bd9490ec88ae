"""Under whose key the texts of a complaint stand, and how they are read back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from qorgau.recording.history import RecordedEntry

REASONS = "reasons"
WHY_NOT = "why_not_"
"""What begins the name of a text that says why a condition was not met; its name follows."""


def keeper_of(complaint_id: str) -> str:
    """The person id under whose key a complaint's own texts stand: who complained, known or not.

    It belongs to this complaint alone, so that no other table of the instance names the same person.
    """
    return _derived("keeper", complaint_id)


def victim_of(complaint_id: str) -> str:
    """The person id of whom it was done to, where somebody else complained for them."""
    return _derived("victim", complaint_id)


def _derived(part: str, complaint_id: str) -> str:
    return hashlib.sha256(f"qorgau/complaint/{part}/v1\0{complaint_id}".encode()).hexdigest()[:32]


def text_of(each: RecordedEntry, name: str) -> str:
    """A personal text of an entry; "" where there is none, or its key is gone."""
    return next((str(own[name]) for own in each.personal.values() if name in own), "")


def texts_of(each: RecordedEntry, person: str) -> Mapping[str, str | int]:
    """All that an entry holds on one person."""
    return each.personal.get(person, {})
