"""Secrets that must be read again are kept encrypted; the key is a file, not a row."""

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from qorgau.recording.secret_files import random_text
from qorgau.recording.secret_folder import secret_folder

_NONCE = 12


class BoxDoesNotOpen(ValueError):  # noqa: N818 - says what is the matter
    """A secret was encrypted under another key, or for another account."""


def closed(text: str, *, for_account: str) -> str:
    """The text encrypted for one account."""
    nonce = secrets.token_bytes(_NONCE)
    box = AESGCM(_part(b"box")).encrypt(nonce, text.encode(), for_account.encode())
    return base64.b64encode(nonce + box).decode()


def opened(box: str, *, for_account: str) -> str:
    """The text in the box; raises BoxDoesNotOpen."""
    raw = base64.b64decode(box)
    try:
        return AESGCM(_part(b"box")).decrypt(raw[:_NONCE], raw[_NONCE:], for_account.encode()).decode()
    except InvalidTag as error:
        raise BoxDoesNotOpen(
            f"The second factor of account {for_account} was stored under another key. Put "
            "secret/second-factors.key back from its backup, or reset the second factor: "
            "qorgau access reset-second-factor"
        ) from error


def digest(text: str, *, use: str) -> str:
    """A keyed digest: whoever reads the table alone cannot try texts against it."""
    return hmac.new(_part(use.encode()), text.encode(), hashlib.sha256).hexdigest()


def _part(use: bytes) -> bytes:
    key = random_text(secret_folder() / "second-factors.key").encode()
    return hmac.digest(key, b"qorgau/access/" + use, "sha256")
