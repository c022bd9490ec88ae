"""Recompute the commitment of each stored entry from its bytes and what erasure left of its salt."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qorgau.ledger.commitment import commit
from qorgau.ledger.entry import Entry
from qorgau.ledger.entry_reading import read_entry
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.erasure_entries import remaining_digests
from qorgau.recording.keystore.secrets import all_secrets, instance_secret
from qorgau.recording.models import EntryObject, StoredEntry
from qorgau.recording.salts import ERASURE, salt_for

_UNREADABLE = b"\0" * 32


@dataclass(frozen=True, kw_only=True)
class CheckedEntry:
    """A stored entry with the commitment that its bytes give today."""

    id: str
    commitment: bytes
    recomputed: bytes
    merge_by: int
    objects_differ: bool
    key_is_missing: bool


def checked_entries() -> Iterator[CheckedEntry]:
    """Every stored entry, recomputed."""
    secrets, instance, digests = all_secrets(), instance_secret(), _digests()
    filed = _filed_objects()
    for stored in StoredEntry.objects.order_by("received", "place", "id").iterator(chunk_size=2000):
        body = bytes(stored.body)
        entry = _readable(body)
        salt = None if entry is None else salt_for(entry, instance=instance, secrets=secrets)
        yield CheckedEntry(
            id=stored.id,
            commitment=bytes(stored.commitment),
            recomputed=_recomputed(stored, body, salt, digests.get(stored.id)),
            key_is_missing=entry is not None and salt is None and stored.id not in digests,
            merge_by=stored.merge_by,
            objects_differ=entry is not None and _is_misfiled(stored, entry, filed[stored.id]),
        )


def _recomputed(stored: StoredEntry, body: bytes, salt: bytes | None, digest: str | None) -> bytes:
    if digest is not None:
        # The salt was destroyed with the person's key; the erasure fixed the bytes anew.
        return bytes(stored.commitment) if digest == hashlib.sha256(body).hexdigest() else _UNREADABLE
    return _UNREADABLE if salt is None else commit(body, salt=salt)


def _readable(body: bytes) -> Entry | None:
    try:
        return read_entry(body)
    except LedgerRefusal:
        return None


def _digests() -> dict[str, str]:
    # Erasures are entries like others: their own salt needs no person's key, so they are checked too.
    digests: dict[str, str] = {}
    for body in StoredEntry.objects.filter(kind=ERASURE).values_list("body", flat=True):
        entry = _readable(bytes(body))
        if entry is not None:
            digests |= remaining_digests(entry.facts)
    return digests


def _filed_objects() -> Mapping[str, set[tuple[str, str]]]:
    filed: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for entry_id, role, object_id in EntryObject.objects.values_list("entry_id", "role", "object_id"):
        filed[entry_id].add((role, object_id))
    return filed


def _is_misfiled(stored: StoredEntry, entry: Entry, filed: set[tuple[str, str]]) -> bool:
    named = {(role, object_id) for role, ids in entry.objects.items() for object_id in ids}
    return filed != named or (entry.id, entry.kind) != (stored.id, stored.kind)
