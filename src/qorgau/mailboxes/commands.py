"""The command `mailbox`: check what came in sealed, list it, and write it out for the opener."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from qorgau.clock import show_instant, zone_named
from qorgau.mailboxes.console import refusals

EXIT_FOUND = 1
_UTC = zone_named("UTC")


@click.group()
def mailbox() -> None:
    """Sealed envelopes: verify that they are all there, list them, export one for the opener."""


@mailbox.command()
def verify() -> None:
    """Hash every ciphertext anew and compare it with the record. Exit: 0 all there, 1 something is wrong."""
    with refusals(needs_record=True):
        from qorgau.mailboxes.checking import Fault, check_ciphertexts

        findings = list(check_ciphertexts())
    for each in findings:
        click.echo(str(each))
    if any(each.fault is not Fault.WAITING for each in findings):
        click.echo("Ask the mirror of the preventive mechanism for its copies: qorgau mirror check")
        sys.exit(EXIT_FOUND)
    click.echo("Every ciphertext that the record names is there, as it was.")


@mailbox.command("list")
@click.option("--to", "body", default="", help="Only what was sent to this body.")
def list_envelopes(body: str) -> None:
    """List envelopes by hour: complaint, body, kind, and how many messages its mailbox holds."""
    with refusals(needs_record=True):
        from qorgau.mailboxes.models import EnvelopeRow, MessageRow

        rows = EnvelopeRow.objects.order_by("hour", "complaint_id")
        for row in rows.filter(to_body=body) if body else rows:
            messages = MessageRow.objects.filter(complaint_id=row.complaint_id).count()
            click.echo(
                f"{row.complaint_id}  {show_instant(row.hour, _UTC)} UTC  {row.to_body}  {row.kind}  {messages} messages"
            )


@mailbox.command()
@click.argument("complaint")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(complaint: str, file: Path) -> None:
    """Write the envelope of COMPLAINT with its messages and files into FILE, for `qorgau open`."""
    with refusals(needs_record=True):
        from qorgau.mailboxes.exporting import export as write

        pieces = write(complaint, file)
    click.echo(
        f"Written: {file} ({pieces} pieces of files). Open it on the body's machine: qorgau open {file.name}"
    )
