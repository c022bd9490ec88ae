"""A small log with its witnesses, made of the real parts, for the tests of this room."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings

from qorgau.ledger.batch import integrate, make_batch
from qorgau.ledger.checkpoint import Checkpoint, sign_checkpoint
from qorgau.ledger.commitment import commit, leaf_hash
from qorgau.ledger.entry import Entry, canonical
from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.note import Note
from qorgau.ledger.promise import Promise, give_promise
from qorgau.ledger.proof_files import ConsistencyFile
from qorgau.ledger.receipt import Receipt, issue_receipt
from qorgau.ledger.tree import Tree
from qorgau.ledger.trust import PinnedWitness, Trust
from qorgau.ledger.witness import Witness

# On a busy machine an example may take long; that says nothing about the ledger.
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")

ORIGIN = "log.example/kz"
MERGE_BY = 7200


def note_key(name: str, seed: int) -> SigningKey:
    return SigningKey(name=name, use=KeyUse.NOTE, seed=bytes([seed]) * 32)


@dataclass
class SmallLog:
    """A log that keeps its leaves, its key and the key of its promises."""

    key: SigningKey = field(default_factory=lambda: note_key(ORIGIN, 1))
    promise_key: SigningKey = field(default_factory=lambda: note_key(ORIGIN + "/promise", 2))
    tree: Tree = field(default_factory=Tree)
    leaves: list[bytes] = field(default_factory=list)

    def promise(self, commitment: bytes, merge_by: int = MERGE_BY) -> Note:
        promise = Promise(origin=self.key.name, commitment=commitment, merge_by=merge_by)
        return give_promise(promise, self.promise_key)

    def take(self, *pending: bytes) -> Note:
        batch = make_batch(pending)
        self.leaves += [leaf.leaf_hash for leaf in batch]
        return sign_checkpoint(integrate(self.tree, batch, origin=self.key.name), self.key)

    def checkpoint(self, size: int) -> Note:
        checkpoint = Checkpoint(origin=self.key.name, size=size, root=self.tree.root(size))
        return sign_checkpoint(checkpoint, self.key)

    def growth(self, old_size: int, size: int) -> ConsistencyFile:
        path = self.tree.consistency_proof(old_size, size)
        return ConsistencyFile(old_size=old_size, path=tuple(path))

    def receipt(self, commitment: bytes, checkpoint: Note) -> Receipt:
        index = self.leaves.index(leaf_hash(commitment))
        return issue_receipt(
            self.promise(commitment),
            index=index,
            path=self.tree.inclusion_proof(index),
            checkpoint=checkpoint,
        )

    def trust(self, witnesses: Sequence[Witness]) -> Trust:
        return Trust(
            log=self.key.verifier,
            promise=self.promise_key.verifier,
            witnesses=tuple(
                PinnedWitness(
                    key=witness.key.verifier,
                    body=witness.key.name,
                    outside_the_state=witness.key.name.startswith("ngo"),
                )
                for witness in witnesses
            ),
        )


@pytest.fixture
def log() -> SmallLog:
    return SmallLog()


@pytest.fixture
def witnesses(log: SmallLog, tmp_path: Path) -> list[Witness]:
    """Two witnesses of the State and one outside it, each in a folder of its own."""
    return [
        Witness.create(tmp_path / name, name=name, logs=[log.key.verifier])
        for name in ("npm.example", "bar.example", "ngo.example")
    ]


@pytest.fixture
def trust(log: SmallLog, witnesses: list[Witness]) -> Trust:
    return log.trust(witnesses)


@pytest.fixture
def entry() -> bytes:
    return canonical(
        Entry(
            instance="desk-7.example",
            id="complaint-1",
            kind="ComplaintReceived",
            recorded=3600,
            for_body="kz/special-prosecutor",
            facts={"canary": "narrative-in-the-entry"},
            objects={"place": ["place-in-the-entry"]},
        )
    )


@pytest.fixture
def salt() -> bytes:
    return bytes(range(32))


@pytest.fixture
def commitment(entry: bytes, salt: bytes) -> bytes:
    return commit(entry, salt=salt)
