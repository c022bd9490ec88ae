"""Tests at another time: `pytest --at 2027-05-13T00:30` runs as if it were then; what depends on the hour or the day shows."""

import time
from argparse import ArgumentTypeError
from types import SimpleNamespace

import pytest

from qorgau.clock import TimeError, read_instant, wall, zone_named


def add_option(parser: pytest.Parser) -> None:
    """Offer `--at`; without it the clock is left alone."""
    parser.addoption(
        "--at",
        type=_instant,
        help="run as if it were this time in UTC, or with its own offset: 2027-05-12T19:30, 2027-05-13T00:30+05:00. "
        "Commands that a test starts keep the machine's clock.",
    )


def start_at(instant: int) -> None:
    """Let the product's clock stand there now and go on from there."""
    ahead = instant - time.time()
    # Only the wall clock's own name for the module: Django, the tools and the machine keep their time.
    vars(wall)["time"] = SimpleNamespace(time=lambda: time.time() + ahead)


def _instant(typed: str) -> int:
    try:
        return read_instant(typed, zone_named("UTC")).earliest
    except TimeError as error:
        raise ArgumentTypeError(str(error)) from error
