"""How much comes in at once, counted in memory only: under load envelopes wait on disk, none is refused."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

A_SECOND = 20.0
"""So many envelopes a second one process registers at once, in the long run."""
AT_ONCE = 60
"""And so many in a burst, as when a terminal's network comes back."""


@dataclass
class Pace:
    """A bucket that fills steadily. It knows nothing of addresses: a cell block shares one."""

    a_second: float = A_SECOND
    at_once: float = AT_ONCE
    clock: Callable[[], float] = time.monotonic
    _left: float = field(init=False)
    _at: float = field(init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        """Full at first."""
        self._left, self._at = self.at_once, self.clock()

    def has_room(self) -> bool:
        """Take one from the bucket; False when it is empty, which is what load means here."""
        with self._lock:
            at = self.clock()
            self._left = min(self.at_once, self._left + (at - self._at) * self.a_second)
            self._at = at
            if self._left < 1:
                return False
            self._left -= 1
            return True


PACE = Pace()
SOLVED_PACE = Pace(a_second=A_SECOND, at_once=AT_ONCE)
"""Those who solved a puzzle have a bucket of their own, which a flood without puzzles cannot empty."""


def evenly(seconds: float, *, since: float) -> None:
    """Wait until so many seconds have passed, so that how long an answer takes tells nothing."""
    time.sleep(max(0.0, seconds - (time.monotonic() - since)))
