"""Bundles between a desk and a centre: nothing is lost, nothing comes twice, and each time stays what it was."""

from pathlib import Path

import pytest
from tests.slices.recording.small_slice import CustodyRow, noted, opened
from tests.slices.recording.two_instances import (
    CENTRE,
    DESK,
    MORNING,
    NIGHT,
    Pair,
    pair,
    stored,
)
from tests.slices.store import Store

from qorgau.ledger.entry import Correction, CorrectionAct, Happened
from qorgau.recording.batches import integrate_now
from qorgau.recording.bundles.opening import open_bundle
from qorgau.recording.bundles.received_kind import ORIGIN, RECEIVED
from qorgau.recording.bundles.refusals import EntryDiffers, KeyDiffers, NothingToCarry
from qorgau.recording.bundles.taking import take_in
from qorgau.recording.bundles.writing import write_bundles
from qorgau.recording.desk_clock import ClockState
from qorgau.recording.finishing import finish_erasures
from qorgau.recording.history import history
from qorgau.recording.keystore.secrets import destroy_secrets, held_secrets
from qorgau.recording.kinds import UnknownKind
from qorgau.recording.models import ErasedPerson, StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.record import record
from qorgau.recording.verification import verify_record

BOOKED = {"recorded": NIGHT, "happened": [Happened(said_by="police_entry", earliest=NIGHT, latest=NIGHT)]}


@pytest.fixture
def both(store: Store, sqlite_template: Path, tmp_path: Path) -> Pair:
    return pair(store, sqlite_template, tmp_path)


@pytest.fixture
def embedded(sqlite_store: Store, sqlite_template: Path, tmp_path: Path) -> Pair:
    return pair(sqlite_store, sqlite_template, tmp_path)


def test_a_booking_typed_at_0210_and_synchronised_at_0900_keeps_its_apprehension_time(both: Pair) -> None:
    both.typed_at_desk(opened(1, **BOOKED))
    (taken,) = both.take(*both.carried())
    assert (taken.origin, taken.new, taken.held) == (DESK, 1, 0)
    (entry,) = history("custody", "custody-1")
    assert (entry.entry.happened[0].earliest, entry.entry.recorded, entry.received) == (NIGHT, NIGHT, MORNING)
    assert entry.entry.instance == DESK
    row = CustodyRow.objects.get(custody_id="custody-1")
    assert (row.opened_at, row.name) == (NIGHT, "Canary 1")


def test_the_bytes_of_each_entry_arrive_as_they_were_and_the_record_stays_sound(both: Pair) -> None:
    both.typed_at_desk(opened(1), noted(2, custody=1))
    with both.at_desk():
        typed = [body for _, _, body in stored()]
    both.take(*both.carried())
    assert [body for _, _, body in stored()][:2] == typed
    integrate_now(as_of=MORNING + 10)
    assert verify_record(as_of=MORNING + 10).findings == ()


def test_the_same_bundle_twice_changes_nothing(both: Pair) -> None:
    both.typed_at_desk(opened(1))
    (bundle,) = both.carried()
    both.take(bundle)
    before = stored()
    (again,) = both.take(bundle, now=MORNING + 500)
    assert (again.new, again.held) == (0, 1)
    assert stored() == before


def test_overlapping_bundles_merge(both: Pair) -> None:
    both.typed_at_desk(opened(1))
    (first,) = both.carried()
    both.typed_at_desk(noted(1, custody=1), received=NIGHT + 60)
    (second,) = both.carried(written_at=MORNING + 1)
    (late, early) = both.take(second, first)
    assert ((late.new, late.held), (early.new, early.held)) == ((2, 0), (0, 1))
    assert CustodyRow.objects.get(custody_id="custody-1").notes == 1


def test_only_what_came_in_since_then_is_carried_when_asked(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    embedded.typed_at_desk(opened(2), received=NIGHT + 60)
    (bundle,) = embedded.carried(since=NIGHT + 60)
    assert [each.bundled.entry.id for each in open_bundle(bundle).entries] == ["opened-2"]


def test_a_dry_run_says_what_would_come_and_stores_nothing(both: Pair) -> None:
    both.typed_at_desk(opened(1))
    (taken,) = both.take(*both.carried(), dry_run=True)
    assert taken.new == 1
    assert stored() == []
    assert held_secrets(["person-1"]) == {}


def test_many_entries_go_in_several_files_that_may_come_in_any_order_and_again(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1), *(noted(number, custody=1) for number in range(24)))
    bundles = embedded.carried(at_most=10)
    assert len(bundles) == 3
    embedded.take(bundles[2])
    # The machine went down here; whoever carries on simply starts again.
    taken = embedded.take(*reversed(bundles))
    assert sum(each.new for each in taken) == 20
    assert CustodyRow.objects.get(custody_id="custody-1").notes == 24
    live = list(CustodyRow.objects.values())
    rebuild(as_of=MORNING)
    assert list(CustodyRow.objects.values()) == live


def test_a_correction_made_at_the_desk_is_carried_as_one(embedded: Pair) -> None:
    correction = Correction(instance=DESK, entry="noted-1", act=CorrectionAct.WITHDRAWS, why="typed twice")
    embedded.typed_at_desk(opened(1), noted(1, custody=1))
    embedded.typed_at_desk(noted(2, custody=1, corrects=correction), received=NIGHT + 5)
    embedded.take(*embedded.carried())
    assert CustodyRow.objects.get(custody_id="custody-1").notes == 0


def test_the_record_says_from_whom_a_bundle_came_and_how_much_it_brought(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1), opened(2))
    embedded.take(*embedded.carried(), by="courier-1", for_body="ministry")
    (entry,) = history(ORIGIN, DESK)
    assert (entry.entry.kind, entry.entry.by, entry.entry.for_body) == (RECEIVED, "courier-1", "ministry")
    assert (entry.entry.facts["entries"], entry.entry.facts["clock"]) == (2, "agrees")


def test_what_came_by_bundle_is_not_carried_on_as_ones_own(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    embedded.take(*embedded.carried())
    with pytest.raises(NothingToCarry):
        write_bundles(embedded.stick, to=[DESK], written_at=MORNING)


def test_nothing_in_a_bundle_can_be_read_by_whoever_carries_it(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    with embedded.at_desk():
        secret = held_secrets(["person-1"])["person-1"]
    (bundle,) = embedded.carried()
    for readable in (b"Canary", b"person-1", b"CustodyOpened", b"criminal", secret):
        assert readable not in bundle


def test_another_entry_under_a_known_id_is_refused_and_both_are_named(both: Pair) -> None:
    both.typed_at_desk(opened(1), opened(2))
    record([opened(2, facts={"ground": "administrative"})], received=NIGHT)
    with pytest.raises(EntryDiffers, match=rf"opened-2.*{CENTRE}.*{DESK}"):
        both.take(*both.carried())
    assert [entry_id for entry_id, _, _ in stored()] == ["opened-2"]
    assert held_secrets(["person-1"]) == {}


def test_a_person_with_another_key_here_is_not_mixed_with_the_one_there(both: Pair) -> None:
    both.typed_at_desk(opened(1))
    record([noted(7, custody=9, objects={"custody": ["custody-9"], "person": ["person-1"]})], received=NIGHT)
    with pytest.raises(KeyDiffers, match="person-1"):
        both.take(*both.carried())
    assert len(stored()) == 1


def test_a_kind_that_this_instance_does_not_record_refuses_the_whole_bundle(embedded: Pair) -> None:
    from qorgau.recording.kinds import _KINDS, EntryKind, register_kinds

    register_kinds([EntryKind(name="FromTheFuture")])
    try:
        embedded.typed_at_desk(opened(1), noted(1, custody=1, kind="FromTheFuture"))
        bundles = embedded.carried()
    finally:
        del _KINDS["FromTheFuture"]
    with pytest.raises(UnknownKind):
        embedded.take(*bundles)
    assert stored() == []


def erase_here(person: str) -> None:
    """What an erasure leaves behind, without its two signatures."""
    ErasedPerson.objects.create(person_id=person, entry_id="erasure", erased_at=NIGHT)
    destroy_secrets([person], at=NIGHT)


def test_a_person_erased_here_stays_erased_whatever_is_carried_in(both: Pair) -> None:
    both.typed_at_desk(opened(1), opened(2))
    (before,) = both.carried()
    both.take(before)
    erase_here("person-1")
    both.typed_at_desk(noted(1, custody=1, objects={"custody": ["custody-1"], "person": ["person-1"]}))
    (later,) = both.carried(written_at=MORNING + 1)
    (taken,) = both.take(later)
    assert (taken.new, taken.left_out) == (0, ("noted-1",))
    assert held_secrets(["person-1", "person-2"]).keys() == {"person-2"}
    finish_erasures(as_of=MORNING)
    assert "person-1" not in history("custody", "custody-1")[0].personal


def test_a_person_erased_before_the_first_bundle_is_never_taken_in(both: Pair) -> None:
    erase_here("person-1")
    both.typed_at_desk(opened(1), opened(2))
    (taken,) = both.take(*both.carried())
    assert (taken.new, taken.left_out) == (1, ("opened-1",))
    assert not StoredEntry.objects.filter(id="opened-1").exists()


def test_a_person_erased_at_the_desk_is_not_carried_and_the_centre_is_told(both: Pair) -> None:
    both.typed_at_desk(opened(1), opened(2))
    both.take(*both.carried())
    with both.at_desk():
        erase_here("person-1")
    both.typed_at_desk(noted(3, custody=2))
    (bundle,) = both.carried(written_at=MORNING + 1)
    assert open_bundle(bundle).manifest.left_out == 1
    (taken,) = both.take(bundle)
    assert taken.erased_there == ("person-1",)
    assert held_secrets(["person-1"]).keys() == {"person-1"}


def test_a_bundle_from_the_future_says_that_a_clock_is_wrong_and_the_record_keeps_it(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    (taken,) = embedded.take(*embedded.carried(written_at=MORNING + 7200))
    assert (taken.clock.state, taken.clock.at_least) == (ClockState.BEHIND, 7200)
    (entry,) = history(ORIGIN, DESK)
    assert entry.entry.facts["clock_off_at_least"] == 7200


def test_a_bundle_is_taken_in_by_one_transaction_or_not_at_all(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1), opened(2))
    bundle = open_bundle(*embedded.carried())
    with embedded.centre.tampering() as owner:
        owner.run(
            "CREATE TRIGGER disk_full BEFORE INSERT ON recording_entry WHEN NEW.id = 'opened-2' "
            "BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    with pytest.raises(Exception, match="disk full"):
        take_in(bundle, now=MORNING)
    assert stored() == []
    with embedded.centre.tampering() as owner:
        owner.run("DROP TRIGGER disk_full")
    assert take_in(bundle, now=MORNING).new == 2
