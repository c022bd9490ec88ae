"""The wall clock: the one place where the current time comes in."""

import time


def now() -> int:
    """The current instant in whole UTC seconds."""
    return int(time.time())
