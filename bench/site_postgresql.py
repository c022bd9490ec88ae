"""A PostgreSQL server whose folder stays, so that a store filled once is measured again."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
from tests.slices.postgresql_server import OWNER, NoPostgreSQL, Server, binaries

_START_SECONDS = 60


@contextlib.contextmanager
def kept_server(folder: Path) -> Iterator[Server]:
    """Serve the folder until the block ends; made at first need."""
    programs, user = binaries(), _user()
    folder.mkdir(parents=True, exist_ok=True)
    if user:
        shutil.chown(folder, user, user)
    if not (folder / "data").exists():
        made = [programs / "initdb", "-D", folder / "data", "-U", OWNER, "-A", "trust", "-E", "UTF8",
                "--locale=C", "--no-instructions"]  # fmt: skip
        subprocess.run([str(part) for part in made], check=True, stdout=subprocess.DEVNULL, **_as(user))
    command = [programs / "postgres", "-D", folder / "data", "-k", folder, "-c", "listen_addresses=",
               "-c", "shared_buffers=512MB"]  # fmt: skip
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log, **_as(user))
    try:
        _wait(Server(folder), process)
        yield Server(folder)
    finally:
        # Orderly, for the folder is used again.
        process.send_signal(signal.SIGINT)
        process.wait(timeout=120)


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + _START_SECONDS
    while True:
        try:
            server.owner().close()
            return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > ends:
                raise NoPostgreSQL(f"PostgreSQL did not start; see {server.folder}/log") from error
            time.sleep(0.1)


def _user() -> str | None:
    """PostgreSQL refuses to run as root; a user without rights then."""
    if os.geteuid() != 0:
        return None
    names = {each.pw_name for each in pwd.getpwall()} & {"postgres", "nobody"}
    return max(names, default=None)


def _as(user: str | None) -> dict[str, object]:
    return {"user": user, "group": user, "extra_groups": [], "cwd": "/"} if user else {}
