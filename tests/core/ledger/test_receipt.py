"""Receipts: what the holder may rely on, and which check catches whoever cheats."""

import base64
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qorgau.ledger.commitment import commit
from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.note import Note, read_note
from qorgau.ledger.proof_files import read_inclusion_file
from qorgau.ledger.receipt import ReceiptState, read_receipt, verify_receipt
from qorgau.ledger.trust import Trust
from qorgau.ledger.witness import Witness

BEFORE, AFTER = 7200, 7201


def cosigned(checkpoint: Note, witnesses: list[Witness]) -> Note:
    for witness in witnesses:
        checkpoint = witness.cosign(str(checkpoint), proof=None, at=5000)
    return checkpoint


@pytest.fixture
def full(log: Any, witnesses: list[Witness], commitment: bytes) -> str:
    checkpoint = cosigned(log.take(commitment), witnesses)
    return str(log.receipt(commitment, checkpoint))


def test_a_complaint_in_a_witnessed_log_is_proven(full: str, trust: Trust, commitment: bytes) -> None:
    verdict = verify_receipt(full, trust, as_of=AFTER)
    assert verdict.state is ReceiptState.PROVEN
    assert verdict.commitment == commitment
    assert len(verdict.witnesses) == 3
    assert verdict.checkpoint is not None
    assert verdict.checkpoint.size == 256


def test_whoever_holds_entry_and_salt_can_recompute_the_commitment(
    full: str, trust: Trust, entry: bytes, salt: bytes
) -> None:
    verdict = verify_receipt(full, trust, as_of=AFTER, entry=entry, salt=salt)
    assert verdict.state is ReceiptState.PROVEN


@pytest.mark.parametrize("changed", ["entry", "salt", "entry alone"])
def test_an_entry_altered_by_one_word_is_refused_against_its_receipt(
    full: str, trust: Trust, entry: bytes, salt: bytes, changed: str
) -> None:
    offered = {
        "entry": {"entry": entry.replace(b"complaint-1", b"complaint-2"), "salt": salt},
        "salt": {"entry": entry, "salt": bytes(32)},
        "entry alone": {"entry": entry},
    }
    verdict = verify_receipt(full, trust, as_of=AFTER, **offered[changed])
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "OtherEntry")


def test_a_receipt_carries_no_code_no_salt_no_entry_and_no_place(
    full: str, log: Any, entry: bytes, salt: bytes, commitment: bytes
) -> None:
    for written in (full, str(log.promise(commitment))):
        everything = written.encode()
        if (extra := read_receipt(written).proof) is not None:
            everything += extra.extra or b""
        for secret in (salt, salt.hex().encode(), base64.b64encode(salt), entry):
            assert secret not in everything
        assert b"in-the-entry" not in everything
        assert b"complaint" not in everything


def test_a_receipt_with_the_public_log_yields_the_batch_only(log: Any, trust: Trust) -> None:
    places = set()
    for number in range(40):
        mine = commit(b"{}", salt=bytes([number]) * 32)
        before = log.tree.size
        log.take(mine, commit(b"{}", salt=bytes([number + 100]) * 32))
        places.add(log.receipt(mine, log.checkpoint(log.tree.size)).proof.index - before)
    # Taken first each time, yet anywhere in its batch.
    assert len(places) > 20
    assert max(places) < 256


def test_before_the_batch_the_receipt_is_a_promise(log: Any, trust: Trust, commitment: bytes) -> None:
    verdict = verify_receipt(str(log.promise(commitment)), trust, as_of=BEFORE)
    assert verdict.state is ReceiptState.PROMISED


def test_a_broken_promise_says_so_the_second_its_time_has_passed(
    log: Any, trust: Trust, commitment: bytes
) -> None:
    verdict = verify_receipt(str(log.promise(commitment)), trust, as_of=AFTER)
    assert verdict.state is ReceiptState.PROMISE_BROKEN
    assert verdict.commitment == commitment


@pytest.mark.parametrize(
    ("present", "state"),
    [
        ([], ReceiptState.NOT_PROOF_YET),
        ([0], ReceiptState.NOT_PROOF_YET),
        ([2], ReceiptState.NOT_PROOF_YET),
        ([0, 1], ReceiptState.NOT_PROOF_YET),
        ([0, 2], ReceiptState.PROVEN),
        ([1, 2], ReceiptState.PROVEN),
    ],
)
def test_proof_needs_two_witnesses_and_one_of_them_outside_the_state(
    log: Any,
    witnesses: list[Witness],
    trust: Trust,
    commitment: bytes,
    present: list[int],
    state: ReceiptState,
) -> None:
    checkpoint = cosigned(log.take(commitment), [witnesses[each] for each in present])
    verdict = verify_receipt(str(log.receipt(commitment, checkpoint)), trust, as_of=AFTER)
    assert verdict.state is state
    assert len(verdict.witnesses) == len(present)
    assert verdict.why


def test_a_witness_cosigning_twice_counts_once(
    log: Any, witnesses: list[Witness], trust: Trust, commitment: bytes
) -> None:
    outside = witnesses[2]
    once = outside.cosign(str(log.take(commitment)), proof=None, at=5000)
    twice = outside.cosign(str(once), proof=None, at=5001)
    assert len(twice.signatures) == 3
    verdict = verify_receipt(str(log.receipt(commitment, twice)), trust, as_of=AFTER)
    assert verdict.state is ReceiptState.NOT_PROOF_YET


def test_witnesses_that_nobody_pinned_count_for_nothing(
    log: Any, trust: Trust, commitment: bytes, tmp_path: Any
) -> None:
    strangers = [
        Witness.create(tmp_path / f"x{each}", name=f"ngo{each}.example", logs=[log.key.verifier])
        for each in range(3)
    ]
    checkpoint = cosigned(log.take(commitment), strangers)
    verdict = verify_receipt(str(log.receipt(commitment, checkpoint)), trust, as_of=AFTER)
    assert (verdict.state, verdict.witnesses) == (ReceiptState.NOT_PROOF_YET, ())


def swapped_key(log: Any, name: str) -> SigningKey:
    return SigningKey(name=name, use=KeyUse.NOTE, seed=b"\x09" * 32)


def test_a_server_that_swaps_its_promise_key_is_refused(log: Any, trust: Trust, commitment: bytes) -> None:
    log.promise_key = swapped_key(log, log.promise_key.name)
    verdict = verify_receipt(str(log.promise(commitment)), trust, as_of=BEFORE)
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "NotSigned")


def test_a_server_that_swaps_its_log_key_is_refused(log: Any, trust: Trust, commitment: bytes) -> None:
    log.key = swapped_key(log, log.key.name)
    written = str(log.receipt(commitment, log.take(commitment)))
    verdict = verify_receipt(written, trust, as_of=AFTER)
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "NotSigned")


def test_a_promise_signed_with_the_logs_own_key_is_not_a_promise(
    log: Any, trust: Trust, commitment: bytes
) -> None:
    log.promise_key = log.key
    verdict = verify_receipt(str(log.promise(commitment)), trust, as_of=BEFORE)
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "NotSigned")


def test_a_promise_for_another_log_is_refused(log: Any, trust: Trust, commitment: bytes) -> None:
    log.key = swapped_key(log, "other.example")
    verdict = verify_receipt(str(log.promise(commitment)), trust, as_of=BEFORE)
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "PromiseOfOtherLog")


def test_a_later_time_written_into_a_promise_is_refused(log: Any, trust: Trust, commitment: bytes) -> None:
    written = str(log.promise(commitment)).replace("\n7200\n", "\n9900\n")
    verdict = verify_receipt(written, trust, as_of=BEFORE)
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "SignatureFails")


def test_a_proof_for_somebody_elses_leaf_is_refused(
    log: Any, witnesses: list[Witness], trust: Trust, commitment: bytes
) -> None:
    other = commit(b"{}", salt=bytes(32))
    checkpoint = cosigned(log.take(commitment, other), witnesses)
    stolen = log.receipt(other, checkpoint).proof
    mine = str(stolen).replace(
        base64.b64encode(stolen.extra).decode(),
        base64.b64encode(str(log.promise(commitment)).encode()).decode(),
    )
    verdict = verify_receipt(mine, trust, as_of=AFTER)
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "NotIncluded")


def test_a_cosignature_copied_from_another_checkpoint_is_refused(
    log: Any, witnesses: list[Witness], trust: Trust, commitment: bytes
) -> None:
    first = cosigned(log.take(), witnesses)
    copied = log.take(commitment).joined(first.signatures[1:])
    verdict = verify_receipt(str(log.receipt(commitment, copied)), trust, as_of=AFTER)
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "SignatureFails")


def test_a_fork_shown_to_one_person_has_no_witness(
    log: Any, witnesses: list[Witness], trust: Trust, commitment: bytes
) -> None:
    public = type(log)()
    cosigned(public.take(), witnesses)
    written = str(log.receipt(commitment, log.take(commitment)))
    verdict = verify_receipt(written, trust, as_of=AFTER)
    assert (verdict.state, verdict.witnesses) == (ReceiptState.NOT_PROOF_YET, ())


def test_a_proof_without_its_promise_does_not_say_what_it_proves(full: str, trust: Trust) -> None:
    lines = full.split("\n")
    del lines[1]
    verdict = verify_receipt("\n".join(lines), trust, as_of=AFTER)
    assert (verdict.state, verdict.detector) == (ReceiptState.REFUSED, "MalformedProof")


def test_an_extra_line_that_holds_no_note_is_refused(full: str, trust: Trust) -> None:
    lines = full.split("\n")
    for extra in (b"\xff\xfe", b"text", b""):
        lines[1] = f"extra {base64.b64encode(extra).decode()}"
        assert verify_receipt("\n".join(lines), trust, as_of=0).state is ReceiptState.REFUSED


@pytest.mark.parametrize("written", ["", "\n", "{}", "c2sp.org/tlog-proof@v1\n", "\ufeff"])
def test_a_file_that_is_no_receipt_is_refused_not_raised(written: str, trust: Trust) -> None:
    assert verify_receipt(written, trust, as_of=0).state is ReceiptState.REFUSED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_changed_character_of_a_full_receipt_is_proof(
    full: str, trust: Trust, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(full) - 1), label="place")
    new = data.draw(st.sampled_from("0A=z\n +—"), label="character")
    changed = full[:place] + new + full[place + 1 :]
    if changed != full:
        verdict = verify_receipt(changed, trust, as_of=AFTER)
        # One witness's name may be made unknown: two others still vouch.
        enough = verdict.state is ReceiptState.PROVEN and len(verdict.witnesses) == 2
        assert enough or verdict.state in {ReceiptState.REFUSED, ReceiptState.NOT_PROOF_YET}


def test_a_receipt_read_and_written_again_has_the_same_bytes(full: str, log: Any) -> None:
    assert str(read_receipt(full)) == full
    assert str(read_inclusion_file(full)) == full
    assert str(read_note(str(log.promise(bytes(32))))) == str(log.promise(bytes(32)))
