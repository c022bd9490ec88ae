"""Rows of kept tables as they stand in a backup: in clear, or locked under the key of what they belong to."""

import base64
import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.serializers import deserialize, serialize

from qorgau.recording.kept_tables import kept_tables, owner_named, owner_of, owners
from qorgau.recording.keystore.secrets import destroy_secrets, held_secrets, needed_secrets

_AT_ONCE = 2000
_NONCE_BYTES = 12


def kept_rows(using: str) -> Iterator[str]:
    """Every row that is kept, as text, in the order in which they can be restored."""
    keys = make_keys(using)
    for table in kept_tables():
        for row in table._default_manager.using(using).order_by("pk").iterator(chunk_size=_AT_ONCE):
            owner, text = owner_of(row), serialize("json", [row])
            yield _locked(text, owner, keys[owner]) if owner else text


def restored_rows(rows: Iterable[str], *, using: str) -> int:
    """Put rows of a backup back; gives how many stay shut, for their key is gone or of another."""
    shut, key_of = 0, _reader()
    for row in rows:
        text = _opened(row, key_of)
        if text is None:
            shut += 1
            continue
        for each in deserialize("json", text, using=using):
            each.save(using=using)
    return shut


def make_keys(using: str) -> Mapping[str, bytes]:
    """The keys of all to whom locked rows belong, made where there is none yet."""
    return needed_secrets(sorted(set(owners(using))))


def forget_in_backups(name: str, *, at: int) -> None:
    """Destroy the key of what was thrown away: its rows in any backup stay shut, once the backups of keys expire."""
    destroy_secrets([owner_named(name)], at=at)


def _locked(text: str, owner: str, secret: bytes) -> str:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    box = AESGCM(_key(secret)).encrypt(nonce, text.encode(), owner.encode())
    return json.dumps({"owner": owner, "locked": base64.b64encode(nonce + box).decode()})


def _opened(row: str, key_of: Callable[[str], bytes | None]) -> str | None:
    """The row in clear; None where its key is gone."""
    told = json.loads(row)
    if not isinstance(told, dict):
        return row
    secret, raw = key_of(told["owner"]), base64.b64decode(told["locked"])
    if secret is None:
        return None
    try:
        plain = AESGCM(_key(secret)).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], told["owner"].encode())
    except InvalidTag:
        return None
    return plain.decode()


def _reader() -> Callable[[str], bytes | None]:
    """Looks each owner's key up once."""
    known: dict[str, bytes | None] = {}

    def key_of(owner: str) -> bytes | None:
        if owner not in known:
            known[owner] = held_secrets([owner]).get(owner)
        return known[owner]

    return key_of


def _key(secret: bytes) -> bytes:
    return hmac.digest(secret, b"qorgau/kept-row/v1", "sha256")
