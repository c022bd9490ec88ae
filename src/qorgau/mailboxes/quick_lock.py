"""A passphrase's lock that opens at once, for keys that guard nothing: a demo makes many.

The format is age's own (a `scrypt` stanza), with 2^10 rounds in the place of the 2^18 and more that `key_files`
takes; every program for age opens it. Never use it for a body's real keys: the passphrase could be guessed.
"""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_ROUNDS = 10
_LONGEST = 65_536
_LAST_PIECE = bytes(11) + b"\x01"


def lock_quickly(content: bytes, passphrase: str) -> bytes:
    """A short text behind a passphrase, as an age file."""
    if len(content) > _LONGEST:
        raise ValueError(f"{len(content)} bytes are more than one piece of an age file ({_LONGEST}).")
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    label = b"age-encryption.org/v1/scrypt" + salt
    wrapping = hashlib.scrypt(passphrase.encode(), salt=label, n=2**_ROUNDS, r=8, p=1, dklen=32)
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    stanza = b"-> scrypt " + _base64(salt) + f" {_ROUNDS}\n".encode() + _base64(wrapped) + b"\n"
    header = b"age-encryption.org/v1\n" + stanza + b"---"
    mac = hmac.digest(_derived(file_key, salt=b"", label=b"header"), header, "sha256")
    payload = ChaCha20Poly1305(_derived(file_key, salt=nonce, label=b"payload"))
    return header + b" " + _base64(mac) + b"\n" + nonce + payload.encrypt(_LAST_PIECE, content, None)


def _derived(secret: bytes, *, salt: bytes, label: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=label).derive(secret)


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
