"""The command `enquiry`: check an answer without any network."""

from __future__ import annotations

from pathlib import Path

import click

from qorgau.enquiries.answer_note import open_answer
from qorgau.ledger.keys import VerifierKey
from qorgau.ledger.refusal import LedgerRefusal

EXIT_REFUSED = 1


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = EXIT_REFUSED


@click.group()
def enquiry() -> None:
    """Answers to families who ask whether somebody is held."""


@enquiry.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", required=True, envvar="QORGAU_ANSWER_KEY",
              help="The desk's public key, as /enquiry/key/ and printed notices show it.")  # fmt: skip
def verify(file: Path, key: str) -> None:
    """Say whether the answer in FILE (the note, or the page as saved) was signed by this desk. Exit: 0 yes, 1 no."""
    try:
        known = VerifierKey.read(key)
        answer = open_answer(file.read_text(encoding="utf-8"), key=known)
    except (LedgerRefusal, UnicodeDecodeError) as refusal:
        raise Refused(f"Do not rely on this answer. {refusal}") from refusal
    click.echo(f"Signed by {known.name} ({known.key_id.hex()}). Nothing in it was changed.")
    for name, value in answer.fields.items():
        click.echo(f"{name}: {value}")
    for sentence in answer.sentences:
        click.echo(sentence)
