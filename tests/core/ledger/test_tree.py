"""The tree against the definition in RFC 9162, at every size, and against changed bits."""

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.ledger.proofs import (
    NotConsistent,
    NotIncluded,
    verify_consistency,
    verify_inclusion,
)
from qorgau.ledger.tree import (
    EMPTY_ROOT,
    BrokenLevels,
    NothingToCompare,
    NotInTree,
    Tree,
)

SIZES = range(1, 71)


def leaf(number: int) -> bytes:
    return hashlib.sha256(b"\x00" + number.to_bytes(4, "big")).digest()


def leaves(count: int) -> list[bytes]:
    return [leaf(number) for number in range(count)]


def defined_root(hashes: Sequence[bytes]) -> bytes:
    """RFC 9162 section 2.1.1, word for word."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << ((len(hashes) - 1).bit_length() - 1)
    halves = defined_root(hashes[:split]) + defined_root(hashes[split:])
    return hashlib.sha256(b"\x01" + halves).digest()


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@pytest.mark.parametrize("size", [0, *SIZES])
def test_the_root_is_the_one_the_standard_defines(size: int) -> None:
    assert Tree(leaves(size)).root() == defined_root(leaves(size))


def test_every_earlier_root_can_still_be_given() -> None:
    tree = Tree(leaves(70))
    assert [tree.root(size) for size in SIZES] == [defined_root(leaves(size)) for size in SIZES]
    assert tree.root(0) == EMPTY_ROOT


@pytest.mark.parametrize("size", SIZES)
def test_every_leaf_of_every_size_can_be_proved(size: int) -> None:
    tree = Tree(leaves(70))
    for index in range(size):
        verify_inclusion(
            leaf(index),
            index=index,
            size=size,
            root=defined_root(leaves(size)),
            proof=tree.inclusion_proof(index, size),
        )


@pytest.mark.parametrize("size", SIZES)
def test_every_size_can_be_proved_to_extend_every_smaller_one(size: int) -> None:
    tree = Tree(leaves(70))
    for old_size in range(1, size + 1):
        verify_consistency(
            old_size=old_size,
            size=size,
            old_root=defined_root(leaves(old_size)),
            root=defined_root(leaves(size)),
            proof=tree.consistency_proof(old_size, size),
        )


@given(st.data())
def test_no_changed_bit_of_an_inclusion_proof_passes(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 300), label="size")
    index = data.draw(st.integers(0, size - 1), label="index")
    tree = Tree(leaves(size))
    parts = [leaf(index), tree.root(), *tree.inclusion_proof(index)]
    part = data.draw(st.integers(0, len(parts) - 1), label="part")
    parts[part] = flipped(parts[part], data.draw(st.integers(0, 255), label="bit"))
    with pytest.raises(NotIncluded):
        verify_inclusion(parts[0], index=index, size=size, root=parts[1], proof=parts[2:])


@given(st.data())
def test_no_changed_bit_of_a_consistency_proof_passes(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 300), label="size")
    old_size = data.draw(st.integers(1, size), label="old size")
    tree = Tree(leaves(size))
    parts = [tree.root(old_size), tree.root(), *tree.consistency_proof(old_size)]
    part = data.draw(st.integers(0, len(parts) - 1), label="part")
    parts[part] = flipped(parts[part], data.draw(st.integers(0, 255), label="bit"))
    with pytest.raises(NotConsistent):
        verify_consistency(old_size=old_size, size=size, old_root=parts[0], root=parts[1], proof=parts[2:])


@given(st.integers(2, 300), st.data())
def test_a_leaf_cannot_be_proved_at_another_place(size: int, data: st.DataObject) -> None:
    index, other = data.draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True))
    tree = Tree(leaves(size))
    with pytest.raises(NotIncluded):
        verify_inclusion(
            leaf(index),
            index=other,
            size=size,
            root=tree.root(),
            proof=tree.inclusion_proof(index),
        )


@given(st.lists(st.integers(0, 40), min_size=1, max_size=12))
def test_batches_and_single_leaves_build_the_same_tree(batches: list[int]) -> None:
    in_batches, one_by_one = Tree(), Tree()
    for number, count in enumerate(batches):
        new = [leaf(number * 100 + each) for each in range(count)]
        in_batches.extend(new)
        for each in new:
            one_by_one.append(each)
    assert in_batches.levels == one_by_one.levels


def test_a_tree_stored_and_taken_up_again_goes_on_as_before() -> None:
    tree = Tree(leaves(37))
    again = Tree.from_levels(tree.levels)
    again.append(leaf(37))
    assert again.root() == defined_root(leaves(38))
    assert again.leaf(36) == leaf(36)


@pytest.mark.parametrize("cut", ["leaf level", "top level", "extra level"])
def test_stored_levels_that_do_not_fit_are_refused(cut: str) -> None:
    levels = list(Tree(leaves(37)).levels)
    if cut == "leaf level":
        levels[0] = levels[0][:-1]
    elif cut == "top level":
        levels.pop()
    else:
        levels.append(b"")
    with pytest.raises(BrokenLevels):
        Tree.from_levels(levels)


def test_a_root_remembered_for_one_size_is_not_given_for_another() -> None:
    tree = Tree(leaves(5))
    before = tree.root()
    tree.append(leaf(5))
    assert tree.root(5) == before
    assert tree.root() == defined_root(leaves(6))


def test_a_proof_from_the_empty_tree_is_refused_because_it_would_say_nothing() -> None:
    tree = Tree(leaves(3))
    with pytest.raises(NothingToCompare):
        tree.consistency_proof(0)
    with pytest.raises(NothingToCompare):
        verify_consistency(old_size=0, size=3, old_root=EMPTY_ROOT, root=tree.root(), proof=[])


@pytest.mark.parametrize(("index", "size"), [(3, 3), (-1, 3), (0, 0), (0, 4)])
def test_a_leaf_that_is_not_there_cannot_be_proved(index: int, size: int) -> None:
    with pytest.raises(NotInTree):
        Tree(leaves(3)).inclusion_proof(index, size)


@pytest.mark.parametrize("index", [-1, 3])
def test_a_leaf_that_is_not_there_cannot_be_given(index: int) -> None:
    assert Tree(leaves(3)).leaf(2) == leaf(2)
    with pytest.raises(NotInTree):
        Tree(leaves(3)).leaf(index)


def test_an_old_size_beyond_the_new_one_is_refused() -> None:
    with pytest.raises(NotInTree):
        Tree(leaves(3)).consistency_proof(3, 2)
    with pytest.raises(NotInTree):
        Tree(leaves(3)).root(4)
    with pytest.raises(NotInTree):
        Tree(leaves(3)).consistency_proof(2, 4)
    with pytest.raises(NotInTree):
        Tree(leaves(3)).consistency_proof(-1)


@pytest.mark.parametrize("wrong", [b"", b"short", bytes(31), bytes(33)])
def test_only_hashes_of_32_bytes_become_leaves(wrong: bytes) -> None:
    with pytest.raises(NotInTree):
        Tree().append(wrong)
    with pytest.raises(NotInTree):
        Tree([leaf(0), wrong])


@pytest.mark.parametrize("wrong", [b"", bytes(31), bytes(33)])
def test_an_empty_root_with_an_empty_leaf_proves_nothing(wrong: bytes) -> None:
    with pytest.raises(NotIncluded):
        verify_inclusion(wrong, index=0, size=1, root=wrong, proof=[])


def test_two_roots_at_one_size_are_a_fork() -> None:
    with pytest.raises(NotConsistent, match="forked"):
        verify_consistency(old_size=4, size=4, old_root=leaf(1), root=leaf(2), proof=[])
