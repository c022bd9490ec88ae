"""Stores for the tests of slices: each test that asks for `store` runs on SQLite and on PostgreSQL."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker
from tests.slices import store as stores
from tests.slices.postgresql_server import NoPostgreSQL, Server, running_server
from tests.slices.store import Store


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    try:
        with running_server() as server:
            yield server
    except NoPostgreSQL as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    with django_db_blocker.unblock():
        return stores.make_template(tmp_path_factory.mktemp("sqlite_template"))


@pytest.fixture(scope="session")
def postgresql_template(
    postgresql_server: Server, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Path:
    with django_db_blocker.unblock():
        return stores.make_template(tmp_path_factory.mktemp("pg_template"), server=postgresql_server)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def store(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Store]:
    """A fresh record on one engine, to which Django is connected as the app."""
    yield from _opened(engine, request, tmp_path, django_db_blocker)


@pytest.fixture
def sqlite_store(
    request: pytest.FixtureRequest, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Store]:
    """A fresh record on SQLite, for what no engine changes."""
    yield from _opened("sqlite", request, tmp_path, django_db_blocker)


@pytest.fixture
def postgresql_store(
    request: pytest.FixtureRequest, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Store]:
    """A fresh record on PostgreSQL, for what only a server with roles can do."""
    yield from _opened("postgresql", request, tmp_path, django_db_blocker)


def _opened(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path, blocker: DjangoDbBlocker
) -> Iterator[Store]:
    server = request.getfixturevalue("postgresql_server") if engine == "postgresql" else None
    template = request.getfixturevalue(f"{engine}_template")
    name = f"t{uuid.uuid4().hex[:12]}"
    before = settings.QORGAU_DATA
    with blocker.unblock():
        environment = stores.copy_template(template, tmp_path / "data", server=server, database=name)
        stores.connect(environment)
        try:
            yield Store(engine, tmp_path / "data", environment, server, name if server else "")
        finally:
            for alias in ("default", "keys", "owner"):
                stores.disconnect(alias)
            settings.QORGAU_DATA = before
            if server is not None and server.is_in_memory:
                server.drop(name)
