"""The statements of one append, as few as possible: they run while all other writers wait."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.recording.drafts import Notice
from qorgau.recording.folds import is_folded
from qorgau.recording.preparing import Prepared
from qorgau.recording.rows import Rows, rows_of
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
WITH objects AS (
    INSERT INTO recording_entry_object (role, object_id, entry_id)
    SELECT * FROM unnest(%s::text[], %s::text[], %s::text[])
), pending AS (
    INSERT INTO recording_pending (commitment, received) SELECT * FROM unnest(%s::bytea[], %s::bigint[])
), before AS (
    SELECT coalesce(max((
        SELECT max(e.place) FROM recording_entry_object o JOIN recording_entry e ON e.id = o.entry_id
        WHERE o.role = touched.role AND o.object_id = touched.object_id AND e.received >= %s
    )) + 1, 0) AS places FROM unnest(%s::text[], %s::text[]) AS touched (role, object_id)
)
INSERT INTO recording_entry (id, kind, received, place, merge_by, commitment, body)
SELECT new.id, new.kind, new.received, new.place + before.places, new.merge_by, new.commitment, new.body
FROM before, unnest(
    %s::text[], %s::text[], %s::bigint[], %s::int[], %s::bigint[], %s::bytea[], %s::bytea[]
) AS new (id, kind, received, place, merge_by, commitment, body)
"""
_LAST_PLACE = """
SELECT max(e.place) FROM recording_entry_object o JOIN recording_entry e ON e.id = o.entry_id
WHERE o.role = ? AND o.object_id = ? AND e.received >= ?
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
    insert_rows(connection, rows_of(new, notices))


def insert_rows(
    connection: BaseDatabaseWrapper, rows: Rows, *, follows: Sequence[tuple[str, str]] | None = None
) -> None:
    """The same from rows, of one act or of several.

    follows: the objects behind whose entries of the same second these take their places; by default all
    whose rows they change, and on those the caller holds the lock.
    """
    touched = rows.touched if follows is None else follows
    if connection.vendor == "postgresql":
        _insert_at_once(connection, rows, touched)
    else:
        _insert_embedded(connection, rows, touched)
    if rows.notices:
        with connection.cursor() as cursor:
            cursor.executemany(_NOTICE, rows.notices)


def _insert_embedded(connection: BaseDatabaseWrapper, rows: Rows, touched: Sequence[tuple[str, str]]) -> None:
    # SQLite's own connection keeps its statements planned; Django's cursor would rewrite each first.
    with connection.wrap_database_errors:
        raw = connection.connection
        since = _first_received(rows)
        last = (raw.execute(_LAST_PLACE, (*each, since)).fetchone()[0] for each in touched)
        places = max((place + 1 for place in last if place is not None), default=0)
        raw.executemany(_ENTRY, [(*row[:3], row[3] + places, *row[4:]) for row in rows.entries])
        raw.executemany(_OBJECT, rows.objects)
        raw.executemany(_PENDING, [(row[5], row[2]) for row in rows.entries])


def _insert_at_once(connection: BaseDatabaseWrapper, rows: Rows, touched: Sequence[tuple[str, str]]) -> None:
    entries = _columns(rows.entries, 7)
    named = ([role for role, _ in touched], [each for _, each in touched])
    values = (*_columns(rows.objects, 3), entries[5], entries[2], _first_received(rows), *named, *entries)
    # psycopg's own cursor, because Django's would have the statement planned anew each time.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(_TOGETHER, values, prepare=True)


def _first_received(rows: Rows) -> int:
    return min((row[2] for row in rows.entries), default=0)


def _columns(rows: Sequence[Sequence[str | int | bytes]], count: int) -> list[list[str | int | bytes]]:
    return [[row[column] for row in rows] for column in range(count)]


def take_locks(connection: BaseDatabaseWrapper, prepared: Sequence[Prepared]) -> None:
    """On PostgreSQL writers run side by side: those that touch one object must take turns."""
    lock_rows(connection, rows_of(prepared, ()))


def lock_rows(connection: BaseDatabaseWrapper, rows: Rows) -> None:
    """The same from rows, of one act or of several."""
    if connection.vendor == "postgresql" and (keys := lock_keys(rows)):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", [keys])


def lock_keys(rows: Rows) -> list[int]:
    """The numbers of the locks on what these rows touch, always in one order."""
    named = {(role, each) for role, each, _ in rows.objects if role == PERSON or is_folded(role)}
    return sorted(lock_number(f"{role}\0{each}") for role, each in named)


def lock_number(name: str) -> int:
    """A name as the 64-bit number that PostgreSQL's advisory locks go by."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)


def _marks(values: Collection[str]) -> str:
    return ",".join(["%s"] * len(values))
