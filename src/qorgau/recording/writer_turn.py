"""Writers take turns: one transaction at a time, and none is acknowledged before it is on disk."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.recording.shared_sync import SharedSync

RECORD = "default"
_LOCK_MODE = 0o600
_PAGES_USUALLY = 1000
_PAGES_AT_MOST = 16_000
"""The write-ahead log is copied within a writer's turn only if it grew to 64 MB all the same."""
_COMMITS_BETWEEN_COPIES = 256


@contextmanager
def one_transaction(*, is_one_statement: bool = False) -> Iterator[BaseDatabaseWrapper]:
    """One durable transaction on the record. When the block has ended without error, it is on disk.

    is_one_statement: the block will run no more than that, which on a server needs no frame.
    """
    connection = connections[RECORD]
    connection.ensure_connection()
    database = _sqlite_file(connection)
    if is_one_statement and connection.vendor == "postgresql" and not connection.in_atomic_block:
        yield connection
        return
    if database is None:
        with transaction.atomic(using=RECORD, durable=True):
            yield connection
        return
    sync = SharedSync(database)
    with _flushed_later(connection), _turn(database):
        with transaction.atomic(using=RECORD, durable=True):
            yield connection
        ticket = sync.committed()
    sync.wait_until_durable(ticket)
    _empty_log_at_times(connection, ticket)


@contextmanager
def _turn(database: Path) -> Iterator[None]:
    # SQLite's own waiting is polling, and pollers starve one another for seconds; flock queues.
    descriptor = os.open(f"{database}-writers", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _LOCK_MODE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _flushed_later(connection: BaseDatabaseWrapper) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute(f"PRAGMA wal_autocheckpoint={_PAGES_AT_MOST}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute(f"PRAGMA wal_autocheckpoint={_PAGES_USUALLY}")


def _empty_log_at_times(connection: BaseDatabaseWrapper, ticket: int) -> None:
    # Copying the log into the database takes several flushes: done by one, while the others go on.
    if ticket % _COMMITS_BETWEEN_COPIES == 0:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _sqlite_file(connection: BaseDatabaseWrapper) -> Path | None:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or "memory" in name:
        return None
    return Path(name)
