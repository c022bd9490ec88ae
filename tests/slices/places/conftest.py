"""This slice's tests see this slice's addresses, and leave no counter behind."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from qorgau.places import occupancy


@pytest.fixture(autouse=True)
def _own_addresses(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.slices.places.addresses"
    before = list(occupancy._REGISTERED)
    occupancy.forget_counter()
    yield
    occupancy._REGISTERED[:] = before
