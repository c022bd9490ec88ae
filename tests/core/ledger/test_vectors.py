"""Frozen bytes of promise, checkpoint, cosignature and receipt: old receipts must stay readable."""

import json
from pathlib import Path
from typing import Any

from qorgau.ledger.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from qorgau.ledger.commitment import leaf_hash
from qorgau.ledger.cosignature import cosign
from qorgau.ledger.keys import KeyUse, SigningKey, VerifierKey
from qorgau.ledger.receipt import ReceiptState, issue_receipt, verify_receipt
from qorgau.ledger.tree import Tree
from qorgau.ledger.trust import PinnedWitness, Trust

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text())
COMMITMENT = bytes.fromhex(VECTORS["leaves"][0]["commitment"])
OTHER_LEAVES = [bytes([number]) * 32 for number in range(6)]
WITNESSES = [
    SigningKey(name=name, use=KeyUse.COSIGNATURE, seed=bytes([seed]) * 32)
    for name, seed in (("npm.example", 3), ("bar.example", 4), ("ngo.example", 5))
]


def trust_of(log: Any) -> Trust:
    return Trust(
        log=log.key.verifier,
        promise=log.promise_key.verifier,
        witnesses=tuple(
            PinnedWitness(key=key.verifier, body=key.name, outside_the_state=key.name[0] == "n")
            for key in WITNESSES
        ),
    )


def receipt_of(log: Any) -> str:
    tree = Tree([*OTHER_LEAVES[:4], leaf_hash(COMMITMENT), *OTHER_LEAVES[4:]])
    checkpoint = sign_checkpoint(Checkpoint(origin=log.key.name, size=7, root=tree.root()), log.key)
    cosigned = checkpoint.joined(cosign(checkpoint, key=key, at=6000) for key in WITNESSES)
    receipt = issue_receipt(
        log.promise(COMMITMENT), index=4, path=tree.inclusion_proof(4), checkpoint=cosigned
    )
    return str(receipt)


def test_the_frozen_keys_still_hold(log: Any) -> None:
    assert [str(key.verifier) for key in (log.key, log.promise_key, *WITNESSES)] == VECTORS["keys"]
    for written in VECTORS["keys"]:
        assert str(VerifierKey.read(written)) == written


def test_the_frozen_checkpoint_still_holds(log: Any) -> None:
    opened = open_checkpoint(VECTORS["checkpoint"], log=log.key.verifier)
    assert opened.checkpoint.size == 256
    assert str(sign_checkpoint(opened.checkpoint, log.key)) == VECTORS["checkpoint"]


def test_the_frozen_promise_and_receipt_still_hold(log: Any) -> None:
    assert str(log.promise(COMMITMENT)) == VECTORS["promise"]
    assert receipt_of(log) == VECTORS["receipt"]


def test_a_receipt_given_long_ago_is_still_proof(log: Any) -> None:
    entry, salt = VECTORS["leaves"][0]["entry"].encode(), bytes.fromhex(VECTORS["leaves"][0]["salt"])
    verdict = verify_receipt(VECTORS["receipt"], trust_of(log), as_of=1_900_000_000, entry=entry, salt=salt)
    assert verdict.state is ReceiptState.PROVEN
