"""Trays: where writers lay what they want stored, so that whoever has the turn stores it with their own.

One file that all writers of a host share as memory. Each writer has a tray for as long as it runs, and
a bell (a named pipe) by which it is woken. It holds a lock on the bell: so the tray of a writer who
died is free for the next. What lies in a tray may be lost or torn at any moment: its owner still has it.
"""

import fcntl
import mmap
import os
import secrets
import select
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

TRAYS = 64
TRAY_BYTES = 16_384
_FILE_MODE, _FOLDER_MODE = 0o600, 0o700
_HEAD = struct.Struct("=II")  # how long the content is, and its checksum
_WORDS = 3 * TRAYS * struct.calcsize("=Q")
_FILE_BYTES = _WORDS + TRAYS * TRAY_BYTES
ROOM = TRAY_BYTES - _HEAD.size
"""How many bytes fit into a tray."""


class Answer(IntEnum):
    """What became of what lay in a tray."""

    ALONE = 0
    """It was not stored with others; its owner is to store it alone, and will learn why."""
    STORED = 1
    """It is stored and on disk."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What whoever has the turn takes along for another writer."""

    tray: int
    ticket: int
    content: bytes


class Tray:
    """One writer's own tray, with a view of all others.

    For each tray there are three tickets, numbers that nobody draws twice: of what was laid into it, of
    what was taken out of it, and of what was answered (that one doubled, plus the answer).
    """

    def __init__(self, folder: Path, number: int, bell: int) -> None:
        """Made by `claim_tray`; `bell`: its named pipe, open and locked."""
        self.number = number
        self._folder, self._bell = folder, bell
        self._poll = select.poll()
        self._poll.register(bell, select.POLLIN)
        self._memory = memoryview(_mapped(folder / "trays"))
        words = self._memory[:_WORDS].cast("Q")
        self._laid, self._taken, self._answered = (words[i * TRAYS : (i + 1) * TRAYS] for i in range(3))
        self._clear(TRAY_BYTES)

    def __del__(self) -> None:
        """Let another writer have it."""
        os.close(self._bell)

    # What its owner does.

    def lay(self, content: bytes) -> int:
        """Lay something down for whoever has the turn; gives the ticket to ask with."""
        ticket = secrets.randbits(62) | 1
        self._write(_HEAD.pack(len(content), _checksum(ticket, content)) + content)
        self._laid[self.number] = ticket
        return ticket

    def answer(self, ticket: int) -> Answer | None:
        """What became of it; None as long as nobody has said."""
        answered = self._answered[self.number]
        return Answer(answered & 1) if answered >> 1 == ticket else None

    def was_taken(self, ticket: int) -> bool:
        """Whether somebody has taken it along. If there is no answer and the turn is free, they died."""
        return self._taken[self.number] == ticket

    def wait(self, *, seconds: float) -> bool:
        """Wait for the bell; tells whether it rang."""
        if not self._poll.poll(seconds * 1000):
            return False
        os.read(self._bell, 4096)
        return True

    def take_back(self, content: bytes) -> None:
        """Leave nothing lying about."""
        self._clear(_HEAD.size + len(content))

    # What whoever has the turn does.

    def waiting(self) -> Iterator[tuple[int, int]]:
        """The trays, with their tickets, that hold something nobody has taken along."""
        for number, ticket in enumerate(self._laid.tolist()):
            if ticket and ticket != self._taken[number] and number != self.number:
                yield number, ticket

    def take_along(self) -> list[Taken]:
        """Take what the others have laid down. Each thing is taken once: it may have killed its taker."""
        along = []
        for number, ticket in self.waiting():
            self._taken[number] = ticket
            if (content := self._content(number, ticket)) is not None:
                along.append(Taken(tray=number, ticket=ticket, content=content))
        return along

    def reply(self, taken: Taken, answer: Answer) -> None:
        """Say what became of it."""
        self._answered[taken.tray] = taken.ticket << 1 | answer

    def ring(self, number: int) -> None:
        """Wake the owner of a tray."""
        # A writer who died has no ears; a bell that rang too often to be heard will be looked at.
        with suppress(OSError):
            bell = os.open(_bell_of(self._folder, number), os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            try:
                os.write(bell, b"!")
            finally:
                os.close(bell)

    def ring_next(self) -> None:
        """Wake one of those whom nobody took along; called by whoever has just given the turn away."""
        for number, _ in self.waiting():
            self.ring(number)
            return

    def _content(self, number: int, ticket: int) -> bytes | None:
        start = _start(number)
        length, checksum = _HEAD.unpack_from(self._memory, start)
        content = bytes(self._memory[start + _HEAD.size : start + _HEAD.size + min(length, ROOM)])
        return content if checksum == _checksum(ticket, content) else None

    def _write(self, content: bytes) -> None:
        start = _start(self.number)
        self._memory[start : start + len(content)] = content

    def _clear(self, length: int) -> None:
        self._laid[self.number] = 0
        self._write(bytes(length))


def claim_tray(folder: Path) -> Tray | None:
    """A tray that no living writer has; None if all 64 are in use."""
    folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)
    for number in range(TRAYS):
        bell = _open_bell(folder, number)
        try:
            fcntl.flock(bell, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(bell)
        else:
            return Tray(folder, number, bell)
    return None


def _open_bell(folder: Path, number: int) -> int:
    path = _bell_of(folder, number)
    with suppress(FileExistsError):
        os.mkfifo(path, _FILE_MODE)
    return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)


def _bell_of(folder: Path, number: int) -> str:
    return f"{folder}/bell-{number:02}"


def _start(number: int) -> int:
    return _WORDS + number * TRAY_BYTES


def _checksum(ticket: int, content: bytes) -> int:
    return zlib.crc32(content, zlib.crc32(ticket.to_bytes(8)))


def _mapped(path: Path) -> mmap.mmap:
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _FILE_MODE)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        # Written out rather than left as a hole: where a full disk shows, it must be an error here.
        if (size := os.fstat(file).st_size) < _FILE_BYTES:
            os.pwrite(file, bytes(_FILE_BYTES - size), size)
        # The mapping keeps the file open, and an open file keeps its lock.
        fcntl.flock(file, fcntl.LOCK_UN)
        return mmap.mmap(file, _FILE_BYTES)
    finally:
        os.close(file)
