"""Tests can run at another time: `pytest --at`."""

import pytest
from tests.another_time import start_at

from qorgau.clock import now, wall


def test_the_clock_goes_on_from_the_time_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wall, "time", wall.time)
    start_at(2_000_000_000)
    assert 0 <= now() - 2_000_000_000 < 60
