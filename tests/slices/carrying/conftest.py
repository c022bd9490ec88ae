"""A desk that is a place with people, and a centre; both are the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.slices.recording import small_slice
from tests.slices.recording.two_instances import Pair, pair
from tests.slices.store import Store

from qorgau.carrying.desk_clock import forget_clock


@pytest.fixture(autouse=True)
def _no_memory() -> Iterator[None]:
    forget_clock()
    yield
    forget_clock()
    small_slice.withdraw()


@pytest.fixture
def both(store: Store, sqlite_template: Path, tmp_path: Path) -> Pair:
    _with_small_slice(store)
    return pair(store, sqlite_template, tmp_path)


@pytest.fixture
def embedded(sqlite_store: Store, sqlite_template: Path, tmp_path: Path) -> Pair:
    _with_small_slice(sqlite_store)
    return pair(sqlite_store, sqlite_template, tmp_path)


def _with_small_slice(store: Store) -> None:
    small_slice.register()
    small_slice.prepare(store.engine)
