"""How what came in sealed becomes an entry: its ciphertext, its entry and its receipt, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from qorgau.ledger.entry import Entry
from qorgau.ledger.entry_reading import read_entry
from qorgau.ledger.promise import Promise, give_promise
from qorgau.mailboxes import ciphertexts
from qorgau.mailboxes.ciphertexts import Kind
from qorgau.mailboxes.coarse_time import received_at
from qorgau.mailboxes.models import ReceiptRow
from qorgau.recording.drafts import Draft
from qorgau.recording.keystore.secrets import instance_secret
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import StoredEntry
from qorgau.recording.preparing import Prepared, prepare
from qorgau.recording.record import EntryConflict, record
from qorgau.recording.salts import salt_of
from qorgau.recording.writer_turn import RECORD


@dataclass(frozen=True, kw_only=True)
class Lodged:
    """The answer to what was lodged: everything that whoever lodged it needs to prove it.

    entry: canonical bytes; with `salt` they give `commitment`, which `promise` (a signed note) promises.
    """

    complaint_id: str
    entry: bytes
    salt: bytes
    commitment: bytes
    merge_by: int
    promise: str

    def as_json(self) -> dict[str, str | int]:
        """As the address answers it."""
        return {
            "state": "registered",
            "complaint": self.complaint_id,
            "entry": self.entry.decode(),
            "salt": self.salt.hex(),
            "commitment": self.commitment.hex(),
            "promise": self.promise,
            "merge_by": self.merge_by,
        }


Contents = Sequence[tuple[Kind, bytes]]


def record_sealed(draft: Draft, contents: Contents, *, complaint_id: str, now: int) -> Lodged | None:
    """Store ciphertexts, the entry and its receipt in one transaction; gives what to answer.

    None where another entry stands under its id, because the same came in at the same time.
    """
    received = received_at(now)
    prepared = prepare([draft], received=received)
    try:
        done = record([draft], received=received, first=partial(_keep, prepared, contents, now))[0]
    except EntryConflict:
        return None
    return Lodged(
        complaint_id=complaint_id,
        entry=done.body,
        salt=done.salt,
        commitment=done.commitment,
        merge_by=done.merge_by,
        promise=done.promise,
    )


def lodged_before(entry_id: str, *, complaint_id: str) -> Lodged | None:
    """What was answered when this entry was recorded, or None if it never was."""
    stored = StoredEntry.objects.filter(id=entry_id).first()
    if stored is None:
        return None
    keys, commitment = log_keys(), bytes(stored.commitment)
    promise = Promise(origin=keys.origin, commitment=commitment, merge_by=stored.merge_by)
    return Lodged(
        complaint_id=complaint_id,
        entry=bytes(stored.body),
        # No person stands behind it, so the instance's own secret is all its salt needs.
        salt=salt_of(entry_id, instance=instance_secret(), persons=()),
        commitment=commitment,
        merge_by=stored.merge_by,
        promise=str(give_promise(promise, keys.promise)),
    )


def entry_of(lodged: Lodged) -> Entry:
    """The entry itself."""
    return read_entry(lodged.entry)


def _keep(prepared: Sequence[Prepared], contents: Contents, now: int) -> None:
    ciphertexts.keep(contents, now=now)
    ReceiptRow.objects.using(RECORD).bulk_create(
        [ReceiptRow(commitment=each.commitment.hex(), entry_id=each.entry.id) for each in prepared],
        ignore_conflicts=True,
    )
