"""`qorgau treaty` with paths that a clumsy hand types: what stood there stays whole, and the refusal says what to do."""

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.core.reading.papers.builders import observations_docx

from qorgau.treaty.commands import treaty

PAPER = observations_docx()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / PAPER.name
    path.write_bytes(PAPER.data)
    return path


def written_to(paper: Path, out: Path | str) -> Result:
    return CliRunner().invoke(treaty, ["read", str(paper), "--json", str(out)])


@pytest.mark.parametrize("out", ["in.txt/out.json", "/", "", ".", "..", "no/such/folder.json", "a" * 300])
def test_a_place_where_nothing_can_be_written_is_named_and_nothing_is_left(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.txt").write_text("in the way")
    before = sorted(tmp_path.iterdir())
    refused = written_to(paper, out)
    assert (refused.exit_code, type(refused.exception)) == (2, SystemExit), refused.output
    assert "cannot be written" in refused.output
    assert "Name a file" in refused.output
    assert sorted(tmp_path.iterdir()) == before


def test_what_is_no_file_of_the_disk_is_written_to_and_never_replaced(paper: Path, tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert written_to(paper, pipe).exit_code == 0
    reader.join(timeout=30)
    assert json.loads(read[0])["symbol"]
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


def test_a_link_goes_on_pointing_and_what_only_its_owner_could_read_stays_so(
    paper: Path, tmp_path: Path
) -> None:
    target, link = tmp_path / "private.json", tmp_path / "link.json"
    target.write_text("before")
    target.chmod(0o600)
    link.symlink_to(target)
    assert written_to(paper, link).exit_code == 0
    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["symbol"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_new_file_may_be_read_by_whom_the_system_lets(paper: Path, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert written_to(paper, tmp_path / "new.json").exit_code == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o640


def test_a_name_as_long_as_a_name_may_be_is_written(paper: Path, tmp_path: Path) -> None:
    out = tmp_path / ("a" * 255)
    assert written_to(paper, out).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["symbol"]


@pytest.mark.parametrize("odd", ["/dev/null", "loop", "no\nsuch\x1b[31m.txt", "."])
def test_what_is_no_document_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    refused = CliRunner().invoke(treaty, ["read", odd])
    assert (refused.exit_code, type(refused.exception)) == (2, SystemExit), refused.output
    assert refused.output.startswith("Error: ")
    assert len(refused.output.splitlines()) == 1
    assert "\x1b" not in refused.output


def test_a_reader_who_has_seen_enough_ends_the_command_without_a_word(paper: Path) -> None:
    command = [sys.executable, "-m", "qorgau.portal.cli", "treaty", "read", str(paper), "--whole"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    told = running.stderr.read().decode()
    running.stderr.close()
    running.wait(timeout=60)
    assert told == ""
