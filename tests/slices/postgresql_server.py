"""A PostgreSQL server for tests: own folder, own socket, gone afterwards; also under root."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from tests.in_memory import is_in_memory

OWNER = "qorgau_owner"
_START_SECONDS = 30
# In memory nothing is safe from a power cut anyway: a template is copied file by file, not through the journal.
_UNHURRIED = ("fsync=off", "full_page_writes=off", "autovacuum=off", "max_wal_size=64MB")


class NoPostgreSQL(RuntimeError):  # noqa: N818 - names what is missing
    """What is missing for tests on PostgreSQL, and how to get it."""


@dataclass(frozen=True)
class Server:
    """A running server; databases are addressed through its socket's folder."""

    folder: Path

    @property
    def is_in_memory(self) -> bool:
        return is_in_memory(self.folder)

    def address(self, database: str, *, user: str) -> str:
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def owner(self, database: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(self.address(database, user=OWNER), autocommit=True)

    def create(self, database: str, *, template: str | None = None) -> None:
        with self.owner() as connection:
            copied = f' TEMPLATE "{template}"' if template else ""
            if template and self.is_in_memory and connection.info.server_version >= 150000:
                copied += " STRATEGY FILE_COPY"
            connection.execute(f'CREATE DATABASE "{database}"{copied}')

    def drop(self, database: str) -> None:
        with self.owner() as connection:
            connection.execute(f'DROP DATABASE "{database}" WITH (FORCE)')


def binaries() -> Path:
    """The folder of initdb and postgres: the newest the system has, else what is on the path."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3])
    )
    found = [path.parent for path in installed]
    if on_path := shutil.which("postgres"):
        found.insert(0, Path(on_path).resolve().parent)
    complete = [folder for folder in found if (folder / "initdb").exists()]
    if not complete:
        raise NoPostgreSQL(
            "PostgreSQL's server programs (initdb, postgres) were not found on PATH or under "
            "/usr/lib/postgresql. Install them (Debian: apt install postgresql; the service need not "
            "run), or skip: everything but these tests runs on SQLite."
        )
    return complete[-1]


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    programs = binaries()
    # Not under pytest's own temporary folder: that one belongs to root, and a socket's path is short.
    folder = Path(tempfile.mkdtemp(prefix="qorgau-pg-"))
    identity = _other_identity()
    try:
        if identity:
            shutil.chown(folder, *identity)
        _run([programs / "initdb", "-D", folder / "data", "-U", OWNER, "-A", "trust", "-E", "UTF8",
              "--locale=C", "--no-instructions"], identity)  # fmt: skip
        process = _start(programs, folder, identity)
        try:
            _wait(Server(folder), process)
            yield Server(folder)
        finally:
            # At once: nothing in it is kept, and an orderly end would write all of it out.
            process.send_signal(signal.SIGQUIT)
            process.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(programs: Path, folder: Path, identity: tuple[int, int] | None) -> subprocess.Popen[bytes]:
    command = [programs / "postgres", "-D", folder / "data", "-k", folder, "-c", "listen_addresses="]
    for setting in _UNHURRIED if is_in_memory(folder) else ():
        command += ["-c", setting]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, **_as(identity))


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + _START_SECONDS
    while True:
        try:
            server.owner().close()
            return
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > ends:
                raise NoPostgreSQL((server.folder / "log").read_text()) from None
            time.sleep(0.05)


def _run(command: list[object], identity: tuple[int, int] | None) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **_as(identity))
    if done.returncode:
        raise NoPostgreSQL(f"initdb failed: {done.stderr}")


def _other_identity() -> tuple[int, int] | None:
    """PostgreSQL refuses to run as root; give it a user without rights then."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return entry.pw_uid, entry.pw_gid
    raise NoPostgreSQL("PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody`.")


def _as(identity: tuple[int, int] | None) -> dict[str, object]:
    if identity is None:
        return {}
    return {"user": identity[0], "group": identity[1], "extra_groups": [], "cwd": "/"}
