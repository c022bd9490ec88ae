"""Salts: one per entry, computed from secrets that erasure can destroy, so none has to be stored."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping

from qorgau.ledger.entry import Entry

PERSON = "person"
ERASURE = "PersonErased"
_KEY_TAG = b"qorgau/salt-key/v1\0"
_SALT_TAG = b"qorgau/salt/v1\0"


def persons_behind(entry: Entry) -> tuple[str, ...]:
    """The persons without whose keys the entry's salt cannot be computed."""
    if entry.kind == ERASURE:
        # It must stay checkable after the key of the very person it names is gone.
        return ()
    return tuple(entry.objects.get(PERSON, ()))


def salt_of(entry_id: str, *, instance: bytes, persons: Iterable[bytes]) -> bytes:
    """The entry's salt; `persons`: the secrets of `persons_behind`, in that order."""
    key = hashlib.sha256(_KEY_TAG + instance + b"".join(persons)).digest()
    return hmac.digest(key, _SALT_TAG + entry_id.encode(), "sha256")


def salt_for(entry: Entry, *, instance: bytes, secrets: Mapping[str, bytes]) -> bytes | None:
    """The entry's salt, or None if the key of a person behind it is gone."""
    persons = persons_behind(entry)
    if any(person not in secrets for person in persons):
        return None
    return salt_of(entry.id, instance=instance, persons=[secrets[person] for person in persons])
