"""Signed notes (C2SP signed-note): a text and the signatures under it, readable by eye."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qorgau.ledger.keys import KeyUse, MalformedKey, SigningKey, VerifierKey
from qorgau.ledger.lines import base64_from, bytes_from
from qorgau.ledger.refusal import LedgerRefusal

MOST_SIGNATURES = 64
LONGEST_NOTE = 1_000_000
_DASH = "\u2014 "
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]")


class MalformedNote(LedgerRefusal):
    """A text is not in the form of a signed note."""


class SignatureFails(LedgerRefusal):
    """A signature that claims to be by a known key was not made by it over this text."""


class NotSigned(LedgerRefusal):
    """No key that we trust has signed this note."""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One line under a note: who claims to have signed, and the bytes."""

    name: str
    key_id: bytes
    raw: bytes

    @property
    def line(self) -> str:
        """The signature as it stands under the note, line end included."""
        return f"{_DASH}{self.name} {base64_from(self.key_id + self.raw)}\n"

    def claims(self, key: VerifierKey) -> bool:
        """Tell whether the line says it is by this key; only checking it shows that it is."""
        return self.name == key.name and self.key_id == key.key_id


@dataclass(frozen=True, kw_only=True)
class Note:
    """A text, ending in a line end, and its signatures as read: not yet checked."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        """The whole note as it is stored and sent."""
        return self.text + "\n" + "".join(each.line for each in self.signatures)

    def joined(self, more: Iterable[Signature]) -> "Note":
        """The same text with further signatures under it; one already there is not repeated."""
        new = dict.fromkeys((*self.signatures, *more))
        return Note(text=self.text, signatures=tuple(new))


def read_note(written: str) -> Note:
    """Take a note apart; nothing in it may be believed before `require_signature`."""
    if len(written) > LONGEST_NOTE or _CONTROL.search(written):
        raise MalformedNote("A note holds at most 1 MB of text and no control characters.")
    text, gap, under = written.rpartition("\n\n")
    if not gap or not under.endswith("\n"):
        raise MalformedNote(
            "This is not a signed note: it needs a text, an empty line and signature lines, each "
            "ended by a line feed. Take the file as it was issued."
        )
    lines = under.split("\n")[:-1]
    if len(lines) > MOST_SIGNATURES:
        raise MalformedNote(f"More than {MOST_SIGNATURES} signatures stand under this note.")
    return Note(text=text + "\n", signatures=tuple(read_signature(line) for line in lines))


def read_signature(line: str) -> Signature:
    """Read one signature line without its line end."""
    name, gap, written = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not name or not gap:
        raise MalformedNote(f"{line[:60]!r} is not a signature line: `— name base64`.")
    raw = bytes_from(written, refusal=MalformedNote)
    if len(raw) < 5:
        raise MalformedNote(f"The signature by {name!r} is cut short.")
    return Signature(name=name, key_id=raw[:4], raw=raw[4:])


def sign_note(text: str, *signers: SigningKey) -> Note:
    """Sign a text that ends in a line end, by one or more keys."""
    if not text.endswith("\n") or _CONTROL.search(text):
        raise MalformedNote("The text of a note ends in a line end and has no control characters.")
    return Note(text=text, signatures=tuple(_signature(text, key) for key in signers))


def require_signature(note: Note, key: VerifierKey) -> None:
    """Raise unless this key signed this note; signatures by other keys are left aside."""
    claimed = [each for each in note.signatures if each.claims(key)]
    if not claimed:
        raise NotSigned(
            f"No signature by {key.name} ({key.key_id.hex()}) stands under this note. "
            f"It is signed by: {_names(note.signatures)}. Check that the trust file names the "
            "right key."
        )
    for each in claimed:
        if not key.holds(note.text.encode(), each.raw):
            raise SignatureFails(
                f"The signature by {key.name} does not fit the text: the text or the signature "
                "was changed after signing. Do not rely on it."
            )


def _signature(text: str, key: SigningKey) -> Signature:
    if key.use is not KeyUse.NOTE:
        raise MalformedKey(f"{key.name} is a witness's key; it cosigns checkpoints, not notes.")
    return Signature(name=key.name, key_id=key.verifier.key_id, raw=key.sign(text.encode()))


def _names(signatures: Sequence[Signature]) -> str:
    return ", ".join(f"{each.name} ({each.key_id.hex()})" for each in signatures) or "nobody"
