"""The commands `receipt` and `witness`, for people who check the log from outside."""

from pathlib import Path

import click

from qorgau.clock.wall import now
from qorgau.ledger.keys import VerifierKey
from qorgau.ledger.proof_files import read_consistency_file
from qorgau.ledger.receipt import ReceiptState, ReceiptVerdict, verify_receipt
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.trust import Trust
from qorgau.ledger.witness import Witness

EXIT_REFUSED = 1
EXIT_NOT_PROOF_YET = 3
_EXITS = {ReceiptState.PROVEN: 0, ReceiptState.REFUSED: EXIT_REFUSED}
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


class Refused(click.ClickException):
    """A refusal of the ledger, shown as its own sentence."""

    exit_code = EXIT_REFUSED


@click.group()
def receipt() -> None:
    """Check receipts offline."""


@receipt.command()
@click.argument("file", type=_FILE)
@click.option("--trust", "trust_file", type=_FILE, required=True, envvar="QORGAU_TRUST",
              help="The pinned keys of log, promises and witnesses.")  # fmt: skip
@click.option("--entry", "entry_file", type=_FILE, help="The entry as it was given to you.")
@click.option("--salt", help="The entry's salt, in hexadecimal.")
@click.option("--as-of", type=int, help="Seconds since 1970 (UTC) instead of the time now.")
def verify(
    file: Path, trust_file: Path, entry_file: Path | None, salt: str | None, as_of: int | None
) -> None:
    """Say what a receipt shows. Exit: 0 proven, 1 refused, 2 usage, 3 not proof yet."""
    if (entry_file is None) != (salt is None):
        raise click.UsageError("Give --entry and --salt together: only both say what was recorded.")
    verdict = verify_receipt(
        _text(file),
        _trust(trust_file),
        as_of=now() if as_of is None else as_of,
        entry=None if entry_file is None else entry_file.read_bytes(),
        salt=None if salt is None else _salt(salt),
    )
    _show(verdict)
    raise SystemExit(_EXITS.get(verdict.state, EXIT_NOT_PROOF_YET))


@click.group()
def witness() -> None:
    """Be a witness: vouch that a log only ever grows."""


@witness.command()
@click.argument("folder", type=_FOLDER)
@click.option("--name", required=True, help="Your name as a witness, such as npm.example.")
@click.option("--log", "logs", multiple=True, required=True, help="The key of a log to watch.")
def init(folder: Path, name: str, logs: tuple[str, ...]) -> None:
    """Make a witness with a new key in FOLDER and print its public key."""
    try:
        made = Witness.create(folder, name=name, logs=[VerifierKey.read(log) for log in logs])
    except LedgerRefusal as refusal:
        raise Refused(str(refusal)) from refusal
    click.echo(str(made.key.verifier))


@witness.command(name="cosign")
@click.argument("checkpoint", type=_FILE)
@click.option("--proof", "proof_file", type=_FILE, help="The proof that the log only grew.")
@click.option("--folder", type=_FOLDER, required=True, envvar="QORGAU_WITNESS",
              help="The folder that `witness init` made.")  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path),
              help="Write the cosigned checkpoint here instead of printing it.")  # fmt: skip
def cosign_checkpoint(checkpoint: Path, proof_file: Path | None, folder: Path, out: Path | None) -> None:
    """Check that CHECKPOINT extends the last one, then cosign it. Exit 1: refused."""
    if not (folder / "key").exists():
        raise click.UsageError(f"No witness lives in {folder}. Make one with `witness init`.")
    try:
        proof = None if proof_file is None else read_consistency_file(_text(proof_file))
        cosigned = str(Witness.open(folder).cosign(_text(checkpoint), proof=proof, at=now()))
    except LedgerRefusal as refusal:
        raise Refused(f"{type(refusal).__name__}: {refusal}") from refusal
    if out is None:
        click.echo(cosigned, nl=False)
    else:
        out.write_bytes(cosigned.encode())


def _show(verdict: ReceiptVerdict) -> None:
    click.echo(f"{verdict.state.value.replace('_', ' ')}: {verdict.why}")
    if verdict.detector:
        click.echo(f"detected by: {verdict.detector}")
    if verdict.commitment:
        click.echo(f"commitment: {verdict.commitment.hex()}")
    if verdict.checkpoint:
        click.echo(f"leaf {verdict.index} of {verdict.checkpoint.size} in {verdict.checkpoint.origin}")
    for each in verdict.witnesses:
        where = "outside" if each.outside_the_state else "inside"
        click.echo(f"witness: {each.key.name} ({each.body}, {where} the State)")


def _trust(path: Path) -> Trust:
    try:
        return Trust.read(path.read_bytes())
    except LedgerRefusal as refusal:
        raise click.UsageError(f"{path}: {refusal}") from refusal


def _salt(written: str) -> bytes:
    try:
        return bytes.fromhex(written)
    except ValueError as error:
        raise click.UsageError("--salt is not hexadecimal. Copy the 64 digits you were given.") from error


def _text(path: Path) -> str:
    # Bytes, not text mode: a changed line end must not be mended unseen.
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise Refused(f"{path} is not UTF-8 text ({error.reason}). Take the file as issued.") from error
