"""A receipt is a promise at first and a proof from the next batch on; outsiders check it offline."""

import pytest
from tests.slices.recording.small_slice import opened

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.receipt import ReceiptState, verify_receipt
from qorgau.ledger.trust import PinnedWitness, Trust
from qorgau.recording.batches import integrate_now
from qorgau.recording.log_keys import log_keys
from qorgau.recording.receipts import NoSuchEntry, receipt_of
from qorgau.recording.record import record


def trust():
    witnesses = tuple(
        PinnedWitness(
            key=SigningKey.create(f"{body}.example", KeyUse.COSIGNATURE).verifier,
            body=body,
            outside_the_state=body == "coalition",
        )
        for body in ("npm", "bar", "coalition")
    )
    return Trust(log=log_keys().log.verifier, promise=log_keys().promise.verifier, witnesses=witnesses)


def test_an_outsider_checks_promise_and_proof_against_entry_and_salt(store):
    (answer,) = record([opened(1)], received=10)
    held = {"entry": answer.body, "salt": answer.salt}

    promised = verify_receipt(str(receipt_of("opened-1")), trust(), as_of=20, **held)
    integrate_now(as_of=30)
    integrate_now(as_of=40)
    proven = verify_receipt(str(receipt_of("opened-1")), trust(), as_of=50, **held)

    assert (promised.state, promised.commitment) == (ReceiptState.PROMISED, answer.commitment)
    assert (proven.state, proven.checkpoint.size) == (ReceiptState.NOT_PROOF_YET, 512)
    assert proven.commitment == answer.commitment


def test_a_receipt_holds_neither_salt_nor_entry(store):
    (answer,) = record([opened(1)], received=10)
    integrate_now(as_of=30)

    receipt = str(receipt_of("opened-1"))

    for secret in ("opened-1", "custody", answer.salt.hex()):
        assert secret not in receipt


def test_no_receipt_is_made_up_for_an_unknown_id(store):
    with pytest.raises(NoSuchEntry, match="guessed"):
        receipt_of("guessed")
