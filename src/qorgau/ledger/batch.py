"""Batches: pending commitments, shuffled and padded, so that the tree's growth tells nothing."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qorgau.ledger.checkpoint import Checkpoint
from qorgau.ledger.commitment import commit, leaf_hash, new_salt
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.tree import Tree

MULTIPLE = 256
PADDING = b"qorgau/padding/v1"
"""What a padding leaf commits to. No entry has these bytes: every entry begins with a brace."""

_SYSTEM = secrets.SystemRandom()


class RepeatedCommitment(LedgerRefusal):
    """The same commitment waits twice, which would put one entry into the log twice."""


@dataclass(frozen=True, kw_only=True)
class BatchLeaf:
    """A commitment to be put into the log; for padding, also the salt that explains it."""

    commitment: bytes
    padding_salt: bytes | None = None

    @property
    def leaf_hash(self) -> bytes:
        """The hash that becomes the leaf."""
        return leaf_hash(self.commitment)

    @property
    def is_padding(self) -> bool:
        """Whether no entry stands behind it. Never publish this."""
        return self.padding_salt is not None


def make_batch(
    pending: Sequence[bytes],
    *,
    shuffle: Callable[[list[BatchLeaf]], None] = _SYSTEM.shuffle,
    salt: Callable[[], bytes] = new_salt,
) -> tuple[BatchLeaf, ...]:
    """Pad the pending commitments to a multiple of 256, at least 256, and shuffle all of them.

    An empty period still gives 256 leaves: a period with a complaint looks no different.
    """
    if len(set(pending)) < len(pending):
        raise RepeatedCommitment("A commitment waits twice. Take each pending entry up once.")
    missing = MULTIPLE if not pending else -len(pending) % MULTIPLE
    leaves = [BatchLeaf(commitment=each) for each in pending]
    leaves += [_padding(salt()) for _ in range(missing)]
    shuffle(leaves)
    return tuple(leaves)


def integrate(tree: Tree, batch: Sequence[BatchLeaf], *, origin: str) -> Checkpoint:
    """Put a batch into the tree and give the checkpoint to be signed once all of it is durable."""
    tree.extend(leaf.leaf_hash for leaf in batch)
    return Checkpoint(origin=origin, size=tree.size, root=tree.root())


def _padding(salt: bytes) -> BatchLeaf:
    return BatchLeaf(commitment=commit(PADDING, salt=salt), padding_salt=salt)
