"""Watch as a page does that looks all the time: how late after its due time is each breach seen?"""

import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from qorgau.demo.replay.story_clock import StoryClock

_LOOKS_EVERY = 0.1
_AHEAD = 3.0
_BACK = 2.0
"""Real seconds: between looks, and how far ahead, and behind the look before, each of them reaches."""

Key = tuple[str, str, str, str, int]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """lateness: real seconds from due to seen, of each breach whose clock was known before it ran out.

    came_late: clocks that were entered only when they had run out already, in the story itself or
    because a writer lagged, and are still undone at the end.
    """

    lateness: tuple[float, ...]
    came_late: int


@dataclass
class _Watch:
    clock: StoryClock
    expected: set[Key] = field(default_factory=set)
    over: set[Key] = field(default_factory=set)
    lateness: list[float] = field(default_factory=list)
    came_late: int = 0
    looked_at: int = 0

    def look(self) -> None:
        """One look at the clocks that run out soon or ran out since the look before."""
        now, speed = self.clock.now(), self.clock.speed
        before = self.looked_at or now
        self._look(after=before - int(_BACK * speed), until=now + int(_AHEAD * speed), now=now)
        self.looked_at = now

    def look_back(self) -> None:
        """The last look: at everything that ran out and is undone."""
        now = self.clock.now()
        self._look(after=0, until=now, now=now)

    def _look(self, *, after: int, until: int, now: int) -> None:
        from qorgau.custody.queries.clocks import running_out

        for each in running_out(after=after, until=until, limit=1_000_000):
            if each.due_at is not None:
                self._note((each.custody, each.safeguard.id, each.basis, each.subject, each.due_at), now)

    def _note(self, key: Key, now: int) -> None:
        due = key[-1]
        if due > now:
            self.expected.add(key)
        elif key not in self.over:
            self.over.add(key)
            if key in self.expected:
                self.lateness.append(self.clock.behind(due))
            else:
                self.came_late += 1


def watch(clock: StoryClock, *, until_done: Sequence[Future[Any]]) -> Seen:
    """Look again and again until all writers are done."""
    watching = _Watch(clock)
    while not all(each.done() for each in until_done):
        time.sleep(_LOOKS_EVERY)
        watching.look()
    watching.look_back()
    return Seen(lateness=tuple(watching.lateness), came_late=watching.came_late)
