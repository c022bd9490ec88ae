"""A served site and a browser for tests: granian in a process of its own, Debian's Chromium, and axe."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

REPO = Path(__file__).resolve().parents[1]
LOCALES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 740}
_START_SECONDS = 60
_PORTS = range(20_000, 32_000)
# A machine that does much else answers late; who waits for what comes at once loses nothing by patience.
PATIENCE = 60_000
"""In milliseconds."""
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Site:
    """A site that answers: where, and with whose data."""

    address: str
    data: Path
    environment: dict[str, str]


@contextmanager
def served(data: Path, **settings: str) -> Iterator[Site]:
    """Serve the data folder on a free port until the block ends; the record is set up if it was not."""
    port = _free_port()
    environment = {**os.environ, "QORGAU_DATA": str(data), **settings}
    for name in ("QORGAU_DATABASE_URL", "QORGAU_KEYS_URL", "QORGAU_ALLOWED_HOSTS"):
        environment.pop(name, None)
    if not (data / "record.sqlite3").exists():
        run_command("record", "init", environment=environment)
    with (data / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "qorgau.portal.cli", "serve", "--port", str(port), "--workers", "1", "--no-work"],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server, data / "server.log")
            yield Site(address, data, environment)
        finally:
            server.terminate()
            server.wait(timeout=60)


def fill(data: Path, script: Path, *words: str, **settings: str) -> Any:
    """Run a script that fills the data folder, in a process of its own; gives what it told, as JSON."""
    environment = {**os.environ, "QORGAU_DATA": str(data), **settings}
    environment |= {"DJANGO_SETTINGS_MODULE": "tests.quick_passwords", "PYTHONPATH": str(REPO)}
    command = [sys.executable, str(script), *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def run_command(*words: str, environment: dict[str, str]) -> str:
    """Run `qorgau` with these words against that data; gives what it printed."""
    command = [sys.executable, "-m", "qorgau.portal.cli", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"qorgau {' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


_OPEN: list[Browser] = []


def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or a skip that says what to install."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("Chromium is missing (Debian: apt install chromium), so no page was opened in a browser")
    if not _OPEN:
        # One loop for a worker's thread: a second cannot start while the first runs. It ends with the worker.
        playwright = sync_playwright().start()
        # A root user, as in a build's container, has no sandbox to give.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        _OPEN.append(playwright.chromium.launch(executable_path=found, args=flags))
    yield _OPEN[0]


@contextmanager
def visiting(
    browser: Browser,
    site: Site,
    *,
    language: str = "en",
    phone: bool = False,
    scripts: bool = True,
    state: Any = None,
) -> Iterator[Page]:
    """A page of a fresh visitor; an error on the page's console fails the test that opened it."""
    context: BrowserContext = browser.new_context(
        base_url=site.address,
        locale=LOCALES[language],
        viewport=PHONE if phone else DESK,
        java_script_enabled=scripts,
        storage_state=state,
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    try:
        yield page
    finally:
        context.close()
    # An answer with a status of its own, such as 404, is the test's business, not a fault of the page.
    answers = ("Failed to load resource", "Response Status Error Code")
    assert [each for each in troubles if not each.startswith(answers)] == []


def _free_port() -> int:
    """A port that nobody listens on, from those that no outgoing connection takes before the server is up."""
    # Not by the seed of the tests' order: it is the same in every worker, and so would be the ports.
    for port in SystemRandom().sample(_PORTS, k=100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError(f"no free port between {_PORTS.start} and {_PORTS.stop}")


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, f"the server ended: {log.read_text()[-2000:]}"
        try:
            urlopen(f"{address}/", timeout=5)
        except HTTPError as error:
            raise AssertionError(f"the server answers {error.code}: {log.read_text()[-2000:]}") from error
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the server did not answer: {log.read_text()[-2000:]}")
