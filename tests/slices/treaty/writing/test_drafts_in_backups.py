"""Drafts come back after a fire; what was thrown away stays shut in every backup that was made before."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.slices import store as stores
from tests.slices.store import Store
from tests.slices.treaty.writing.people import NOW, Writers, begun, writers

from qorgau.recording.backup import back_up, restore
from qorgau.recording.backup_keys import back_up_keys, restore_keys
from qorgau.recording.batches import integrate_now
from qorgau.treaty.actions.writing import discard_draft, save_block
from qorgau.treaty.models import DraftPartRow, DraftRow, DraftVersionRow
from qorgau.treaty.queries.drafts import draft, drafts, versions
from qorgau.treaty.writing.kinds import ReportKind

OURS = "What the ministry has not told anybody yet."


@pytest.fixture
def who(store: Store) -> Writers:
    return writers()


def written(who: Writers) -> str:
    held = begun(who.council)
    save_block(who.council, held, "introduction", text=OURS, base=1, now=NOW)
    integrate_now(as_of=NOW + 100)
    return held


def on_a_new_machine(folder: Path, keys: Path, *, of: Store) -> None:
    (folder / "new").mkdir()
    stores.connect(stores.environment_of(folder / "new"))
    restore_keys(keys)
    list(stores.set_up())


def test_a_draft_with_all_its_versions_comes_back_after_a_fire(
    who: Writers, tmp_path: Path, store: Store
) -> None:
    held = written(who)
    before = [
        list(table.objects.order_by("pk").values()) for table in (DraftRow, DraftVersionRow, DraftPartRow)
    ]
    back_up_keys(tmp_path / "keys")
    back_up(tmp_path / "data.backup")
    on_a_new_machine(tmp_path, tmp_path / "keys", of=store)
    assert restore(tmp_path / "data.backup", as_of=NOW + 200).shut == 0
    assert [line.id for line in drafts(who.council)] == [held]
    assert draft(who.council, held).writing.blocks[0].text == OURS
    assert len(versions(who.council, held)) == 2
    after = [
        list(table.objects.order_by("pk").values()) for table in (DraftRow, DraftVersionRow, DraftPartRow)
    ]
    assert after == before


def test_nothing_of_a_draft_can_be_read_in_the_backup_itself(who: Writers, tmp_path: Path) -> None:
    written(who)
    back_up(tmp_path / "data.backup")
    assert OURS.encode() not in (tmp_path / "data.backup").read_bytes()
    with closing(sqlite3.connect(tmp_path / "data.backup")) as file:
        rows = [row for (row,) in file.execute("SELECT row FROM kept")]
    assert any('"locked"' in row for row in rows)
    assert not any("treaty_draft" in row or "draftpart" in row for row in rows)


def test_a_draft_that_was_thrown_away_stays_shut_in_a_backup_made_before(
    who: Writers, tmp_path: Path, store: Store
) -> None:
    thrown, kept = written(who), begun(who.coalition, ReportKind.ALTERNATIVE)
    back_up(tmp_path / "data.backup")
    discard_draft(who.council, thrown, now=NOW + 150)
    back_up_keys(tmp_path / "keys")
    on_a_new_machine(tmp_path, tmp_path / "keys", of=store)
    assert restore(tmp_path / "data.backup", as_of=NOW + 200).shut > 0
    assert [line.id for line in drafts(who.coalition)] == [kept]
    assert not DraftRow.objects.filter(draft_id=thrown).exists()
    assert not DraftPartRow.objects.filter(draft_id=thrown).exists()
