"""The small slice is known to the record, and its table stands in every store."""

import pytest
from tests.slices.recording import small_slice


@pytest.fixture(autouse=True)
def _with_small_slice(request: pytest.FixtureRequest) -> None:
    small_slice.register()
    for name in ("store", "sqlite_store", "postgresql_store"):
        if name in request.fixturenames:
            small_slice.prepare(request.getfixturevalue(name).engine)
