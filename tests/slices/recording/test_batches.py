"""What came in enters the log by the promised time, and nothing is signed before it is durable."""

import itertools

import pytest
from django.db import IntegrityError, transaction
from tests.slices.recording.small_slice import PERIOD, noted, opened

from qorgau.ledger.checkpoint import open_checkpoint
from qorgau.ledger.commitment import leaf_hash
from qorgau.ledger.proofs import verify_consistency, verify_inclusion
from qorgau.recording import batches
from qorgau.recording.batches import WouldFork, integrate_due, integrate_now
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import Batch, Leaf, Pending, SignedCheckpoint, Tile
from qorgau.recording.record import record
from qorgau.recording.tree_store import forget_tree, stored_tree
from qorgau.recording.verification import Trouble, verify_record


def checkpoint(stored):
    return open_checkpoint(stored.note, log=log_keys().log.verifier).checkpoint


def test_a_promise_is_kept_by_the_first_request_after_the_period(store):
    integrate_due(as_of=0)
    (answer,) = record([opened(1)], received=10)

    assert integrate_due(as_of=PERIOD - 1) is None
    made = checkpoint(integrate_due(as_of=PERIOD + 5))

    assert answer.merge_by >= PERIOD + 5
    leaf = Leaf.objects.get(commitment=answer.commitment)
    verify_inclusion(
        leaf_hash(answer.commitment),
        index=leaf.index,
        size=made.size,
        root=made.root,
        proof=stored_tree().inclusion_proof(leaf.index, made.size),
    )
    assert verify_record(as_of=answer.merge_by + 1).is_sound


def test_a_promise_that_nobody_kept_is_named_and_so_is_one_kept_late(store):
    (answer,) = record([opened(1)], received=10)

    assert verify_record(as_of=answer.merge_by).is_sound
    (unkept,) = verify_record(as_of=answer.merge_by + 1).findings
    assert (unkept.trouble, unkept.entry_id) == (Trouble.PROMISE, "opened-1")

    integrate_due(as_of=answer.merge_by + PERIOD)
    (late,) = verify_record(as_of=answer.merge_by + PERIOD).findings
    assert (late.trouble, late.entry_id) == (Trouble.PROMISE, "opened-1")


def test_what_comes_in_during_a_period_waits_for_its_end(store):
    record([opened(1)], received=PERIOD - 1)
    record([opened(2)], received=PERIOD)

    integrate_due(as_of=PERIOD + 1)

    assert Pending.objects.count() == 1


def test_one_complaint_and_none_give_trees_of_equal_size(store):
    sizes = [integrate_due(as_of=PERIOD).size]
    record([opened(1)], received=PERIOD + 1)
    sizes.append(integrate_due(as_of=2 * PERIOD).size)
    sizes.append(integrate_due(as_of=3 * PERIOD).size)

    assert sizes == [256, 512, 768]


def test_each_checkpoint_extends_the_one_before(store):
    made = []
    for period in range(1, 5):
        record([noted(period, custody=1)], received=period * PERIOD - 1)
        made.append(checkpoint(integrate_due(as_of=period * PERIOD)))

    forget_tree()
    for old, new in itertools.pairwise(made):
        verify_consistency(
            old_size=old.size,
            size=new.size,
            old_root=old.root,
            root=new.root,
            proof=stored_tree().consistency_proof(old.size, new.size),
        )


def test_a_batch_whose_signing_was_interrupted_is_signed_next_time(store, monkeypatch):
    record([opened(1)], received=10)
    monkeypatch.setattr(batches, "sign_durable", lambda: None)
    integrate_now(as_of=20)
    monkeypatch.undo()
    assert (Batch.objects.count(), SignedCheckpoint.objects.count()) == (1, 0)

    made = integrate_due(as_of=21)

    assert (made.size, SignedCheckpoint.objects.count()) == (256, 1)
    assert verify_record(as_of=21).is_sound


def test_two_batches_cannot_follow_the_same_one(store):
    integrate_now(as_of=20)

    with pytest.raises(IntegrityError), transaction.atomic():
        Batch.objects.create(size=512, follows=0, root=b"r" * 32, made_at=21)


def test_a_tree_that_was_tampered_with_is_not_signed(store):
    record([opened(1)], received=10)
    integrate_now(as_of=20)
    with store.tampering() as tamperer:
        tamperer.run("UPDATE recording_tile SET hashes = ? WHERE number = 0", b"\7" * 8192)

    with pytest.raises(WouldFork):
        integrate_now(as_of=30)
    assert (Tile.objects.count(), Batch.objects.count()) == (1, 1)
