"""What the client checks when the server says that an envelope was entered."""

from dataclasses import replace

import pytest
from tests.core.sealing.people import ORIGIN, sealed

from qorgau.ledger.commitment import commit, new_salt
from qorgau.ledger.entry import Entry, canonical
from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.promise import Promise, give_promise
from qorgau.sealing.envelope import Envelope, entry_facts
from qorgau.sealing.lodging import (
    CommitmentDiffers,
    EntryTellsTooMuch,
    LodgingAnswer,
    OtherEnvelopeEntered,
    PromiseNotKept,
    check_lodged,
)

HOUR = 3600 * 480_000
PROMISE = SigningKey.create(f"{ORIGIN}/promise", KeyUse.NOTE)
ENVELOPE = sealed()


def entered(envelope: Envelope = ENVELOPE, **changes: object) -> Entry:
    """The entry as an honest server makes it."""
    fields: dict[str, object] = {
        "instance": "desk.example",
        "id": "e-1",
        "kind": "ComplaintLodged",
        "recorded": HOUR,
        "by": "mailbox",
        "for_body": envelope.to,
        "objects": {"complaint": ["c-1"], "box": [envelope.box_ed]},
        "facts": {"way": "mailbox"},
        "sealed": entry_facts(envelope),
    }
    return Entry(**{**fields, **changes})  # type: ignore[arg-type]


def answer(entry: Entry, *, key: SigningKey = PROMISE, origin: str = ORIGIN) -> LodgingAnswer:
    """What a server returns for an entry."""
    salt, written = new_salt(), canonical(entry)
    commitment = commit(written, salt=salt)
    promise = give_promise(Promise(origin=origin, commitment=commitment, merge_by=HOUR + 7200), key)
    return LodgingAnswer(entry=written, salt=salt, commitment=commitment, promise=str(promise))


def check(returned: LodgingAnswer) -> Promise:
    """What the client says to it."""
    return check_lodged(ENVELOPE, returned, promise_key=PROMISE.verifier, origin=ORIGIN)


def test_an_honest_answer_is_a_promise_for_this_envelope() -> None:
    assert check(answer(entered())).merge_by == HOUR + 7200


def test_an_entry_of_another_envelope_is_refused() -> None:
    with pytest.raises(OtherEnvelopeEntered):
        check(answer(entered(sealed("another"))))


def test_an_entry_for_the_accused_body_is_refused() -> None:
    with pytest.raises(OtherEnvelopeEntered):
        check(answer(entered(for_body="kz/prison-4")))


def test_a_single_swapped_ciphertext_is_refused() -> None:
    swapped = entry_facts(ENVELOPE) | {"identity": "ab" * 32}
    with pytest.raises(OtherEnvelopeEntered):
        check(answer(entered(sealed=swapped)))


@pytest.mark.parametrize(
    "change",
    [
        {"recorded": HOUR + 61},
        {"by": "officer-7"},
        {"facts": {"way": "mailbox", "address": "10.0.0.7"}},
        {"objects": {"complaint": ["c-1"], "box": [ENVELOPE.box_ed], "person": ["p-1"]}},
        {"personal": {"p-1": "x"}},
    ],
)
def test_an_entry_that_tells_more_than_the_hour_and_the_body_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(EntryTellsTooMuch):
        check(answer(entered(**change)))


def test_a_commitment_of_something_else_is_refused() -> None:
    with pytest.raises(CommitmentDiffers):
        check(replace(answer(entered()), commitment=bytes(32)))


def test_a_promise_by_another_key_for_another_log_or_entry_is_refused() -> None:
    honest = answer(entered())
    wrong = [
        answer(entered(), key=SigningKey.create(f"{ORIGIN}/promise", KeyUse.NOTE)),
        answer(entered(), origin="log.example/other"),
        replace(honest, promise=answer(entered()).promise),
        replace(honest, promise="nothing"),
    ]
    for each in wrong:
        with pytest.raises(PromiseNotKept):
            check(each)
