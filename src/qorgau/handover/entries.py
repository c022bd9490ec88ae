"""The two kinds of a handover: the shift is given, and taken over."""

from qorgau.recording.kinds import EntryKind, register_kinds

PLACE, SHIFT = "place", "shift"
HANDED_OVER, TAKEN_OVER = "ShiftHandedOver", "ShiftTakenOver"


def register() -> None:
    """Make the kinds known to the record."""
    roles = frozenset({PLACE, SHIFT})
    register_kinds(EntryKind(name=kind, roles=roles) for kind in (HANDED_OVER, TAKEN_OVER))
