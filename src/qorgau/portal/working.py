"""The background work: what falls due without anybody asking. Each round does it once, and may be run anywhere."""

from __future__ import annotations

import importlib
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from django.db import close_old_connections

from qorgau.clock import now

_log = logging.getLogger(__name__)

# A room that has work of its own offers `work(*, now) -> str`: what it did, or "" for nothing.
_ROOMS = (
    "qorgau.access.work",
    "qorgau.notices.work",
    "qorgau.enquiries.work",
    "qorgau.carrying.work",
    "qorgau.mailboxes.work",
    "qorgau.complaints.work",
)


def work_once() -> Iterator[str]:
    """One round; a job that fails is said and does not hold up the others."""
    for name, job in _jobs():
        try:
            if done := job(now=now()):
                yield f"{name}: {done}"
        except Exception as error:
            _log.exception("background work of %s failed", name)
            yield f"{name}: failed, and will be tried again ({error})"
        finally:
            close_old_connections()


def keep_working(*, every: int, say: Callable[[str], object]) -> None:
    """Round after round, until told to stop or the process that started this one is gone."""
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    parent = os.getppid()
    while not stop.is_set() and os.getppid() == parent:
        for line in work_once():
            say(line)
        stop.wait(every)


def _jobs() -> Iterator[tuple[str, Callable[..., str]]]:
    yield "log", _close_batch
    for name in _ROOMS:
        if find_spec(name.rpartition(".")[0]) and find_spec(name):
            yield name.split(".")[1], importlib.import_module(name).work


def _close_batch(*, now: int) -> str:
    from qorgau.recording.batches import integrate_due

    made = integrate_due(as_of=now)
    return "" if made is None else f"the log now holds {made.size} entries"
