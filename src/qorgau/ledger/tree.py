"""The log's Merkle tree (RFC 9162): what is in it can be proved, and nothing leaves it unseen."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Self

from qorgau.ledger.refusal import LedgerRefusal

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
_NODE = b"\x01"


class NotInTree(LedgerRefusal):
    """A leaf or a size was asked for that the tree does not hold."""


class NothingToCompare(LedgerRefusal):
    """Every tree extends the empty one, so a proof from size 0 would say nothing."""


class BrokenLevels(LedgerRefusal):
    """Stored levels do not fit one another."""


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: SHA-256(0x01 || left || right)."""
    return hashlib.sha256(_NODE + left + right).digest()


class Tree:
    """An append-only tree over leaf hashes; level k holds the roots of all full 2^k groups."""

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        """Begin with these leaves, in this order."""
        self._levels: list[bytearray] = [bytearray()]
        self._ragged = lru_cache(maxsize=8)(self._ragged_edge)
        self.extend(leaf_hashes)

    @classmethod
    def from_levels(cls, levels: Sequence[bytes]) -> Self:
        """Take up levels stored earlier; refuse them where their lengths do not fit."""
        tree = cls()
        tree._levels = [bytearray(level) for level in levels] or [bytearray()]
        size = tree.size
        for height, level in enumerate(tree._levels):
            if len(level) != (size >> height) * HASH_BYTES or (height and not level):
                raise BrokenLevels(
                    f"Level {height} has {len(level)} bytes; {size} leaves need "
                    f"{(size >> height) * HASH_BYTES}. Rebuild the tree from its leaves."
                )
        if size >> len(tree._levels):
            raise BrokenLevels(f"{size} leaves need more levels. Rebuild the tree from its leaves.")
        return tree

    @property
    def size(self) -> int:
        """How many leaves the tree has."""
        return len(self._levels[0]) // HASH_BYTES

    @property
    def levels(self) -> tuple[bytes, ...]:
        """All levels from the leaves up, to be stored; `from_levels` takes them up again."""
        return tuple(bytes(level) for level in self._levels)

    def append(self, leaf_hash: bytes) -> int:
        """Add one leaf hash (32 bytes) at the end and return its index."""
        if len(leaf_hash) != HASH_BYTES:
            raise NotInTree(f"A leaf hash has {HASH_BYTES} bytes; this one has {len(leaf_hash)}.")
        levels = self._levels
        index = len(levels[0]) // HASH_BYTES
        levels[0] += leaf_hash
        place, height = index, 0
        while place & 1:
            pair = levels[height][-2 * HASH_BYTES :]
            height += 1
            if height == len(levels):
                levels.append(bytearray())
            levels[height] += hashlib.sha256(_NODE + pair).digest()
            place >>= 1
        return index

    def extend(self, leaf_hashes: Iterable[bytes]) -> None:
        """Add many leaf hashes, level by level: the fast way for a batch or a rebuild."""
        joined = b"".join(_measured(leaf_hashes))
        self._levels[0] += joined
        height = 0
        while len(self._levels[height]) >= 2 * HASH_BYTES:
            if height + 1 == len(self._levels):
                self._levels.append(bytearray())
            _fill(self._levels[height + 1], self._levels[height])
            height += 1

    def leaf(self, index: int) -> bytes:
        """The leaf hash at this index."""
        self._within(index + 1, at_least=1)
        return self._node(0, index)

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` leaves; of all of them if no size is given."""
        size = self.size if size is None else size
        self._within(size)
        if size == 0:
            return EMPTY_ROOT
        height = (size - 1).bit_length()
        if size == 1 << height:
            return self._node(height, 0)
        edge = self._ragged(size)[height]
        assert edge is not None
        return edge

    def inclusion_proof(self, index: int, size: int | None = None) -> list[bytes]:
        """The hashes that lead from the leaf at `index` to the root of the first `size` leaves."""
        size = self.size if size is None else size
        self._within(size, at_least=1)
        if not 0 <= index < size:
            raise NotInTree(f"Leaf {index} is not among the first {size} leaves (0 to {size - 1}).")
        return self._path(0, index, size)

    def consistency_proof(self, old_size: int, size: int | None = None) -> list[bytes]:
        """The hashes that show the first `old_size` leaves unchanged in the first `size`."""
        size = self.size if size is None else size
        self._within(size)
        if old_size == 0:
            raise NothingToCompare("A proof from size 0 says nothing. Ask from size 1 or more.")
        if not 0 < old_size <= size:
            raise NotInTree(f"The older size {old_size} must lie within 1 to {size}.")
        if old_size == size:
            return []
        height = (old_size & -old_size).bit_length() - 1
        place = (old_size >> height) - 1
        path = self._path(height, place, size)
        # A full old tree is its own first hash: its reader knows it already as the old root.
        return path if place == 0 else [self._node(height, place), *path]

    def _path(self, height: int, place: int, size: int) -> list[bytes]:
        edges = self._ragged(size)
        last = (size - 1) >> height
        path = []
        while last:
            sibling = place ^ 1
            if sibling < size >> height:
                path.append(self._node(height, sibling))
            elif sibling == last:
                edge = edges[height]
                assert edge is not None
                path.append(edge)
            height, place, last = height + 1, place >> 1, last >> 1
        return path

    def _ragged_edge(self, size: int) -> tuple[bytes | None, ...]:
        # By height: the root of the leaves right of the last full group, None where there are none.
        edge: bytes | None = None
        edges: list[bytes | None] = []
        for height in range(size.bit_length() + 1):
            edges.append(edge)
            full = size >> height
            if full & 1:
                last = self._node(height, full - 1)
                edge = last if edge is None else node_hash(last, edge)
        return tuple(edges)

    def _node(self, height: int, place: int) -> bytes:
        return bytes(self._levels[height][place * HASH_BYTES : (place + 1) * HASH_BYTES])

    def _within(self, size: int, *, at_least: int = 0) -> None:
        if not at_least <= size <= self.size:
            raise NotInTree(f"Size {size} is not within {at_least} to {self.size}, the tree's size.")


def _measured(leaf_hashes: Iterable[bytes]) -> Iterable[bytes]:
    for place, leaf in enumerate(leaf_hashes):
        if len(leaf) != HASH_BYTES:
            raise NotInTree(f"Leaf hash {place} has {len(leaf)} bytes instead of {HASH_BYTES}.")
        yield leaf


def _fill(upper: bytearray, lower: bytearray) -> None:
    sha256 = hashlib.sha256
    pairs = memoryview(lower)
    done, full = len(upper) * 2, len(lower) - len(lower) % (2 * HASH_BYTES)
    upper += b"".join(
        [
            sha256(_NODE + pairs[start : start + 2 * HASH_BYTES]).digest()
            for start in range(done, full, 2 * HASH_BYTES)
        ]
    )
