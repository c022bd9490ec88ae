"""The commands, as an administrator types them."""

import json
import os
import subprocess
import sys

from click.testing import CliRunner
from tests.slices.recording.small_slice import opened

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.recording import commands
from qorgau.recording.log_keys import log_keys
from qorgau.recording.record import record


def qorgau(group, *words):
    return CliRunner().invoke(getattr(commands, group), words)


def test_integrate_verify_and_checkpoint_tell_one_story(store):
    record([opened(1)], received=10)

    assert "Size 256" in qorgau("ledger", "integrate", "--as-of", "3600").stdout
    assert "Nothing is due" in qorgau("ledger", "integrate", "--as-of", "3700").stdout
    sound = qorgau("ledger", "verify", "--as-of", "3700")
    assert (sound.exit_code, sound.stderr) == (0, "")
    assert "1 entries, 256 leaves, 1 checkpoints" in sound.stdout
    note = qorgau("ledger", "checkpoint").stdout
    assert note.startswith(f"{log_keys().origin}\n256\n")

    with store.tampering() as tamperer:
        tamperer.run("UPDATE recording_entry SET body = ?", b"{}")
    bad = qorgau("ledger", "verify", "--as-of", "3700")
    assert bad.exit_code == 1
    assert "First bad index: " in bad.stdout


def test_a_refusal_is_a_sentence_and_not_a_traceback(sqlite_store, tmp_path):
    answer = qorgau("ledger", "checkpoint")
    assert (answer.exit_code, answer.stderr) == (
        2,
        "Error: There is no checkpoint yet. Run `qorgau ledger integrate`.\n",
    )
    (tmp_path / "backup").write_text("")
    refused = qorgau("record", "backup", str(tmp_path / "backup"))
    assert refused.exit_code == 2
    assert "Traceback" not in refused.stderr
    forged = tmp_path / "checkpoint"
    forged.write_text("qorgau.localhost\n1\nAAAA\n\n— qorgau.localhost AAAAAAAA\n")
    assert qorgau("ledger", "verify", "--against", str(forged)).exit_code == 2


def test_a_new_folder_becomes_a_record_with_keys_that_only_its_owner_reads(sqlite_store, tmp_path):
    folder = tmp_path / "new" / "folder"
    variables = {
        "QORGAU_DATA": str(folder),
        "QORGAU_DATABASE_URL": f"sqlite:///{folder}/record.sqlite3",
        "QORGAU_KEYS_URL": f"sqlite:///{folder}/keys.sqlite3",
    }
    code = "from qorgau.recording.commands import record; record(['init'], prog_name='qorgau')"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60,
        **sqlite_store.spawn(**variables),
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert "up to date (sqlite)" in done.stdout
    assert folder.stat().st_mode & 0o777 == 0o700
    for name in ("log.key", "promise.key"):
        assert (folder / "secret" / name).stat().st_mode & 0o777 == 0o600


def test_a_record_that_was_never_set_up_says_how(tmp_path):
    code = "from qorgau.recording.commands import ledger; ledger(['verify'], prog_name='qorgau')"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60,
        env={**os.environ, "QORGAU_DATA": str(tmp_path)}, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert "qorgau record init" in done.stderr
    assert "Traceback" not in done.stderr


def test_setting_up_again_changes_nothing(store):
    (before,) = record([opened(1)], received=10)

    assert qorgau("record", "init").exit_code == 0

    (again,) = record([opened(1)], received=20)
    assert (again.is_new, again.promise) == (False, before.promise)


def test_an_erasure_with_the_wrong_papers_is_refused_in_words(sqlite_store, tmp_path):
    key = SigningKey.create("npm.example", KeyUse.NOTE).verifier
    authorities = tmp_path / "authorities.json"
    authorities.write_text(json.dumps({"npm": "npm", "keys": {"npm": str(key)}}))
    request = tmp_path / "request"
    request.write_text("qorgau/erase/v1\nqorgau.localhost\nperson-1\nretention over\n99999999999\n")

    refused = qorgau(
        "record", "erase", str(request), "--authorities", str(authorities), "--by", "c-1", "--for", "court"
    )

    assert refused.exit_code == 2
    assert "how long data on persons are kept" in refused.stderr


def test_rebuild_says_what_it_folded(sqlite_store):
    record([opened(1), opened(2)], received=10)

    assert "erased_person: 2 objects" in qorgau("rebuild").stdout


def test_listing_the_commands_does_not_start_django():
    code = "import sys, qorgau.recording.commands; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def test_a_receipt_is_given_to_a_new_file_and_overwrites_none(store, tmp_path):
    record([opened(1)], received=10)
    printed = qorgau("record", "receipt", "opened-1")
    file = tmp_path / "receipt.txt"

    assert qorgau("record", "receipt", "opened-1", "--out", str(file)).exit_code == 0
    assert file.read_text() == printed.stdout
    assert qorgau("record", "receipt", "opened-1", "--out", str(file)).exit_code == 2
    assert file.read_text() == printed.stdout
    assert qorgau("record", "receipt", "nobody").exit_code == 2
