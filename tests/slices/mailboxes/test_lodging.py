"""An envelope is registered at once and once, by nobody, in its hour; and whoever sent it can prove it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.slices.mailboxes.bodies import NOW, Bodies, complain, pins
from tests.slices.store import Store

from qorgau.ledger.commitment import commit
from qorgau.ledger.receipt import read_receipt
from qorgau.mailboxes.actions import lodge
from qorgau.mailboxes.actions.receiving import Deferred, receive_envelope
from qorgau.mailboxes.entries import complaint_id_of
from qorgau.mailboxes.models import CiphertextBlob, EnvelopeRow
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.recording.batches import integrate_now
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import StoredEntry
from qorgau.recording.receipts import receipt_of
from qorgau.recording.verification import verify_record
from qorgau.sealing.envelope import check_P, open_narrative
from qorgau.sealing.lodging import LodgingAnswer, check_lodged

HOUR = NOW - NOW % 3600


def entries_lodged() -> int:
    return StoredEntry.objects.filter(kind="ComplaintLodged").count()


def test_the_client_finds_exactly_its_own_envelope_in_the_entry_and_no_more(bodies: Bodies) -> None:
    sent = complain(bodies).envelope
    lodged = lodge(sent, now=NOW)
    answer = LodgingAnswer(
        entry=lodged.entry, salt=lodged.salt, commitment=lodged.commitment, promise=lodged.promise
    )
    promise = check_lodged(sent, answer, promise_key=log_keys().promise.verifier, origin=log_keys().origin)
    assert promise.merge_by > NOW
    assert commit(lodged.entry, salt=lodged.salt) == lodged.commitment


def test_the_entry_holds_the_hour_and_no_person(bodies: Bodies) -> None:
    lodged = lodge(complain(bodies).envelope, now=NOW)
    entry = json.loads(lodged.entry)
    assert entry["recorded"] == HOUR
    assert (entry["by"], entry["happened"], entry["personal"]) == ("mailbox", [], {})
    assert set(entry["objects"]) == {"complaint", "box"}
    assert StoredEntry.objects.get(kind="ComplaintLodged").received == HOUR
    assert EnvelopeRow.objects.get().hour == HOUR


def test_the_body_opens_what_was_kept_and_the_commitment_holds(bodies: Bodies) -> None:
    sent = complain(bodies, "At night, in the yard.").envelope
    lodge(sent, now=NOW)
    row = EnvelopeRow.objects.get()
    kept = bytes(CiphertextBlob.objects.get(sha256=row.narrative).bytes)
    narrative, nonce = open_narrative(kept, bodies.prosecutors.identity)
    check_P(narrative, nonce, bytes.fromhex(row.plain))
    assert narrative.text == "At night, in the yard."
    assert open_narrative(kept, bodies.npm.identity)[0] == narrative


def test_an_envelope_sent_again_in_another_hour_gives_the_same_answer_and_one_entry(bodies: Bodies) -> None:
    sent = complain(bodies).envelope
    first = lodge(sent, now=NOW)
    assert lodge(sent, now=NOW + 5 * 3600) == first
    assert entries_lodged() == 1


def test_envelopes_in_any_order_and_again_are_each_registered_once(embedded: Bodies) -> None:
    box = complain(embedded).mailbox
    sent = [complain(embedded, f"Number {n}", mailbox=box).envelope for n in range(4)]
    for each in (*sent, *reversed(sent), sent[2]):
        lodge(each, now=NOW)
    assert entries_lodged() == 4


def test_other_bytes_under_the_same_mailbox_and_commitment_are_not_the_same_complaint(
    embedded: Bodies,
) -> None:
    one, other = complain(embedded), complain(embedded)
    lodge(one.envelope, now=NOW)
    swapped = replace(one.envelope, narrative=other.envelope.narrative)
    with pytest.raises(MailboxRefusal) as refused:
        lodge(swapped, now=NOW)
    assert refused.value.problem == "differs"
    assert entries_lodged() == 1


def test_a_body_nobody_knows_receives_nothing(embedded: Bodies) -> None:
    sent = replace(complain(embedded).envelope, to="nobody_at_all")
    with pytest.raises(MailboxRefusal) as refused:
        lodge(sent, now=NOW)
    assert refused.value.problem == "unknown_body"
    assert not EnvelopeRow.objects.exists()
    assert not CiphertextBlob.objects.exists()


def test_what_is_sealed_to_health_care_is_a_request_and_no_complaint(embedded: Bodies) -> None:
    sent = replace(complain(embedded).envelope, to="ministry_of_health")
    lodge(sent, now=NOW)
    assert EnvelopeRow.objects.get().kind == "RequestLodged"


def test_the_receipt_is_a_promise_at_once_and_a_proof_from_the_next_batch(bodies: Bodies) -> None:
    lodged = lodge(complain(bodies).envelope, now=NOW)
    entry_id = json.loads(lodged.entry)["id"]
    assert str(receipt_of(entry_id)) == lodged.promise
    integrate_now(as_of=NOW + 3600)
    proven = receipt_of(entry_id)
    assert proven.proof is not None
    assert read_receipt(str(proven)).promise == proven.promise
    assert lodged.salt.hex() not in str(proven)
    assert lodged.complaint_id not in str(proven)
    assert verify_record(as_of=NOW + 3600, known=None).is_sound


def test_one_complaint_and_none_give_trees_of_equal_size(embedded: Bodies) -> None:
    assert integrate_now(as_of=NOW) is not None
    without = integrate_now(as_of=NOW + 3600)
    lodge(complain(embedded).envelope, now=NOW + 3700)
    with_one = integrate_now(as_of=NOW + 7200)
    assert without is not None
    assert with_one is not None
    assert with_one.size - without.size == 256


def test_while_the_record_cannot_be_reached_the_envelope_waits_on_disk(
    embedded: Bodies, sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = complain(embedded).envelope
    record = sqlite_store.folder / "record.sqlite3"
    from django.db import connections

    connections["default"].close()
    record.rename(record.with_suffix(".away"))
    record.mkdir()
    try:
        result = receive_envelope(sent.as_json().encode(), now=NOW)
    finally:
        connections["default"].close()
        record.rmdir()
        record.with_suffix(".away").rename(record)
    assert result == Deferred(is_kept_here=True)
    from qorgau.mailboxes.actions.receiving import register_waiting
    from qorgau.mailboxes.waiting import how_many

    assert register_waiting(now=NOW + 60, most=10) == 1
    assert how_many() == 0
    assert EnvelopeRow.objects.get().complaint_id == complaint_id_of(sent.box_ed, sent.P.hex())


def test_pins_of_this_instance_are_those_that_were_pinned(embedded: Bodies) -> None:
    from qorgau.mailboxes.actions.keys import pins_here

    assert pins_here() == pins()


@pytest.mark.parametrize(("moment", "left"), [("while_storing", 0), ("before_answering", 1)])
def test_a_server_killed_while_it_takes_an_envelope_leaves_all_of_it_or_nothing(
    bodies: Bodies, store: Store, tmp_path: Path, moment: str, left: int
) -> None:
    sent = complain(bodies).envelope
    (tmp_path / "envelope.json").write_text(sent.as_json(), encoding="utf-8")
    done = store.run(
        "tests.slices.mailboxes.killed_lodger", str(tmp_path / "envelope.json"), moment, str(NOW)
    )
    assert done.returncode == 9, done.stderr
    assert entries_lodged() == left
    assert CiphertextBlob.objects.count() == 2 * left
    again = lodge(sent, now=NOW + 3 * 3600)
    assert lodge(sent, now=NOW + 6 * 3600) == again
    assert entries_lodged() == 1
    assert CiphertextBlob.objects.count() == 2
