"""The queue on disk: envelopes that came in under load, or while the record could not be reached.

A file's name is the hash of its content and its time the hour, so that the folder tells no more than
the record would. What waits is not registered yet, and whoever sent it is told so.
"""

from __future__ import annotations

import hashlib
import os
import random
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from qorgau.mailboxes.coarse_time import HOUR, hour_of

MOST_FILES = 50_000
MOST_BYTES = 4 * 2**30
_ENDING = ".envelope"
_DRAFT = ".draft-"
_COUNTED_EVERY = 5.0


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One envelope that waits."""

    path: Path
    content: bytes
    hour: int

    def done(self) -> None:
        """Take it out of the queue: it is registered, or can never be."""
        self.path.unlink(missing_ok=True)


def put(content: bytes, *, now: int, most_files: int = MOST_FILES) -> bool:
    """Keep it until it can be registered, on disk when this returns; False if the queue is full."""
    folder = waiting_folder()
    path = folder / f"{hashlib.sha256(content).hexdigest()}{_ENDING}"
    if path.exists():
        return True
    if not _FILLED.has_room(folder, more=len(content), most_files=most_files):
        return False
    _write(path, content, hour=hour_of(now))
    return True


def waiting(*, most: int, now: int) -> Iterator[Waiting]:
    """Some of what waits, in random order: neither the first nor the last of a flood has the advantage."""
    _clear_drafts(before=hour_of(now) - HOUR)
    paths = [path for path in waiting_folder().iterdir() if path.suffix == _ENDING]
    for path in random.SystemRandom().sample(paths, min(most, len(paths))):
        try:
            yield Waiting(path=path, content=path.read_bytes(), hour=int(path.stat().st_mtime))
        except FileNotFoundError:
            # Another process took it meanwhile.
            continue


def how_many() -> int:
    """How many wait."""
    return sum(1 for path in waiting_folder().iterdir() if path.suffix == _ENDING)


def _clear_drafts(*, before: int) -> None:
    # What a killed process left half written was never acknowledged.
    for path in waiting_folder().iterdir():
        if path.name.startswith(_DRAFT):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()


def waiting_folder() -> Path:
    """The folder, for this program alone."""
    data: Path = settings.QORGAU_DATA
    folder = data / "mailboxes" / "waiting"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    return folder


@dataclass
class _Filled:
    """How full the folder is, counted anew every few seconds: a flood must not count it at each envelope."""

    files: int = 0
    size: int = 0
    folder: Path | None = None
    counted_at: float = 0.0

    def has_room(self, folder: Path, *, more: int, most_files: int) -> bool:
        """Whether one more fits; it is then counted as there."""
        if self.folder != folder or time.monotonic() - self.counted_at > _COUNTED_EVERY:
            self._count(folder)
        if self.files >= most_files or self.size + more > MOST_BYTES:
            return False
        self.files, self.size = self.files + 1, self.size + more
        return True

    def _count(self, folder: Path) -> None:
        with os.scandir(folder) as found:
            sizes = [each.stat().st_size for each in found]
        self.files, self.size = len(sizes), sum(sizes)
        self.folder, self.counted_at = folder, time.monotonic()


_FILLED = _Filled()


def _write(path: Path, content: bytes, *, hour: int) -> None:
    draft = path.with_name(f"{_DRAFT}{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.utime(file.fileno(), (hour, hour))
        os.fsync(file.fileno())
    draft.replace(path)
    _sync(path.parent, hour=hour)


def _sync(folder: Path, *, hour: int) -> None:
    os.utime(folder, (hour, hour))
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
