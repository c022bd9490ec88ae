"""The key file of a body or holder (`qorgau keys`): a file of age behind a passphrase."""

import re
from dataclasses import dataclass, field
from typing import Self

import pyrage

from qorgau.sealing.age_files import recipient_of
from qorgau.sealing.refusal import SealingRefusal

_IDENTITY = re.compile(r"^AGE-SECRET-KEY-1[0-9A-Z]+$", re.MULTILINE)
_LINE = re.compile(r"^# ([a-z_]+): (.*)$", re.MULTILINE)


class KeysNotOpened(SealingRefusal):
    """The key file did not open."""


@dataclass(frozen=True, kw_only=True)
class OpenedKeys:
    """What the key file holds: the secret key of age, whose it is, and the secret signing key (hex)."""

    identity: str = field(repr=False)
    owner: str = ""
    signing: str = field(default="", repr=False)

    @property
    def recipient(self) -> str:
        """The public key."""
        return recipient_of(self.identity)

    @classmethod
    def read(cls, content: bytes, *, passphrase: str) -> Self:
        """Open a key file; any file of age with a passphrase around a secret key of age will do."""
        try:
            text = pyrage.passphrase.decrypt(content, passphrase).decode()
        except (pyrage.DecryptError, UnicodeDecodeError) as error:
            raise KeysNotOpened(
                "The key file did not open. Check the passphrase, and that it is the file of keys."
            ) from error
        identity = _IDENTITY.search(text)
        if identity is None:
            raise KeysNotOpened(
                "The key file holds no secret key of age. Use the file made by `qorgau keys`."
            )
        said = dict(_LINE.findall(text))
        return cls(identity=identity[0], owner=said.get("owner", ""), signing=said.get("signing", ""))
