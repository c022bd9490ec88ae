"""Appends one note in a process of its own and prints its id once it is acknowledged.

Run as `python -m tests.slices.recording.waiting_writer ID [dies]` with the store in the environment;
one that `dies` is killed while it folds, so in the middle of the transaction in which it stores.
"""

import os
import signal
import sys

import django

django.setup()

from tests.slices.recording import small_slice  # noqa: E402

from qorgau.recording.record import record  # noqa: E402


def main(entry_id: str, *how: str) -> None:
    if "dies" in how:
        small_slice.fold_custody = die
    small_slice.register()
    (answer,) = record([small_slice.noted(0, custody=1, id=entry_id)], received=10)
    print(answer.entry_id)


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
