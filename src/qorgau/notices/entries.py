"""The one kind that this slice records: somebody says that a notice reached them."""

from qorgau.recording.kinds import EntryKind, register_kinds

ACKNOWLEDGED = "NoticeAcknowledged"


def register() -> None:
    """Make the kind known to the record."""
    register_kinds([EntryKind(name=ACKNOWLEDGED, roles=frozenset({"person", "custody"}))])
