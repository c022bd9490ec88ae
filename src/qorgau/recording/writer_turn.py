"""Writers take turns: one transaction at a time, and none is acknowledged before it is on disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.recording.shared_sync import shared_sync

RECORD = "default"


@contextmanager
def one_transaction(*, is_plain: bool = False) -> Iterator[BaseDatabaseWrapper]:
    """One durable transaction on the record. When the block has ended without error, it is on disk.

    is_plain: the block stores one entry and uses nothing of Django's that opens a transaction itself.
    """
    connection = connections[RECORD]
    connection.ensure_connection()
    is_plain = is_plain and not connection.in_atomic_block
    if database := _sqlite_file(connection):
        sync = shared_sync(database)
        with _flushed_later(connection.connection), sync.turn:
            with _bare(connection) if is_plain else transaction.atomic(using=RECORD, durable=True):
                yield connection
            ticket = sync.committed()
        sync.wait_until_durable(ticket)
    elif is_plain and connection.vendor == "postgresql":
        # A server needs no frame around a single statement.
        yield connection
    else:
        with transaction.atomic(using=RECORD, durable=True):
            yield connection


@contextmanager
def _bare(connection: BaseDatabaseWrapper) -> Iterator[None]:
    # Django's frame takes longer than the entry's own statements, while all other writers wait.
    raw = connection.connection
    with connection.wrap_database_errors:
        raw.execute("BEGIN IMMEDIATE")
        try:
            yield
            raw.execute("COMMIT")
        except BaseException:
            raw.rollback()
            raise


@contextmanager
def _flushed_later(raw: sqlite3.Connection) -> Iterator[None]:
    # Of this connection and for this transaction only: all that is not the record keeps FULL.
    raw.execute("PRAGMA synchronous=NORMAL")
    try:
        yield
    finally:
        raw.execute("PRAGMA synchronous=FULL")


def _sqlite_file(connection: BaseDatabaseWrapper) -> str | None:
    name = str(connection.settings_dict["NAME"])
    return None if connection.vendor != "sqlite" or "memory" in name else name
