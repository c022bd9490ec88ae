"""What is recorded can be neither changed nor removed, whatever tool is used."""

import sqlite3

import psycopg
import pytest
from django.db import Error, connection
from tests.slices.recording.small_slice import opened

from qorgau.recording.append_only import RECORD_TABLES
from qorgau.recording.batches import integrate_now
from qorgau.recording.record import record
from qorgau.recording.roles import RoleTooStrong, give_app_its_role

COLUMN = {
    "recording_entry": "body",
    "recording_entry_object": "role",
    "recording_leaf": "commitment",
    "recording_tile": "hashes",
    "recording_batch": "root",
    "recording_checkpoint": "note",
}


@pytest.fixture
def filled(store):
    record([opened(1)], received=10)
    integrate_now(as_of=20)
    return store


STATEMENTS = [
    statement
    for table in RECORD_TABLES
    for statement in (f"UPDATE {table} SET {COLUMN[table]} = {COLUMN[table]}", f"DELETE FROM {table}")
]


def test_the_app_can_neither_change_nor_remove_a_row_of_the_record(filled):
    for statement in STATEMENTS:
        with pytest.raises(Error), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_owner_is_refused_as_long_as_the_guards_stand(filled):
    with filled.unguarded_by() as owner:
        for statement in STATEMENTS:
            with pytest.raises(
                (sqlite3.IntegrityError, psycopg.errors.RestrictViolation), match="only grows"
            ):
                owner.run(statement)


def test_replacing_a_row_does_not_walk_around_the_guards(sqlite_store):
    record([opened(1)], received=10)
    with sqlite_store.unguarded_by() as raw:
        assert raw.run("PRAGMA recursive_triggers") == [(0,)]
        for columns in ("id", "rowid"):
            (value,) = raw.run(f"SELECT {columns} FROM recording_entry")[0]
            others = {"rowid": 77, "id": "other", columns: value}
            with pytest.raises(sqlite3.IntegrityError, match="only grows"):
                raw.run(
                    "INSERT OR REPLACE INTO recording_entry"
                    " (rowid, id, kind, received, place, merge_by, commitment, body)"
                    " VALUES (?, ?, 'X', 1, 0, 2, ?, ?)",
                    others["rowid"], others["id"], b"c" * 32, b"forged",
                )  # fmt: skip


def test_on_postgresql_nobody_empties_a_table_not_even_as_a_replica(postgresql_store):
    record([opened(1)], received=10)
    with postgresql_store.unguarded_by() as owner:
        owner.run("SET session_replication_role = replica")
        with pytest.raises(psycopg.errors.RestrictViolation):
            owner.run("TRUNCATE recording_entry")
    with pytest.raises(Error, match="must be owner"), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE recording_entry DISABLE TRIGGER ALL")


def test_the_app_may_not_connect_as_the_owner_of_the_tables(postgresql_store):
    connection.settings_dict["USER"] = "qorgau_owner"
    with pytest.raises(RoleTooStrong, match="qorgau_owner"):
        give_app_its_role()
