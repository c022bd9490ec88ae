"""Consent to an erasure: a signed note by each of two bodies, one of them the preventive mechanism."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from qorgau.ledger.keys import VerifierKey
from qorgau.ledger.note import Note, read_note, require_signature
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.refusal import RecordingRefusal

HEADER = "qorgau/erase/v1"
NEEDED = 2


class ConsentMissing(RecordingRefusal):
    """Too few bodies have consented, or the preventive mechanism has not."""


class WrongAuthorities(RecordingRefusal):
    """The file that names the bodies and their keys is not in its form."""


@dataclass(frozen=True, kw_only=True)
class ErasureRequest:
    """Whom to erase from which record, on what ground; the consents sign exactly this."""

    origin: str
    person_id: str
    ground: str
    not_after: int

    def __post_init__(self) -> None:
        """Refuse what could not be written in lines and read back the same."""
        if not self.ground.strip() or "\n" in f"{self.origin}{self.person_id}{self.ground}":
            raise ConsentMissing("An erasure needs its ground (the law and the reason) in one line.")

    @property
    def text(self) -> str:
        """The lines that each body signs."""
        return f"{HEADER}\n{self.origin}\n{self.person_id}\n{self.ground}\n{self.not_after}\n"


def read_request(text: str) -> ErasureRequest:
    """Read the lines of a request as they were signed."""
    lines = text.split("\n")
    if len(lines) != 6 or lines[0] != HEADER or lines[5] or not lines[4].isdigit():
        raise ConsentMissing(
            f"A request has five lines: {HEADER}, the record's name, the person, the ground, and until "
            "when the consents hold (seconds since 1970)."
        )
    return ErasureRequest(origin=lines[1], person_id=lines[2], ground=lines[3], not_after=int(lines[4]))


@dataclass(frozen=True, kw_only=True)
class Authorities:
    """The bodies that may consent, with their keys, and which of them is the preventive mechanism."""

    npm: str
    keys: Mapping[str, VerifierKey]

    def __post_init__(self) -> None:
        """Refuse a list by which one hand could sign for two bodies."""
        if self.npm not in self.keys:
            raise WrongAuthorities(f"The preventive mechanism ({self.npm}) has no key in the list.")
        if len({key.public for key in self.keys.values()}) < len(self.keys):
            raise WrongAuthorities("Two bodies share one key. Each needs a key of its own.")

    @classmethod
    def read(cls, text: str) -> Self:
        """Read {"npm": body, "keys": {body: written key}}."""
        try:
            group = json.loads(text)
            keys = {str(body): VerifierKey.read(written) for body, written in group["keys"].items()}
            return cls(npm=str(group["npm"]), keys=keys)
        except (KeyError, TypeError, AttributeError, json.JSONDecodeError, LedgerRefusal) as error:
            raise WrongAuthorities(
                f'The list of authorities must be {{"npm": body, "keys": {{body: key}}}}: {error}.'
            ) from error


def consenting_bodies(
    request: ErasureRequest, notes: Sequence[str], authorities: Authorities, *, as_of: int
) -> tuple[str, ...]:
    """The bodies whose signed consent to exactly this request is at hand; refused if not enough."""
    if as_of > request.not_after:
        raise ConsentMissing(f"The consents were valid until {request.not_after}. Ask the bodies again.")
    bodies = sorted({body for note in notes for body in _signers(read_note(note), request, authorities)})
    if len(bodies) < NEEDED or authorities.npm not in bodies:
        raise ConsentMissing(
            f"Erasing {request.person_id} needs the signed consent of {NEEDED} bodies, one of them "
            f"{authorities.npm}; consented have: {', '.join(bodies) or 'none'}. Each signs the same request."
        )
    return tuple(bodies)


def _signers(note: Note, request: ErasureRequest, authorities: Authorities) -> list[str]:
    if note.text != request.text:
        raise ConsentMissing(
            "A consent is for another request: another person, ground, record or date. Each body must "
            "sign exactly the request that is carried out."
        )
    claimed = [body for body, key in authorities.keys.items() if any(s.claims(key) for s in note.signatures)]
    for body in claimed:
        require_signature(note, authorities.keys[body])
    return claimed
