"""The receipt: what a person keeps to prove, offline, that what they said is in the log.

It is the promise at first and, from the next batch on, a C2SP tlog-proof that carries the promise.
It holds the commitment C, and no code, no salt and no entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qorgau.ledger.checkpoint import Checkpoint, open_checkpoint
from qorgau.ledger.commitment import commit, leaf_hash
from qorgau.ledger.cosignature import checked_cosignatures
from qorgau.ledger.note import Note, read_note
from qorgau.ledger.promise import Promise, open_promise
from qorgau.ledger.proof_files import HEADER, InclusionFile, MalformedProof, read_inclusion_file
from qorgau.ledger.proofs import verify_inclusion
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.trust import PinnedWitness, Trust


class OtherEntry(LedgerRefusal):
    """The entry and salt at hand are not those that the receipt commits to."""


class PromiseOfOtherLog(LedgerRefusal):
    """The promise names another log than the one that is trusted."""


class ReceiptState(StrEnum):
    """What a receipt shows."""

    PROVEN = "proven"
    """The commitment is in the log, and enough witnesses vouch for the log."""
    PROMISED = "promised"
    """The log has promised to take the commitment up; the time has not passed."""
    PROMISE_BROKEN = "promise_broken"
    """The promised time has passed and this receipt holds no proof."""
    NOT_PROOF_YET = "not_proof_yet"
    """The commitment is in the log's checkpoint, but too few witnesses vouch for it."""
    REFUSED = "refused"
    """Something in the receipt is forged, changed or of another log."""


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """A promise and, once the batch is integrated, the proof that it was kept."""

    promise: Note
    proof: InclusionFile | None = None

    def __str__(self) -> str:
        """The receipt as it is kept."""
        return str(self.promise) if self.proof is None else str(self.proof)


@dataclass(frozen=True, kw_only=True)
class ReceiptVerdict:
    """What the receipt shows, why, and, where it was refused, which check refused it."""

    state: ReceiptState
    why: str
    detector: str | None = None
    commitment: bytes | None = None
    index: int | None = None
    checkpoint: Checkpoint | None = None
    witnesses: tuple[PinnedWitness, ...] = ()


def issue_receipt(promise: Note, *, index: int, path: Sequence[bytes], checkpoint: Note) -> Receipt:
    """Join a promise with the proof that it was kept; `checkpoint` with all cosignatures so far."""
    proof = InclusionFile(index=index, path=tuple(path), checkpoint=checkpoint, extra=str(promise).encode())
    return Receipt(promise=promise, proof=proof)


def read_receipt(written: str) -> Receipt:
    """Take a receipt apart; nothing in it is checked yet."""
    if not written.startswith(HEADER):
        return Receipt(promise=read_note(written))
    proof = read_inclusion_file(written)
    if proof.extra is None:
        raise MalformedProof("The proof carries no promise, so it does not say what it proves.")
    try:
        promise = read_note(proof.extra.decode())
    except UnicodeDecodeError as error:
        raise MalformedProof("The promise in the proof is not text.") from error
    return Receipt(promise=promise, proof=proof)


def verify_receipt(
    written: str,
    trust: Trust,
    *,
    as_of: int,
    entry: bytes | None = None,
    salt: bytes | None = None,
) -> ReceiptVerdict:
    """Say what a receipt shows as of a time, with nothing but the pinned keys: no network.

    entry and salt, where the holder was given them, must recompute to the receipt's commitment.
    """
    try:
        receipt = read_receipt(written)
        promise = _checked_promise(receipt, trust, entry=entry, salt=salt)
        if receipt.proof is None:
            return _promised(promise, as_of)
        return _proven(receipt.proof, promise, trust)
    except LedgerRefusal as refusal:
        return ReceiptVerdict(state=ReceiptState.REFUSED, why=str(refusal), detector=type(refusal).__name__)


def _checked_promise(receipt: Receipt, trust: Trust, *, entry: bytes | None, salt: bytes | None) -> Promise:
    promise = open_promise(receipt.promise, key=trust.promise)
    if promise.origin != trust.log.name:
        raise PromiseOfOtherLog(
            f"The promise is for the log {promise.origin}, not for {trust.log.name}. Use the trust "
            "file of that log."
        )
    if (entry is None) != (salt is None):
        raise OtherEntry("Give entry and salt together: only both recompute the commitment.")
    if entry is not None and salt is not None and commit(entry, salt=salt) != promise.commitment:
        raise OtherEntry(
            "This entry with this salt gives another commitment than the receipt's: the receipt is "
            "for something else, or the entry was changed. Keep all three and show them to the NPM."
        )
    return promise


def _promised(promise: Promise, as_of: int) -> ReceiptVerdict:
    running = as_of <= promise.merge_by
    why = (
        "Promised, not yet in the log. Fetch the full receipt after the promised time."
        if running
        else "Promise broken, unless the log shows the proof now: the promised time has passed and "
        "this receipt holds none. Ask the log for the proof. If it gives none, this note is "
        "evidence against it: take it to a witness or the NPM."
    )
    return ReceiptVerdict(
        state=ReceiptState.PROMISED if running else ReceiptState.PROMISE_BROKEN,
        why=why,
        commitment=promise.commitment,
    )


def _proven(proof: InclusionFile, promise: Promise, trust: Trust) -> ReceiptVerdict:
    signed = open_checkpoint(proof.checkpoint, log=trust.log)
    verify_inclusion(
        leaf_hash(promise.commitment),
        index=proof.index,
        size=signed.checkpoint.size,
        root=signed.checkpoint.root,
        proof=proof.path,
    )
    witnesses = _vouching(proof.checkpoint, trust)
    lacking = _lacking(witnesses, trust)
    return ReceiptVerdict(
        state=ReceiptState.NOT_PROOF_YET if lacking else ReceiptState.PROVEN,
        why=lacking or "In the log, and enough witnesses vouch for the log.",
        commitment=promise.commitment,
        index=proof.index,
        checkpoint=signed.checkpoint,
        witnesses=witnesses,
    )


def _vouching(checkpoint: Note, trust: Trust) -> tuple[PinnedWitness, ...]:
    cosigned = checked_cosignatures(checkpoint, [each.key for each in trust.witnesses])
    by_key = {each.witness for each in cosigned}
    return tuple(each for each in trust.witnesses if each.key in by_key)


def _lacking(witnesses: Sequence[PinnedWitness], trust: Trust) -> str:
    outside = any(each.outside_the_state for each in witnesses)
    if len(witnesses) >= trust.needed and outside:
        return ""
    return (
        f"{len(witnesses)} of {len(trust.witnesses)} pinned witnesses have cosigned; {trust.needed} "
        f"are needed, one of them outside the State ({'there' if outside else 'missing'}). Until "
        "then the log could show others another history. Fetch the receipt again later."
    )
