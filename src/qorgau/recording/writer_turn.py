"""Writers take turns: one transaction at a time, and none is acknowledged before it is on disk."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.conf import settings
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.recording.shared_sync import SharedSync, shared_sync

RECORD = "default"


@contextmanager
def one_transaction() -> Iterator[BaseDatabaseWrapper]:
    """One durable transaction on the record. When the block has ended without error, it is on disk."""
    connection = _connected()
    if database := _sqlite_file(connection):
        sync = shared_sync(database)
        with _flushed_later(connection.connection), sync.turn_alone():
            with transaction.atomic(using=RECORD, durable=True):
                yield connection
            ticket = sync.committed()
        sync.wait_until_durable(ticket)
    else:
        with transaction.atomic(using=RECORD, durable=True):
            yield connection


@contextmanager
def transaction_in_turn(sync: SharedSync, *, is_plain: bool) -> Iterator[BaseDatabaseWrapper]:
    """The same, by a writer who has the turn already and keeps it until all is on disk.

    is_plain: the block inserts entries and uses nothing of Django's that opens a transaction itself.
    """
    connection = _connected()
    if connection.vendor == "sqlite":
        frame = _bare(connection) if is_plain else transaction.atomic(using=RECORD, durable=True)
        with _flushed_later(connection.connection), frame:
            yield connection
        sync.wait_until_durable(sync.committed())
    else:
        # A server needs no frame around a single statement.
        with nullcontext() if is_plain else transaction.atomic(using=RECORD, durable=True):
            yield connection


def writers_queues() -> SharedSync | None:
    """The queues of the writers of this host; None where there are none to share a transaction with."""
    connection = _connected()
    if connection.in_atomic_block:
        return None
    if connection.vendor == "postgresql":
        return _beside_the_keys(connection)
    database = _sqlite_file(connection)
    return shared_sync(database) if database else None


def _beside_the_keys(connection: BaseDatabaseWrapper) -> SharedSync | None:
    # The server has no folder that all hosts see; those of one host meet where its keys are.
    known = connection.settings_dict
    address = "\n".join(str(known[part]) for part in ("HOST", "PORT", "NAME", "USER"))
    name = f"postgresql-{hashlib.sha256(address.encode()).hexdigest()[:16]}"
    try:
        return shared_sync(str(settings.QORGAU_DATA / name))
    except OSError:
        return None


def _connected() -> BaseDatabaseWrapper:
    connection = connections[RECORD]
    connection.ensure_connection()
    return connection


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
