"""The commands `qorgau serve` and `qorgau work`. Django starts when one of them runs, not before."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

import click

from qorgau.recording.starting import start_django

_THREADS = 4  # pages of one worker at a time; SQLite and Python's lock give no more


class NotReady(click.ClickException):
    """Something must be done before the site can be served; the sentence says what."""

    exit_code = 2


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes.")
@click.option("--work/--no-work", default=True, help="Also run `qorgau work` beside the site (it does).")
def serve(host: str, port: int, workers: int, work: bool) -> None:
    """Serve the site: pages, assets and API, with the background work beside it."""
    start_django()
    refuse_open_door(host)
    refuse_missing_record()
    _load_pages()
    click.echo(f"{collect_assets()} assets are ready.")
    click.echo(f"Qorgau is served at http://{host}:{port}/ (stop with Ctrl+C)")
    with _working_beside() if work else _nothing():
        _serve(host=host, port=port, workers=workers)


@click.command()
@click.option(
    "--every", default=10, show_default=True, type=click.IntRange(1, 3600), help="Seconds between rounds."
)
@click.option("--once", is_flag=True, help="One round, then end.")
def work(every: int, once: bool) -> None:
    """Do what is due in the background: close batches of the log, send notices."""
    start_django()
    refuse_missing_record()
    from qorgau.portal.working import keep_working, work_once

    if once:
        for line in work_once():
            click.echo(line)
        return
    keep_working(every=every, say=click.echo)


def refuse_open_door(host: str) -> None:
    """Refuse to be reached from outside before the instance was told its name and that TLS stands before it."""
    from django.conf import settings

    if _is_loopback(host):
        return
    missing = [
        name
        for name, given in (
            ("QORGAU_ALLOWED_HOSTS (the names this site answers to)", os.environ.get("QORGAU_ALLOWED_HOSTS")),
            ("QORGAU_TLS=1 (browsers reach it through HTTPS)", settings.QORGAU_TLS),
        )
        if not given
    ]
    if missing:
        raise NotReady(
            f"Listening on {host} opens the register to others. Set {' and '.join(missing)} first, "
            "or serve on 127.0.0.1."
        )
    if settings.DEBUG:
        raise NotReady(f"QORGAU_DEBUG=1 shows what pages know. Unset it before listening on {host}.")


def refuse_missing_record() -> None:
    """Refuse to start on databases that were not set up, or are older than this program."""
    from django.db import OperationalError, ProgrammingError, connections
    from django.db.migrations.executor import MigrationExecutor

    for alias in ("default", "keys"):
        try:
            executor = MigrationExecutor(connections[alias])
            waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        except (OperationalError, ProgrammingError) as error:
            raise NotReady(
                f"The database `{alias}` could not be opened: {str(error).strip()}. Check QORGAU_DATA and "
                "QORGAU_DATABASE_URL, then run: qorgau record init"
            ) from error
        finally:
            # The workers open their own; a connection does not survive a fork.
            connections[alias].close()
        if waiting:
            raise NotReady(
                f"The database `{alias}` is not set up for this version ({len(waiting)} steps are missing). "
                "Run: qorgau record init"
            )


def collect_assets() -> int:
    """Bring the assets of all rooms together under names that hold their hash; gives their number."""
    from django.contrib.staticfiles import finders
    from django.core.management import call_command

    if finders.find("site/site.css") is None:
        raise NotReady("The styles and scripts are not built. Run: make assets")
    # Nothing is cleared: a page opened before an update still finds the assets it names.
    call_command("collectstatic", interactive=False, verbosity=0)
    return sum(1 for finder in finders.get_finders() for _ in finder.list([]))


def _load_pages() -> None:
    """A fault in some room's pages ends the start here, not each request later."""
    from django.core.management import call_command

    call_command("check", stdout=io.StringIO())


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _serve(*, host: str, port: int, workers: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "qorgau.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_THREADS,
        blocking_threads_idle_timeout=600,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()


@contextmanager
def _working_beside() -> Iterator[None]:
    child = subprocess.Popen([sys.executable, "-m", "qorgau.portal.cli", "work"])
    try:
        yield
    finally:
        child.terminate()
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()


@contextmanager
def _nothing() -> Iterator[None]:
    yield
