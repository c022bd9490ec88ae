"""The two kinds of a handover: the shift is given, and taken over."""

import hashlib

from qorgau.recording.kinds import EntryKind, register_kinds

PERSON, PLACE, SHIFT = "person", "place", "shift"
HANDED_OVER, TAKEN_OVER = "ShiftHandedOver", "ShiftTakenOver"


def note_key(shift: str) -> str:
    """The id under whose key the note of a shift stands: nobody's, so that the note can be erased alone."""
    return f"note-{hashlib.sha256(f'qorgau/handover/note/v1{chr(0)}{shift}'.encode()).hexdigest()[:32]}"


def register() -> None:
    """Make the kinds known to the record."""
    roles = frozenset({PLACE, SHIFT})
    register_kinds(EntryKind(name=kind, roles=roles) for kind in (HANDED_OVER, TAKEN_OVER))
