"""Secrets lie in files for their owner only, and settings read no secret from the repository."""

import threading

import pytest

from qorgau.config.environment import WrongSetting, data_folder, database, whole_number
from qorgau.recording.secret_files import ReadableByOthers, kept_text, random_text


def test_a_secret_is_made_once_and_kept_for_its_owner_only(tmp_path):
    path = tmp_path / "secret" / "key"

    first = random_text(path)

    assert random_text(path) == first
    assert len(first) == 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["key"]


def test_two_processes_that_start_at_once_agree_on_one_secret(tmp_path):
    seen = []
    threads = [
        threading.Thread(target=lambda: seen.append(random_text(tmp_path / "secret" / "key")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(seen) == 8
    assert len(set(seen)) == 1


def test_a_secret_that_others_may_read_is_refused(tmp_path):
    path = tmp_path / "key"
    kept_text(path, lambda: "secret")
    path.chmod(0o644)

    with pytest.raises(ReadableByOthers, match="chmod 600"):
        random_text(path)


def test_a_wrong_setting_is_named_without_showing_a_password():
    with pytest.raises(WrongSetting, match="QORGAU_DATABASE_URL") as refused:
        database({"QORGAU_DATABASE_URL": "mysql://app:hunter2@host/db"}, "QORGAU_DATABASE_URL")
    assert "hunter2" not in str(refused.value)
    with pytest.raises(WrongSetting, match="QORGAU_BATCH_SECONDS"):
        whole_number({"QORGAU_BATCH_SECONDS": "an hour"}, "QORGAU_BATCH_SECONDS", default=1)
    with pytest.raises(WrongSetting, match="relative"):
        database({"A": "sqlite:///record.sqlite3"}, "A")


def test_databases_and_folders_are_read_from_the_environment(tmp_path):
    server = database({"A": "postgresql://app:p%40ss@db.example:5433/record?sslmode=require"}, "A")

    assert (server["USER"], server["PASSWORD"], server["HOST"], server["PORT"]) == (
        "app", "p@ss", "db.example", "5433",
    )  # fmt: skip
    assert server["OPTIONS"] == {"sslmode": "require"}
    assert database({}, "A", default=tmp_path / "x.sqlite3")["NAME"] == str(tmp_path / "x.sqlite3")
    assert data_folder({"XDG_DATA_HOME": "/data"}).as_posix() == "/data/qorgau"
