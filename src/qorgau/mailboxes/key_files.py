"""Secret keys in files: age identity files behind a passphrase, made and kept on their owner's own machine.

Whatever reads age identity files reads these; the signing key stands in a comment line of its own.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qorgau.ledger.refusal import LedgerRefusal
from qorgau.sealing.age_files import new_identity, recipient_of

SHORTEST_PASSPHRASE = 14
"""Signs. Five random words are longer; a date or a name is shorter."""
_LINE = re.compile(r"^# ([a-z_]+): (.*)$", re.MULTILINE)
_IDENTITY = re.compile(r"^AGE-SECRET-KEY-1[0-9A-Z]+$", re.MULTILINE)


class KeyFileRefused(LedgerRefusal):
    """A key file that cannot be read, or must not be written over."""


@dataclass(frozen=True, kw_only=True)
class KeyFile:
    """The secret keys of a body, a voucher or a holder: whose, of which epoch, and what the file is for.

    use: `body`, `voucher` or `holder`; identity: secret key of age; signing: the secret signing key.
    """

    use: str
    owner: str
    epoch: int = 1
    identity: str = field(default_factory=new_identity, repr=False)
    signing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate, repr=False)

    @property
    def recipient(self) -> str:
        """The public key of age."""
        return recipient_of(self.identity)

    @property
    def ed25519(self) -> str:
        """The public signing key, in hexadecimal."""
        return self.signing.public_key().public_bytes_raw().hex()

    def write(self, path: Path, *, passphrase: str) -> None:
        """Write the file behind the passphrase, for its owner only; never over another."""
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise KeyFileRefused(
                f"The passphrase has {len(passphrase)} signs; take {SHORTEST_PASSPHRASE} or more, such as five "
                "words that nobody would guess together."
            )
        content: bytes = pyrage.passphrase.encrypt(self.text().encode(), passphrase)
        write_new(path, content)

    @classmethod
    def read(cls, path: Path, *, passphrase: str) -> Self:
        """Read a file that `write` made."""
        try:
            text = pyrage.passphrase.decrypt(path.read_bytes(), passphrase).decode()
        except (pyrage.DecryptError, UnicodeDecodeError) as error:
            raise KeyFileRefused(f"{path.name} did not open. Check the passphrase and the file.") from error
        said = dict(_LINE.findall(text))
        identity = _IDENTITY.search(text)
        if identity is None or not said.keys() >= {"use", "owner", "epoch", "signing"}:
            raise KeyFileRefused(f"{path.name} holds no keys made by `qorgau keys`. Use the file made there.")
        return cls(
            use=said["use"],
            owner=said["owner"],
            epoch=int(said["epoch"]),
            identity=identity[0],
            signing=Ed25519PrivateKey.from_private_bytes(bytes.fromhex(said["signing"])),
        )

    def text(self) -> str:
        """The file before it is locked."""
        return (
            "# Keys made by `qorgau keys`. Whoever holds this text can act as its owner.\n"
            f"# use: {self.use}\n# owner: {self.owner}\n# epoch: {self.epoch}\n"
            f"# recipient: {self.recipient}\n# ed25519: {self.ed25519}\n"
            f"# signing: {self.signing.private_bytes_raw().hex()}\n{self.identity}\n"
        )


def write_new(path: Path, content: bytes) -> None:
    """Write a new file that only its owner reads; what is there already is never written over."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise KeyFileRefused(f"{path} is there already and is not written over. Name another file.") from None
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
