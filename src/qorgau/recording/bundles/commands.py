"""The command `bundle`: carry entries between instances by file."""

from collections.abc import Sequence
from pathlib import Path

import click

from qorgau.clock import TimeError, now, read_instant, show_instant, show_span, zone_named
from qorgau.recording.commands import Refused, refusals

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_UTC = zone_named("UTC")


@click.group()
def bundle() -> None:
    """Carry entries between instances by file, where there is no network: write, read, show, trust."""


@bundle.command()
def card() -> None:
    """Print this instance's card: the keys by which others check its bundles and lock theirs for it."""
    with refusals():
        from qorgau.recording.bundles.cards import own_card

        own = own_card()
    click.echo(str(own), nl=False)
    click.echo(f"Fingerprint, to be compared by telephone or in person: {own.fingerprint}", err=True)


@bundle.command()
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="The instance has new keys.")
def trust(file: Path, replace: bool) -> None:
    """Trust the instance whose card is in FILE: read its bundles, and write bundles for it."""
    with refusals():
        from qorgau.recording.bundles import trusted
        from qorgau.recording.bundles.cards import Card

        other = Card.read(file.read_bytes())
        trusted.trust(other, replace=replace)
    click.echo(
        f"Trusted: {other.instance}. Fingerprint, to be compared with its operator: {other.fingerprint}"
    )


@bundle.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--to", "recipients", multiple=True, required=True, help="An instance that is trusted here.")
@click.option("--since", help="Only what was received from this time on (UTC, such as 2026-01-05T00:00).")
def write(folder: Path, recipients: tuple[str, ...], since: str | None) -> None:
    """Write what was recorded here into bundles in FOLDER, locked for those it is written to.

    Writing too much is safe: what the reader holds already changes nothing there.
    """
    with refusals():
        from qorgau.recording.bundles.writing import write_bundles

        start = None if since is None else _instant(since)
        written = write_bundles(folder, to=recipients, written_at=now(), since=start)
    for each in written:
        click.echo(f"{each.path}: {each.entries} entries{_left_out(each.left_out)}")
    click.echo("Take it there and run: qorgau bundle read FILE")


@bundle.command()
@click.argument("files", type=_FILE, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Check everything and say what would be done.")
@click.option("--by", help="The id of who carries it in.")
@click.option("--for", "for_body", help="The body they act for; else this instance.")
def read(files: Sequence[Path], dry_run: bool, by: str | None, for_body: str | None) -> None:
    """Take bundles in, one after the other: each wholly or not at all, and as often as you like."""
    with refusals():
        from qorgau.recording.bundles.opening import open_bundle
        from qorgau.recording.bundles.taking import take_in

        for file in files:
            taken = take_in(open_bundle(_bytes(file)), now=now(), by=by, for_body=for_body, dry_run=dry_run)
            verb = "would be stored" if dry_run else "stored"
            click.echo(f"{file.name}, from {taken.origin}: {taken.new} {verb}, {taken.held} held already.")
            for entry in taken.left_out:
                click.echo(f"  left out: {entry} names a person who was erased here.")
            for person in taken.erased_there:
                click.echo(
                    f"  {person} was erased at {taken.origin} and not here: see `qorgau record erase`."
                )
            if taken.clock.needs_warning:
                click.echo(
                    f"  Clocks: the bundle was written {show_span(taken.clock.at_least)} after this instance's "
                    "present time. One of the two clocks is wrong: check this one first."
                )


@bundle.command()
@click.argument("file", type=_FILE)
def show(file: Path) -> None:
    """Say what a bundle holds: outside for anybody, inside if it was written for this instance."""
    with refusals():
        from django.conf import settings

        from qorgau.recording.bundles.opening import open_bundle
        from qorgau.recording.bundles.packing import read_label

        data = _bytes(file)
        label = read_label(data)
        click.echo(f"From {label.origin}, for {', '.join(label.to)} (by its label, which anybody can write).")
        if settings.QORGAU_INSTANCE not in label.to:
            return
        manifest = open_bundle(data).manifest
    click.echo(f"Signed by {manifest.origin}; whole and unaltered.")
    click.echo(f"Written {show_instant(manifest.written_at, _UTC)} UTC by its clock, part {manifest.part}.")
    click.echo(f"{len(manifest.entries)} entries, {manifest.persons} persons{_left_out(manifest.left_out)}")
    if manifest.entries:
        first, last = (show_instant(each, _UTC) for each in (manifest.first_recorded, manifest.last_recorded))
        click.echo(f"Recorded there from {first} to {last} UTC.")


def _bytes(file: Path) -> bytes:
    from qorgau.recording.bundles.packing import LARGEST_FILE

    with file.open("rb") as opened:
        # One byte more than a bundle can have is enough to refuse it; the rest is never read.
        return opened.read(LARGEST_FILE + 1)


def _instant(written: str) -> int:
    try:
        return read_instant(written, _UTC).earliest
    except TimeError as error:
        raise Refused(f"--since: {error}") from error


def _left_out(count: int) -> str:
    return f", {count} left out because a person they name was erased" if count else ""
