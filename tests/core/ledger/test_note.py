"""Keys, notes and checkpoints: written forms of the public formats, and what a forger tries."""

import base64
import hashlib
from typing import Any

import pytest

from qorgau.ledger.checkpoint import (
    Checkpoint,
    MalformedCheckpoint,
    OtherLog,
    open_checkpoint,
    read_checkpoint,
    sign_checkpoint,
)
from qorgau.ledger.commitment import leaf_hash
from qorgau.ledger.keys import KeyUse, MalformedKey, SigningKey, VerifierKey
from qorgau.ledger.note import (
    MalformedNote,
    NotSigned,
    SignatureFails,
    read_note,
    require_signature,
    sign_note,
)
from qorgau.ledger.promise import (
    MalformedPromise,
    Promise,
    PromiseState,
    give_promise,
    judge_promise,
    merge_deadline,
    open_promise,
)

LOG = SigningKey(name="log.example/kz", use=KeyUse.NOTE, seed=b"\x01" * 32)
OTHER = SigningKey(name="log.example/kz", use=KeyUse.NOTE, seed=b"\x02" * 32)
WITNESS = SigningKey(name="npm.example", use=KeyUse.COSIGNATURE, seed=b"\x03" * 32)
ROOT = hashlib.sha256(b"root").digest()
CHECKPOINT = Checkpoint(origin=LOG.name, size=256, root=ROOT)


def test_keys_survive_writing_and_reading() -> None:
    for key in (LOG, WITNESS):
        assert SigningKey.read(key.written()) == key
        assert VerifierKey.read(str(key.verifier)) == key.verifier


def test_a_key_with_one_character_changed_is_refused() -> None:
    written = str(LOG.verifier)
    with pytest.raises(MalformedKey):
        VerifierKey.read(written.replace("log.example/kz", "log.example/kx"))
    with pytest.raises(MalformedKey):
        VerifierKey.read(written.replace("AYqI", "AYqJ"))
    assert "AYqI" in written


@pytest.mark.parametrize("name", ["", "two words", "a+b", "a\u00a0b", "a\nb", "a\x01", "\ud800"])
def test_a_key_name_that_a_note_could_not_carry_is_refused(name: str) -> None:
    with pytest.raises(MalformedKey):
        VerifierKey(name=name, use=KeyUse.NOTE, public=bytes(32))


@pytest.mark.parametrize("written", ["", "name", "name+00000000", "name+00000000+", "a+b+c+d"])
def test_a_text_that_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(MalformedKey):
        VerifierKey.read(written)
    with pytest.raises(MalformedKey):
        SigningKey.read("PRIVATE+KEY+" + written)
    with pytest.raises(MalformedKey):
        SigningKey.read(str(LOG.verifier))


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_the_wrong_length_is_refused(length: int) -> None:
    with pytest.raises(MalformedKey, match="32 bytes"):
        VerifierKey(name="a", use=KeyUse.NOTE, public=bytes(length))
    with pytest.raises(MalformedKey, match="32 bytes"):
        SigningKey(name="a", use=KeyUse.NOTE, seed=bytes(length)).sign(b"text")


def test_a_key_of_an_unknown_type_is_refused() -> None:
    material = b"\x02" + bytes(32)
    key_id = hashlib.sha256(b"a\n" + material).hexdigest()[:8]
    with pytest.raises(MalformedKey, match="type"):
        VerifierKey.read(f"a+{key_id}+{base64.b64encode(material).decode()}")


def test_a_public_key_is_not_taken_for_a_secret_one() -> None:
    with pytest.raises(MalformedKey, match="PRIVATE"):
        SigningKey.read(LOG.written().removeprefix("PRIVATE+KEY+"))


def test_a_secret_key_under_another_name_is_refused() -> None:
    with pytest.raises(MalformedKey, match="id"):
        SigningKey.read(LOG.written().replace(LOG.name, "other.example"))


def test_the_types_of_keys_are_those_of_the_public_formats() -> None:
    assert (KeyUse.NOTE, KeyUse.COSIGNATURE) == (1, 4)


def test_a_secret_key_does_not_show_when_printed() -> None:
    assert LOG.seed.hex() not in repr(LOG)
    assert repr(LOG.seed) not in repr(LOG)


def test_the_same_bytes_used_as_log_and_as_witness_have_different_ids() -> None:
    as_witness = SigningKey(name=LOG.name, use=KeyUse.COSIGNATURE, seed=LOG.seed)
    assert as_witness.verifier.key_id != LOG.verifier.key_id
    with pytest.raises(MalformedKey):
        sign_note("text\n", as_witness)


def test_signatures_by_unknown_keys_are_left_aside() -> None:
    note = sign_note("text\n", OTHER, LOG)
    require_signature(read_note(str(note)), LOG.verifier)
    require_signature(read_note(str(note)), OTHER.verifier)


def test_a_forged_signature_under_a_known_name_and_id_is_named() -> None:
    genuine = sign_note("text\n", LOG).signatures[0]
    forged = sign_note("other text\n", LOG).joined([genuine])
    with pytest.raises(SignatureFails):
        require_signature(forged, LOG.verifier)


def test_a_note_signed_by_a_swapped_key_of_the_same_name_is_not_signed_by_ours() -> None:
    with pytest.raises(NotSigned):
        require_signature(sign_note("text\n", OTHER), LOG.verifier)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "text\n",
        "text\n\n",
        "text\n\n— name\n",
        "text\n\n- name AAAAAAAA\n",
        "text\n\n— name AAAA\n",
        "text\n\n— name AAAAAAA\n",
        "text\n\n— name AAAAAAB=\n",
        "te\rxt\n\n— name AAAAAAAA\n",
        "te\txt\n\n— name AAAAAAAA\n",
        "text\n\n— name AAAAAAAA",
        "text\n\n" + "— name AAAAAAAA\n" * 65,
        "x" * 1_000_001,
        "te\ud800xt\n\n— name AAAAAAAA\n",
    ],
)
def test_a_text_that_is_no_note_is_refused(written: str) -> None:
    with pytest.raises(MalformedNote):
        read_note(written)


def test_the_limits_of_a_note_are_where_they_are_said_to_be() -> None:
    line = "— name AAAAAAAA\n"
    assert len(read_note("text\n\n" + line * 64).signatures) == 64
    rest = "\n\n" + line
    longest = "x" * (1_000_000 - len(rest)) + rest
    assert read_note(longest).text.startswith("xxx")
    with pytest.raises(MalformedNote):
        read_note("x" + longest)


@pytest.mark.parametrize("line", ["- name AAAAAAAA", "—  AAAAAAAA", "— name", "name AAAAAAAA"])
def test_a_line_that_is_no_signature_is_named(line: str) -> None:
    with pytest.raises(MalformedNote, match="not a signature line"):
        read_note(f"text\n\n{line}\n")


def test_a_signature_of_one_byte_is_the_shortest_that_is_read() -> None:
    shortest = base64.b64encode(bytes(5)).decode()
    assert read_note(f"text\n\n— name {shortest}\n").signatures[0].raw == b"\x00"
    with pytest.raises(MalformedNote, match="cut short"):
        read_note(f"text\n\n— name {base64.b64encode(bytes(4)).decode()}\n")


def test_at_least_sixteen_signatures_are_read() -> None:
    assert len(read_note("text\n\n" + "— name AAAAAAAA\n" * 16).signatures) == 16


def test_a_text_may_hold_empty_lines() -> None:
    note = sign_note("one\n\ntwo\n", LOG)
    assert read_note(str(note)).text == "one\n\ntwo\n"


@pytest.mark.parametrize("text", ["no line end", "", "a\x00b\n"])
def test_a_text_that_no_note_can_carry_is_not_signed(text: str) -> None:
    with pytest.raises(MalformedNote):
        sign_note(text, LOG)


def test_a_signature_already_there_is_not_repeated() -> None:
    note = sign_note("text\n", LOG)
    assert note.joined(note.signatures) == note


def test_extension_lines_are_carried() -> None:
    checkpoint = Checkpoint(origin=LOG.name, size=0, root=ROOT, extensions=("a b", "c"))
    note = sign_checkpoint(checkpoint, LOG)
    assert open_checkpoint(str(note), log=LOG.verifier).checkpoint == checkpoint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "origin\n1\n",
        f"origin\n01\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n-1\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n+1\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n\u0661\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n{'9' * 5000}\n{base64.b64encode(ROOT).decode()}\n",
        f"\n1\n{base64.b64encode(ROOT).decode()}\n",
        f"origin\n1\n{base64.b64encode(ROOT).decode()}\n\n",
        f"origin\n1\n{base64.b64encode(ROOT).decode()}",
        f"origin\n1\n{base64.b64encode(ROOT[:31]).decode()}\n",
        "origin\n1\nnot base64\n",
    ],
)
def test_a_text_that_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(MalformedCheckpoint):
        read_checkpoint(text)


def test_a_checkpoint_without_the_logs_own_signature_is_refused() -> None:
    with pytest.raises(NotSigned):
        open_checkpoint(str(sign_note(CHECKPOINT.text, OTHER)), log=LOG.verifier)


@pytest.mark.parametrize(
    "lines", [{"origin": ""}, {"origin": "a\nb"}, {"extensions": ("",)}, {"extensions": ("a\nb",)}]
)
def test_a_checkpoint_with_lines_that_could_be_read_otherwise_is_not_made(
    lines: dict[str, Any],
) -> None:
    with pytest.raises(MalformedCheckpoint, match="lines"):
        Checkpoint(**{"origin": LOG.name, "size": 1, "root": ROOT, **lines})


def test_a_checkpoint_of_another_log_is_refused_even_with_our_signature() -> None:
    stolen = Checkpoint(origin="other.example", size=1, root=ROOT)
    with pytest.raises(OtherLog):
        sign_checkpoint(stolen, LOG)
    with pytest.raises(OtherLog):
        open_checkpoint(str(sign_note(stolen.text, LOG)), log=LOG.verifier)


def test_a_promise_read_back_is_the_same_promise() -> None:
    promise = Promise(origin=LOG.name, commitment=ROOT, merge_by=1_800_000_000)
    assert open_promise(str(give_promise(promise, LOG)), key=LOG.verifier) == promise


@pytest.mark.parametrize(
    "text",
    [
        "",
        CHECKPOINT.text,
        "qorgau/promise/v2\no\n{c}\n1\n",
        "qorgau/promise/v1\n\n{c}\n1\n",
        "qorgau/promise/v1\no\n{c}\n1",
        "qorgau/promise/v1\no\n{c}\n1\nmore\n",
        "qorgau/promise/v1\no\nAAAA\n1\n",
        "qorgau/promise/v1\no\n????\n1\n",
        "qorgau/promise/v1\no\n{c}\n-1\n",
        "qorgau/promise/v1\no\n{c}\nsoon\n",
    ],
)
def test_a_text_that_is_no_promise_is_refused(text: str) -> None:
    written = text.replace("{c}", base64.b64encode(ROOT).decode()) or "empty\n"
    if not written.endswith("\n"):
        written += "\n\n"
    with pytest.raises(MalformedPromise):
        open_promise(sign_note(written, LOG), key=LOG.verifier)


def test_a_promise_past_its_time_without_its_leaf_is_broken() -> None:
    promise = Promise(origin=LOG.name, commitment=ROOT, merge_by=7200)
    published = {leaf_hash(ROOT)}
    assert judge_promise(promise, leaf_hashes=published, as_of=7201) is PromiseState.KEPT
    assert judge_promise(promise, leaf_hashes=set(), as_of=7200) is PromiseState.RUNNING
    assert judge_promise(promise, leaf_hashes=set(), as_of=7201) is PromiseState.BROKEN


def test_all_entries_of_one_period_are_promised_for_the_same_time() -> None:
    hour = 3600
    assert {merge_deadline(received=7200 + second, period=hour) for second in range(hour)} == {14400}
    assert merge_deadline(received=10800, period=hour) == 18000
    assert merge_deadline(received=5, period=1) == 7
    with pytest.raises(MalformedPromise):
        merge_deadline(received=0, period=0)


def test_a_promise_for_a_time_before_1970_is_refused() -> None:
    assert Promise(origin=LOG.name, commitment=ROOT, merge_by=0).merge_by == 0
    with pytest.raises(MalformedPromise):
        Promise(origin=LOG.name, commitment=ROOT, merge_by=-1)
