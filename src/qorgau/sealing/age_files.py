"""Files of the format age (age-encryption.org/v1) whose size follows from the content's size alone.

Reading is `pyrage`'s. Writing is ours, since pyrage adds a stanza of random length to every file
(grease): two envelopes of equal content would differ in size, and a server could tell apart what
was sealed in Python and what in a browser. See decision 0094.
"""

import base64
import hmac
import os
import random
from collections.abc import Sequence

import pyrage
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from qorgau.sealing.bech32 import bech32_from, bytes_from_bech32
from qorgau.sealing.refusal import SealingRefusal

_VERSION = b"age-encryption.org/v1\n"
_STANZA_LABEL = b"age-encryption.org/v1/X25519"
_PIECE = 65_536
_STANZA_BYTES = len("-> X25519 ") + 44 + 44
_SECRET, _PUBLIC = "age-secret-key-", "age"


class NotForUs(SealingRefusal):
    """This key does not open this ciphertext, or the ciphertext was changed."""


def new_identity() -> str:
    """A new secret key of age, as text."""
    return identity_from(os.urandom(32))


def identity_from(scalar: bytes) -> str:
    """The secret key of age with these 32 bytes, as text."""
    return bech32_from(_SECRET, scalar).upper()


def recipient_of(identity: str) -> str:
    """The public key to which others seal for this secret key."""
    private = X25519PrivateKey.from_private_bytes(bytes_from_bech32(identity, prefix=_SECRET))
    return bech32_from(_PUBLIC, private.public_key().public_bytes_raw())


def random_recipient() -> str:
    """A public key whose secret key nobody holds, to keep the number of recipients the same."""
    return bech32_from(_PUBLIC, X25519PrivateKey.generate().public_key().public_bytes_raw())


def seal_to(content: bytes, recipients: Sequence[str]) -> bytes:
    """Seal for these recipients (`age1...`), in random order so that the place tells nothing."""
    file_key = os.urandom(16)
    shuffled = random.SystemRandom().sample(list(recipients), len(recipients))
    header = _VERSION + b"".join(_stanza(file_key, recipient) for recipient in shuffled) + b"---"
    mac = hmac.digest(_derived(file_key, salt=b"", label=b"header"), header, "sha256")
    return header + b" " + _base64(mac) + b"\n" + _payload(file_key, content)


def sealed_size(content: int, *, readers: int) -> int:
    """How many bytes `seal_to` makes of this many bytes for this many readers."""
    header = len(_VERSION) + readers * _STANZA_BYTES + len("--- ") + 44
    return header + 16 + content + 16 * max(1, -(-content // _PIECE))


def unseal(ciphertext: bytes, identity: str) -> bytes:
    """Open with one secret key; a wrong key and a changed byte are refused alike."""
    try:
        opened: bytes = pyrage.decrypt(ciphertext, [pyrage.x25519.Identity.from_str(identity)])
    except (pyrage.DecryptError, pyrage.IdentityError, ValueError) as error:
        raise NotForUs(
            "This key does not open this file: it was sealed for others, or a byte of it was changed "
            f"on the way ({error}). Check the key and fetch the file again."
        ) from error
    return opened


def _stanza(file_key: bytes, recipient: str) -> bytes:
    public = bytes_from_bech32(recipient, prefix=_PUBLIC)
    ephemeral = X25519PrivateKey.generate()
    share = ephemeral.public_key().public_bytes_raw()
    secret = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    wrapping = _derived(secret, salt=share + public, label=_STANZA_LABEL)
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    return b"-> X25519 " + _base64(share) + b"\n" + _base64(wrapped) + b"\n"


def _payload(file_key: bytes, content: bytes) -> bytes:
    nonce = os.urandom(16)
    cipher = ChaCha20Poly1305(_derived(file_key, salt=nonce, label=b"payload"))
    starts = range(0, max(len(content), 1), _PIECE)
    pieces = [
        cipher.encrypt(
            _counter(place, is_last=place == len(starts) - 1), content[start : start + _PIECE], None
        )
        for place, start in enumerate(starts)
    ]
    return nonce + b"".join(pieces)


def _counter(place: int, *, is_last: bool) -> bytes:
    return place.to_bytes(11, "big") + (b"\x01" if is_last else b"\x00")


def _derived(secret: bytes, *, salt: bytes, label: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=label).derive(secret)


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
