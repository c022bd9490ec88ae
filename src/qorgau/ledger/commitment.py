"""The commitment: a salted hash that fixes an entry without telling anything about it."""

import hashlib
import secrets

from qorgau.ledger.refusal import LedgerRefusal

TAG = b"qorgau/leaf/v1\0"
SALT_BYTES = 32
HASH_BYTES = 32


class WrongSalt(LedgerRefusal):
    """A salt or a commitment does not have its 32 bytes."""


def new_salt() -> bytes:
    """32 unpredictable bytes, one set for each entry, never used again."""
    return secrets.token_bytes(SALT_BYTES)


def commit(entry: bytes, *, salt: bytes) -> bytes:
    """C = SHA-256(tag || salt || canonical bytes of the entry)."""
    if len(salt) != SALT_BYTES:
        raise WrongSalt(f"The salt has {len(salt)} bytes instead of {SALT_BYTES}. Use `new_salt`.")
    return hashlib.sha256(TAG + salt + entry).digest()


def leaf_hash(commitment: bytes) -> bytes:
    """The leaf of the log: SHA-256(0x00 || C), as RFC 9162 hashes its entries."""
    if len(commitment) != HASH_BYTES:
        raise WrongSalt(f"A commitment has {HASH_BYTES} bytes; this one has {len(commitment)}.")
    return hashlib.sha256(b"\x00" + commitment).digest()
