"""One wait for the disk serves all who committed before it: group commit between processes.

SQLite with synchronous=FULL waits for the disk in every commit while all other writers wait for it.
Here a writer commits with synchronous=NORMAL, gives its turn away, and only then waits until the
write-ahead log is on disk. Whoever waits first waits for everybody who committed before. Nothing is
acknowledged earlier than with FULL: what is acknowledged has been flushed.
"""

import fcntl
import os
import struct
from dataclasses import dataclass
from pathlib import Path

_MODE = 0o600
_COUNT = struct.Struct("<Q")
_COMMITTED, _SYNCED = 0, _COUNT.size


@dataclass(frozen=True)
class SharedSync:
    """The write-ahead log of one database and the counts of what is committed and what is on disk."""

    database: Path

    def committed(self) -> int:
        """Count a commit, while the writer still has its turn; gives the ticket to wait with."""
        counts = self._open("-synced")
        try:
            ticket = _read(counts, _COMMITTED) + 1
            _write(counts, _COMMITTED, ticket)
            return ticket
        finally:
            os.close(counts)

    def wait_until_durable(self, ticket: int) -> None:
        """Return when the commit with this ticket is on disk; by another's flush or by our own.

        One flushes, one waits to flush next, and all others wait for the flush of one of the two.
        """
        counts, leads_next = self._open("-synced"), self._open("-flushes-next")
        try:
            came_before = False
            while _read(counts, _SYNCED) < ticket:
                if _taken(leads_next, patiently=came_before):
                    self._lead(counts, leads_next, ticket)
                    return
                # Whoever flushes next has not looked yet what is committed, so it will flush ours too.
                # Shared locks: all who wait go on together, and not one after the other.
                for lock in (leads_next, counts):
                    fcntl.flock(lock, fcntl.LOCK_SH)
                    fcntl.flock(lock, fcntl.LOCK_UN)
                came_before = True
        finally:
            os.close(leads_next)
            os.close(counts)

    def _lead(self, counts: int, leads_next: int, ticket: int) -> None:
        fcntl.flock(counts, fcntl.LOCK_EX)
        # Only now: whoever commits from here on must find another to flush for them.
        fcntl.flock(leads_next, fcntl.LOCK_UN)
        if _read(counts, _SYNCED) < ticket:
            covered = _read(counts, _COMMITTED)
            self._flush()
            _write(counts, _SYNCED, covered)

    def _flush(self) -> None:
        # SQLite locks the database and its -shm file, never the log: closing this opens no gap.
        log = os.open(f"{self.database}-wal", os.O_RDWR | os.O_CLOEXEC)
        try:
            os.fdatasync(log)
        finally:
            os.close(log)

    def _open(self, ending: str) -> int:
        return os.open(f"{self.database}{ending}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _MODE)


def _taken(lock: int, *, patiently: bool) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX if patiently else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read(file: int, place: int) -> int:
    data = os.pread(file, _COUNT.size, place)
    return int(_COUNT.unpack(data)[0]) if len(data) == _COUNT.size else 0


def _write(file: int, place: int, count: int) -> None:
    os.pwrite(file, _COUNT.pack(count), place)
