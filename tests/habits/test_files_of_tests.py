"""Tests touch no record of the user's, and a run that was ended by force does not fill the memory."""

import fcntl
import os
from pathlib import Path

from django.conf import settings
from tests.in_memory import remove_ended

_LONG_AGO = 1_700_000_000


def test_the_record_of_whoever_runs_the_tests_is_never_theirs() -> None:
    users_own = Path.home() / ".local" / "share" / "qorgau"
    data = Path(settings.QORGAU_DATA)
    assert users_own not in (data, *data.parents)
    assert Path(os.environ["QORGAU_DATA"]).name.startswith("qorgau-tests-")


def test_only_folders_of_runs_that_ended_long_ago_are_removed(tmp_path: Path) -> None:
    ended, going_on, just_ended, somebody_elses = (
        tmp_path / name for name in ("qorgau-run-a", "qorgau-run-b", "qorgau-run-c", "pytest-of-a-user")
    )
    for folder in (ended, going_on, just_ended, somebody_elses):
        folder.mkdir()
        (folder / "record").write_text("an entry")
    for folder in (ended, going_on, somebody_elses):
        os.utime(folder, (_LONG_AGO, _LONG_AGO))
    held = os.open(going_on, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    try:
        remove_ended(tmp_path)
        assert sorted(tmp_path.iterdir()) == sorted([going_on, just_ended, somebody_elses])
    finally:
        os.close(held)
