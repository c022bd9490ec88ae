"""Complaints end to end: sealed in Python, registered, answered, checked by the client, and proven in the log."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from bench.ledger_bench import _set_up
from bench.ledger_writers import Burst, _timed, burst
from bench.measure import Row, took

CLIENTS = (1, 4, 16)
SECONDS = 4.0
ATTACHMENT = 20 * 1024 * 1024
_LATER = 4_000_000_000
_NOW = 1_767_225_600


def rows(*, short: bool = False) -> Iterator[Row]:
    """SQLite always, PostgreSQL where its programs are installed; short: fewer clients for a moment."""
    clients, seconds = ((1, 4), 1.0) if short else (CLIENTS, SECONDS)
    yield _code_row()
    alone = {each: burst(sealing, writers=each, seconds=seconds, argument=None) for each in clients}
    for database, environment in _databases():
        if environment is None:
            yield Row(f"complaints, {database}", "", None, said="not measured: its programs are missing")
            continue
        for each in clients:
            stored = burst(lodging, writers=each, seconds=seconds, argument=environment)
            yield _lodged_row(database, each, stored, alone[each])
        yield _proven_row(database, burst(proving, writers=1, seconds=seconds, argument=environment))
        yield _attachment_row(database, environment, short=short)


def sealing(_: object, seconds: float, ready: Barrier) -> list[float]:
    """Seal, and do nothing with it: what the client's own device does in any case."""
    seal_one = _sealer()
    return list(_timed(lambda: seal_one().as_json(), seconds, ready))


def lodging(environment: dict[str, str], seconds: float, ready: Barrier) -> list[float]:
    """Seal, send, and check the answer as the page does: entry, commitment, promise."""
    _start(environment)
    from qorgau.ledger.keys import VerifierKey
    from qorgau.mailboxes.actions import receiving
    from qorgau.mailboxes.actions.recorded import Lodged
    from qorgau.mailboxes.pace import Pace
    from qorgau.recording.log_keys import log_keys
    from qorgau.sealing.lodging import LodgingAnswer, check_lodged

    receiving.PACE = Pace(a_second=1e9, at_once=1e9)
    seal_one, keys = _sealer(), log_keys()
    promise_key = VerifierKey.read(str(keys.promise.verifier))

    def complain() -> None:
        envelope = seal_one()
        lodged = receiving.receive_envelope(envelope.as_json().encode(), now=_NOW)
        assert isinstance(lodged, Lodged)
        answer = LodgingAnswer(
            entry=lodged.entry, salt=lodged.salt, commitment=lodged.commitment, promise=lodged.promise
        )
        check_lodged(envelope, answer, promise_key=promise_key, origin=keys.origin)

    complain()
    return list(_timed(complain, seconds, ready))


def proving(environment: dict[str, str], seconds: float, ready: Barrier) -> list[float]:
    """Ask for the receipts of what was lodged, after the batch, and check each proof against the checkpoint."""
    _start(environment)
    from qorgau.ledger.checkpoint import read_checkpoint
    from qorgau.ledger.commitment import leaf_hash
    from qorgau.ledger.proofs import verify_inclusion
    from qorgau.mailboxes.models import ReceiptRow
    from qorgau.recording.batches import integrate_now
    from qorgau.recording.receipts import receipt_of

    integrate_now(as_of=_LATER)
    lodged = list(ReceiptRow.objects.values_list("commitment", "entry_id")[:2000])

    def prove() -> None:
        commitment, entry_id = secrets.choice(lodged)
        proof = receipt_of(entry_id).proof
        assert proof is not None
        checkpoint = read_checkpoint(proof.checkpoint.text)
        leaf = leaf_hash(bytes.fromhex(commitment))
        verify_inclusion(
            leaf, index=proof.index, size=checkpoint.size, root=checkpoint.root, proof=proof.path
        )

    return list(_timed(prove, seconds, ready))


def attaching(environment: dict[str, str], seconds: float, ready: Barrier) -> list[float]:
    """Seal a file of 20 MB piece by piece and store each piece as the address does; at least once."""
    _start(environment)
    from qorgau.mailboxes.actions import store_chunk
    from qorgau.sealing.sealed_files import seal_file

    content = secrets.token_bytes(ATTACHMENT)

    def attach() -> None:
        seal_file(
            io.BytesIO(content),
            name="video.mp4",
            media="video/mp4",
            store=lambda sha256, piece: store_chunk(sha256, piece, now=_NOW),
        )

    return list(_timed(attach, seconds, ready))


def attaching_unstored(_: object, seconds: float, ready: Barrier) -> list[float]:
    """Seal the same file and keep nothing."""
    from qorgau.sealing.sealed_files import seal_file

    content = secrets.token_bytes(ATTACHMENT)

    def attach() -> None:
        seal_file(io.BytesIO(content), name="v", media="video/mp4", store=lambda _sha256, _piece: None)

    return list(_timed(attach, seconds, ready))


@cache
def _people() -> Any:
    """A body and the mechanism, whose keys were made long before."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from qorgau.sealing.age_files import new_identity, recipient_of
    from qorgau.sealing.manifest import Manifest

    def keys(body: str) -> Manifest:
        signing = Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()
        own, spare = recipient_of(new_identity()), recipient_of(new_identity())
        return Manifest(body=body, epoch=1, x25519=own, ed25519=signing, recovery=spare, not_after=_LATER)

    return keys("special_prosecutors"), keys("npm")


def _sealer() -> Callable[[], Any]:
    from qorgau.sealing.envelope import seal
    from qorgau.sealing.narrative import Identity, Narrative

    to, npm = _people()
    story = "They took me at night. " * 40

    def seal_one() -> Any:
        mailbox = _mailbox()
        narrative = Narrative(
            text=f"{secrets.token_hex(8)} {story}", box_ed=mailbox.box_ed, box_x=mailbox.box_x, place="IVS 1"
        )
        return seal(narrative, Identity(name="Somebody"), to=to, npm=npm, mailbox=mailbox)

    return seal_one


def _mailbox() -> Any:
    """A mailbox for each complaint, without the code's stretching, which has a row of its own."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from qorgau.sealing.age_files import new_identity, recipient_of
    from qorgau.sealing.mailbox import Mailbox

    identity, signing = new_identity(), Ed25519PrivateKey.generate()
    public = signing.public_key().public_bytes_raw().hex()
    return Mailbox(identity=identity, recipient=recipient_of(identity), signing=signing, box_ed=public)


def _lodged_row(database: str, clients: int, stored: Burst, alone: Burst) -> Row:
    return Row(
        f"complaints sealed, registered and checked, {database}",
        f"{clients} clients",
        1 / stored.per_second,
        stored.per_second / alone.per_second,
        "rate of sealing alone by as many clients",
        f"{stored.per_second:,.0f}/s, p50 {stored.p50 * 1e3:.1f} ms, p99 {stored.p99 * 1e3:.1f} ms; sealing alone "
        f"{alone.per_second:,.0f}/s, p99 {alone.p99 * 1e3:.1f} ms; load {os.getloadavg()[0]:.1f}",
    )


def _proven_row(database: str, proven: Burst) -> Row:
    said = f"{proven.per_second:,.0f}/s, p99 {proven.p99 * 1e3:.2f} ms"
    return Row(f"receipts proven after the batch, {database}", "1 client", 1 / proven.per_second, said=said)


def _attachment_row(database: str, environment: dict[str, str], *, short: bool) -> Row:
    seconds = 0.1 if short else SECONDS
    stored = burst(attaching, writers=1, seconds=seconds, argument=environment)
    alone = burst(attaching_unstored, writers=1, seconds=seconds, argument=None)
    return Row(
        f"an attachment of 20 MB sealed and stored, {database}",
        "80 pieces",
        stored.p50,
        stored.p50 / alone.p50,
        "sealing it alone",
        f"{ATTACHMENT / stored.p50 / 2**20:,.0f} MiB/s; load {os.getloadavg()[0]:.1f}",
    )


def _code_row() -> Row:
    from qorgau.sealing.codes import new_code
    from qorgau.sealing.mailbox import Mailbox

    time_taken = took(lambda: Mailbox.of(new_code(), origin="bench"), runs=5)
    return Row(
        "a code stretched to its mailbox", "scrypt, 32 MiB", time_taken.median,
        said="once for each code, on its holder's device; not part of the rows below",
        runs=time_taken.runs, best=time_taken.best,
    )  # fmt: skip


def _databases() -> Iterator[tuple[str, dict[str, str] | None]]:
    from tests.slices.postgresql_server import NoPostgreSQL, running_server

    with tempfile.TemporaryDirectory(prefix="qorgau-bench-") as folder:
        yield "SQLite", _prepared(Path(folder), f"sqlite:///{folder}/record.sqlite3")
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(running_server())
        except NoPostgreSQL:
            yield "PostgreSQL", None
            return
        server.create("qorgau")
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="qorgau-bench-"))
        owner = server.address("qorgau", user="qorgau_owner")
        yield "PostgreSQL", _prepared(Path(folder), server.address("qorgau", user="qorgau_app"), owner=owner)


def _prepared(folder: Path, database: str, *, owner: str = "") -> dict[str, str]:
    environment = {
        "QORGAU_DATA": str(folder),
        "QORGAU_DATABASE_URL": database,
        "QORGAU_KEYS_URL": f"sqlite:///{folder / 'keys.sqlite3'}",
        **({"QORGAU_OWNER_URL": owner} if owner else {}),
    }
    _set_up(environment)
    return environment


def _start(environment: dict[str, str]) -> None:
    os.environ.update(environment)
    from qorgau.recording.starting import start_django

    start_django()


def main(arguments: Sequence[str] = ()) -> None:
    """Print the rows alone."""
    for row in rows(short="--short" in arguments):
        print(row.what, row.scale, row.seconds, row.ratio, row.said, sep=" | ")
