"""Writers who all wait while the test has the turn, so that one of them then stores for all."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

from django.db import connections

from qorgau.recording.drafts import Draft
from qorgau.recording.record import record
from qorgau.recording.together import PATIENCE_SECONDS
from qorgau.recording.writer_turn import writers_queues


class Gathering:
    """Has the turn from the first moment on; `go` gives it away and tells what became of each writer."""

    def __init__(self) -> None:
        self.sync = writers_queues()
        self.sync.turn.take(wait=True)
        self._threads, self._outcomes = [], {}

    def write(self, *drafts: Draft, received: int = 10, **more: object) -> None:
        """A writer in a thread of its own; returns when it waits."""
        place = len(self._threads)
        thread = threading.Thread(target=self._write, args=[place, drafts, received, more])
        self._threads.append(thread)
        self._once_one_more_waits(thread.start)

    def start(self, store, *arguments: str) -> subprocess.Popen:
        """A writer in a process of its own; returns when it queues for the turn."""
        command = [sys.executable, "-m", "tests.slices.recording.waiting_writer", *arguments]
        more = {"DJANGO_SETTINGS_MODULE": "qorgau.config.settings"}
        started = []

        def start() -> None:
            pipe = subprocess.PIPE
            started.append(subprocess.Popen(command, stdout=pipe, text=True, **store.spawn(**more)))

        self._once_one_more_waits(start)
        time.sleep(10 * PATIENCE_SECONDS)
        return started[0]

    def go(self) -> Sequence[object]:
        """Give the turn away; each writer's acknowledgements, or what it was refused with."""
        self.sync.give_turn_away()
        return self.answers()

    def answers(self) -> Sequence[object]:
        """What became of each writer in a thread."""
        for thread in self._threads:
            thread.join(timeout=60)
        return [self._outcomes[place] for place in range(len(self._threads))]

    def _once_one_more_waits(self, start: Callable[[], None]) -> None:
        before = self._waiting()
        start()
        deadline = time.monotonic() + 60
        while self._waiting() == before:
            assert time.monotonic() < deadline, "the writer never came to wait"
            time.sleep(0.002)

    def _waiting(self) -> int:
        return len(list(self.sync.tray.waiting()))

    def _write(self, place: int, drafts: Sequence[Draft], received: int, more: dict[str, object]) -> None:
        try:
            self._outcomes[place] = record(drafts, received=received, **more)
        except Exception as refusal:
            self._outcomes[place] = refusal
        finally:
            connections.close_all()
