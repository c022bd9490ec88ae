"""The receipt of an entry: its promise and, once it is in the log, the proof that it was kept."""

from qorgau.ledger.note import read_note
from qorgau.ledger.promise import Promise, give_promise
from qorgau.ledger.receipt import Receipt, issue_receipt
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import Leaf, SignedCheckpoint, StoredEntry
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.tree_store import stored_tree


class NoSuchEntry(RecordingRefusal):
    """The record holds no entry under this id."""


def receipt_of(entry_id: str) -> Receipt:
    """The receipt as of now; before the next batch it is the promise alone."""
    stored = StoredEntry.objects.filter(id=entry_id).first()
    if stored is None:
        raise NoSuchEntry(f"The record holds no entry {entry_id}. Check the id as it was acknowledged.")
    keys = log_keys()
    commitment = bytes(stored.commitment)
    promise = give_promise(
        Promise(origin=keys.origin, commitment=commitment, merge_by=stored.merge_by), keys.promise
    )
    leaf = Leaf.objects.filter(commitment=commitment).first()
    newest = SignedCheckpoint.objects.order_by("-size").first()
    if leaf is None or newest is None or leaf.index >= newest.size:
        return Receipt(promise=promise)
    path = stored_tree().inclusion_proof(leaf.index, newest.size)
    return issue_receipt(promise, index=leaf.index, path=path, checkpoint=read_note(newest.note))
