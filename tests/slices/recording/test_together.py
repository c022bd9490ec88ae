"""Writers who wait together are stored together, and none pays for what is wrong with another."""

import dataclasses
from pathlib import Path

import pytest
from django.db import connections
from tests.slices.recording.gathering import Gathering
from tests.slices.recording.small_slice import CustodyRow, noted, opened

from qorgau.recording import together
from qorgau.recording.drafts import Notice
from qorgau.recording.keystore.secrets import PersonWasErased
from qorgau.recording.models import ErasedPerson, OutgoingNotice, Pending, StoredEntry
from qorgau.recording.preparing import prepare
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.record import EntryConflict, record
from qorgau.recording.rows import read_rows, rows_of, written
from qorgau.recording.trays import ROOM, TRAYS, Answer, claim_tray
from qorgau.recording.verification import verify_record

WRITERS = 5


def stored_ids():
    return set(StoredEntry.objects.values_list("id", flat=True))


def trays_of(gathering):
    return Path(f"{gathering.sync.database}-trays")


def test_writers_who_wait_share_one_transaction_on_the_server(postgresql_store):
    gathering = Gathering()
    for number in range(WRITERS):
        gathering.write(noted(number, custody=number))
    answers = gathering.go()

    assert [each.is_new for (each,) in answers] == [True] * WRITERS
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*), count(DISTINCT xmin::text) FROM recording_entry")
        assert cursor.fetchone() == (WRITERS, 1)


def test_writers_who_wait_share_one_commit_in_the_embedded_database(sqlite_store):
    gathering = Gathering()
    for number in range(WRITERS):
        gathering.write(noted(number, custody=number))
    before = gathering.sync.committed()
    answers = gathering.go()

    assert [each.is_new for (each,) in answers] == [True] * WRITERS
    assert gathering.sync.committed() == before + 2
    assert StoredEntry.objects.count() == Pending.objects.count() == WRITERS


def test_what_several_writers_say_of_one_custody_is_folded_into_its_row(store):
    record([opened(1)], received=9)
    gathering = Gathering()
    for number in range(WRITERS):
        gathering.write(noted(number, custody=1))
    gathering.go()

    row = CustodyRow.objects.values().get()
    assert (row["notes"], row["name"]) == (WRITERS, "Canary 1")
    rebuild(as_of=3_000)
    assert CustodyRow.objects.values().get() == row
    assert verify_record(as_of=3_000).findings == ()


def test_bookings_with_persons_and_notices_are_stored_together(store):
    gathering = Gathering()
    for number in range(WRITERS):
        notice = Notice(about=f"opened-{number}", kind="Told", body={"whom": "prosecutor"})
        gathering.write(opened(number), noted(number, custody=number), notices=[notice])
    answers = gathering.go()

    assert [each.is_new for answer in answers for each in answer] == [True] * 2 * WRITERS
    assert set(OutgoingNotice.objects.values_list("entry_id", flat=True)) == {
        f"opened-{number}" for number in range(WRITERS)
    }
    assert sorted(CustodyRow.objects.values_list("name", flat=True)) == [
        f"Canary {number}" for number in range(WRITERS)
    ]


def test_one_entry_sent_by_two_writers_at_once_is_stored_once(store):
    gathering = Gathering()
    gathering.write(noted(1, custody=1))
    gathering.write(noted(1, custody=1))
    gathering.write(noted(2, custody=1))
    (one,), (other,), (third,) = gathering.go()

    assert sorted([one.is_new, other.is_new]) == [False, True]
    assert one.promise == other.promise
    assert third.is_new
    assert StoredEntry.objects.count() == Pending.objects.count() == 2


def test_two_entries_under_one_id_leave_the_others_of_the_group_alone(store):
    gathering = Gathering()
    gathering.write(noted(1, custody=1))
    gathering.write(noted(1, custody=1, facts={"text": "another"}))
    gathering.write(noted(2, custody=1))
    *rivals, (third,) = gathering.go()

    assert sorted(type(each).__name__ for each in rivals) == ["EntryConflict", "tuple"]
    assert any(isinstance(each, EntryConflict) for each in rivals)
    assert third.is_new
    assert stored_ids() == {"noted-1", "noted-2"}


def test_an_entry_of_someone_erased_meanwhile_is_refused_and_the_others_are_stored(store):
    record([opened(1), opened(2)], received=9)
    gathering = Gathering()
    for number in (1, 2):
        gathering.write(noted(number, custody=number, objects={"custody": [f"custody-{number}"],
                                                               "person": [f"person-{number}"]}))  # fmt: skip
    gathering.write(noted(3, custody=2))
    ErasedPerson.objects.create(person_id="person-1", entry_id="request", erased_at=10)
    refused, *stored = gathering.go()

    assert isinstance(refused, PersonWasErased)
    assert [each.is_new for (each,) in stored] == [True, True]
    assert {"noted-2", "noted-3"} <= stored_ids()
    assert "noted-1" not in stored_ids()


def test_if_whoever_stores_for_all_is_killed_in_the_middle_each_stores_alone(store, monkeypatch):
    gathering = Gathering()
    # So that the other process, which queues already, is the first to have the turn.
    monkeypatch.setattr(together, "PATIENCE_SECONDS", 3)
    killed = gathering.start(store, "never-stored", "dies")
    for number in range(WRITERS):
        gathering.write(noted(number, custody=number))
    gathering.sync.turn.give_away()
    answers = gathering.answers()

    assert killed.communicate(timeout=60)[0] == ""
    assert killed.returncode < 0
    assert [each.is_new for (each,) in answers] == [True] * WRITERS
    assert stored_ids() == {f"noted-{number}" for number in range(WRITERS)}
    assert verify_record(as_of=2_000).findings == ()


def test_a_writer_killed_while_it_waits_leaves_at_most_its_entry_behind(store):
    gathering = Gathering()
    gathering.write(noted(1, custody=1))
    killed = gathering.start(store, "from-the-dead")
    killed.kill()
    assert killed.communicate(timeout=60)[0] == ""
    *_, (left, _) = gathering.sync.tray.waiting()
    (answer,) = gathering.go()[0]

    assert answer.is_new
    assert stored_ids() == {"noted-1", "from-the-dead"}
    assert CustodyRow.objects.count() == 0
    assert verify_record(as_of=2_000).findings == ()
    (again,) = record([noted(0, custody=1, id="from-the-dead")], received=99)
    assert not again.is_new
    claimed = [claim_tray(trays_of(gathering)) for _ in range(2)]
    assert left in [tray.number for tray in claimed]


def test_a_writer_in_another_process_is_stored_along_and_acknowledged(store):
    gathering = Gathering()
    other = gathering.start(store, "from-elsewhere")
    gathering.write(noted(1, custody=1))
    gathering.go()

    assert other.communicate(timeout=60)[0] == "from-elsewhere\n"
    assert stored_ids() == {"noted-1", "from-elsewhere"}


def poison(kind):
    good = rows_of(prepare([noted(9, custody=1)], received=10), [])
    if kind == "of another program":
        return written(good).replace(b"qorgau ", b"qorgau 99.", 1)
    if kind == "that the database refuses":
        (row,) = good.entries
        return written(dataclasses.replace(good, entries=[(*row[:5], b"short", row[6])]))
    return b"[no rows at all"


@pytest.mark.parametrize("kind", ["of another program", "that the database refuses", "that cannot be read"])
def test_a_tray_with_rows_spoils_nothing_for_the_others(store, kind):
    gathering = Gathering()
    tray = claim_tray(trays_of(gathering))
    ticket = tray.lay(poison(kind))
    gathering.write(noted(1, custody=1))
    gathering.write(noted(2, custody=1))
    answers = gathering.go()

    assert [each.is_new for (each,) in answers] == [True, True]
    assert tray.answer(ticket) is Answer.ALONE
    assert stored_ids() == {"noted-1", "noted-2"}


def test_a_tray_that_a_killed_writer_left_torn_is_passed_over(sqlite_store):
    gathering = Gathering()
    tray = claim_tray(trays_of(gathering))
    ticket = tray.lay(written(rows_of(prepare([noted(9, custody=1)], received=10), [])))
    file = trays_of(gathering) / "trays"
    with file.open("r+b") as memory:
        memory.seek(file.read_bytes().index(b"note 9"))
        memory.write(b"TORN")
    gathering.write(noted(1, custody=1))
    gathering.go()

    assert tray.answer(ticket) is None
    assert stored_ids() == {"noted-1"}


def test_nothing_stays_in_the_trays_afterwards(sqlite_store):
    gathering = Gathering()
    for number in range(WRITERS):
        gathering.write(noted(number, custody=1))
    file = trays_of(gathering) / "trays"
    assert b"note 1" in file.read_bytes()
    gathering.go()

    assert b"note" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0


def test_an_act_too_large_for_a_tray_is_stored_alone(store):
    record([noted(0, custody=1, facts={"text": "x" * ROOM})], received=10)
    large = [noted(number, custody=1, facts={"text": "x" * 2_000}) for number in range(1, 12)]
    gathering = Gathering()
    gathering.write(noted(20, custody=1))
    waiting = [number for number, _ in gathering.sync.tray.waiting()]
    gathering.sync.give_turn_away()
    record(large, received=10)
    gathering.go()

    assert len(waiting) == 1
    assert StoredEntry.objects.count() == 13


def test_a_writer_who_finds_no_free_tray_stores_alone(sqlite_store):
    folder = Path(f"{connections['default'].settings_dict['NAME']}-trays")
    claimed = [claim_tray(folder) for _ in range(TRAYS)]
    assert len({tray.number for tray in claimed}) == TRAYS
    assert claim_tray(folder) is None

    (answer,) = record([noted(1, custody=1)], received=10)
    assert answer.is_new


def test_where_no_trays_can_be_made_writers_store_alone(sqlite_store):
    Path(f"{connections['default'].settings_dict['NAME']}-trays").write_text("not a folder")

    (answer,) = record([noted(1, custody=1)], received=10)
    assert answer.is_new


def test_rows_come_out_of_their_written_form_as_they_went_in(sqlite_store):
    notice = Notice(about="opened-1", kind="Told", body={"whom": "қорғаушы"})
    rows = rows_of(
        prepare([opened(1), noted(1, custody=1, facts={"text": "сөз\u2028"})], received=10), [notice]
    )

    assert read_rows(written(rows)) == rows
