"""Mailboxes with keys to seal to; each test begins with an unhurried server."""

import pytest
from pytest_django.fixtures import Settings
from tests.slices.mailboxes.bodies import Bodies, open_bodies
from tests.slices.store import Store

from qorgau.mailboxes.actions import receiving
from qorgau.mailboxes.pace import Pace


@pytest.fixture(autouse=True)
def _own_addresses(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.slices.mailboxes.addresses"


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "PACE", Pace(a_second=1e6, at_once=1e6))


@pytest.fixture
def bodies(store: Store) -> Bodies:
    return open_bodies()


@pytest.fixture
def embedded(sqlite_store: Store) -> Bodies:
    return open_bodies()
