"""Checkpoints (C2SP tlog-checkpoint): the log's size and root at one moment, signed by the log."""

from dataclasses import dataclass

from qorgau.ledger.keys import SigningKey, VerifierKey
from qorgau.ledger.lines import base64_from, bytes_from, count_from
from qorgau.ledger.note import Note, read_note, require_signature, sign_note
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.tree import HASH_BYTES


class MalformedCheckpoint(LedgerRefusal):
    """A note's text is not that of a checkpoint."""


class OtherLog(LedgerRefusal):
    """A checkpoint is of another log than the one asked for."""


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """Which log, how many leaves, which root; extension lines are carried, never relied on."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be written in lines and read back the same."""
        if not self.origin or any("\n" in line or not line for line in self._lines()):
            raise MalformedCheckpoint("Origin and extension lines must be single, non-empty lines.")
        if self.size < 0 or len(self.root) != HASH_BYTES:
            raise MalformedCheckpoint(
                f"A checkpoint has a size from 0 and a root of {HASH_BYTES} bytes; "
                f"this has size {self.size} and {len(self.root)} bytes."
            )

    def _lines(self) -> tuple[str, ...]:
        return (self.origin, *self.extensions)

    @property
    def text(self) -> str:
        """The lines that are signed."""
        root = base64_from(self.root)
        return "\n".join((self.origin, str(self.size), root, *self.extensions)) + "\n"


@dataclass(frozen=True, kw_only=True)
class SignedCheckpoint:
    """A checkpoint whose log's signature was checked, with the note it stands in."""

    checkpoint: Checkpoint
    note: Note


def read_checkpoint(text: str) -> Checkpoint:
    """Read the text of a checkpoint; whether it is signed is another question."""
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() != "" or "" in lines:
        raise MalformedCheckpoint("A checkpoint has at least three non-empty lines: origin, size and root.")
    origin, size, root, *extensions = lines
    return Checkpoint(
        origin=origin,
        size=count_from(size, refusal=MalformedCheckpoint),
        root=bytes_from(root, refusal=MalformedCheckpoint),
        extensions=tuple(extensions),
    )


def sign_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> Note:
    """Sign a checkpoint as the log. Only the batch integration may do this."""
    if key.name != checkpoint.origin:
        raise OtherLog(f"The key {key.name} cannot sign for the log {checkpoint.origin}.")
    return sign_note(checkpoint.text, key)


def open_checkpoint(written: str | Note, *, log: VerifierKey) -> SignedCheckpoint:
    """Read a checkpoint and require that it is signed by this log and is of this log."""
    note = read_note(written) if isinstance(written, str) else written
    require_signature(note, log)
    checkpoint = read_checkpoint(note.text)
    if checkpoint.origin != log.name:
        raise OtherLog(
            f"The checkpoint is of the log {checkpoint.origin}, not of {log.name}. Ask for one of "
            "the right log, or for the right trust file."
        )
    return SignedCheckpoint(checkpoint=checkpoint, note=note)
