"""What the tests of pages share: a client that speaks a language, and a served site with its gallery open."""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from tests.browsing import Site, chromium, served


@pytest.fixture
def gallery_open(settings: Settings) -> None:
    settings.QORGAU_GALLERY = True


@pytest.fixture
def visitor() -> Client:
    """Somebody who is not signed in and has chosen no language."""
    return Client()


@pytest.fixture(scope="session")
def gallery_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(tmp_path_factory.mktemp("gallery"), QORGAU_GALLERY="1") as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    yield from chromium()
