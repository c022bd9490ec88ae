"""What a client checks when the server has taken an envelope: that it entered this one and nothing more."""

from dataclasses import dataclass, field
from typing import Any

from qorgau.ledger.commitment import commit
from qorgau.ledger.entry import Entry
from qorgau.ledger.entry_reading import read_entry
from qorgau.ledger.keys import VerifierKey
from qorgau.ledger.promise import Promise, open_promise
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.sealing.envelope import Envelope, entry_facts
from qorgau.sealing.refusal import SealingRefusal

HOUR = 3600
BY = "mailbox"
FACTS = {"way": "mailbox"}


class LodgingRefused(SealingRefusal):
    """What the server returned is not proof that this envelope was entered."""


class OtherEnvelopeEntered(LodgingRefused):
    """The entry names other ciphertexts, another body or another mailbox than those sent."""


class EntryTellsTooMuch(LodgingRefused):
    """The entry holds more than the hour, the body and hashes."""


class CommitmentDiffers(LodgingRefused):
    """The commitment is not that of the returned entry and salt."""


class PromiseNotKept(LodgingRefused):
    """The promise is not signed by the pinned key, or is for something else."""


@dataclass(frozen=True, kw_only=True)
class LodgingAnswer:
    """What the server returns: the entry's canonical bytes, the salt, C, and the signed promise."""

    entry: bytes
    salt: bytes = field(repr=False)
    commitment: bytes
    promise: str


def check_lodged(
    envelope: Envelope, answer: LodgingAnswer, *, promise_key: VerifierKey, origin: str
) -> Promise:
    """The promise, if the entry is exactly this envelope's, tells no more than it may, and C follows from it."""
    try:
        entry = read_entry(answer.entry)
        if commit(answer.entry, salt=answer.salt) != answer.commitment:
            raise CommitmentDiffers(
                "The commitment is not that of the entry returned. Keep both and lodge the complaint "
                "elsewhere too, such as with the NPM."
            )
        promise = open_promise(answer.promise, key=promise_key)
    except LedgerRefusal as refusal:
        raise PromiseNotKept(str(refusal)) from refusal
    _require_this_envelope(entry, envelope)
    _require_no_more(entry)
    if (promise.commitment, promise.origin) != (answer.commitment, origin):
        raise PromiseNotKept("The promise is for another commitment or log. Keep it as evidence.")
    return promise


def _require_this_envelope(entry: Entry, envelope: Envelope) -> None:
    ours: dict[str, Any] = {"sealed": entry_facts(envelope), "for": envelope.to, "box": [envelope.box_ed]}
    theirs = {
        "sealed": dict(entry.sealed),
        "for": entry.for_body,
        "box": list(entry.objects.get("box", ())),
    }
    for name, value in ours.items():
        if theirs[name] != value:
            raise OtherEnvelopeEntered(
                f"The server entered another {name!r} than the one sent. What you sent is not registered; "
                "keep this answer and lodge it elsewhere too, such as with the NPM."
            )


def _require_no_more(entry: Entry) -> None:
    told = (entry.recorded % HOUR, entry.by, dict(entry.facts), dict(entry.personal), tuple(entry.happened))
    roles = set(entry.objects) - {"box", "complaint", "request", "body"}
    if told != (0, BY, FACTS, {}, ()) or roles or entry.corrects:
        raise EntryTellsTooMuch(
            "The entry holds a finer time, a name or a fact that an envelope must not leave. Tell the NPM: "
            "the server does not keep to the protocol."
        )
