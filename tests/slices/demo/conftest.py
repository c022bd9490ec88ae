"""The demo has an account for every role: their passwords are hashed with little work here."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _little_work_for_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["tests.slices.access.hashing.QuickArgon2"]
