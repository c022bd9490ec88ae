"""The commands `receipt` and `witness`, as an outsider runs them."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from qorgau.ledger.__main__ import main
from qorgau.ledger.keys import KeyUse, VerifierKey
from qorgau.ledger.note import read_note
from qorgau.ledger.trust import Trust
from qorgau.ledger.witness import Witness


@pytest.fixture
def desk(log: Any, trust: Trust, commitment: bytes, entry: bytes, tmp_path: Path) -> Path:
    """A folder with the files that a person and a witness hold."""
    (tmp_path / "trust.json").write_text(str(trust))
    (tmp_path / "entry.json").write_bytes(entry)
    (tmp_path / "promise.receipt").write_text(str(log.promise(commitment)))
    (tmp_path / "checkpoint").write_text(str(log.take(commitment)))
    return tmp_path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    # A crash also ends with 1; only a refusal may.
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def verify(desk: Path, name: str, *more: object) -> tuple[int, str]:
    return run("receipt", "verify", desk / name, "--trust", desk / "trust.json", *more)


def test_a_receipt_becomes_proof_as_witnesses_cosign_its_checkpoint(
    desk: Path, log: Any, commitment: bytes, salt: bytes
) -> None:
    (desk / "full.receipt").write_text(str(log.receipt(commitment, log.checkpoint(256))))
    assert verify(desk, "full.receipt")[0] == 3
    for name in ("npm.example", "ngo.example"):
        code, _ = run(
            "witness", "cosign", desk / "checkpoint", "--folder", desk / name,
            "--out", desk / "checkpoint",
        )  # fmt: skip
        assert code == 0
    checkpoint = read_note((desk / "checkpoint").read_text())
    (desk / "full.receipt").write_text(str(log.receipt(commitment, checkpoint)))
    code, output = verify(desk, "full.receipt", "--entry", desk / "entry.json", "--salt", salt.hex())
    assert code == 0
    assert "ngo.example" in output
    assert commitment.hex() in output
    assert "of 256 in log.example/kz" in output


def test_a_promise_is_not_proof_yet_before_and_after_its_time(desk: Path) -> None:
    assert verify(desk, "promise.receipt", "--as-of", 7200)[0] == 3
    code, output = verify(desk, "promise.receipt")
    assert code == 3
    assert output.startswith("promise broken")


def test_an_altered_receipt_is_refused_and_its_detector_named(desk: Path) -> None:
    path = desk / "promise.receipt"
    path.write_text(path.read_text().replace("7200", "9900"))
    code, output = verify(desk, "promise.receipt")
    assert code == 1
    assert "SignatureFails" in output


def test_line_ends_changed_on_the_way_are_not_mended_unseen(desk: Path) -> None:
    path = desk / "promise.receipt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert verify(desk, "promise.receipt")[0] == 1


def test_a_file_that_is_not_text_is_refused(desk: Path) -> None:
    (desk / "promise.receipt").write_bytes(b"\xff\xfe\x00")
    assert verify(desk, "promise.receipt")[0] == 1


@pytest.mark.parametrize(
    "more", [("--salt", "00"), ("--entry", "ENTRY"), ("--entry", "ENTRY", "--salt", "xyz")]
)
def test_entry_without_salt_and_a_salt_that_is_none_are_mistakes_of_use(
    desk: Path, more: tuple[str, ...]
) -> None:
    arguments = [str(desk / "entry.json") if each == "ENTRY" else each for each in more]
    assert verify(desk, "promise.receipt", *arguments)[0] == 2


def test_a_spoilt_trust_file_is_a_mistake_of_use_not_a_refused_receipt(desk: Path) -> None:
    (desk / "trust.json").write_text("{}")
    code, output = verify(desk, "promise.receipt")
    assert code == 2
    assert "qorgau_trust" in output


def test_a_missing_file_is_a_mistake_of_use(desk: Path) -> None:
    assert verify(desk, "nowhere")[0] == 2


def test_a_new_witness_prints_the_key_that_others_pin(desk: Path, log: Any) -> None:
    key = str(log.key.verifier)
    code, output = run("witness", "init", desk / "new", "--name", "new.example", "--log", key)
    assert code == 0
    printed = VerifierKey.read(output)
    assert (printed.name, printed.use) == ("new.example", KeyUse.COSIGNATURE)
    assert run("witness", "init", desk / "new", "--name", "new.example", "--log", key)[0] == 1
    assert run("witness", "init", desk / "more", "--name", "n", "--log", "no key")[0] == 1


def test_a_witness_asks_for_the_proof_it_needs_and_then_cosigns(desk: Path, log: Any) -> None:
    folder = ("--folder", desk / "npm.example")
    assert run("witness", "cosign", desk / "checkpoint", *folder)[0] == 0
    log.take()
    (desk / "second").write_text(str(log.checkpoint(512)))
    code, output = run("witness", "cosign", desk / "second", *folder)
    assert code == 1
    assert "ProofFromOtherSize" in output
    (desk / "growth").write_text(str(log.growth(256, 512)))
    code, output = run("witness", "cosign", desk / "second", *folder, "--proof", desk / "growth")
    assert code == 0
    assert output.startswith(str(log.checkpoint(512)))


def test_cosigning_where_no_witness_lives_is_a_mistake_of_use(desk: Path) -> None:
    code, output = run("witness", "cosign", desk / "checkpoint", "--folder", desk / "none")
    assert code == 2
    assert "witness init" in output


def test_an_outsider_runs_the_ledger_without_framework_or_database(
    desk: Path, witnesses: list[Witness]
) -> None:
    # Exactly the command of the guide, in a process that refuses everything heavy.
    program = (
        "import sys, runpy\n"
        "for name in ('django', 'duckdb', 'pyarrow', 'numba', 'numpy', 'yaml'):\n"
        "    sys.modules[name] = None\n"
        "runpy.run_module('qorgau.ledger', run_name='__main__')\n"
    )
    arguments = ["receipt", "verify", desk / "promise.receipt", "--trust", desk / "trust.json"]
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (3, "")
    assert "promise broken" in done.stdout
