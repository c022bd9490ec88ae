"""The command `qorgau`: one group per noun, each read only when it is called."""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec

import click

from qorgau import __version__
from qorgau.lawbook import LawFileError

# command -> module and attribute; a door opens its own room only
_DOORS = {
    "access": ("qorgau.access.commands", "access"),
    "bundle": ("qorgau.recording.bundles.commands", "bundle"),
    "check": ("qorgau.portal.check", "check"),
    "complaints": ("qorgau.complaints.commands", "complaints"),
    "custody": ("qorgau.custody.commands", "custody"),
    "demo": ("qorgau.demo.commands", "demo"),
    "enquiry": ("qorgau.enquiries.commands", "enquiry"),
    "keys": ("qorgau.mailboxes.keys_commands", "keys"),
    "law": ("qorgau.portal.law", "law"),
    "ledger": ("qorgau.recording.commands", "ledger"),
    "mailbox": ("qorgau.mailboxes.commands", "mailbox"),
    "mirror": ("qorgau.mailboxes.mirror_commands", "mirror"),
    "notices": ("qorgau.notices.commands", "notices"),
    "open": ("qorgau.sealing.opener", "open_sealed"),
    "places": ("qorgau.places.commands", "places"),
    "rebuild": ("qorgau.recording.commands", "rebuild"),
    "receipt": ("qorgau.ledger.commands", "receipt"),
    "record": ("qorgau.recording.commands", "record"),
    "serve": ("qorgau.portal.serve", "serve"),
    "treaty": ("qorgau.treaty.commands", "treaty"),
    "witness": ("qorgau.ledger.commands", "witness"),
    "work": ("qorgau.portal.serve", "work"),
}


def _is_there(name: str) -> bool:
    """Whether this copy of the program has the room behind the door."""
    if name not in _DOORS:
        return False
    module = _DOORS[name][0]
    return find_spec(module.rpartition(".")[0]) is not None and find_spec(module) is not None


class Doors(click.Group):
    """Commands imported on first use, so that checking a file never loads the web framework."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for name in _DOORS if _is_there(name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if not _is_there(cmd_name):
            return None
        module, attribute = _DOORS[cmd_name]
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qorgau")
def cli() -> None:
    """Qorgau: check a record of detention or complaints against the law, and keep one that can be proven."""


def main() -> None:
    """Run a command; an error of the user's files ends with its sentence and exit code 2."""
    try:
        cli()
    except LawFileError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
