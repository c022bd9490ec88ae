"""Batches: neither the tree's growth nor a leaf's place tells that someone complained."""

import hashlib
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.ledger.batch import PADDING, BatchLeaf, RepeatedCommitment, integrate, make_batch
from qorgau.ledger.commitment import commit
from qorgau.ledger.tree import Tree


def pending(count: int) -> list[bytes]:
    return [hashlib.sha256(number.to_bytes(4, "big")).digest() for number in range(count)]


def test_the_trees_growth_does_not_tell_that_someone_complained() -> None:
    sizes = []
    for count in (0, 1, 255, 256):
        tree = Tree()
        integrate(tree, make_batch(pending(count)), origin="log.example")
        sizes.append(tree.size)
    assert sizes == [256, 256, 256, 256]


@given(st.integers(0, 600))
def test_every_pending_commitment_is_taken_up_once_among_padding(count: int) -> None:
    batch = make_batch(pending(count))
    assert len(batch) % 256 == 0
    assert len(batch) - count <= 256
    assert sorted(leaf.commitment for leaf in batch if not leaf.is_padding) == sorted(pending(count))
    assert len({leaf.commitment for leaf in batch}) == len(batch)


def test_a_padding_leaf_can_be_explained_by_its_salt_and_by_nothing_else() -> None:
    for leaf in make_batch(pending(3)):
        if leaf.padding_salt is not None:
            assert leaf.commitment == commit(PADDING, salt=leaf.padding_salt)
            assert leaf.commitment != commit(PADDING, salt=bytes(32))


def test_a_complaints_place_in_its_batch_does_not_tell_when_it_came() -> None:
    first = pending(1)[0]
    random_source = random.Random(7)
    places = Counter(
        next(
            place
            for place, leaf in enumerate(make_batch(pending(2), shuffle=random_source.shuffle))
            if leaf.commitment == first
        )
        // 64
        for _ in range(400)
    )
    # 400 draws over four quarters: 100 each, with a deviation of about 9.
    assert sorted(places) == [0, 1, 2, 3]
    assert max(places.values()) < 150


def test_shuffling_comes_from_outside_when_a_test_needs_it() -> None:
    def backwards(leaves: list[BatchLeaf]) -> None:
        leaves.reverse()

    batch = make_batch(pending(256), shuffle=backwards)
    assert [leaf.commitment for leaf in batch] == pending(256)[::-1]


def test_the_default_shuffle_differs_from_batch_to_batch() -> None:
    orders = {tuple(leaf.commitment for leaf in make_batch(pending(256))) for _ in range(3)}
    assert len(orders) == 3


def test_a_commitment_waiting_twice_is_refused() -> None:
    with pytest.raises(RepeatedCommitment):
        make_batch(pending(2) + pending(1))


def test_the_checkpoint_after_a_batch_is_of_the_whole_tree() -> None:
    tree = Tree(pending(256))
    checkpoint = integrate(tree, make_batch([]), origin="log.example")
    assert (checkpoint.size, checkpoint.root) == (512, tree.root(512))
