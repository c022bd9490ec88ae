"""The story's time: it began at one moment of the machine and runs so many times as fast."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class StoryClock:
    """begins: the story's first instant (UTC seconds); started: the machine's steady clock then.

    The steady clock counts from no date, and all processes of a machine read the same one.
    """

    begins: int
    started: float
    speed: float

    def now(self) -> int:
        """The instant of the story."""
        return self.begins + int((time.monotonic() - self.started) * self.speed)

    def behind(self, instant: int) -> float:
        """By how many real seconds an instant of the story has passed; negative for what is to come."""
        return time.monotonic() - self.started - (instant - self.begins) / self.speed

    def wait_for(self, instant: int) -> None:
        """Return when the story has come to that instant."""
        left = -self.behind(instant)
        if left > 0:
            time.sleep(left)
