"""The small slice is known to the record, and its table stands in every store."""

from collections.abc import Iterator

import pytest
from tests.slices.recording import small_slice

from qorgau.custody import holds
from qorgau.recording.holds import withdraw_hold


@pytest.fixture(autouse=True)
def _with_small_slice(request: pytest.FixtureRequest) -> Iterator[None]:
    small_slice.register()
    for name in ("store", "sqlite_store", "postgresql_store"):
        if name in request.fixturenames:
            small_slice.prepare(request.getfixturevalue(name).engine)
    yield
    small_slice.withdraw()


@pytest.fixture(autouse=True)
def _without_the_holds_of_custody() -> Iterator[None]:
    """These tests are of the record alone: what custody keeps is custody's to test."""
    for name in (holds.RETENTION, holds.OPEN):
        withdraw_hold(name)
    yield
    holds.register()
