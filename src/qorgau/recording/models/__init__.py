"""Tables of the record, of what waits, and of who was erased."""

from qorgau.recording.models.erased import ErasedPerson
from qorgau.recording.models.record import Batch, EntryObject, Leaf, SignedCheckpoint, StoredEntry, Tile
from qorgau.recording.models.waiting import OutgoingNotice, Pending

APPEND_ONLY = (StoredEntry, EntryObject, Leaf, Tile, Batch, SignedCheckpoint)

__all__ = [
    "APPEND_ONLY",
    "Batch",
    "EntryObject",
    "ErasedPerson",
    "Leaf",
    "OutgoingNotice",
    "Pending",
    "SignedCheckpoint",
    "StoredEntry",
    "Tile",
]
