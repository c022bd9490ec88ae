"""A record of its own for each test, on either engine, with real files and real commits."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from tests.slices.postgresql_server import Server

from qorgau.config.environment import database
from qorgau.recording.setting_up import set_up
from qorgau.recording.tree_store import forget_tree

ROOT = Path(__file__).parent.parent.parent
APP = "qorgau_app"
TEMPLATE = "qorgau_template"


@dataclass
class Store:
    """The databases and the folder of one test."""

    engine: str
    folder: Path
    environment: Mapping[str, str]
    server: Server | None = None
    database: str = ""
    connections_made: list[object] = field(default_factory=list)

    def run(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a Python module against this store in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", *command], capture_output=True, text=True, timeout=60, **self.spawn(**more)
        )

    def spawn(self, **more: str) -> dict[str, object]:
        return {"cwd": ROOT, "env": {**os.environ, **self.environment, **more}}

    @contextlib.contextmanager
    def tampering(self) -> Iterator["Tamperer"]:
        """As the tables' owner with the guards taken down: what an administrator could do."""
        with self.unguarded_by() as tamperer:
            tamperer.drop_guards()
            yield tamperer
        forget_tree()

    @contextlib.contextmanager
    def unguarded_by(self) -> Iterator["Tamperer"]:
        """A raw connection as the owner, guards still up."""
        if self.server is None:
            connection = sqlite3.connect(self.folder / "record.sqlite3", isolation_level=None)
            with contextlib.closing(connection):
                yield Tamperer(connection, "?")
            return
        with self.server.owner(self.database) as owner:
            yield Tamperer(owner, "%s")


@dataclass
class Tamperer:
    """Raw SQL past the application."""

    connection: sqlite3.Connection | psycopg.Connection
    mark: str

    def run(self, statement: str, *values: object) -> list[tuple]:
        cursor = self.connection.execute(statement.replace("?", self.mark), values)
        return cursor.fetchall() if cursor.description else []

    def drop_guards(self) -> None:
        from qorgau.recording.append_only import RECORD_TABLES

        for table in RECORD_TABLES:
            if self.mark == "?":
                for name in ("never_changed", "never_removed", "never_replaced"):
                    self.run(f"DROP TRIGGER IF EXISTS {table}_{name}")
            else:
                self.run(f"DROP TRIGGER IF EXISTS {table}_only_grows ON {table}")


def connect(environment: Mapping[str, str]) -> None:
    """Point Django's connections of this process at other databases."""
    for alias, name in (
        ("default", "QORGAU_DATABASE_URL"),
        ("keys", "QORGAU_KEYS_URL"),
        ("owner", "QORGAU_OWNER_URL"),
    ):
        disconnect(alias)
        if name in environment:
            configured = connections.configure_settings({"default": {}, alias: database(environment, name)})
            connections.settings[alias] = configured[alias]
    settings.QORGAU_DATA = Path(environment["QORGAU_DATA"])
    forget_tree()


def disconnect(alias: str) -> None:
    if alias in connections.settings:
        with contextlib.suppress(AttributeError):
            connections[alias].close()
            del connections[alias]
    if alias == "owner":
        connections.settings.pop(alias, None)


def environment_of(folder: Path, *, server: Server | None = None, database: str = "") -> dict[str, str]:
    addresses = {
        "QORGAU_DATA": str(folder),
        "QORGAU_KEYS_URL": f"sqlite:///{folder / 'keys.sqlite3'}",
        "QORGAU_DATABASE_URL": f"sqlite:///{folder / 'record.sqlite3'}",
    }
    if server is not None:
        addresses["QORGAU_DATABASE_URL"] = server.address(database, user=APP)
        addresses["QORGAU_OWNER_URL"] = server.address(database, user="qorgau_owner")
    return addresses


def make_template(folder: Path, *, server: Server | None = None) -> Path:
    """Set a record up once; each test then starts from a copy."""
    if server is not None:
        server.create(TEMPLATE)
    connect(environment_of(folder, server=server, database=TEMPLATE))
    list(set_up())
    for alias in ("default", "keys", "owner"):
        disconnect(alias)
    return folder


def copy_template(template: Path, folder: Path, *, server: Server | None, database: str) -> dict[str, str]:
    folder.mkdir(parents=True, exist_ok=True)
    for file in template.glob("*.sqlite3"):
        shutil.copy(file, folder / file.name)
    shutil.copytree(template / "secret", folder / "secret", dirs_exist_ok=True)
    if server is not None:
        server.create(database, template=TEMPLATE)
    return environment_of(folder, server=server, database=database)
