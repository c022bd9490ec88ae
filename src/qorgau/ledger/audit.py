"""Compare a record with its log, leaf by leaf: the first place where they part is named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qorgau.ledger.checkpoint import Checkpoint
from qorgau.ledger.tree import Tree


class Fault(StrEnum):
    """What was done to the record at the first bad index."""

    ALTERED = "altered"
    """The entry at this index is not the one that was committed to."""
    REMOVED = "removed"
    """The entry at this index is gone."""
    REORDERED = "reordered"
    """An entry of another place stands at this index."""
    ADDED = "added"
    """The record holds an entry here that the log never took."""


@dataclass(frozen=True, kw_only=True)
class BadIndex:
    """The first index at which record and log part, and what was done there."""

    index: int
    fault: Fault

    def __str__(self) -> str:
        """The finding as a sentence."""
        return f"Leaf {self.index}: {_SENTENCES[self.fault]}"


_SENTENCES = {
    Fault.ALTERED: "the entry was altered after it was committed to.",
    Fault.REMOVED: "the entry was removed.",
    Fault.REORDERED: "an entry of another place in the log stands here.",
    Fault.ADDED: "the record holds an entry that the log never took.",
}


def first_bad_index(*, recorded: Sequence[bytes], recomputed: Sequence[bytes | None]) -> BadIndex | None:
    """Compare the log's leaf hashes with those recomputed from the entries, in the log's order.

    recorded: what the log published; recomputed: leaf hashes from entry and salt, None where the
    entry is missing (an erased entry and padding are recomputed from what is kept of them).
    """
    for index, leaf in enumerate(recorded):
        if index >= len(recomputed) or recomputed[index] is None:
            return BadIndex(index=index, fault=Fault.REMOVED)
        if recomputed[index] != leaf:
            return BadIndex(index=index, fault=_fault_at(index, recorded, recomputed))
    if len(recomputed) > len(recorded):
        return BadIndex(index=len(recorded), fault=Fault.ADDED)
    return None


def first_bad_checkpoint(tree: Tree, checkpoints: Iterable[Checkpoint]) -> Checkpoint | None:
    """The smallest signed checkpoint that the leaves no longer give, None if all still fit.

    Whoever rewrites entry and leaf together cannot rewrite the checkpoints that others hold: the
    change lies between the last good checkpoint and this one.
    """
    for checkpoint in sorted(checkpoints, key=lambda each: each.size):
        if checkpoint.size > tree.size or tree.root(checkpoint.size) != checkpoint.root:
            return checkpoint
    return None


def _fault_at(index: int, recorded: Sequence[bytes], recomputed: Sequence[bytes | None]) -> Fault:
    expected, found = recorded[index], recomputed[index]
    if expected in recomputed:
        # The right entry is still there, only later: something was moved or pushed in before it.
        return Fault.REORDERED if found in recorded else Fault.ADDED
    if found in recorded[index + 1 :]:
        return Fault.REMOVED
    return Fault.ALTERED
