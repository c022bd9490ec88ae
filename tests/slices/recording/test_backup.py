"""Backup and restore: data by one command, keys by another, on another medium; together they bring all back."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from click.testing import CliRunner, Result
from django.conf import settings
from tests.slices import store as stores
from tests.slices.recording import small_slice
from tests.slices.recording.small_slice import CustodyRow, noted, opened
from tests.slices.store import Store

from qorgau.access.models import Account, Appointment
from qorgau.recording import commands, kept_tables
from qorgau.recording.backup import NotABackup, back_up, restore
from qorgau.recording.backup_keys import (
    PERSONS,
    SIGNING,
    OtherKeysHere,
    UnreadableKeys,
    WrongPlaceForKeys,
    back_up_keys,
    restore_keys,
)
from qorgau.recording.batches import integrate_now
from qorgau.recording.keystore.secrets import all_secrets, destroy_secrets, instance_secret
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import StoredEntry
from qorgau.recording.record import record
from qorgau.recording.secret_folder import secret_folder
from qorgau.recording.verification import verify_record


def qorgau(*words: object) -> Result:
    return CliRunner().invoke(commands.record, [str(word) for word in words])


@pytest.fixture
def filled(sqlite_store: Store) -> Store:
    record([opened(1), noted(1, custody=1)], received=10)
    record([opened(2)], received=11)
    integrate_now(as_of=100)
    return sqlite_store


def on_a_new_machine(folder: Path) -> None:
    """Nothing but the software: no tables, no keys."""
    (folder / "new").mkdir()
    stores.connect(stores.environment_of(folder / "new"))


def test_two_commands_each_way_bring_record_names_and_log_back_after_a_fire(
    filled: Store, tmp_path: Path
) -> None:
    before, log = list(CustodyRow.objects.values()), log_keys().log.verifier
    assert "It holds no key" in qorgau("backup", tmp_path / "data.backup").output
    assert "2 persons' keys" in qorgau("backup-keys", tmp_path / "safe").output

    on_a_new_machine(tmp_path)
    keys = qorgau("restore-keys", tmp_path / "safe")
    assert keys.exit_code == 0, keys.output
    list(stores.set_up())
    small_slice.prepare("sqlite")
    data = qorgau("restore", tmp_path / "data.backup")
    assert "3 entries restored" in data.output, data.output

    assert list(CustodyRow.objects.values()) == before
    assert log_keys().log.verifier == log
    assert verify_record(as_of=200).findings == ()
    record([noted(9, custody=1)], received=300)
    assert integrate_now(as_of=400) is not None


def test_restoring_sets_a_new_folder_up_by_itself(filled: Store, tmp_path: Path) -> None:
    qorgau("backup", tmp_path / "data.backup")
    qorgau("backup-keys", tmp_path / "safe")
    new = tmp_path / "elsewhere"
    variables = stores.environment_of(new)
    command = (
        "import sys; from qorgau.recording.commands import record; record(sys.argv[1:], prog_name='qorgau')"
    )
    for words in (["restore-keys", tmp_path / "safe"], ["restore", tmp_path / "data.backup"]):
        done = subprocess.run(
            [sys.executable, "-c", command, *words], capture_output=True, text=True, timeout=90,
            env={**os.environ, **variables}, cwd=stores.ROOT, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
    assert "3 entries restored" in done.stdout


def test_the_backup_of_the_data_holds_no_key_at_all(filled: Store, tmp_path: Path) -> None:
    back_up(tmp_path / "data.backup")
    written = (tmp_path / "data.backup").read_bytes()
    for path in secret_folder().iterdir():
        assert path.read_bytes() not in written
        assert path.read_text().rsplit("+", 1)[-1].strip().encode() not in written
    for secret in [*all_secrets().values(), instance_secret()]:
        assert secret not in written
    assert b"Canary" not in written


def test_without_its_keys_a_backup_is_not_restored_and_no_new_key_is_made(
    filled: Store, tmp_path: Path
) -> None:
    back_up(tmp_path / "data.backup")
    on_a_new_machine(tmp_path)
    refused = qorgau("restore", tmp_path / "data.backup")
    assert refused.exit_code == 2
    assert "restore-keys" in refused.output
    assert not secret_folder().exists()


def test_a_backup_of_another_log_is_not_restored_under_this_ones_key(filled: Store, tmp_path: Path) -> None:
    back_up(tmp_path / "data.backup")
    on_a_new_machine(tmp_path)
    list(stores.set_up())
    refused = qorgau("restore", tmp_path / "data.backup")
    assert refused.exit_code == 2
    assert "is of another log" in refused.output
    assert not StoredEntry.objects.exists()


@pytest.mark.parametrize("damage", ["text", "half"])
def test_a_damaged_backup_is_refused_by_name_and_restores_nothing(
    filled: Store, tmp_path: Path, damage: str
) -> None:
    back_up(tmp_path / "data.backup")
    content = (tmp_path / "data.backup").read_bytes()
    (tmp_path / "bad").write_bytes(
        b"not a database" * 99 if damage == "text" else content[: len(content) // 2]
    )
    on_a_new_machine(tmp_path)
    list(stores.set_up())
    small_slice.prepare("sqlite")
    with pytest.raises(NotABackup, match="bad"):
        restore(tmp_path / "bad", as_of=1)
    assert not StoredEntry.objects.exists()


def test_keys_are_never_put_where_the_data_are(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(WrongPlaceForKeys, match="data folder"):
        back_up_keys(Path(settings.QORGAU_DATA) / "backups")
    (tmp_path / "shelf").mkdir()
    back_up(tmp_path / "shelf" / "data.backup")
    with pytest.raises(WrongPlaceForKeys, match=r"data\.backup"):
        back_up_keys(tmp_path / "shelf")
    assert [path.name for path in (tmp_path / "shelf").iterdir()] == ["data.backup"]


def test_key_files_are_for_their_owner_only(filled: Store, tmp_path: Path) -> None:
    back_up_keys(tmp_path / "safe")
    for name in (SIGNING, PERSONS):
        assert stat.S_IMODE((tmp_path / "safe" / name).stat().st_mode) == 0o600


def test_locked_keys_are_opened_by_their_identity_only(filled: Store, tmp_path: Path) -> None:
    right, wrong = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    before = all_secrets()
    back_up_keys(tmp_path / "safe", recipients=[str(right.to_public())])
    assert b"PRIVATE" not in b"".join(path.read_bytes() for path in (tmp_path / "safe").iterdir())
    on_a_new_machine(tmp_path)
    with pytest.raises(UnreadableKeys, match="--identity"):
        restore_keys(tmp_path / "safe")
    with pytest.raises(UnreadableKeys, match="cannot be opened"):
        restore_keys(tmp_path / "safe", identity=str(wrong))
    restore_keys(tmp_path / "safe", identity=str(right))
    assert all_secrets() == before


def test_keys_are_not_put_over_other_keys(filled: Store, tmp_path: Path) -> None:
    back_up_keys(tmp_path / "safe")
    on_a_new_machine(tmp_path)
    list(stores.set_up())
    mine = log_keys().log.verifier
    with pytest.raises(OtherKeysHere, match=r"log\.key"):
        restore_keys(tmp_path / "safe")
    assert log_keys().log.verifier == mine


def test_a_key_file_with_a_path_for_a_name_writes_nothing(filled: Store, tmp_path: Path) -> None:
    back_up_keys(tmp_path / "safe")
    path = tmp_path / "safe" / SIGNING
    values = json.loads(path.read_text())
    path.write_text(json.dumps({**values, "files": {"../../escaped.key": "x"}}))
    on_a_new_machine(tmp_path)
    with pytest.raises(OtherKeysHere):
        restore_keys(tmp_path / "safe")
    assert not list(tmp_path.rglob("escaped.key"))


def test_keys_of_another_instance_are_refused(filled: Store, tmp_path: Path) -> None:
    back_up_keys(tmp_path / "safe")
    on_a_new_machine(tmp_path)
    settings.QORGAU_INSTANCE, before = "other.example", settings.QORGAU_INSTANCE
    try:
        with pytest.raises(OtherKeysHere, match="QORGAU_INSTANCE"):
            restore_keys(tmp_path / "safe")
    finally:
        settings.QORGAU_INSTANCE = before


def test_an_old_backup_of_the_keys_brings_nobody_back_who_was_erased(filled: Store, tmp_path: Path) -> None:
    back_up_keys(tmp_path / "safe")
    destroy_secrets(["person-1"], at=50)
    restore_keys(tmp_path / "safe")
    assert all_secrets().keys() == {"person-2"}


@pytest.fixture
def _keeping_accounts() -> Iterator[None]:
    before = list(kept_tables._KEPT)
    kept_tables.keep_in_backups(Account, Appointment)
    yield
    kept_tables._KEPT[:] = before


@pytest.mark.usefixtures("_keeping_accounts")
def test_what_follows_from_no_entry_comes_back_as_it_was(filled: Store, tmp_path: Path) -> None:
    officer = Account.objects.create(
        id="account-1",
        sign_in_name="officer",
        name="Test Officer",
        password="x",
        sessions_stamp="s",
        opened_at=5,
    )
    Appointment.objects.create(
        id="appointment-1", account=officer, role="custody_officer", body="police", places=["place-1"],
        said_by="police_entry", since=5,
    )  # fmt: skip
    before = [list(table.objects.values()) for table in (Account, Appointment)]
    back_up(tmp_path / "data.backup")
    back_up_keys(tmp_path / "safe")

    on_a_new_machine(tmp_path)
    restore_keys(tmp_path / "safe")
    list(stores.set_up())
    small_slice.prepare("sqlite")
    restore(tmp_path / "data.backup", as_of=500)

    assert [list(table.objects.values()) for table in (Account, Appointment)] == before
