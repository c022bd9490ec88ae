"""Writes until it is killed: for each line it reads, a child that appends and says what was acknowledged.

Run as `python -m tests.slices.recording.killed_writer NAME` with the store in the environment.
"""

import itertools
import os
import sys

import django

django.setup()

# Imported before the forks, so that a child is killed within its work and not within imports.
from tests.slices.recording import small_slice  # noqa: E402

from qorgau.recording.batches import integrate_now  # noqa: E402
from qorgau.recording.record import record  # noqa: E402


def main(name: str) -> None:
    small_slice.register()
    for turn, _ in enumerate(sys.stdin):
        child = os.fork()
        if child == 0:
            append_forever(f"{name}-{turn}")
        say(f"started {child}")
        os.waitpid(child, 0)
        say("ended")


def append_forever(name: str) -> None:
    for number in itertools.count():
        draft = small_slice.noted(number, custody=number % 3, id=f"{name}-{number}")
        (answer,) = record([draft], received=1_000)
        say(f"acknowledged {answer.entry_id} {answer.commitment.hex()}")
        if number % 4 == 3:
            integrate_now(as_of=2_000)


def say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1])
