"""The statements of one append, as few as possible: they run while all other writers wait."""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.recording.drafts import Notice
from qorgau.recording.folds import is_folded
from qorgau.recording.preparing import Prepared
from qorgau.recording.salts import PERSON

_ENTRY = (
    "INSERT INTO recording_entry (id, kind, received, place, merge_by, commitment, body)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_OBJECT = "INSERT INTO recording_entry_object (role, object_id, entry_id) VALUES (?, ?, ?)"
_PENDING = "INSERT INTO recording_pending (commitment, received) VALUES (?, ?)"
_NOTICE = (
    "INSERT INTO recording_outgoing_notice (id, entry_id, kind, body, queued_at) VALUES (%s, %s, %s, %s, %s)"
)

# On a server each statement costs a journey; the three inserts make theirs together, planned once.
_TOGETHER = """
WITH entry AS (
    INSERT INTO recording_entry (id, kind, received, place, merge_by, commitment, body)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
), objects AS (
    INSERT INTO recording_entry_object (role, object_id, entry_id)
    SELECT role, object_id, %s FROM unnest(%s::text[], %s::text[]) AS named (role, object_id)
)
INSERT INTO recording_pending (commitment, received) VALUES (%s, %s)
"""


@dataclass(frozen=True, kw_only=True)
class HeldEntry:
    """What is already stored under an id."""

    commitment: bytes
    received: int
    merge_by: int


@dataclass(frozen=True, kw_only=True)
class Held:
    """What the record already holds of the ids and persons of an append."""

    entries: dict[str, HeldEntry]
    erased: frozenset[str]


def erased_among(connection: BaseDatabaseWrapper, persons: Collection[str]) -> frozenset[str]:
    """Which of these persons were erased."""
    if not persons:
        return frozenset()
    return look_up(connection, ids=[""], persons=persons).erased


def look_up(connection: BaseDatabaseWrapper, *, ids: Sequence[str], persons: Collection[str]) -> Held:
    """Which of these entries are stored, and which of these persons were erased: one question."""
    question = (
        "SELECT id, commitment, received, merge_by FROM recording_entry"  # noqa: S608 - marks only
        f" WHERE id IN ({_marks(ids)})"
    )
    if persons:
        question += (
            " UNION ALL SELECT person_id, NULL, 0, 0 FROM recording_erased_person"  # noqa: S608 - marks only
            f" WHERE person_id IN ({_marks(persons)})"
        )
    with connection.cursor() as cursor:
        cursor.execute(question, [*ids, *persons])
        rows = cursor.fetchall()
    return Held(
        entries={
            row[0]: HeldEntry(commitment=bytes(row[1]), received=row[2], merge_by=row[3])
            for row in rows
            if row[1] is not None
        },
        erased=frozenset(row[0] for row in rows if row[1] is None),
    )


def insert(connection: BaseDatabaseWrapper, new: Sequence[Prepared], notices: Sequence[Notice]) -> None:
    """Store entries, the objects they name, their places in the queue and their notices."""
    if connection.vendor == "postgresql":
        _insert_together(connection, new)
    else:
        _insert_embedded(connection, new)
    if outgoing := _notice_rows(new, notices):
        with connection.cursor() as cursor:
            cursor.executemany(_NOTICE, outgoing)


def _insert_embedded(connection: BaseDatabaseWrapper, new: Sequence[Prepared]) -> None:
    # SQLite's own connection keeps its statements planned; Django's cursor would rewrite each first.
    with connection.wrap_database_errors:
        raw = connection.connection
        raw.executemany(_ENTRY, [_entry_row(place, each) for place, each in enumerate(new)])
        raw.executemany(_OBJECT, [row for each in new for row in _object_rows(each)])
        raw.executemany(_PENDING, [(each.commitment, each.received) for each in new])


def _insert_together(connection: BaseDatabaseWrapper, new: Sequence[Prepared]) -> None:
    # psycopg's own cursor, because Django's would have the statement planned anew each time.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        for place, each in enumerate(new):
            named = _named(each)
            roles, ids = [role for role, _ in named], [object_id for _, object_id in named]
            row = (*_entry_row(place, each), each.entry.id, roles, ids, each.commitment, each.received)
            cursor.execute(_TOGETHER, row, prepare=True)


def touched(new: Sequence[Prepared]) -> list[tuple[str, str]]:
    """The objects, by role, whose rows must be folded anew."""
    return sorted({(role, each) for entry in new for role, each in _named(entry) if is_folded(role)})


def lock_keys(prepared: Sequence[Prepared]) -> list[int]:
    """The numbers of the locks on what these entries touch, always in one order."""
    named = {(role, each) for entry in prepared for role, each in _named(entry)}
    return sorted(lock_number(f"{role}\0{each}") for role, each in named if role == PERSON or is_folded(role))


def take_locks(connection: BaseDatabaseWrapper, prepared: Sequence[Prepared]) -> None:
    """On PostgreSQL writers run side by side: those that touch one object must take turns."""
    if connection.vendor == "postgresql" and (keys := lock_keys(prepared)):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", [keys])


def lock_number(name: str) -> int:
    """A name as the 64-bit number that PostgreSQL's advisory locks go by."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)


def _named(each: Prepared) -> list[tuple[str, str]]:
    return [(role, object_id) for role, ids in each.entry.objects.items() for object_id in ids]


def _entry_row(place: int, each: Prepared) -> tuple[str | int | bytes, ...]:
    entry = each.entry
    return (entry.id, entry.kind, each.received, place, each.merge_by, each.commitment, each.body)


def _object_rows(each: Prepared) -> list[tuple[str, str, str]]:
    return [(role, object_id, each.entry.id) for role, object_id in _named(each)]


def _notice_rows(new: Sequence[Prepared], notices: Sequence[Notice]) -> list[tuple[str | int | bytes, ...]]:
    received = {each.entry.id: each.received for each in new}
    return [
        (f"{notice.about}/{place}", notice.about, notice.kind, json.dumps(notice.body, sort_keys=True),
         received[notice.about])
        for place, notice in enumerate(notices)
        if notice.about in received
    ]  # fmt: skip


def _marks(values: Collection[str]) -> str:
    return ",".join(["%s"] * len(values))
