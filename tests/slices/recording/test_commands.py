"""The commands, as an administrator types them, each in a process of its own."""

import json
import subprocess
import sys

import pytest
from tests.slices.recording.small_slice import opened

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.recording.log_keys import log_keys
from qorgau.recording.record import record

RUN = (
    "import sys; from qorgau.recording import commands;"
    "group = getattr(commands, sys.argv.pop(1)); group(prog_name='qorgau')"
)


@pytest.fixture
def qorgau(store):
    def run(*words):
        return subprocess.run(
            [sys.executable, "-c", RUN, *words], capture_output=True, text=True, timeout=60, **store.spawn()
        )

    return run


def test_integrate_verify_and_checkpoint_tell_one_story(store, qorgau):
    record([opened(1)], received=10)

    assert "Size 256" in qorgau("ledger", "integrate", "--as-of", "3600").stdout
    assert "Nothing is due" in qorgau("ledger", "integrate", "--as-of", "3700").stdout
    sound = qorgau("ledger", "verify", "--as-of", "3700")
    assert (sound.returncode, sound.stderr) == (0, "")
    assert "1 entries, 256 leaves, 1 checkpoints" in sound.stdout
    note = qorgau("ledger", "checkpoint").stdout
    assert note.startswith(f"{log_keys().origin}\n256\n")

    with store.tampering() as tamperer:
        tamperer.run("UPDATE recording_entry SET body = ?", b"{}")
    bad = qorgau("ledger", "verify", "--as-of", "3700")
    assert bad.returncode == 1
    assert "First bad index: " in bad.stdout


def test_a_refusal_is_a_sentence_and_not_a_traceback(sqlite_store, qorgau_sqlite, tmp_path):
    answer = qorgau_sqlite("ledger", "checkpoint")
    assert (answer.returncode, answer.stderr) == (
        2,
        "Error: There is no checkpoint yet. Run `qorgau ledger integrate`.\n",
    )
    (tmp_path / "backup").write_text("")
    refused = qorgau_sqlite("record", "backup", str(tmp_path / "backup"))
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    forged = tmp_path / "checkpoint"
    forged.write_text("qorgau.localhost\n1\nAAAA\n\n— qorgau.localhost AAAAAAAA\n")
    assert qorgau_sqlite("ledger", "verify", "--against", str(forged)).returncode == 2


@pytest.fixture
def qorgau_sqlite(sqlite_store):
    def run(*words):
        return subprocess.run(
            [sys.executable, "-c", RUN, *words],
            capture_output=True,
            text=True,
            timeout=60,
            **sqlite_store.spawn(),
        )

    return run


def test_a_new_folder_becomes_a_record_with_keys_that_only_its_owner_reads(sqlite_store, tmp_path):
    folder = tmp_path / "new" / "folder"
    variables = {
        "QORGAU_DATA": str(folder),
        "QORGAU_DATABASE_URL": f"sqlite:///{folder}/record.sqlite3",
        "QORGAU_KEYS_URL": f"sqlite:///{folder}/keys.sqlite3",
    }
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", RUN, "record", "init"], capture_output=True, text=True, timeout=60,
            **sqlite_store.spawn(**variables),
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
    assert "up to date (sqlite)" in done.stdout
    assert folder.stat().st_mode & 0o777 == 0o700
    for name in ("log.key", "promise.key"):
        assert (folder / "secret" / name).stat().st_mode & 0o777 == 0o600


def test_an_erasure_with_the_wrong_papers_is_refused_in_words(sqlite_store, qorgau_sqlite, tmp_path):
    key = SigningKey.create("npm.example", KeyUse.NOTE).verifier
    authorities = tmp_path / "authorities.json"
    authorities.write_text(json.dumps({"npm": "npm", "keys": {"npm": str(key)}}))
    request = tmp_path / "request"
    request.write_text("qorgau/erase/v1\nqorgau.localhost\nperson-1\nretention over\n99999999999\n")

    refused = qorgau_sqlite(
        "record", "erase", str(request), "--authorities", str(authorities), "--by", "c-1", "--for", "court"
    )

    assert refused.returncode == 2
    assert "how long data on persons are kept" in refused.stderr


def test_rebuild_says_what_it_folded(sqlite_store, qorgau_sqlite):
    record([opened(1), opened(2)], received=10)

    assert "erased_person: 2 objects" in qorgau_sqlite("rebuild").stdout


def test_listing_the_commands_does_not_start_django():
    code = "import sys, qorgau.recording.commands; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
