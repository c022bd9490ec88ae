"""The command `qorgau demo`: fill an empty instance with a synthetic country."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qorgau.clock import TimeError, read_instant, zone_named
from qorgau.clock.wall import now
from qorgau.demo.marker import INSTANCE, Marker, read_marker, write_marker
from qorgau.demo.size import Size
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.starting import make_data_folder, start_django

if TYPE_CHECKING:
    from qorgau.demo.accounts import Key
    from qorgau.demo.loading import Loaded

SEED = 2026
_ZONE = "Asia/Almaty"
_LINES = 8
"""So often a run without a terminal says how far it is."""


def _processes() -> int:
    return min(4, os.cpu_count() or 1)


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = 2


@click.group(invoke_without_command=True)
@click.option("--size", type=click.Choice([each.value for each in Size]), help="How large (small).")
@click.option("--seed", type=int, help=f"Another seed gives another country ({SEED}).")
@click.option("--until", help="The last moment of which anything is known, YYYY-MM-DD HH:MM in Almaty (now).")
@click.option(
    "--processes", type=click.IntRange(1, 16), default=_processes, help="Side by side (one a core)."
)
@click.pass_context
def demo(ctx: click.Context, size: str | None, seed: int | None, until: str | None, processes: int) -> None:
    """Fill an empty instance with a synthetic country: places, months of custody, accounts.

    Everything in it is invented and marked so. Running it again adds nothing.
    """
    if ctx.invoked_subcommand is None:
        _fill(size=size, seed=seed, until=until, processes=processes)


def _fill(*, size: str | None, seed: int | None, until: str | None, processes: int) -> None:
    folder = _started()
    from qorgau.recording.refusal import RecordingRefusal

    try:
        marker = _marked(folder, size=size, seed=seed, until=until)
        _load(marker, folder, processes=processes)
    except (RecordingRefusal, LedgerRefusal) as refusal:
        raise Refused(str(refusal)) from refusal


def _started() -> Path:
    """Start with the demo's own name for the instance; gives the data folder, made if need be."""
    os.environ.setdefault("QORGAU_INSTANCE", INSTANCE)
    start_django()
    from django.conf import settings

    folder: Path = settings.QORGAU_DATA
    make_data_folder(folder)
    return folder


def _marked(folder: Path, *, size: str | None, seed: int | None, until: str | None) -> Marker:
    """The mark of the folder: that it has, or a new one on an empty record."""
    held = read_marker(folder)
    asked = Marker(
        size=Size(size) if size else (held.size if held else Size.SMALL),
        seed=(held.seed if held else SEED) if seed is None else seed,
        until=_instant(until) if until else (held.until if held else now()),
    )
    if held is not None and held != asked:
        raise Refused(
            f"{folder} holds the demo of size {held.size}, seed {held.seed}, until {held.until}. "
            "Run `qorgau demo` without options to complete it, or set QORGAU_DATA to a new folder."
        )
    if held is None:
        _set_up_empty(folder)
        write_marker(folder, asked)
    return asked


def _set_up_empty(folder: Path) -> None:
    from qorgau.recording.models import StoredEntry
    from qorgau.recording.setting_up import set_up

    for line in set_up():
        click.echo(line)
    if StoredEntry.objects.exists():
        raise Refused(
            f"{folder} holds entries that the demo did not make. Nothing was written. Set QORGAU_DATA to a "
            "new folder: a real record never gets invented people."
        )


def _load(marker: Marker, folder: Path, *, processes: int) -> None:
    from django.conf import settings

    from qorgau.demo.loading import load
    from qorgau.demo.sealed import lodge_letters
    from qorgau.demo.shares import load_in_shares
    from qorgau.demo.treaty import tell_treaty
    from qorgau.demo.world import World, complaints, country_of, inventory, stories
    from qorgau.mailboxes.demo_keys import demo_bodies
    from qorgau.recording.batches import integrate_now

    world = World(size=marker.size, seed=marker.seed, until=marker.until, instance=settings.QORGAU_INSTANCE)
    country = country_of(world.seed)
    click.echo("Making a synthetic country: its places and some known stories first.")
    first = [inventory(world, country), *stories(world, country), *complaints(world, country)]
    loaded = [load(first, folder=folder, now=now())]
    shares = load_in_shares(world, folder=folder, now=now(), processes=processes)
    loaded += _shown(shares, of=world.shares, custodies=world.extent.custodies + world.extent.january)
    demo_bodies(now())
    letters = lodge_letters(seed=world.seed, now=now())
    click.echo("What committees recommended, and what became of it.")
    tell_treaty(folder=folder, until=world.until, now=now())
    click.echo("Closing the log over all of it.")
    integrate_now(as_of=now())
    new, entries = sum(each.new for each in loaded), sum(each.entries for each in loaded)
    click.echo(f"{new} entries added, {entries} in all.")
    click.echo("All people, places and events in it are invented.")
    click.echo("Opening accounts: their passwords are hashed slowly on purpose.")
    _open_accounts()
    if letters:
        _show_codes(letters, seed=world.seed)


def _show_codes(letters: int, *, seed: int) -> None:
    from qorgau.demo.sealed import shown_codes

    click.echo(f"\n{letters} complaints are sealed. Look into the mailboxes of two of them at /mailbox/:")
    for letter, words in shown_codes(seed):
        click.echo(f"  {letter.to:20} {' '.join(words)}")


def _shown(shares: Iterator[Loaded], *, of: int, custodies: int) -> list[Loaded]:
    """Wait for the shares, showing how far it is: as a bar to a person, as lines in a file."""
    if sys.stdout.isatty():
        with click.progressbar(shares, length=of, label=f"{custodies} custodies") as bar:
            return list(bar)
    loaded = []
    for number, share in enumerate(shares, start=1):
        loaded.append(share)
        if number % max(1, of // _LINES) == 0 or number == of:
            click.echo(f"Custodies: {custodies * number // of} of {custodies}.")
    return loaded


@demo.command()
@click.argument("account")
def code(account: str) -> None:
    """Show the code that a staff ACCOUNT of the demo needs to sign in now."""
    with _in_the_demo():
        from qorgau.demo.accounts import code_of

        click.echo(code_of(account, now=now()))


@demo.command()
def passwords() -> None:
    """Give all demo accounts new passwords, and show them: once, for they are not kept."""
    with _in_the_demo():
        from qorgau.demo.accounts import new_keys
        from qorgau.lawbook import Language

        _show_keys(new_keys(language=Language.EN, now=now()))


@demo.command()
def stories() -> None:
    """List the known stories: what each shows, and the id of its custody, complaint or recommendation."""
    from qorgau.demo.stories import STORIES
    from qorgau.demo.treaty_stories import STORIES as RECOMMENDATIONS

    for story in STORIES.values():
        click.echo(f"{story.custody:24} {story.shows}")
    start_django()
    from qorgau.demo.complaints import STORIES as COMPLAINTS

    for name, (shows, _, _) in COMPLAINTS.items():
        click.echo(f"{name:24} {shows}")
    for name, shows in RECOMMENDATIONS.items():
        click.echo(f"{name:24} {shows}")


@demo.command()
@click.option(
    "--speed", type=click.FloatRange(1, 100_000), default=1000.0, help="So many times as fast (1000)."
)
@click.option(
    "--custodies", type=click.IntRange(1, 10_000), default=10_000, help="How many of the January's."
)
@click.option("--hours", type=click.IntRange(1, 1000), default=72, help="How much of its time (72).")
@click.option("--writers", type=click.IntRange(1, 64), default=4, help="Processes that write (4).")
def replay(speed: float, custodies: int, hours: int, writers: int) -> None:
    """Replay the January into an empty instance, through the desk's own acts, and say what was late."""
    folder = _started()
    if read_marker(folder) is not None:
        raise Refused(
            f"{folder} holds a demo. A replay wants a folder of its own: set QORGAU_DATA to a new one."
        )
    moment = now()
    _set_up_empty(folder)
    write_marker(folder, Marker(size=Size.FULL, seed=SEED, until=moment))
    from qorgau.demo.replay.telling import replayed

    for line in replayed(
        folder, moment, speed=speed, custodies=custodies, hours=hours, writers=writers, seed=SEED
    ):
        click.echo(line)


def _open_accounts() -> None:
    from qorgau.demo.accounts import open_accounts
    from qorgau.lawbook import Language

    keys = open_accounts(language=Language.EN, now=now())
    if keys:
        _show_keys(keys)
    else:
        click.echo("The accounts are there. New passwords: qorgau demo passwords")


def _show_keys(keys: Sequence[Key]) -> None:
    click.echo("\nShown once and kept nowhere:")
    for key in keys:
        click.echo(f"  {key.sign_in_name:14} {key.password}  {key.role.value:16} {key.secret}")
    click.echo("Staff need a code too: put the last column into an app, or ask `qorgau demo code ACCOUNT`.")


@contextmanager
def _in_the_demo() -> Iterator[None]:
    """Run on a folder that is marked as synthetic, and on no other."""
    os.environ.setdefault("QORGAU_INSTANCE", INSTANCE)
    start_django()
    from django.conf import settings

    from qorgau.access.refusal import AccountRefusal
    from qorgau.recording.refusal import RecordingRefusal

    if read_marker(settings.QORGAU_DATA) is None:
        raise Refused(f"{settings.QORGAU_DATA} holds no demo. Set QORGAU_DATA, or make one: qorgau demo")
    try:
        yield
    except (RecordingRefusal, LedgerRefusal, AccountRefusal) as refusal:
        raise Refused(str(refusal)) from refusal


def _instant(written: str) -> int:
    try:
        return read_instant(written, zone_named(_ZONE)).latest
    except TimeError as error:
        raise Refused(f"--until: {error}") from error
