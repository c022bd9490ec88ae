"""Whoever alters, removes or reorders what was recorded is found out, and the first place is named."""

import pytest
from click.testing import CliRunner
from tests.slices.recording.small_slice import noted, opened

from qorgau.recording.batches import integrate_now, latest_checkpoint
from qorgau.recording.commands import ledger
from qorgau.recording.models import Leaf, StoredEntry
from qorgau.recording.record import record
from qorgau.recording.verification import Trouble, verify_record


@pytest.fixture
def filled(store):
    """Six entries in two batches and one that waits."""
    record([opened(1), noted(1, custody=1), noted(2, custody=1)], received=10)
    integrate_now(as_of=20)
    record([opened(2), noted(3, custody=2), noted(4, custody=2)], received=30)
    integrate_now(as_of=40)
    record([noted(5, custody=2)], received=50)
    assert verify_record(as_of=60).is_sound
    return store


def index_of(entry_id):
    return Leaf.objects.get(commitment=StoredEntry.objects.get(id=entry_id).commitment).index


def only_finding(**more):
    (finding,) = verify_record(as_of=60, **more).findings
    return finding


def test_an_altered_entry_is_named_by_its_index(filled):
    index = index_of("noted-3")
    body = bytes(StoredEntry.objects.get(id="noted-3").body).replace(b"note 3", b"note 9")
    with filled.tampering() as tamperer:
        tamperer.run("UPDATE recording_entry SET body = ? WHERE id = ?", body, "noted-3")

    finding = only_finding()
    assert (finding.trouble, finding.index, finding.entry_id) == (Trouble.LEAF, index, "noted-3")
    assert "altered" in finding.sentence


def test_of_several_altered_entries_the_first_index_is_named(filled):
    indexes = [index_of(entry_id) for entry_id in ("opened-1", "noted-2", "opened-2")]
    with filled.tampering() as tamperer:
        tamperer.run("UPDATE recording_entry SET body = ? WHERE kind <> ?", b"{}", "nothing")

    assert verify_record(as_of=60).first_bad_index <= min(indexes)


def test_an_entry_removed_with_all_its_traces_is_named_by_its_index(filled):
    index = index_of("opened-2")
    with filled.tampering() as tamperer:
        tamperer.run("DELETE FROM recording_entry_object WHERE entry_id = ?", "opened-2")
        tamperer.run("DELETE FROM recording_entry WHERE id = ?", "opened-2")

    finding = only_finding()
    assert (finding.trouble, finding.index) == (Trouble.LEAF, index)
    assert "removed" in finding.sentence


def test_a_leaf_removed_is_named_by_its_index(filled):
    index = index_of("noted-1")
    with filled.tampering() as tamperer:
        tamperer.run('DELETE FROM recording_leaf WHERE "index" = ?', index)

    verdict = verify_record(as_of=60)
    assert verdict.first_bad_index == index


def test_leaves_that_changed_places_are_named_by_the_first_of_the_two(filled):
    first, second = sorted((index_of("noted-1"), index_of("opened-2")))
    with filled.tampering() as tamperer:
        for old, new in ((first, 9_999), (second, first), (9_999, second)):
            tamperer.run('UPDATE recording_leaf SET "index" = ? WHERE "index" = ?', new, old)

    finding = only_finding()
    assert (finding.trouble, finding.index) == (Trouble.LEAF, first)


def test_entries_whose_commitments_were_swapped_are_found(filled):
    first, _ = sorted((index_of("noted-3"), index_of("noted-4")))
    one, other = (bytes(StoredEntry.objects.get(id=each).commitment) for each in ("noted-3", "noted-4"))
    with filled.tampering() as tamperer:
        for commitment, entry_id in ((b"x" * 32, "noted-3"), (one, "noted-4"), (other, "noted-3")):
            tamperer.run("UPDATE recording_entry SET commitment = ? WHERE id = ?", commitment, entry_id)

    assert only_finding().index == first


def test_entry_leaf_and_tile_rewritten_together_no_longer_fit_the_signed_root(filled):
    with filled.tampering() as tamperer:
        tamperer.run("UPDATE recording_tile SET hashes = ? WHERE number = 1", b"\7" * 8192)

    findings = verify_record(as_of=60).findings
    assert Trouble.ROOT in {finding.trouble for finding in findings}
    assert min(finding.index for finding in findings) == 256


def test_a_log_rolled_back_to_an_older_state_does_not_extend_a_checkpoint_kept_elsewhere(filled, tmp_path):
    kept = tmp_path / "checkpoint"
    kept.write_text(latest_checkpoint().note)
    with filled.tampering() as tamperer:
        for table, condition in (
            ("leaf", '"index" >= 256'),
            ("tile", "number >= 1"),
            ("batch", "size > 256"),
            ("checkpoint", "size > 256"),
            ("entry", "received >= 30"),
        ):
            tamperer.run(f"DELETE FROM recording_{table} WHERE {condition}")
        tamperer.run("DELETE FROM recording_pending")
        tamperer.run("DELETE FROM recording_entry_object WHERE object_id IN ('custody-2', 'person-2')")

    assert verify_record(as_of=60).is_sound
    answer = CliRunner().invoke(ledger, ["verify", "--as-of", "60", "--against", str(kept)])
    assert answer.exit_code == 1
    assert "size 512" in answer.output


def test_an_entry_taken_out_of_the_queue_is_named(filled):
    with filled.tampering() as tamperer:
        tamperer.run("DELETE FROM recording_pending")

    finding = only_finding()
    assert (finding.trouble, finding.entry_id) == (Trouble.WAITING, "noted-5")


def test_an_entry_altered_while_it_waits_is_named(filled):
    body = bytes(StoredEntry.objects.get(id="noted-5").body).replace(b"note 5", b"note 9")
    with filled.tampering() as tamperer:
        tamperer.run("UPDATE recording_entry SET body = ? WHERE id = ?", body, "noted-5")

    finding = only_finding()
    assert (finding.trouble, finding.entry_id) == (Trouble.WAITING, "noted-5")


def test_an_entry_removed_while_it_waits_leaves_its_place_in_the_queue(filled):
    with filled.tampering() as tamperer:
        tamperer.run("DELETE FROM recording_entry_object WHERE entry_id = ?", "noted-5")
        tamperer.run("DELETE FROM recording_entry WHERE id = ?", "noted-5")

    assert only_finding().trouble is Trouble.WAITING


def test_an_entry_hidden_from_its_object_is_named(filled):
    with filled.tampering() as tamperer:
        tamperer.run("DELETE FROM recording_entry_object WHERE entry_id = ?", "noted-3")

    finding = only_finding()
    assert (finding.trouble, finding.entry_id) == (Trouble.INDEX, "noted-3")


def test_a_forged_checkpoint_is_named(filled):
    with filled.tampering() as tamperer:
        tamperer.run("UPDATE recording_checkpoint SET note = ? WHERE size = 256", "forged\n\n— a AAAA\n")

    assert only_finding().trouble is Trouble.CHECKPOINT
