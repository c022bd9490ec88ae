"""Names and Ed25519 keys of logs, promises and witnesses, written as in C2SP signed-note."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Self, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from qorgau.ledger.lines import base64_from, bytes_from
from qorgau.ledger.refusal import LedgerRefusal

# Spaces and plus would end the name in a note; lone surrogates cannot be written in UTF-8.
_NOT_IN_NAMES = re.compile(r"[\s+\x00-\x1f\ud800-\udfff]")
_SECRET = "PRIVATE+KEY+"  # noqa: S105 - the marker of a written signing key, not a secret


class MalformedKey(LedgerRefusal):
    """A written key is not in its form, or its parts do not belong together."""


class KeyUse(IntEnum):
    """What a key signs; the number is part of the key's id, so one use cannot pass for another."""

    NOTE = 0x01
    """A log or a promise: signs the text of a note."""
    COSIGNATURE = 0x04
    """A witness: signs the text of a checkpoint together with the time."""


@dataclass(frozen=True, kw_only=True)
class VerifierKey:
    """A public key with its name: whoever holds it can check, not sign."""

    name: str
    use: KeyUse
    public: bytes

    def __post_init__(self) -> None:
        """Refuse a name that a note could not carry and a key of the wrong length."""
        if not self.name or _NOT_IN_NAMES.search(self.name):
            raise MalformedKey(
                f"The key name {self.name!r} is empty or holds a space or a plus. Use a name such "
                "as `example.org/log`."
            )
        if len(self.public) != 32:
            raise MalformedKey(f"A public Ed25519 key has 32 bytes; this has {len(self.public)}.")

    @cached_property
    def key_id(self) -> bytes:
        """Four bytes that tell keys of one name apart; not a proof of anything."""
        named = self.name.encode() + b"\n" + bytes([self.use]) + self.public
        return hashlib.sha256(named).digest()[:4]

    def __str__(self) -> str:
        """The key as it is written in trust files: name+id+base64."""
        material = base64_from(bytes([self.use]) + self.public)
        return f"{self.name}+{self.key_id.hex()}+{material}"

    @classmethod
    def read(cls, written: str) -> Self:
        """Read a key written as name+id+base64."""
        name, use, material = _parts(written.strip())
        return _agreed(cls(name=name, use=use, public=material), written)

    def holds(self, message: bytes, signature: bytes) -> bool:
        """Tell whether this key made this signature over this message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, kw_only=True)
class SigningKey:
    """A secret key with its name. It never appears in what is printed."""

    name: str
    use: KeyUse
    seed: bytes = field(repr=False)

    @classmethod
    def create(cls, name: str, use: KeyUse) -> Self:
        """Make a new key from the system's randomness."""
        return cls(name=name, use=use, seed=secrets.token_bytes(32))

    @classmethod
    def read(cls, written: str) -> Self:
        """Read a secret key written as PRIVATE+KEY+name+id+base64."""
        if not written.startswith(_SECRET):
            raise MalformedKey("This is not a signing key: it must begin with PRIVATE+KEY+.")
        name, use, material = _parts(written.strip().removeprefix(_SECRET))
        key = cls(name=name, use=use, seed=material)
        _agreed(key.verifier, written.removeprefix(_SECRET))
        return key

    @cached_property
    def verifier(self) -> VerifierKey:
        """The public half."""
        public = self._private.public_key().public_bytes_raw()
        return VerifierKey(name=self.name, use=self.use, public=public)

    def written(self) -> str:
        """The secret key as text, for a file that only its owner reads."""
        material = base64_from(bytes([self.use]) + self.seed)
        return f"{_SECRET}{self.name}+{self.verifier.key_id.hex()}+{material}"

    def sign(self, message: bytes) -> bytes:
        """64 bytes of Ed25519 signature over exactly this message."""
        return self._private.sign(message)

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        if len(self.seed) != 32:
            raise MalformedKey(f"A signing key has 32 bytes; this one has {len(self.seed)}.")
        return Ed25519PrivateKey.from_private_bytes(self.seed)


_Key = TypeVar("_Key", bound=VerifierKey)


def _parts(written: str) -> tuple[str, KeyUse, bytes]:
    name, _, rest = written.partition("+")
    key_id, _, material = rest.partition("+")
    if len(key_id) != 8 or not material:
        raise MalformedKey(f"{name!r} is not a written key. It has the form name+id+base64.")
    raw = bytes_from(material, refusal=MalformedKey)
    if raw[:1] not in {bytes([use]) for use in KeyUse}:
        raise MalformedKey(f"The key {name!r} is of a type this software does not know.")
    return name, KeyUse(raw[0]), raw[1:]


def _agreed(key: _Key, written: str) -> _Key:
    if written.strip().split("+")[1] != key.key_id.hex():
        raise MalformedKey(
            f"The id in the key {key.name!r} does not fit its bytes: a character was changed. "
            "Copy the key again from its owner."
        )
    return key
