"""The mailbox that follows from a code: whoever holds the code holds the mailbox, and nobody else."""

import hashlib
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from qorgau.sealing.age_files import identity_from, recipient_of
from qorgau.sealing.codes import Code
from qorgau.sealing.refusal import SealingRefusal

_SALT = b"qorgau/code/v1\n"
_COST, _BLOCK, _LANES = 2**15, 8, 1
_MEMORY = 2 * 128 * _COST * _BLOCK


class WrongSignature(SealingRefusal):
    """A signature was not made by this key over exactly these bytes."""


@dataclass(frozen=True, kw_only=True)
class Mailbox:
    """The two keys of a mailbox, and the names by which others address and check it.

    identity: secret key of age; recipient and box_x: its public key (`age1...`);
    box_ed: the signing key's public half, 64 hexadecimal digits, by which the mailbox is named.
    """

    identity: str = field(repr=False)
    recipient: str
    signing: Ed25519PrivateKey = field(repr=False)
    box_ed: str

    @property
    def box_x(self) -> str:
        """The key to which answers are sealed."""
        return self.recipient

    @classmethod
    def of(cls, code: Code, *, origin: str) -> Self:
        """The mailbox of a code at an instance (its log's origin); takes 32 MiB and a moment."""
        stretched = hashlib.scrypt(
            code.raw,
            salt=_SALT + origin.encode(),
            n=_COST,
            r=_BLOCK,
            p=_LANES,
            maxmem=_MEMORY,
            dklen=32,
        )
        identity = identity_from(_derived(stretched, b"mailbox-x25519"))
        signing = Ed25519PrivateKey.from_private_bytes(_derived(stretched, b"mailbox-ed25519"))
        public = signing.public_key().public_bytes_raw().hex()
        return cls(identity=identity, recipient=recipient_of(identity), signing=signing, box_ed=public)

    def sign(self, message: bytes) -> str:
        """The signature over these bytes, as 128 hexadecimal digits."""
        return self.signing.sign(message).hex()


def require_signed(message: bytes, *, signature: str, by: str) -> None:
    """Raise unless the key `by` (hexadecimal) made this signature over this message."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(by))
        key.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError) as error:
        raise WrongSignature(
            f"The signature does not fit the key {by[:16]}…: the content or the signature was changed, "
            "or somebody else made it. Do not rely on it."
        ) from error


def _derived(secret: bytes, label: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=label).derive(secret)
