"""The small slice is known to the record, and its table stands in every store."""

import pytest
from django.db import connections
from tests.slices.recording import small_slice
from tests.slices.store import Store

from qorgau.recording.roles import give_app_its_role


@pytest.fixture(autouse=True)
def with_small_slice(request: pytest.FixtureRequest) -> None:
    small_slice.register()
    for name in ("store", "sqlite_store", "postgresql_store"):
        if name in request.fixturenames:
            _prepare(request.getfixturevalue(name))


def _prepare(store: Store) -> None:
    if store.engine == "sqlite":
        small_slice.create_table("default")
        return
    small_slice.create_table("owner")
    give_app_its_role()
    connections["owner"].close()
