"""Prove the record against its log: the first entry altered, removed or moved is named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qorgau.ledger.audit import BadIndex, first_bad_checkpoint, first_bad_index
from qorgau.ledger.batch import PADDING
from qorgau.ledger.checkpoint import Checkpoint, open_checkpoint
from qorgau.ledger.commitment import commit, leaf_hash
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.tree import Tree
from qorgau.recording.entry_check import CheckedEntry, checked_entries
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import Batch, Leaf, Pending, SignedCheckpoint, Tile
from qorgau.recording.tree_store import hashes_of


class Trouble(StrEnum):
    """What can be wrong between record and log."""

    LEAF = "leaf"
    """An entry in the log was altered, removed or moved."""
    ROOT = "root"
    """The stored leaves no longer give a root that was signed."""
    CHECKPOINT = "checkpoint"
    """A checkpoint is missing, not signed by the log, or of another batch."""
    WAITING = "waiting"
    """An entry that is not in the log yet was altered, or lost its place in the queue."""
    PROMISE = "promise"
    """An entry was promised to be in the log by a time that has passed, and it is not."""
    INDEX = "index"
    """The objects by which an entry is found are not those that it names."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong, where, and as a sentence."""

    trouble: Trouble
    sentence: str
    index: int | None = None
    entry_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Verification:
    """What was checked and what was found; sound only without findings."""

    entries: int
    leaves: int
    checkpoints: int
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def first_bad_index(self) -> int | None:
        """The first index of the log at which it and the record part."""
        return min((each.index for each in self.findings if each.index is not None), default=None)


def verify_record(*, as_of: int, known: Checkpoint | None = None) -> Verification:
    """Recompute everything from the entries' bytes and compare it with what was signed.

    known: a checkpoint kept elsewhere (by a witness, on paper): the log must still extend it.
    """
    entries = list(checked_entries())
    leaves = {leaf.index: leaf for leaf in Leaf.objects.all()}
    tree = Tree(_tile_hashes())
    checkpoints = list(SignedCheckpoint.objects.order_by("size"))
    findings = (
        *_roots(tree, known),
        *_signatures(checkpoints),
        *_leaves(tree, leaves, {each.commitment: each for each in entries}),
        *_not_in_log(entries, {bytes(leaf.commitment) for leaf in leaves.values()}, as_of),
        *_late(entries, leaves),
        *(_index_finding(each) for each in entries if each.objects_differ),
    )
    return Verification(
        entries=len(entries), leaves=len(leaves), checkpoints=len(checkpoints), findings=findings
    )


def _tile_hashes() -> Iterator[bytes]:
    for number, tile in enumerate(Tile.objects.order_by("number")):
        if tile.number != number:
            return
        yield from hashes_of(bytes(tile.hashes))


def _roots(tree: Tree, known: Checkpoint | None) -> Iterator[Finding]:
    keys = log_keys()
    signed = [
        Checkpoint(origin=keys.origin, size=batch.size, root=bytes(batch.root))
        for batch in Batch.objects.order_by("size")
    ]
    bad = first_bad_checkpoint(tree, [*signed, known] if known else signed)
    if bad is not None:
        good = max((each.size for each in signed if each.size < bad.size), default=0)
        yield Finding(
            trouble=Trouble.ROOT,
            index=good,
            sentence=f"The leaves {good} to {bad.size - 1} no longer give the root of the checkpoint of "
            f"size {bad.size}: leaves were changed or removed after it was signed.",
        )


def _signatures(checkpoints: list[SignedCheckpoint]) -> Iterator[Finding]:
    log = log_keys().log.verifier
    batches = {batch.size: bytes(batch.root) for batch in Batch.objects.all()}
    for stored in checkpoints:
        try:
            signed = open_checkpoint(stored.note, log=log).checkpoint
        except LedgerRefusal as refusal:
            yield _checkpoint_finding(stored.size, str(refusal))
            continue
        if signed.size != stored.size or batches.get(stored.size) != signed.root:
            yield _checkpoint_finding(stored.size, "its root is not that of the stored batch.")
    for size in sorted(batches.keys() - {stored.size for stored in checkpoints}):
        yield _checkpoint_finding(size, "it was never signed, or was removed. Run `qorgau ledger integrate`.")


def _checkpoint_finding(size: int, why: str) -> Finding:
    return Finding(trouble=Trouble.CHECKPOINT, sentence=f"The checkpoint of size {size}: {why}")


def _leaves(
    tree: Tree, leaves: Mapping[int, Leaf], by_commitment: Mapping[bytes, CheckedEntry]
) -> Iterator[Finding]:
    recomputed = [_recomputed(leaves.get(index), by_commitment) for index in range(_extent(tree, leaves))]
    recorded = [tree.leaf(index) for index in range(tree.size)]
    bad = first_bad_index(recorded=recorded, recomputed=recomputed)
    if bad is not None:
        yield _leaf_finding(bad, leaves.get(bad.index), by_commitment)


def _extent(tree: Tree, leaves: Mapping[int, Leaf]) -> int:
    return max(tree.size, *leaves, -1) if not leaves else max(tree.size, max(leaves) + 1)


def _recomputed(leaf: Leaf | None, by_commitment: Mapping[bytes, CheckedEntry]) -> bytes | None:
    if leaf is None:
        return None
    if leaf.padding_salt is not None:
        return leaf_hash(commit(PADDING, salt=bytes(leaf.padding_salt)))
    entry = by_commitment.get(bytes(leaf.commitment))
    return None if entry is None else leaf_hash(entry.recomputed)


def _leaf_finding(bad: BadIndex, leaf: Leaf | None, by_commitment: Mapping[bytes, CheckedEntry]) -> Finding:
    entry = by_commitment.get(bytes(leaf.commitment)) if leaf else None
    named = f" It is stored under the id {entry.id}." if entry else ""
    if entry and entry.key_is_missing:
        named += (
            " The key of a person it names is missing, and no erasure in the record says so: the key "
            "store is another one, or the record is older than an erasure."
        )
    return Finding(
        trouble=Trouble.LEAF,
        index=bad.index,
        entry_id=entry.id if entry else None,
        sentence=f"{bad}{named}",
    )


def _not_in_log(entries: list[CheckedEntry], in_log: set[bytes], as_of: int) -> Iterator[Finding]:
    waiting = {bytes(each) for each in Pending.objects.values_list("commitment", flat=True)}
    outside = [each for each in entries if each.commitment not in in_log]
    for each in outside:
        if each.recomputed != each.commitment:
            yield _waiting_finding(each, "was altered while it waited for the log.")
        if each.commitment not in waiting:
            yield _waiting_finding(each, "is neither in the log nor in the queue for it.")
        if each.merge_by < as_of:
            yield _promise_finding(each, f"and is not there (as of {as_of}).")
    for lost in sorted(waiting - {each.commitment for each in outside} - in_log):
        yield Finding(
            trouble=Trouble.WAITING,
            sentence=f"The commitment {lost.hex()} waits for the log, but its entry was removed.",
        )


def _late(entries: list[CheckedEntry], leaves: Mapping[int, Leaf]) -> Iterator[Finding]:
    sizes = [(batch.size, batch.made_at) for batch in Batch.objects.order_by("size")]
    by_commitment = {bytes(leaf.commitment): leaf.index for leaf in leaves.values()}
    for each in entries:
        index = by_commitment.get(each.commitment)
        made_at = next((at for size, at in sizes if index is not None and index < size), None)
        if made_at is not None and made_at > each.merge_by:
            yield _promise_finding(each, f"and came only at {made_at}.")


def _waiting_finding(each: CheckedEntry, what: str) -> Finding:
    return Finding(trouble=Trouble.WAITING, entry_id=each.id, sentence=f"The entry {each.id} {what}")


def _promise_finding(each: CheckedEntry, what: str) -> Finding:
    return Finding(
        trouble=Trouble.PROMISE,
        entry_id=each.id,
        sentence=f"The entry {each.id} was promised to be in the log by {each.merge_by} {what}",
    )


def _index_finding(each: CheckedEntry) -> Finding:
    return Finding(
        trouble=Trouble.INDEX,
        entry_id=each.id,
        sentence=f"The entry {each.id} is filed under other objects, id or kind than it names. "
        "It would be missing from what is folded. Restore the tables from a backup.",
    )
