"""The command `mirror`: keep copies of what an instance holds and shows, and notice what it takes back."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from qorgau.clock import now
from qorgau.ledger.keys import VerifierKey
from qorgau.mailboxes.console import refusals
from qorgau.mailboxes.mirror import watching
from qorgau.mailboxes.mirror.folder import Folder
from qorgau.mailboxes.mirror.source import Site

EXIT_FOUND = 1
TOKEN = "QORGAU_MIRROR_TOKEN"  # noqa: S105 - the name of a variable
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def mirror() -> None:
    """The mirror of the preventive mechanism: ciphertexts, keys, the page and the log, as they were seen."""


@mirror.command()
@click.argument("folder", type=_FOLDER)
@click.option("--address", required=True, help="The instance's address, such as https://example.org.")
@click.option("--log", required=True, help="The public key of its log, as its operator gave it.")
@click.option("--name", required=True, help="The mirror's own name; it cosigns checkpoints as a witness.")
@click.option("--insecure", is_flag=True, help="Allow an address without TLS, on this machine only.")
def begin(folder: Path, address: str, log: str, name: str, insecure: bool) -> None:
    """Begin a mirror in a new FOLDER; it forgets nothing from then on."""
    if not address.startswith("https://") and not insecure:
        raise click.BadParameter(
            "the address must begin with https://, or the token could be read on its way."
        )
    with refusals():
        made = Folder.make(folder, address=address, log=VerifierKey.read(log), name=name)
        witness = made.witness().key.verifier
    click.echo(f"Cosigns as: {witness}")


@mirror.command()
@click.argument("folder", type=_FOLDER)
def pull(folder: Path) -> None:
    """Copy what is new, and cosign the checkpoint if it extends the last one."""
    with refusals():
        opened = Folder.open(folder)
        pulled = watching.pull(opened, _site(opened), at=now())
    click.echo(
        f"{pulled.new} new, {pulled.let_go} let go at their holder's wish, log of {pulled.size} leaves."
    )


@mirror.command()
@click.argument("folder", type=_FOLDER)
def check(folder: Path) -> None:
    """Compare all that is shown now with all that was seen. Exit: 0 nothing found, 1 something was."""
    with refusals():
        opened = Folder.open(folder)
        findings = list(watching.check(opened, _site(opened), at=now()))
    for each in findings:
        click.echo(str(each))
    if findings:
        sys.exit(EXIT_FOUND)
    click.echo("Nothing was deleted, changed, forked or rolled back since it was seen.")


@mirror.command()
@click.argument("folder", type=_FOLDER)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
def accept(folder: Path, file: Path | None) -> None:
    """Accept the bundle listed in FILE, as a release you built lists it; without FILE the one served now."""
    with refusals():
        opened = Folder.open(folder)
        listed = (
            watching.served_bundle(_site(opened))
            if file is None
            else json.loads(file.read_text(encoding="utf-8"))["assets"]
        )
        opened.keep(watching.BUNDLE, listed)
    click.echo(f"{len(listed)} scripts and styles accepted.")


def _site(folder: Folder) -> Site:
    return Site(address=folder.address, token=os.environ.get(TOKEN, ""))
