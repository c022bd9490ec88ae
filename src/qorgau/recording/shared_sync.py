"""One wait for the disk serves all who committed before it: group commit between processes.

SQLite with synchronous=FULL waits for the disk in every commit while all other writers wait for it.
Here a writer commits with synchronous=NORMAL, gives its turn away, and only then waits until the
write-ahead log is on disk. Whoever waits first waits for everybody who committed before. Nothing is
acknowledged earlier than with FULL: what is acknowledged has been flushed.
"""

import fcntl
import mmap
import os
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qorgau.recording.trays import Tray, claim_tray

_MODE = 0o600
_COUNTS = struct.calcsize("=QQ")
_COMMITTED, _SYNCED = 0, 1
_KEPT = threading.local()


class Queue:
    """A lock file: those who wait for it get it in the order in which they came.

    SQLite's own waiting is polling, and pollers starve one another for seconds; flock queues.
    """

    def __init__(self, path: str) -> None:
        """Open the file; whoever is first makes it."""
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _MODE)

    def __del__(self) -> None:
        """Close it with the last who used it."""
        os.close(self._file)

    def take(self, *, wait: bool) -> bool:
        """Take the turn, waiting for it or only if it is free; tells whether one has it."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def give_away(self) -> None:
        """Give the turn away; a process that dies gives it away as well."""
        fcntl.flock(self._file, fcntl.LOCK_UN)

    def __enter__(self) -> None:
        """Wait for one's turn."""
        self.take(wait=True)

    def __exit__(self, *_: object) -> None:
        """Give it away."""
        self.give_away()

    def is_there(self) -> bool:
        """Whether others still find the file under its name."""
        return os.fstat(self._file).st_nlink > 0

    def shared_counts(self) -> memoryview:
        """Two counts in the file that all who have it open read and write as memory."""
        if os.fstat(self._file).st_size < _COUNTS:
            os.ftruncate(self._file, _COUNTS)
        return memoryview(mmap.mmap(self._file, _COUNTS)).cast("Q")


class SharedSync:
    """The queue of one database's writers, their trays, and what is committed and what is on disk.

    The counts of both are memory that all writers share, backed by the file of the queue.
    """

    def __init__(self, database: str) -> None:
        """Open the queues and claim a tray; a database that never had any gets them now."""
        self.database = database
        self._process = os.getpid()
        self.turn, self._flushes = Queue(f"{database}-writers"), Queue(f"{database}-flushes")
        self._counts = self.turn.shared_counts()
        self.tray = _tray(f"{database}-trays")

    def serves(self, database: str) -> bool:
        """Whether it is this database's, its file still there, and not a parent process's."""
        if self.database != database or self._process != os.getpid():
            return False
        return self.turn.is_there()

    @contextmanager
    def turn_alone(self) -> Iterator[None]:
        """One's turn, for something that is not stored together with what others have laid down."""
        self.turn.take(wait=True)
        try:
            yield
        finally:
            self.give_turn_away()

    def give_turn_away(self) -> None:
        """Give the turn away and wake one of those who wait for it."""
        self.turn.give_away()
        if self.tray is not None:
            self.tray.ring_next()

    def committed(self) -> int:
        """Count a commit, while the writer still has its turn; gives the ticket to wait with."""
        # A power cut may leave the counts as they were at any time: never give a ticket already served.
        ticket = max(self._counts[_COMMITTED], self._counts[_SYNCED]) + 1
        self._counts[_COMMITTED] = ticket
        return ticket

    def wait_until_durable(self, ticket: int) -> None:
        """Return when the commit with this ticket is on disk; by another's flush or by our own."""
        if self._counts[_SYNCED] >= ticket:
            return
        with self._flushes:
            if self._counts[_SYNCED] < ticket:
                covered = self._counts[_COMMITTED]
                self._flush()
                self._counts[_SYNCED] = covered

    def _flush(self) -> None:
        # Opened anew each time: SQLite makes another file after the last connection was closed.
        # SQLite locks the database and its -shm file, never the log: closing this opens no gap.
        log = os.open(f"{self.database}-wal", os.O_RDWR | os.O_CLOEXEC)
        try:
            os.fdatasync(log)
        finally:
            os.close(log)


def _tray(folder: str) -> Tray | None:
    # Where there is no place for trays, or no named pipe, writers do without: each stores alone.
    try:
        return claim_tray(Path(folder))
    except OSError:
        return None


def shared_sync(database: str) -> SharedSync:
    """The queues of this database, kept open from one append to the next.

    One for each thread, because flock sees no difference between those who share an open file.
    """
    kept: SharedSync | None = getattr(_KEPT, "sync", None)
    if kept is None or not kept.serves(database):
        kept = _KEPT.sync = SharedSync(database)
    return kept
