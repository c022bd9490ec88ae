"""This slice's tests see this slice's addresses only."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from qorgau.access import choices
from qorgau.access.sign_in.passwords import _nobodys


@pytest.fixture(autouse=True)
def _own_addresses(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.slices.access.addresses"
    _nobodys.cache_clear()
    yield
    _nobodys.cache_clear()


@pytest.fixture(autouse=True)
def _without_what_other_slices_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are of access alone: no inventory of places and bodies stands behind what is typed."""
    monkeypatch.setattr(choices, "_SOURCES", {})
