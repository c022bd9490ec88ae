"""Proof files in the public formats: what is read, written back and refused."""

import base64

import pytest

from qorgau.ledger.note import read_note
from qorgau.ledger.proof_files import (
    InclusionFile,
    MalformedProof,
    read_consistency_file,
    read_inclusion_file,
)
from qorgau.ledger.refusal import LedgerRefusal

HASH = base64.b64encode(bytes(range(32))).decode()
CHECKPOINT = f"log.example\n7\n{HASH}\n\n— log.example AAAAAAAAAAAA\n"
WRITTEN = f"c2sp.org/tlog-proof@v1\nextra YWJj\nindex 5\n{HASH}\n{HASH}\n\n{CHECKPOINT}"
PROOF = InclusionFile(index=5, path=(bytes(range(32)),) * 2, checkpoint=read_note(CHECKPOINT), extra=b"abc")


def test_a_proof_is_written_as_the_public_format_asks() -> None:
    assert str(PROOF) == WRITTEN
    assert read_inclusion_file(WRITTEN) == PROOF


def test_a_proof_without_extra_and_without_hashes_is_whole() -> None:
    written = f"c2sp.org/tlog-proof@v1\nindex 0\n\n{CHECKPOINT}"
    assert str(read_inclusion_file(written)) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        CHECKPOINT,
        WRITTEN.replace("@v1", "@v2"),
        WRITTEN.replace("index 5", "index 05"),
        WRITTEN.replace("index 5", "index -5"),
        WRITTEN.replace("index 5\n", ""),
        WRITTEN.replace("extra YWJj", "extra YWJj="),
        WRITTEN.replace("extra YWJj\nindex 5", "index 5\nextra YWJj"),
        WRITTEN.replace(HASH, HASH[:-4]),
        WRITTEN.replace(HASH, "nothing"),
        WRITTEN.replace(f"{HASH}\n{HASH}", "\n".join([HASH] * 64)),
        WRITTEN.replace("\n", "\r\n"),
        WRITTEN.rpartition("\n\n")[0],
    ],
)
def test_a_file_that_is_no_proof_is_refused(written: str) -> None:
    with pytest.raises(LedgerRefusal):
        read_inclusion_file(written)


def test_a_proof_of_growth_is_written_as_the_public_format_asks() -> None:
    written = f"old 5\n{HASH}\n"
    assert str(read_consistency_file(written)) == written
    most = "old 5\n" + f"{HASH}\n" * 63
    assert len(read_consistency_file(most).path) == 63
    with pytest.raises(MalformedProof, match="63"):
        read_consistency_file(most + f"{HASH}\n")
    with pytest.raises(MalformedProof, match="line end"):
        read_consistency_file(f"old 5\n{HASH}")


def test_counts_have_as_many_digits_as_64_bits_can_hold() -> None:
    largest = 2**63 - 1
    assert read_consistency_file(f"old {largest}\n").old_size == largest
    with pytest.raises(MalformedProof):
        read_consistency_file(f"old {10**19}\n")


@pytest.mark.parametrize("written", ["", "old 5", f"{HASH}\n", "old 05\n", "old 5\n\n", "new 5\n"])
def test_a_file_that_is_no_proof_of_growth_is_refused(written: str) -> None:
    with pytest.raises(MalformedProof):
        read_consistency_file(written)
