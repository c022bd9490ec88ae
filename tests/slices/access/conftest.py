"""This slice's tests see this slice's addresses only, and hash passwords with little work."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from qorgau.access.sign_in.passwords import _nobodys


@pytest.fixture(autouse=True)
def _own_addresses(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.slices.access.addresses"
    settings.PASSWORD_HASHERS = ["tests.slices.access.hashing.QuickArgon2"]
    _nobodys.cache_clear()
    yield
    _nobodys.cache_clear()
