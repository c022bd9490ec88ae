"""The lines of a bundle: persons' keys, then entries in their exact bytes."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from qorgau.ledger.commitment import commit
from qorgau.ledger.entry import Entry
from qorgau.ledger.entry_reading import read_entry
from qorgau.ledger.lines import base64_from, bytes_from
from qorgau.ledger.plain_values import checked_integer, checked_text
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.strict_json import read_json, require_names
from qorgau.recording.bundles.refusals import BundleAltered
from qorgau.recording.keystore.secrets import SECRET_BYTES

_write = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
_ENTRY = ("body", "salt", "commitment", "received")
_KEY = ("person", "key")


@dataclass(frozen=True, kw_only=True)
class BundledEntry:
    """An entry in its canonical bytes, with what opens its leaf in the origin's log."""

    entry: Entry
    body: bytes
    salt: bytes
    commitment: bytes
    received: int

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes, as the manifest has it."""
        return sha256(self.body).hexdigest()

    @property
    def line(self) -> str:
        """As it stands in the bundle."""
        return _write({
            "body": self.body.decode(),
            "salt": base64_from(self.salt),
            "commitment": self.commitment.hex(),
            "received": self.received,
        })  # fmt: skip


def key_line(person: str, secret: bytes) -> str:
    """A person's key as it stands in the bundle, which is locked for its reader."""
    return _write({"person": person, "key": base64_from(secret)})


def read_key(line: str) -> tuple[str, bytes]:
    """A person and their key."""
    group = _group(line, _KEY)
    secret = bytes_from(checked_text(group["key"], at="key"), refusal=LedgerRefusal)
    if len(secret) != SECRET_BYTES:
        raise BundleAltered(
            f"A person's key in the bundle has {len(secret)} bytes. Ask for the bundle again."
        )
    return checked_text(group["person"], at="person"), secret


def read_bundled(line: str) -> BundledEntry:
    """An entry whose bytes are canonical and give the commitment that stands beside them."""
    group = _group(line, _ENTRY)
    body = checked_text(group["body"], at="body").encode()
    salt = bytes_from(checked_text(group["salt"], at="salt"), refusal=LedgerRefusal)
    entry = read_entry(body)
    commitment = commit(body, salt=salt)
    if commitment.hex() != group["commitment"]:
        raise BundleAltered(
            f"The entry {entry.id} does not give the commitment that the bundle states for it: its bytes or "
            "its salt are not those of the origin's record. Tell the origin's operator."
        )
    received = checked_integer(group["received"], at="received")
    return BundledEntry(entry=entry, body=body, salt=salt, commitment=commitment, received=received)


def _group(line: str, names: tuple[str, ...]) -> Any:
    return require_names(
        read_json(line.encode(), what="A line"), names, at="a line of the bundle", refusal=LedgerRefusal
    )
