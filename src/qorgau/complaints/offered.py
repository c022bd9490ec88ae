"""What a person gives to an act on complaints, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qorgau.complaints.entries import About, Known, Naming, Way
from qorgau.custody.times import When


@dataclass(frozen=True, kw_only=True)
class Complainant:
    """Who complains, or whom it was done to. All of it is personal and encrypted under a key of their own.

    contact: how to reach them; contact_safe: when and how that is safe; custody: their custody record, if known.
    """

    name: str = ""
    born_on: str = ""
    contact: str = ""
    contact_safe: str = ""
    custody: str = ""


@dataclass(frozen=True, kw_only=True)
class NamedOfficer:
    """An officer as the complaint names them.

    officer: the id of one already known, else "" and a new one is made. name, rank and described_as are personal.
    body, since, until: where they serve or served (civil days); named_by: a word of the vocabulary.
    """

    officer: str = ""
    name: str = ""
    rank: str = ""
    described_as: str = ""
    body: str = ""
    since: str = ""
    until: str = ""
    named_by: str = "victim"
    allegation: str = ""


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """What a complaint says, in codes; of a sealed one, what the body states after opening it.

    act_on: civil day, YYYY-MM-DD, or ""; place_type: of bodies.yaml; accused_body: whose officers, if known.
    plain_agrees: whether the plaintext fits the commitment P that came with it.
    """

    about: About | None = None
    allegation: str = ""
    act_on: str = ""
    place: str = ""
    place_type: str = ""
    region: str = ""
    accused_body: str = ""
    officers: Sequence[NamedOfficer] = ()
    plain_agrees: Known = Known.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class Consents:
    """A doctor's three questions, each asked apart; told_beforehand: what must be reported was said before."""

    examine: Known = Known.UNKNOWN
    photograph: Known = Known.UNKNOWN
    disclose: Known = Known.UNKNOWN
    told_beforehand: Known = Known.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class NewComplaint:
    """A complaint typed in by somebody, or taken up without one.

    to_body: who receives it. happened: when it was made. on_behalf: "self" or "other"; person_knows: whether the
    person it is for knows of it. letter_opened, addressee: of a letter. outside: it was made elsewhere and is
    only followed here, so this registers nothing for the State. narrative: personal. signs_seen: ex officio.
    """

    way: Way
    to_body: str
    happened: When | None = None
    naming: Naming = Naming.CONFIDENTIAL
    on_behalf: str = "self"
    person_knows: Known = Known.UNKNOWN
    under_guardianship: Known = Known.UNKNOWN
    complainant: Complainant = Complainant()
    victim: Complainant | None = None
    narrative: str = ""
    particulars: Particulars = Particulars()
    letter_opened: Known = Known.UNKNOWN
    addressee: str = ""
    consents: Consents | None = None
    outside: bool = False
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class NewEvidence:
    """A piece of evidence: its kind, the SHA-256 of the file or the seal, who holds it; description is personal.

    sealed_copy: the hash of a copy sealed to the NPM.
    """

    kind: str
    sha256: str = ""
    size: int = 0
    held_by: str = ""
    description: str = ""
    sealed_copy: str = ""
    happened: When | None = None


@dataclass(frozen=True, kw_only=True)
class MoveAsked:
    """A move of a procedure as somebody wants to make it.

    reasons: personal text; why_not: condition -> why it was not done (personal); facts: coded; body: the party or
    body that makes it, where that is not the actor's own; officers, decision: what it is about, where it is.
    """

    move: str
    ground: str = ""
    reasons: str = ""
    why_not: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str | int] = field(default_factory=dict)
    body: str = ""
    officers: Sequence[str] = ()
    decision: str = ""
    happened: When | None = None
