"""The entries of one object, oldest first, as folds and queries read them."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db import connections

from qorgau.ledger.entry import CorrectionAct, Entry
from qorgau.ledger.entry_reading import entry_from_group
from qorgau.recording.keystore.secrets import held_secrets
from qorgau.recording.personal import Personal, decrypt
from qorgau.recording.writer_turn import RECORD

_READ_LATELY = 2048
"""So many entries are remembered as they were read; personal data in them is ciphertext, and is not remembered in clear."""
_OF_OBJECT = """
SELECT e.body, e.received FROM recording_entry e
JOIN recording_entry_object o ON o.entry_id = e.id
WHERE o.role = %s AND o.object_id = %s{asked}
ORDER BY e.received, e.place, e.id
"""
_OF_OBJECTS = """
SELECT o.object_id, e.body, e.received FROM recording_entry e
JOIN recording_entry_object o ON o.entry_id = e.id
WHERE o.role = %s AND o.object_id IN ({marks})
ORDER BY e.received, e.place, e.id
"""
_ERASED = "SELECT person_id FROM recording_erased_person WHERE person_id IN ({marks})"


@dataclass(frozen=True, kw_only=True)
class RecordedEntry:
    """An entry with when this instance received it and its personal part in clear.

    personal: person id -> values; a person whose key was destroyed is missing from it.
    """

    entry: Entry
    received: int
    personal: Mapping[str, Personal]


def history(role: str, object_id: str, *, kinds: Collection[str] | None = None) -> tuple[RecordedEntry, ...]:
    """All entries that name this object in this role, in the order in which they came in; of some kinds, if asked."""
    asked = "" if kinds is None else f" AND e.kind IN ({','.join(['%s'] * len(kinds))})"
    with connections[RECORD].cursor() as cursor:
        cursor.execute(_OF_OBJECT.format(asked=asked), [role, object_id, *sorted(kinds or ())])
        return opened(cursor.fetchall())


def histories(role: str, object_ids: Collection[str]) -> Mapping[str, tuple[RecordedEntry, ...]]:
    """Of each of these objects what `history` gives, asked of the store at once; a few hundred objects at most."""
    found: dict[str, list[RecordedEntry]] = {each: [] for each in object_ids}
    if found:
        with connections[RECORD].cursor() as cursor:
            cursor.execute(_OF_OBJECTS.format(marks=",".join(["%s"] * len(found))), [role, *found])
            rows = cursor.fetchall()
        for (name, _, _), each in zip(rows, opened(row[1:] for row in rows), strict=True):
            found[name].append(each)
    return {name: tuple(entries) for name, entries in found.items()}


def opened(rows: Iterable[tuple[bytes, int]]) -> tuple[RecordedEntry, ...]:
    """Read stored bytes and decrypt what may still be read."""
    entries = [(_read(bytes(body)), received) for body, received in rows]
    secrets = _readable_secrets({person for entry, _ in entries for person in entry.personal})
    return tuple(
        RecordedEntry(entry=entry, received=received, personal=_personal(entry, secrets))
        for entry, received in entries
    )


def standing(entries: Sequence[RecordedEntry]) -> tuple[RecordedEntry, ...]:
    """The entries that count: neither replaced nor withdrawn by another one that counts."""
    set_aside: set[tuple[str, str]] = set()
    for each in reversed(entries):
        correction = each.entry.corrects
        if correction is not None and (each.entry.instance, each.entry.id) not in set_aside:
            set_aside.add((correction.instance, correction.entry))
    return tuple(
        each
        for each in entries
        if (each.entry.instance, each.entry.id) not in set_aside
        and not (each.entry.corrects and each.entry.corrects.act is CorrectionAct.WITHDRAWS)
    )


@lru_cache(maxsize=_READ_LATELY)
def _read(body: bytes) -> Entry:
    # An act reads the entries of its object before its turn and folds them within it: the same bytes, the same entry.
    # Whether the bytes are still the canonical ones is for `ledger verify` to tell, not for each read.
    return entry_from_group(json.loads(body))


def _readable_secrets(persons: Collection[str]) -> Mapping[str, bytes]:
    if not persons:
        return {}
    # A key store restored from an old backup may still hold the key of someone erased since.
    return held_secrets(sorted(set(persons) - _erased_among(sorted(persons))))


def _erased_among(persons: Sequence[str]) -> frozenset[str]:
    with connections[RECORD].cursor() as cursor:
        cursor.execute(_ERASED.format(marks=",".join(["%s"] * len(persons))), persons)
        return frozenset(person for (person,) in cursor.fetchall())


def _personal(entry: Entry, secrets: Mapping[str, bytes]) -> dict[str, Personal]:
    return {
        person: decrypt(text, secret=secrets[person], entry_id=entry.id, person=person)
        for person, text in entry.personal.items()
        if person in secrets
    }
