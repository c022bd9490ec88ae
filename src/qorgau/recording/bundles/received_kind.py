"""The entry by which the record says that a bundle was taken in: from whom, how much, by which log."""

from qorgau.recording.kinds import EntryKind, register_kinds

RECEIVED = "BundleReceived"
ORIGIN = "bundle_origin"


def register() -> None:
    """Make the kind known."""
    register_kinds([EntryKind(name=RECEIVED, roles=frozenset({ORIGIN}))])
