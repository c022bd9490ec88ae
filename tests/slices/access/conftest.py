"""This slice's tests see this slice's addresses only."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _own_addresses(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.slices.access.addresses"
