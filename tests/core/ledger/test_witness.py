"""Witnesses: a log may only grow, and a witness never forgets what it vouched for."""

import fcntl
import os
import struct
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qorgau.ledger.checkpoint import Checkpoint, sign_checkpoint
from qorgau.ledger.commitment import commit
from qorgau.ledger.cosignature import checked_cosignatures, cosign
from qorgau.ledger.keys import KeyUse, MalformedKey, SigningKey
from qorgau.ledger.note import NotSigned, SignatureFails, sign_note
from qorgau.ledger.proof_files import ConsistencyFile, read_consistency_file
from qorgau.ledger.witness import (
    ForkRefused,
    ProofFromOtherSize,
    RollbackRefused,
    UnknownLog,
    Witness,
    WitnessExists,
)


@pytest.fixture
def witness(witnesses: list[Witness]) -> Witness:
    return witnesses[0]


@pytest.fixture
def grown(log: Any) -> Any:
    """A log of three batches."""
    for _ in range(3):
        log.take()
    return log


def fork_of(log: Any) -> Any:
    other = type(log)()
    for _ in range(3):
        other.take(commit(b"another history", salt=bytes(32)))
    return other


def test_a_log_that_grows_is_cosigned_each_time(grown: Any, witness: Witness) -> None:
    witness.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    proof = grown.growth(256, 768)
    note = witness.cosign(str(grown.checkpoint(768)), proof=proof, at=200)
    found = checked_cosignatures(note, [witness.key.verifier])
    assert [each.at for each in found] == [200]
    seen = witness.last_seen(grown.key.verifier)
    assert seen is not None
    assert seen.size == 768


def test_a_cosignature_has_the_bytes_the_public_format_asks_for(grown: Any, witness: Witness) -> None:
    checkpoint = grown.checkpoint(256)
    note = witness.cosign(str(checkpoint), proof=None, at=1679315147)
    raw = note.signatures[-1].raw
    assert struct.unpack(">Q", raw[:8]) == (1679315147,)
    signed = f"cosignature/v1\ntime 1679315147\n{checkpoint.text}".encode()
    assert witness.key.verifier.holds(signed, raw[8:])


def test_a_log_that_rolls_back_is_refused(grown: Any, witness: Witness) -> None:
    witness.cosign(str(grown.checkpoint(768)), proof=None, at=100)
    with pytest.raises(RollbackRefused):
        witness.cosign(str(grown.checkpoint(512)), proof=None, at=200)


def test_a_log_that_forks_at_one_size_is_refused(grown: Any, witness: Witness) -> None:
    witness.cosign(str(grown.checkpoint(768)), proof=None, at=100)
    with pytest.raises(ForkRefused):
        witness.cosign(str(fork_of(grown).checkpoint(768)), proof=None, at=200)


def test_a_log_that_forks_while_growing_is_refused_and_its_signature_kept(
    grown: Any, witness: Witness
) -> None:
    witness.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    fork = fork_of(grown)
    with pytest.raises(ForkRefused):
        witness.cosign(str(fork.checkpoint(768)), proof=fork.growth(256, 768), at=200)
    (kept,) = (witness.folder / "evidence").iterdir()
    assert kept.read_text() == str(fork.checkpoint(768))


def test_after_a_refusal_the_witness_still_stands_where_it_stood(grown: Any, witness: Witness) -> None:
    witness.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    fork = fork_of(grown)
    with pytest.raises(ForkRefused):
        witness.cosign(str(fork.checkpoint(768)), proof=fork.growth(256, 768), at=200)
    witness.cosign(str(grown.checkpoint(768)), proof=grown.growth(256, 768), at=300)


@pytest.mark.parametrize("start", [None, 512])
def test_a_proof_from_another_size_is_asked_for_again(
    grown: Any, witness: Witness, start: int | None
) -> None:
    witness.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    proof = None if start is None else grown.growth(start, 768)
    with pytest.raises(ProofFromOtherSize, match="from 256 to 768"):
        witness.cosign(str(grown.checkpoint(768)), proof=proof, at=200)


def test_the_first_checkpoint_may_be_of_an_empty_log(log: Any, witness: Witness) -> None:
    witness.cosign(str(log.checkpoint(0)), proof=None, at=100)
    log.take()
    witness.cosign(str(log.checkpoint(256)), proof=None, at=200)
    with pytest.raises(RollbackRefused):
        witness.cosign(str(log.checkpoint(0)), proof=None, at=300)


def test_an_empty_log_with_a_root_of_its_own_choice_is_refused(log: Any, witness: Witness) -> None:
    empty = Checkpoint(origin=log.key.name, size=0, root=bytes(32))
    with pytest.raises(ForkRefused):
        witness.cosign(str(sign_checkpoint(empty, log.key)), proof=None, at=100)


def test_a_checkpoint_the_log_did_not_sign_is_refused(grown: Any, witness: Witness) -> None:
    forger = SigningKey(name=grown.key.name, use=KeyUse.NOTE, seed=b"\x09" * 32)
    with pytest.raises(NotSigned):
        witness.cosign(str(sign_note(grown.checkpoint(256).text, forger)), proof=None, at=100)
    changed = str(grown.checkpoint(256)).replace("\n256\n", "\n257\n")
    with pytest.raises(SignatureFails):
        witness.cosign(changed, proof=None, at=100)
    assert witness.last_seen(grown.key.verifier) is None


def test_a_log_nobody_asked_to_watch_is_refused(log: Any, witness: Witness) -> None:
    log.key = SigningKey(name="other.example", use=KeyUse.NOTE, seed=b"\x09" * 32)
    log.take()
    with pytest.raises(UnknownLog):
        witness.cosign(str(log.checkpoint(256)), proof=None, at=100)


def test_a_witness_that_cannot_sign_has_already_remembered(grown: Any, witness: Witness) -> None:
    broken = replace(witness, key=replace(witness.key, seed=b"too short"))
    with pytest.raises(MalformedKey):
        broken.cosign(str(grown.checkpoint(768)), proof=None, at=100)
    seen = witness.last_seen(grown.key.verifier)
    assert seen is not None
    assert seen.size == 768


def test_a_witness_that_cannot_remember_does_not_sign(grown: Any, witness: Witness) -> None:
    (witness.folder / "seen").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="seen"):
        witness.cosign(str(grown.checkpoint(768)), proof=None, at=100)


def test_a_witness_taken_up_again_remembers(grown: Any, witness: Witness) -> None:
    witness.cosign(str(grown.checkpoint(768)), proof=None, at=100)
    again = Witness.open(witness.folder)
    assert again == witness
    with pytest.raises(RollbackRefused):
        again.cosign(str(grown.checkpoint(512)), proof=None, at=200)


def test_a_half_written_file_beside_the_last_checkpoint_changes_nothing(grown: Any, witness: Witness) -> None:
    witness.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    (seen,) = (witness.folder / "seen").iterdir()
    seen.with_name(seen.name + ".new").write_text("half a chec")
    witness.cosign(str(grown.checkpoint(512)), proof=grown.growth(256, 512), at=200)
    assert witness.last_seen(grown.key.verifier).size == 512  # type: ignore[union-attr]


def test_two_requests_at_once_cannot_roll_a_witness_back(grown: Any, witness: Witness) -> None:
    witness.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    sizes = [512, 768] * 4

    def ask(size: int) -> None:
        try:
            witness.cosign(str(grown.checkpoint(size)), proof=grown.growth(256, size), at=200)
        except (RollbackRefused, ProofFromOtherSize):
            return

    threads = [threading.Thread(target=ask, args=(size,)) for size in sizes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    last = witness.last_seen(grown.key.verifier)
    assert last is not None
    # Whichever came first stands: a proof from 256 serves only once.
    assert last.size in {512, 768}
    assert last.root == grown.tree.root(last.size)


def test_a_witness_is_not_made_over_another(witness: Witness, log: Any) -> None:
    with pytest.raises(WitnessExists):
        Witness.create(witness.folder, name="npm.example", logs=[log.key.verifier])
    assert Witness.open(witness.folder) == witness


def test_what_a_witness_keeps_is_readable_by_its_owner_alone(log: Any, tmp_path: Path) -> None:
    folder = tmp_path / "a folder" / "not yet there"
    witness = Witness.create(folder, name="npm.example", logs=[log.key.verifier])
    witness.cosign(str(log.take()), proof=None, at=100)
    for path in (folder, folder / "key", folder / "seen"):
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs Linux's /proc")
def test_a_witness_writes_through_to_the_disk_before_it_signs(
    grown: Any, witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[str, str]] = []
    real = os.fsync

    def watched(descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").resolve()
        names = " ".join(sorted(each.name for each in path.iterdir())) if path.is_dir() else ""
        written.append((path.name, names or path.read_text()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    unable = replace(witness, key=replace(witness.key, seed=b"too short"))
    with pytest.raises(MalformedKey):
        unable.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    (seen,) = (witness.folder / "seen").iterdir()
    # First the whole text under a passing name, then the folder that holds the final name.
    assert written == [
        (f"{seen.name}.new", str(grown.checkpoint(256))),
        ("seen", seen.name),
    ]


def test_a_second_request_waits_for_the_first(grown: Any, witness: Witness) -> None:
    arguments = {"proof": None, "at": 100}
    second = threading.Thread(target=witness.cosign, args=(str(grown.checkpoint(256)),), kwargs=arguments)
    with (witness.folder / "lock").open("w") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        second.start()
        second.join(timeout=0.3)
        assert second.is_alive()
        assert witness.last_seen(grown.key.verifier) is None
    second.join()
    assert witness.last_seen(grown.key.verifier) is not None


def test_a_logs_key_cannot_cosign(grown: Any) -> None:
    with pytest.raises(MalformedKey):
        cosign(grown.checkpoint(256), key=grown.key, at=100)


def test_a_cosignature_with_another_time_is_refused(grown: Any, witness: Witness) -> None:
    note = witness.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    genuine = note.signatures[-1]
    later = replace(genuine, raw=struct.pack(">Q", 101) + genuine.raw[8:])
    with pytest.raises(SignatureFails):
        checked_cosignatures(replace(note, signatures=(later,)), [witness.key.verifier])


def test_a_proof_of_growth_survives_writing_and_reading(grown: Any) -> None:
    proof = grown.growth(300, 768)
    assert read_consistency_file(str(proof)) == proof
    nothing = ConsistencyFile(old_size=0, path=())
    assert read_consistency_file(str(nothing)) == nothing


def test_the_folder_holds_nothing_but_what_is_documented(
    grown: Any, witness: Witness, tmp_path: Path
) -> None:
    witness.cosign(str(grown.checkpoint(256)), proof=None, at=100)
    names = sorted(path.name for path in witness.folder.iterdir())
    assert names == ["key", "lock", "logs", "seen"]
