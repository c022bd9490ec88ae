"""Back up the record and restore it: entries, log and what slices keep; never read tables, never keys.

The read tables hold names in clear and follow from the entries; the key store has its own, shorter
backups (`backup_keys`). So a person who is erased is gone from every backup as soon as the key store's
have expired, and whoever steals a backup can neither read a name nor sign for the log.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.ledger.checkpoint import open_checkpoint
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.kept_rows import kept_rows, restored_rows
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import APPEND_ONLY, Leaf, Pending, StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.secret_folder import secret_folder
from qorgau.recording.tree_store import forget_tree
from qorgau.recording.writer_turn import RECORD, one_transaction

_ROWS = 2000
_SNAPSHOT = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


class NotEmpty(RecordingRefusal):
    """A backup would be restored over a record that already holds something."""


class BackupExists(RecordingRefusal):
    """A file already stands where the backup should go."""


class NotABackup(RecordingRefusal):
    """The file is something else, or damaged."""


class KeysMissing(RecordingRefusal):
    """The backup is of a log whose signing key is not here."""


def back_up(target: Path) -> int:
    """Write the record as of one moment into a new SQLite file; gives the number of entries."""
    if target.exists():
        raise BackupExists(f"{target} exists already. Name a new file; a backup is never written over.")
    draft = target.with_name(f".{target.name}.unfinished")
    draft.unlink(missing_ok=True)
    with closing(sqlite3.connect(draft, isolation_level=None)) as file, _snapshot() as connection:
        file.execute("BEGIN")
        counts = [_copy_out(connection, file, *each) for each in _tables()]
        _copy_kept_out(file)
        file.execute("COMMIT")
    _flush(draft)
    draft.rename(target)
    return counts[0]


@dataclass(frozen=True, kw_only=True)
class Restored:
    """How many entries came back, and how many kept rows stay shut because their key is gone."""

    entries: int
    shut: int


def restore(source: Path, *, as_of: int) -> Restored:
    """Read a backup into an empty record and fold it anew."""
    if StoredEntry.objects.exists() or Leaf.objects.exists():
        raise NotEmpty("The record is not empty. Restore into a new data folder or database.")
    with _opened(source) as file, one_transaction() as connection:
        counts = [_copy_in(file, connection, *each) for each in _tables()]
        shut = _copy_kept_in(file)
        _queue_again()
    forget_tree()
    rebuild(as_of=as_of)
    return Restored(entries=counts[0], shut=shut)


def require_keys_for(source: Path) -> None:
    """Refuse a backup whose log this instance cannot go on signing; makes no key on the way."""
    with _opened(source) as file:
        newest = file.execute("SELECT note FROM recording_checkpoint ORDER BY size DESC LIMIT 1").fetchone()
    why = "there is no signing key"
    if (secret_folder() / "log.key").exists():
        if newest is None or _is_ours(str(newest[0])):
            return
        why = "the signing key is of another log"
    raise KeysMissing(
        f"{source} cannot be restored yet: {why} in {secret_folder()}. First restore the keys, which are "
        "backed up apart: qorgau record restore-keys FOLDER. With a new key every proof given out so far "
        "would fail."
    )


def _is_ours(note: str) -> bool:
    try:
        open_checkpoint(note, log=log_keys().log.verifier)
    except LedgerRefusal:
        return False
    return True


@contextmanager
def _opened(source: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as file:
        try:
            file.execute("SELECT 1 FROM recording_entry LIMIT 1")
            yield file
        except sqlite3.DatabaseError as error:
            raise NotABackup(
                f"{source} is no backup of a record, or is damaged ({error}). Nothing was restored. Take "
                "another copy."
            ) from error


def _copy_kept_out(file: sqlite3.Connection) -> None:
    file.execute("CREATE TABLE kept (row TEXT)")
    file.executemany("INSERT INTO kept VALUES (?)", ((row,) for row in kept_rows(RECORD)))


def _copy_kept_in(file: sqlite3.Connection) -> int:
    # Backups made before there was anything to keep have no such table.
    if not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept'").fetchone():
        return 0
    return restored_rows(
        (row for (row,) in file.execute("SELECT row FROM kept ORDER BY rowid")), using=RECORD
    )


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _tables() -> Iterator[tuple[str, list[str]]]:
    for model in APPEND_ONLY:
        yield model._meta.db_table, [field.column for field in model._meta.concrete_fields if field.column]


@contextmanager
def _snapshot() -> Iterator[BaseDatabaseWrapper]:
    # Plain statements: Django's own transactions would take the writers' lock on SQLite.
    connection = connections[RECORD]
    with connection.cursor() as cursor:
        cursor.execute(_SNAPSHOT[connection.vendor])
        try:
            yield connection
        finally:
            cursor.execute("ROLLBACK")


def _copy_out(
    connection: BaseDatabaseWrapper, file: sqlite3.Connection, table: str, columns: list[str]
) -> int:
    file.execute(f"CREATE TABLE {table} ({_named(columns)})")
    copied = 0
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_named(columns)} FROM {table}")  # noqa: S608 - names of our own tables
        while rows := cursor.fetchmany(_ROWS):
            file.executemany(
                f"INSERT INTO {table} VALUES ({_marks(columns, '?')})",  # noqa: S608
                [[bytes(value) if isinstance(value, memoryview) else value for value in row] for row in rows],
            )
            copied += len(rows)
    return copied


def _copy_in(
    file: sqlite3.Connection, connection: BaseDatabaseWrapper, table: str, columns: list[str]
) -> int:
    copied = 0
    held = file.execute(f"SELECT {_named(columns)} FROM {table}")  # noqa: S608
    with connection.cursor() as cursor:
        while rows := held.fetchmany(_ROWS):
            cursor.executemany(
                f"INSERT INTO {table} ({_named(columns)}) VALUES ({_marks(columns, '%s')})",  # noqa: S608
                rows,
            )
            copied += len(rows)
    return copied


def _queue_again() -> None:
    in_log = Leaf.objects.values("commitment")
    waiting = StoredEntry.objects.exclude(commitment__in=in_log).values_list("commitment", "received")
    Pending.objects.bulk_create(
        Pending(commitment=bytes(commitment), received=received) for commitment, received in waiting
    )


def _named(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _marks(columns: list[str], mark: str) -> str:
    return ", ".join([mark] * len(columns))
