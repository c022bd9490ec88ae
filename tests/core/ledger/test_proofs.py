"""The verifier alone: every way a proof can be of the wrong size, place or length is refused."""

import hashlib
from typing import Any

import pytest

from qorgau.ledger.proofs import (
    NotConsistent,
    NotIncluded,
    verify_consistency,
    verify_inclusion,
)
from qorgau.ledger.tree import Tree

LEAVES = [hashlib.sha256(bytes([number])).digest() for number in range(7)]
TREE = Tree(LEAVES)


def included(**other: Any) -> None:
    claim: dict[str, Any] = {
        "leaf_hash": LEAVES[4],
        "index": 4,
        "size": 7,
        "root": TREE.root(),
        "proof": TREE.inclusion_proof(4),
    }
    verify_inclusion(**{**claim, **other})


def consistent(**other: Any) -> None:
    claim: dict[str, Any] = {
        "old_size": 3,
        "size": 7,
        "old_root": TREE.root(3),
        "root": TREE.root(),
        "proof": TREE.consistency_proof(3),
    }
    verify_consistency(**{**claim, **other})


def test_the_claims_these_tests_spoil_are_true() -> None:
    included()
    consistent()


@pytest.mark.parametrize(("index", "size"), [(-1, 7), (7, 7), (8, 7), (0, 0), (0, -1)])
def test_an_index_outside_the_tree_is_named(index: int, size: int) -> None:
    with pytest.raises(NotIncluded, match="outside"):
        included(index=index, size=size)


def test_a_lone_leaf_is_its_own_root_only_at_index_0() -> None:
    alone: dict[str, Any] = {"leaf_hash": LEAVES[0], "root": LEAVES[0], "proof": []}
    verify_inclusion(index=0, size=1, **alone)
    with pytest.raises(NotIncluded, match="outside"):
        verify_inclusion(index=1, size=1, **alone)


def test_a_proof_with_a_hash_too_many_or_too_few_is_named() -> None:
    proof = TREE.inclusion_proof(4)
    with pytest.raises(NotIncluded, match="too many"):
        included(proof=[*proof, LEAVES[0]])
    with pytest.raises(NotIncluded, match="too few"):
        included(proof=proof[:-1])
    # The inner node that a cut proof reaches must not pass as the root.
    inner = Tree(LEAVES[4:]).root()
    with pytest.raises(NotIncluded, match="too few"):
        included(proof=proof[:-1], root=inner)
    # Nor may a longer proof lead on to a root of the forger's making.
    beyond = hashlib.sha256(b"\x01" + TREE.root() + LEAVES[0]).digest()
    with pytest.raises(NotIncluded, match="too many"):
        included(proof=[*proof, LEAVES[0]], root=beyond)


@pytest.mark.parametrize("wrong", [b"", bytes(31), bytes(33)])
def test_a_hash_in_a_proof_has_32_bytes(wrong: bytes) -> None:
    with pytest.raises(NotIncluded, match="bytes"):
        included(proof=[wrong, *TREE.inclusion_proof(4)[1:]])
    with pytest.raises(NotConsistent, match="bytes"):
        consistent(proof=[wrong, *TREE.consistency_proof(3)[1:]])


@pytest.mark.parametrize(("old_size", "size"), [(-1, 7), (8, 7), (3, 2), (1, 0)])
def test_a_tree_cannot_extend_one_larger_than_itself(old_size: int, size: int) -> None:
    with pytest.raises(NotConsistent, match="must lie within"):
        consistent(old_size=old_size, size=size)


def test_trees_of_one_size_need_one_root_and_no_proof() -> None:
    same: dict[str, Any] = {"old_size": 7, "old_root": TREE.root()}
    consistent(**same, proof=[])
    with pytest.raises(NotConsistent, match="must be empty"):
        consistent(**same)


def test_trees_of_different_sizes_need_a_proof() -> None:
    with pytest.raises(NotConsistent, match="is empty"):
        consistent(proof=[])
    # A full older tree needs none of its own hashes, but still the rest.
    with pytest.raises(NotConsistent, match="is empty"):
        consistent(old_size=4, old_root=TREE.root(4), proof=[])


def test_a_consistency_proof_with_a_hash_too_many_or_too_few_is_named() -> None:
    proof = TREE.consistency_proof(3)
    with pytest.raises(NotConsistent, match="too long"):
        consistent(proof=[*proof, LEAVES[0]])
    with pytest.raises(NotConsistent, match="too short"):
        consistent(proof=proof[:-1])
    inner = Tree(LEAVES[:4]).root()
    with pytest.raises(NotConsistent, match="too short"):
        consistent(proof=proof[:-1], root=inner)


def test_each_of_the_two_roots_is_compared() -> None:
    with pytest.raises(NotConsistent, match="older root"):
        consistent(old_root=LEAVES[0])
    with pytest.raises(NotConsistent, match="newer root"):
        consistent(root=LEAVES[0])
