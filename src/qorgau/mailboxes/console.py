"""What the commands of this room have in common: refusals as sentences, and where a passphrase comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.starting import start_django
from qorgau.sealing.refusal import SealingRefusal

PASSPHRASE = "QORGAU_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = 2


@contextmanager
def refusals(*, needs_record: bool = False) -> Iterator[None]:
    """Show refusals as sentences; Django starts only for what needs the record."""
    if not needs_record:
        try:
            yield
        except (LedgerRefusal, SealingRefusal, OSError, ValueError) as refusal:
            raise Refused(str(refusal)) from refusal
        return
    start_django()
    from django.db import DatabaseError

    try:
        yield
    except (ValueError, PermissionError) as refusal:
        raise Refused(str(refusal)) from refusal
    except DatabaseError as error:
        raise Refused(
            f"The record could not be opened or is not set up: {str(error).strip()}. Check QORGAU_DATA and "
            "QORGAU_DATABASE_URL, or set it up with: qorgau record init"
        ) from error


def passphrase_option(command: _Command) -> _Command:
    """Ask for the passphrase, or read it from the file that `--passphrase-file` names."""
    option = click.option(
        "--passphrase-file",
        "passphrase",
        envvar=PASSPHRASE,
        callback=_passphrase,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=f"A file with the passphrase in its first line; else it is asked for ({PASSPHRASE}).",
    )
    return option(command)


def _passphrase(_context: click.Context, _option: click.Parameter, file: Path | None) -> str:
    if file is None:
        return str(click.prompt("Passphrase", hide_input=True, err=True))
    if file.stat().st_mode & 0o077:
        raise click.BadParameter(f"others may read {file.name}. Run: chmod 600 {file.name}")
    return file.read_text(encoding="utf-8").split("\n", 1)[0]
