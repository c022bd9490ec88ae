"""A file from a stranger is read in a process of its own, with an end to its time and its memory.

The process is a copy of this one, so it starts at once and loads nothing again. It hands the reading back as the bytes
that are stored anyway, touches no connection of this process, and ends without tidying what it shares with it.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from qorgau.reading.document import Document
from qorgau.reading.formats.bounds import takes_too_long
from qorgau.reading.reasons import Reason
from qorgau.reading.source import SourceError
from qorgau.treaty.storing_readings import made, plain, read, written

if sys.platform != "win32":
    import resource

SECONDS = 120
MEMORY = 3 * 1024**3
_LENGTH = 8  # bytes
_LOOK = 0.2  # seconds until it is looked whether the process still lives
_READ, _REFUSED, _FAILED, _TOO_MUCH = b"D", b"R", b"F", b"M"


class ReadingError(Exception):
    """The program that reads failed; holds what went wrong there."""


def read_apart(act: Callable[[], Document], name: str, *, seconds: float = SECONDS) -> Document:
    """What `act` reads, in a process of its own; raises its SourceError, and one where it takes too long or too much.

    Where a system has no such processes (Windows), it is read here and without a bound.
    """
    if not hasattr(os, "fork"):
        return act()
    receiving, sending = os.pipe()
    child = _copy_of_this_process()
    if child == 0:
        _read_and_end(act, sending, seconds)
    os.close(sending)
    try:
        told = _received(receiving, child, time.monotonic() + seconds)
    finally:
        os.close(receiving)
        _end(child)
    return _document(told, name)


def _copy_of_this_process() -> int:
    with warnings.catch_warnings():
        # Python warns of copies beside threads: this one takes no lock of theirs, and ends by itself.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _end(child: int) -> None:
    if not _has_ended(child):
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _has_ended(child: int) -> bool:
    try:
        return os.waitpid(child, os.WNOHANG)[0] == child
    except ChildProcessError:
        # Asked before, or the server waited for its processes before us.
        return True


def _received(receiving: int, child: int, end: float) -> bytes:
    """What the process says; nothing where it ends, or the time is over, before it has said all.

    Its length comes first: a process begun beside this one holds the channel open, so its end tells nothing.
    """
    told = bytearray()
    waiting = select.poll()
    waiting.register(receiving, select.POLLIN)
    while (left := end - time.monotonic()) > 0:
        if waiting.poll(min(left, _LOOK) * 1000):
            piece = os.read(receiving, 1 << 20)
            told += piece
            if len(told) >= _LENGTH and len(told) - _LENGTH == int.from_bytes(told[:_LENGTH], "big"):
                return bytes(told[_LENGTH:])
            if not piece:
                break
        elif _has_ended(child):
            break
    return b""


def _document(told: bytes, name: str) -> Document:
    kind, held = told[:1], told[1:]
    if kind == _READ:
        return read(held)
    if kind == _REFUSED:
        refused = made(Reason, json.loads(held))
        raise SourceError(refused.key, **dict(refused.values))
    if kind == _FAILED:
        raise ReadingError(held.decode())
    raise takes_too_long(name)


def _read_and_end(act: Callable[[], Document], sending: int, seconds: float) -> NoReturn:
    """In the new process: read, say what was read, and end at once, whatever happens."""
    try:
        # What this process shares with the first is the other's to tidy.
        gc.freeze()
        _bound(seconds)
        with os.fdopen(sending, "wb") as channel:
            told = _told(act)
            channel.write(len(told).to_bytes(_LENGTH, "big") + told)
    finally:
        os._exit(0)


def _told(act: Callable[[], Document]) -> bytes:
    try:
        return _READ + written(act())
    except SourceError as error:
        return _REFUSED + json.dumps(plain(error.reason)).encode()
    except MemoryError:
        return _TOO_MUCH
    except Exception:
        return _FAILED + traceback.format_exc().encode()


def _bound(seconds: float) -> None:
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_CPU, int(seconds) + 1)
    if sys.platform.startswith("linux"):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + MEMORY)


def _lower(limit: int, value: int) -> None:
    """A limit that was set from outside and is stricter stays."""
    hard = resource.getrlimit(limit)[1]
    if hard == resource.RLIM_INFINITY or value < hard:
        resource.setrlimit(limit, (value, value))
