"""Entries come in whole, once, durably, with a promise."""

import dataclasses

import pytest
from django.conf import settings
from tests.slices.recording.small_slice import CustodyRow, noted, opened

from qorgau.ledger.commitment import commit
from qorgau.ledger.promise import open_promise
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.drafts import Notice
from qorgau.recording.history import history
from qorgau.recording.kinds import ObjectMissing, UnknownKind
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import OutgoingNotice, Pending, StoredEntry
from qorgau.recording.preparing import SameIdTwice, prepare
from qorgau.recording.record import EntryConflict, record
from qorgau.recording.rows import joined, rows_of


def test_an_entry_is_stored_folded_and_promised_in_one_act(store):
    (answer,) = record([opened(1)], received=10)

    assert answer.is_new
    assert StoredEntry.objects.get(id="opened-1").received == 10
    assert CustodyRow.objects.get(custody_id="custody-1").name == "Canary 1"
    promise = open_promise(answer.promise, key=log_keys().promise.verifier)
    assert promise.commitment == answer.commitment
    assert promise.merge_by == 2 * settings.QORGAU_BATCH_SECONDS


def test_the_one_who_recorded_can_recompute_the_commitment(store):
    (answer,) = record([opened(1)], received=10)

    assert commit(answer.body, salt=answer.salt) == answer.commitment


def test_the_same_entry_sent_again_is_one_entry_with_the_same_promise(store):
    (first,) = record([opened(1)], received=10)
    (again,) = record([opened(1)], received=99_999)

    assert not again.is_new
    assert (again.promise, again.received, again.salt) == (first.promise, 10, first.salt)
    assert StoredEntry.objects.count() == Pending.objects.count() == 1


def test_another_entry_under_the_same_id_is_refused_by_name(store):
    record([opened(1)], received=10)

    with pytest.raises(EntryConflict, match="opened-1"):
        record([noted(5, custody=1), opened(1, facts={"ground": "administrative"})], received=11)
    assert StoredEntry.objects.count() == 1


def test_a_changed_name_under_the_same_id_is_noticed_though_it_is_encrypted(store):
    record([opened(1)], received=10)

    with pytest.raises(EntryConflict):
        record([opened(1, personal={"person-1": {"name": "Other"}})], received=11)


def test_if_one_entry_is_refused_none_is_stored(store):
    with pytest.raises(UnknownKind, match="Guessed"):
        record([opened(1), noted(1, custody=1, kind="Guessed")], received=10)
    with pytest.raises(ObjectMissing, match="custody"):
        record([opened(1), noted(1, custody=1, objects={"cell": ["c-1"]})], received=10)
    with pytest.raises(LedgerRefusal):
        record([opened(1), noted(1, custody=1, facts={"ratio": 0.5})], received=10)
    with pytest.raises(SameIdTwice):
        record([opened(1), opened(1)], received=10)
    assert StoredEntry.objects.count() == CustodyRow.objects.count() == 0


def test_a_fold_that_fails_leaves_nothing_half_written(store):
    two_persons = dataclasses.replace(
        opened(1), objects={"person": ["person-1", "person-2"], "custody": ["custody-1"]}
    )

    with pytest.raises(ValueError, match="unpack"):
        record([two_persons], received=10)
    assert StoredEntry.objects.count() == Pending.objects.count() == 0


def test_a_notice_is_queued_with_its_entry_and_only_once(store):
    notice = Notice(about="opened-1", kind="relative_told", body={"to": "box-1"})

    record([opened(1)], received=10, notices=[notice])
    record([opened(1)], received=11, notices=[notice])

    assert list(OutgoingNotice.objects.values_list("entry_id", "kind")) == [("opened-1", "relative_told")]


def test_entries_sent_in_any_order_fold_to_the_same_row(store):
    record([noted(2, custody=1)], received=10)
    record([noted(1, custody=1)], received=11)
    record([opened(1)], received=12)

    assert CustodyRow.objects.get().notes == 2


def test_acts_of_one_second_stand_in_the_order_in_which_they_came_in(store):
    ids = ["b", "z", "a", "y", "c", "x"]
    record([opened(1), noted(1, custody=1, id=ids[0])], received=10)
    for each in ids[1:4]:
        record([noted(1, custody=1, id=each)], received=10)
    record(
        [noted(2, custody=2, id="other"), *(noted(1, custody=1, id=each) for each in ids[4:])], received=10
    )

    assert [each.entry.id for each in history("custody", "custody-1")] == ["opened-1", *ids]


def test_entries_of_one_act_keep_their_order_where_some_of_them_were_held_before(store):
    record([opened(1), noted(1, custody=1, id="n")], received=10)
    record([noted(1, custody=1, id="n"), *(noted(2, custody=1, id=each) for each in "zam")], received=10)

    assert [each.entry.id for each in history("custody", "custody-1")] == ["opened-1", "n", "z", "a", "m"]


def test_acts_that_are_stored_together_share_no_place(store):
    acts = [
        rows_of(prepare([noted(1, custody=1, id=each) for each in ids], received=10), ())
        for ids in ("ab", "c", "de")
    ]

    places = {row[0]: row[3] for row in joined(acts).entries}

    assert places == {"a": 0, "b": 1, "c": 2, "d": 3, "e": 4}
