"""Check proofs with nothing but hashes (RFC 9162, 2.1.3 and 2.1.4): what an outsider runs."""

from collections.abc import Sequence

from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.tree import HASH_BYTES, NothingToCompare, node_hash


class ProofRefused(LedgerRefusal):
    """A proof does not show what it claims."""


class NotIncluded(ProofRefused):
    """The proof does not lead from this leaf to this root."""


class NotConsistent(ProofRefused):
    """The proof does not show that the newer tree only added to the older one."""


def verify_inclusion(leaf_hash: bytes, *, index: int, size: int, root: bytes, proof: Sequence[bytes]) -> None:
    """Raise NotIncluded unless the leaf stands at `index` in the tree of `size` and `root`."""
    if not 0 <= index < size:
        raise NotIncluded(f"Index {index} lies outside a tree of {size} leaves.")
    _measure([leaf_hash, *proof], NotIncluded)
    place, last, reached = index, size - 1, leaf_hash
    for sibling in proof:
        if last == 0:
            raise NotIncluded(f"The proof has {len(proof)} hashes, too many for {size} leaves.")
        if place & 1 or place == last:
            reached = node_hash(sibling, reached)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            reached = node_hash(reached, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise NotIncluded(f"The proof has {len(proof)} hashes, too few for {size} leaves.")
    if reached != root:
        raise NotIncluded("The proof leads to another root: the leaf is not where it claims to be.")


def verify_consistency(
    *, old_size: int, size: int, old_root: bytes, root: bytes, proof: Sequence[bytes]
) -> None:
    """Raise NotConsistent unless the tree of `size` holds the tree of `old_size` unchanged."""
    if old_size == 0:
        raise NothingToCompare("Every tree extends the empty one; a proof from 0 says nothing.")
    if old_size < 0 or old_size > size:
        raise NotConsistent(f"The older size {old_size} must lie within 1 to {size}.")
    if old_size == size:
        _compare_equal_sizes(size, old_root=old_root, root=root, proof=proof)
        return
    _measure(proof, NotConsistent)
    old_reached, reached = _climb(old_size, size, _with_start(old_size, old_root, proof))
    if old_reached != old_root:
        raise NotConsistent(f"The proof does not start from the older root at size {old_size}.")
    if reached != root:
        raise NotConsistent(f"The newer root at size {size} does not extend size {old_size}.")


def _compare_equal_sizes(size: int, *, old_root: bytes, root: bytes, proof: Sequence[bytes]) -> None:
    if proof:
        raise NotConsistent(f"Both trees have {size} leaves, so the proof must be empty.")
    if old_root != root:
        raise NotConsistent(f"Two different roots at the same size {size}: the log was forked.")


def _with_start(old_size: int, old_root: bytes, proof: Sequence[bytes]) -> list[bytes]:
    if not proof:
        raise NotConsistent("The proof is empty, but the sizes differ. Ask the log for the proof.")
    is_full = old_size & (old_size - 1) == 0
    return [old_root, *proof] if is_full else list(proof)


def _climb(old_size: int, size: int, path: list[bytes]) -> tuple[bytes, bytes]:
    place, last = old_size - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old_reached = reached = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise NotConsistent(f"The proof is too long for sizes {old_size} and {size}.")
        if place & 1 or place == last:
            old_reached, reached = node_hash(sibling, old_reached), node_hash(sibling, reached)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            reached = node_hash(reached, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise NotConsistent(f"The proof is too short for sizes {old_size} and {size}.")
    return old_reached, reached


def _measure(hashes: Sequence[bytes], refusal: type[ProofRefused]) -> None:
    for place, each in enumerate(hashes):
        if len(each) != HASH_BYTES:
            raise refusal(f"Hash {place} has {len(each)} bytes instead of {HASH_BYTES}.")
