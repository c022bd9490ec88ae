"""The commands `ledger`, `record` and `rebuild`. Django starts when one of them runs, not before."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from qorgau.clock.wall import now
from qorgau.ledger.checkpoint import Checkpoint, open_checkpoint
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.starting import make_data_folder, start_django

EXIT_FOUND = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(exists=False, dir_okay=False, path_type=Path)
_AS_OF = click.option("--as-of", type=int, help="Seconds since 1970 (UTC) instead of the time now.")


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = 2


@click.group()
def ledger() -> None:
    """Prove the record against its log, show its checkpoint, integrate a batch."""


@ledger.command()
@_AS_OF
@click.option("--against", type=_FILE, help="A checkpoint kept elsewhere, which the log must extend.")
def verify(as_of: int | None, against: Path | None) -> None:
    """Recompute everything from the entries and name the first that was altered, removed or moved."""
    with refusals():
        from qorgau.recording.verification import verify_record

        result = verify_record(as_of=now() if as_of is None else as_of, known=_known(against))
    click.echo(f"{result.entries} entries, {result.leaves} leaves, {result.checkpoints} checkpoints.")
    for finding in result.findings:
        click.echo(f"{finding.trouble.value}: {finding.sentence}")
    if result.is_sound:
        click.echo("Sound: every entry is as it was when it was recorded.")
        return
    if result.first_bad_index is not None:
        click.echo(f"First bad index: {result.first_bad_index}")
    sys.exit(EXIT_FOUND)


@ledger.command()
def checkpoint() -> None:
    """Print the newest signed checkpoint, as witnesses take it."""
    with refusals():
        from qorgau.recording.batches import latest_checkpoint

        newest = latest_checkpoint()
    if newest is None:
        raise Refused("There is no checkpoint yet. Run `qorgau ledger integrate`.")
    click.echo(newest.note, nl=False)


@ledger.command()
@_AS_OF
@click.option("--now", "at_once", is_flag=True, help="Do not wait for the period's end.")
def integrate(as_of: int | None, at_once: bool) -> None:
    """Put what waits into the log, if a period has ended, and sign the checkpoint."""
    with refusals():
        from qorgau.recording import batches

        moment = now() if as_of is None else as_of
        made = batches.integrate_now(as_of=moment) if at_once else batches.integrate_due(as_of=moment)
    click.echo("Nothing is due: the period has not ended." if made is None else f"Size {made.size}.")


@click.command()
def rebuild() -> None:
    """Fold the whole record anew into the read tables. Sends nothing."""
    with refusals():
        from qorgau.recording import rebuilding

        for rebuilt in rebuilding.rebuild(as_of=now()):
            click.echo(f"{rebuilt.fold}: {rebuilt.objects} objects")


@click.group()
def record() -> None:
    """Set the record up, back it up, restore it, give receipts, erase."""


@record.command()
def init() -> None:
    """Create tables, guards and, on PostgreSQL, the app's role. Run again after each update."""
    with refusals():
        from django.conf import settings

        from qorgau.recording.setting_up import set_up

        make_data_folder(settings.QORGAU_DATA)
        for line in set_up():
            click.echo(line)


@record.command()
@click.argument("file", type=_NEW_FILE)
def backup(file: Path) -> None:
    """Write entries, log, accounts and drafts into a new FILE: no keys; those are backed up apart."""
    with refusals():
        from qorgau.recording.backup import back_up

        click.echo(f"{back_up(file)} entries written to {file}. It holds no key: see backup-keys.")


@record.command()
@click.argument("file", type=_FILE)
def restore(file: Path) -> None:
    """Read a backup FILE into a new, empty record, set up if need be; fold it, and finish erasures."""
    with refusals():
        from qorgau.recording import backup

        backup.require_keys_for(file)
        _set_up_if_new()
        done = backup.restore(file, as_of=now())
        click.echo(f"{done.entries} entries restored. Now run: qorgau ledger verify")
        if done.shut:
            click.echo(
                f"{done.shut} rows of drafts stay shut: their keys are not among the restored ones. They were thrown "
                "away, or begun after the keys were backed up. Nothing else is missing.",
                err=True,
            )


@record.command("backup-keys")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--to", "recipients", multiple=True, help="Lock the files for this age recipient (age1...).")
def backup_keys(folder: Path, recipients: tuple[str, ...]) -> None:
    """Write the signing keys and the key store into FOLDER, on another medium than the data's backups."""
    with refusals():
        from qorgau.recording.backup_keys import back_up_keys

        kept = back_up_keys(folder, recipients=recipients)
    click.echo(f"{kept.files} key files and {kept.persons} persons' keys written to {folder}.")
    click.echo("Keep the signing keys as long as the log; destroy the persons' keys after a few weeks.")
    if not recipients:
        click.echo("They are not locked: whoever has this folder can sign for this log. See --to.")


@record.command("restore-keys")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--identity", type=_FILE, help="The age identity that opens locked files.")
def restore_keys(folder: Path, identity: Path | None) -> None:
    """Put the keys from FOLDER back, before a backup of the data is restored."""
    with refusals():
        from django.conf import settings

        from qorgau.recording import backup_keys

        make_data_folder(settings.QORGAU_DATA)
        opening = None if identity is None else identity.read_text(encoding="utf-8")
        kept = backup_keys.restore_keys(folder, identity=opening)
    click.echo(
        f"{kept.files} key files and {kept.persons} persons' keys restored. Now: qorgau record restore FILE"
    )


def _set_up_if_new() -> None:
    from django.conf import settings
    from django.db import OperationalError, ProgrammingError

    from qorgau.recording.models import StoredEntry
    from qorgau.recording.setting_up import set_up

    make_data_folder(settings.QORGAU_DATA)
    try:
        StoredEntry.objects.exists()
    except (OperationalError, ProgrammingError):
        list(set_up())


@record.command()
@click.argument("request", type=_FILE)
@click.option("--consent", "consents", type=_FILE, multiple=True, help="A signed consent; one per body.")
@click.option("--authorities", type=_FILE, required=True, help="The bodies that may consent, and their keys.")
@click.option("--by", required=True, help="The id of who carries it out.")
@click.option("--for", "for_body", required=True, help="The body they act for.")
def erase(request: Path, consents: tuple[Path, ...], authorities: Path, by: str, for_body: str) -> None:
    """Erase the person named in REQUEST, if nothing holds them and two bodies have signed it."""
    with refusals():
        from qorgau.recording.consents import Authorities, read_request
        from qorgau.recording.drafts import new_entry_id
        from qorgau.recording.erasure import Signed
        from qorgau.recording.erasure import erase as erase_person

        signed = Signed(
            request=read_request(request.read_text()),
            consents=[consent.read_text() for consent in consents],
            authorities=Authorities.read(authorities.read_text()),
        )
        erase_person(signed, by=by, for_body=for_body, entry_id=new_entry_id(), as_of=now())
        click.echo(f"{signed.request.person_id}: key, salts and folds are destroyed. The entries stay.")


@record.command()
@click.argument("entry_id")
@click.option("--out", type=_NEW_FILE, help="Write it into this new file instead of printing it.")
def receipt(entry_id: str, out: Path | None) -> None:
    """Give the receipt of an entry: the promise, from the next batch on the proof that it was kept."""
    with refusals():
        from qorgau.recording.receipts import receipt_of

        written = str(receipt_of(entry_id))
    if out is None:
        click.echo(written, nl=False)
        return
    try:
        with out.open("x", encoding="utf-8") as file:
            file.write(written)
    except OSError as error:
        raise Refused(
            f"{out} could not be written: {error.strerror}. Name a file that is not there yet."
        ) from error
    click.echo(f"Receipt written to {out}. Check it with: qorgau receipt verify {out} --trust FILE")


@contextmanager
def refusals() -> Iterator[None]:
    """Start Django, and show what the record or the ledger refuses as its own sentence."""
    start_django()
    from django.db import OperationalError, ProgrammingError

    from qorgau.recording.refusal import RecordingRefusal

    try:
        yield
    except (RecordingRefusal, LedgerRefusal) as refusal:
        raise Refused(str(refusal)) from refusal
    except (OperationalError, ProgrammingError) as error:
        raise Refused(
            f"The record could not be opened or is not set up: {str(error).strip()}. Check QORGAU_DATA and "
            "QORGAU_DATABASE_URL, or set it up with: qorgau record init"
        ) from error


def _known(against: Path | None) -> Checkpoint | None:
    if against is None:
        return None
    from qorgau.recording.log_keys import log_keys

    try:
        return open_checkpoint(against.read_text(), log=log_keys().log.verifier).checkpoint
    except LedgerRefusal as refusal:
        raise Refused(f"{against}: {refusal}") from refusal
