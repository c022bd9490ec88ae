"""The kinds by which the record says what left by file, whom it trusts, and whether the desk's clock was right."""

from qorgau.recording.bundles.received_kind import ORIGIN, RECEIVED
from qorgau.recording.kinds import EntryKind, register_kinds

INSTANCE = "instance"
"""The role in which an entry names the instance it speaks of."""
WRITTEN, ARRIVED, TRUSTED = "BundlesWritten", "BundlesArrived", "InstanceTrusted"
CLOCK_CHECKED = "DeskClockChecked"

HOUSEKEEPING = frozenset({WRITTEN, ARRIVED, TRUSTED, CLOCK_CHECKED})
"""Kinds for which alone nobody needs to carry anything; they travel with the next files."""
__all__ = ["ORIGIN", "RECEIVED"]


def register() -> None:
    """Make the kinds known to the record."""
    register_kinds(EntryKind(name=kind, roles=frozenset({INSTANCE})) for kind in sorted(HOUSEKEEPING))
