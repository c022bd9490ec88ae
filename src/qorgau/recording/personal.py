"""A person's own data: encrypted under that person's key (AES-256-GCM), so that it can be destroyed."""

import base64
import hmac
import json
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from qorgau.ledger.plain_values import checked_group
from qorgau.recording.refusal import RecordingRefusal

VERSION = "v1."
NONCE_BYTES = 12
STEP = 256
"""Plaintexts are padded to a multiple of this, so that a short name does not show as one."""

# The ledger's own canonical form (decision 0010): what `checked_group` lets through has one spelling.
_write = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode

Personal = Mapping[str, str | int]


class CannotDecrypt(RecordingRefusal):
    """Ciphertext and key do not belong together."""


def encrypt(values: Personal, *, secret: bytes, entry_id: str, person: str) -> str:
    """Ciphertext as text. The same values of the same entry give the same text, so replays are seen."""
    plain = _write(checked_group(values, at=f"personal.{person}")).encode()
    plain += b" " * (-len(plain) % STEP)
    bound = _bound_to(entry_id, person)
    # The nonce follows from the content: it repeats only where key, entry and content repeat.
    nonce = hmac.digest(_part(secret, b"nonce"), bound + b"\0" + plain, "sha256")[:NONCE_BYTES]
    box = AESGCM(_part(secret, b"key")).encrypt(nonce, plain, bound)
    return VERSION + base64.b64encode(nonce + box).decode()


def decrypt(text: str, *, secret: bytes, entry_id: str, person: str) -> dict[str, str | int]:
    """The values; refused if the text was changed or belongs to another entry or person."""
    raw = base64.b64decode(text.removeprefix(VERSION))
    try:
        plain = AESGCM(_part(secret, b"key")).decrypt(
            raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound_to(entry_id, person)
        )
    except InvalidTag as error:
        raise CannotDecrypt(
            f"The personal data of {person} in entry {entry_id} do not fit the person's key: they "
            "were altered, or the key store is of another instance. Run `qorgau ledger verify`."
        ) from error
    values: dict[str, str | int] = json.loads(plain)
    return values


def _bound_to(entry_id: str, person: str) -> bytes:
    return f"qorgau/personal/v1\n{entry_id}\n{person}".encode()


def _part(secret: bytes, use: bytes) -> bytes:
    return hmac.digest(secret, b"qorgau/personal/" + use, "sha256")
