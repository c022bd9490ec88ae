"""The promise: given at once, signed by its own key: "C will be in the log by this time"."""

from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum

from qorgau.ledger.commitment import HASH_BYTES, leaf_hash
from qorgau.ledger.keys import SigningKey, VerifierKey
from qorgau.ledger.lines import base64_from, bytes_from, count_from
from qorgau.ledger.note import Note, read_note, require_signature, sign_note
from qorgau.ledger.refusal import LedgerRefusal

HEADER = "qorgau/promise/v1"


class MalformedPromise(LedgerRefusal):
    """A note's text is not that of a promise."""


class PromiseState(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    """The log holds the promised leaf."""
    RUNNING = "running"
    """The leaf is not there yet, and its time has not passed."""
    BROKEN = "broken"
    """Its time has passed and the leaf is not in the log; the promise itself is the evidence."""


@dataclass(frozen=True, kw_only=True)
class Promise:
    """Which commitment will be in which log by when (seconds since 1970, UTC)."""

    origin: str
    commitment: bytes
    merge_by: int

    def __post_init__(self) -> None:
        """Refuse what could not be written in four lines and read back the same."""
        if not self.origin or "\n" in self.origin or len(self.commitment) != HASH_BYTES:
            raise MalformedPromise("A promise names a log in one line and a commitment of 32 bytes.")
        if self.merge_by < 0:
            raise MalformedPromise(f"merge-by is {self.merge_by}; give seconds since 1970 (UTC).")

    @property
    def text(self) -> str:
        """The lines that are signed."""
        commitment = base64_from(self.commitment)
        return f"{HEADER}\n{self.origin}\n{commitment}\n{self.merge_by}\n"


def merge_deadline(*, received: int, period: int) -> int:
    """The end of the period after the one an entry came in, so that the time tells the batch only.

    received: seconds since 1970 (UTC); period: seconds between batches. Both batches' ends are
    far enough away that a worker which skips one run still keeps its word.
    """
    if period <= 0:
        raise MalformedPromise(f"A period of {period} seconds is not possible. Give 1 or more.")
    return (received // period + 2) * period


def give_promise(promise: Promise, key: SigningKey) -> Note:
    """Sign a promise. Give it only for an entry that is already durable."""
    return sign_note(promise.text, key)


def read_promise(text: str) -> Promise:
    """Read the text of a promise; whether it is signed is another question."""
    lines = text.split("\n")
    if len(lines) != 5 or lines[0] != HEADER or lines[4]:
        raise MalformedPromise(f"A promise has four lines, the first of them {HEADER}.")
    return Promise(
        origin=lines[1],
        commitment=bytes_from(lines[2], refusal=MalformedPromise),
        merge_by=count_from(lines[3], refusal=MalformedPromise),
    )


def open_promise(written: str | Note, *, key: VerifierKey) -> Promise:
    """Read a promise and require that it is signed by this key."""
    note = read_note(written) if isinstance(written, str) else written
    require_signature(note, key)
    return read_promise(note.text)


def judge_promise(promise: Promise, *, leaf_hashes: Container[bytes], as_of: int) -> PromiseState:
    """Tell what became of a promise, given all leaf hashes the log has published as of a time."""
    if leaf_hash(promise.commitment) in leaf_hashes:
        return PromiseState.KEPT
    return PromiseState.RUNNING if as_of <= promise.merge_by else PromiseState.BROKEN
