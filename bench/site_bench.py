"""The site: whiteboard, record, adding an entry, search; with 10,000 held and a past of 1,000,000, beside a bare ok.

The stores are kept in out/bench-site, so that only the first run fills them.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.slices.postgresql_server import NoPostgreSQL

from bench.ledger_writers import Burst, burst
from bench.measure import Row
from bench.site_load import Asking, ask

REPO = Path(__file__).resolve().parents[1]
KEPT = REPO / "out" / "bench-site"
INSTANCE = "demo.qorgau.localhost"
_START_SECONDS = 120
_SITE = "the same server's ok"


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How much is in the store and how long each step takes."""

    held: int
    past: int
    seconds: float
    people: tuple[int, ...]
    replayed: int  # custodies of the January
    hours: int


WHOLE = Scale(held=10_000, past=1_000_000, seconds=8, people=(1, 4, 16), replayed=300, hours=24)
SHORT = Scale(held=150, past=5_000, seconds=2, people=(4,), replayed=100, hours=12)


def rows(
    *, short: bool = False, engines: tuple[str, ...] = ("SQLite", "PostgreSQL"), held: int | None = None
) -> Iterator[Row]:
    """All rows; PostgreSQL where its programs are installed. held: another number than the scale's."""
    scale = SHORT if short else WHOLE
    scale = replace(scale, held=held or scale.held)
    for engine in engines:
        try:
            with _store(engine, scale) as environment:
                yield from _site_rows(engine, scale, environment)
        except NoPostgreSQL as missing:
            yield Row(f"site, {engine}", "", None, said=f"not measured: {missing}")
    yield from _replay_rows(scale)


@contextlib.contextmanager
def _store(engine: str, scale: Scale) -> Iterator[dict[str, str]]:
    """The environment of a filled store; filled now if it was not, or if its tables have changed since."""
    from bench.site_postgresql import kept_server

    folder = KEPT / f"{engine.lower()}-{scale.held}-{scale.past}-{_tables()}"
    data = folder / "record"
    data.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "QORGAU_DATA": str(data),
        "QORGAU_INSTANCE": INSTANCE,
        "PYTHONPATH": os.pathsep.join(filter(None, (str(REPO), os.environ.get("PYTHONPATH", "")))),
    }
    for name in ("QORGAU_DATABASE_URL", "QORGAU_OWNER_URL", "QORGAU_KEYS_URL"):
        environment.pop(name, None)
    if engine == "SQLite":
        _fill(environment, scale)
        yield environment
        return
    with kept_server(folder / "server") as server:
        environment |= {
            "QORGAU_DATABASE_URL": server.address("qorgau", user="qorgau_app"),
            "QORGAU_OWNER_URL": server.address("qorgau", user="qorgau_owner"),
        }
        if not (data / "filled.json").exists():
            with contextlib.suppress(Exception):
                server.drop("qorgau")
            server.create("qorgau")
        _fill(environment, scale)
        yield environment


def _tables() -> str:
    """A name for how the tables are laid out."""
    found = hashlib.sha256()
    for path in sorted((REPO / "src" / "qorgau").rglob("migrations/*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:8]


def _fill(environment: dict[str, str], scale: Scale) -> None:
    data = Path(environment["QORGAU_DATA"])
    if (data / "filled.json").exists():
        return
    # What a run that was broken off has left is not completed but made anew.
    shutil.rmtree(data)
    data.mkdir()
    _run(environment, "bench.site_store", "--held", str(scale.held), "--past", str(scale.past))


def _site_rows(engine: str, scale: Scale, environment: dict[str, str]) -> Iterator[Row]:
    known = json.loads(_run(environment, "bench.site_sessions"))
    with _served(environment) as port:
        start = Asking(port=port, path="/bench-ok/", sessions=known["everywhere"], custodies=())
        steps = {
            "bare ok before Django": replace(start, path="/bare"),
            "ok after the site's layers, signed in": start,
            "whiteboard, everyone held": replace(start, path="/board/"),
            "whiteboard, page 100": replace(start, path="/board/?page=100"),
            "record page": replace(start, path="/custody/{}/", sessions=known["officers"], custodies=known["held"]),
            "adding an entry": replace(
                start, path="/custody/{}/now/WelfareChecked/", sessions=known["officers"],
                custodies=known["held"], status=302, adds=True,
            ),
            "search by name in the past": replace(
                start, path="/find/", form=(("name", known["name"]), ("past", "on"))
            ),
        }  # fmt: skip
        for people in scale.people:
            yield from _rows_of(engine, scale, people, steps)


def _rows_of(engine: str, scale: Scale, people: int, steps: dict[str, Asking]) -> Iterator[Row]:
    ok: Burst | None = None
    for what, asking in steps.items():
        found = burst(ask, writers=people, seconds=scale.seconds, argument=asking)
        ok = ok or found
        yield Row(
            f"{what}, {engine}",
            f"{people} people",
            found.p50,
            found.p50 / ok.p50,
            _SITE,
            f"{found.per_second:,.0f}/s, p99 {found.p99 * 1e3:.1f} ms{_aim(what, people, found)}"
            f"; load {os.getloadavg()[0]:.1f}",
        )


def _aim(what: str, people: int, found: Burst) -> str:
    aim = {"adding an entry": 0.1, "whiteboard, everyone held": 0.2}.get(what)
    if aim is None or people != 4:
        return ""
    return f" ({'within' if found.p99 < aim else 'over'} the aim of {aim * 1e3:.0f} ms)"


@contextlib.contextmanager
def _served(environment: dict[str, str]) -> Iterator[int]:
    port = _free_port()
    log = Path(environment["QORGAU_DATA"]) / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "bench.site_server", str(port)],
            env=environment,
            stdout=output,
            stderr=output,
        )
        try:
            _wait_for(port, server, log)
            yield port
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    ends = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < ends:
        with contextlib.suppress(URLError, ConnectionError):
            urlopen(f"http://127.0.0.1:{port}/bench-ok/", timeout=60).read()
            return
        time.sleep(0.2)
    raise RuntimeError(f"The site did not start: {log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _replay_rows(scale: Scale) -> Iterator[Row]:
    """Part of the January at 1,000 times its speed, through the desk's own acts, into a new store."""
    with tempfile.TemporaryDirectory(prefix="qorgau-bench-") as folder:
        environment = {**os.environ, "QORGAU_DATA": folder, "QORGAU_INSTANCE": INSTANCE}
        said = _run(
            environment, "qorgau.portal.cli", "demo", "replay", "--speed", "1000",
            "--custodies", str(scale.replayed), "--hours", str(scale.hours), "--writers", "4",
        )  # fmt: skip
    told = [
        line for line in said.splitlines() if re.search(r"acknowledged|breaches of|behind|a second", line)
    ]
    yield Row(
        "the January at 1,000 times its speed, SQLite",
        f"{scale.replayed} custodies, {scale.hours} hours, 4 writers",
        None,
        said="; ".join(told) + f"; load {os.getloadavg()[0]:.1f}",
    )


def _run(environment: dict[str, str], module: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *words], env=environment, cwd=REPO, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{module} failed:\n{done.stdout[-1000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def main() -> None:
    """Print the rows of the site alone."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--short", action="store_true", help="a small store and short steps")
    asked.add_argument("--engine", action="append", choices=("SQLite", "PostgreSQL"))
    asked.add_argument("--held", type=int, help="how many are held (10,000; filling takes minutes)")
    given = asked.parse_args()
    engines = tuple(given.engine or ("SQLite", "PostgreSQL"))
    for row in rows(short=given.short, engines=engines, held=given.held):
        median = "" if row.seconds is None else f"{row.seconds * 1e3:8.2f} ms"
        ratio = "" if row.ratio is None else f"{row.ratio:7.1f}"
        sys.stdout.write(f"{row.what:52} {row.scale:14} {median} {ratio}  {row.said}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
