"""What is asked and answered, and the kinds of entry that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qorgau.custody.entries import OF_A_CUSTODY, PERSON
from qorgau.lawbook import Language
from qorgau.recording.kinds import EntryKind, register_kinds

ENQUIRY = "enquiry"
RECEIVED, ANSWERED, UNANSWERED = "EnquiryReceived", "EnquiryAnswered", "EnquiryUnanswered"
LOOKED_UP = "PersonLookedUp"


class Told(StrEnum):
    """What an answer says; there is no third kind, so that no answer betrays a wish."""

    HELD = "held"  # where, since when, by whom, and how to reach the person
    NOBODY = "nobody"  # nobody of that name whom the register may disclose to this enquirer


class IdentityCheck(StrEnum):
    """How the duty desk made sure who asks."""

    DOCUMENT_SEEN = "document_seen"  # the enquirer showed the document
    BY_PHONE = "by_phone"  # called back at the contact given, and asked
    REFUSED = "refused"  # not who they say they are, or it could not be found out; with a reason


@dataclass(frozen=True, kw_only=True)
class Asking:
    """Who asks after whom. All of it is personal, and stands encrypted under the enquirer's own id.

    born_on: YYYY-MM-DD; relation: a word of the vocabulary; region: where the sought person was last seen.
    """

    name: str
    document: str
    contact: str
    relation: str
    family_name: str
    given_name: str
    born_on: str
    region: str
    language: Language


PERSONAL = ("name", "document", "contact", "relation", "family_name", "given_name", "born_on")
"""The fields that are encrypted; region and language decide which desk answers, and how."""


def register() -> None:
    """Make the kinds known to the record."""
    of_an_enquiry = frozenset({ENQUIRY})
    register_kinds([
        # Who asks after whom was told to this desk; number and code open nothing anywhere else.
        EntryKind(name=RECEIVED, roles=of_an_enquiry | {PERSON}, stays=True),
        EntryKind(name=ANSWERED, roles=of_an_enquiry | {PERSON}, stays=True),
        EntryKind(name=UNANSWERED, roles=of_an_enquiry, stays=True),
        # Carried to the instance of a place, it would tell that place who looked.
        EntryKind(name=LOOKED_UP, roles=OF_A_CUSTODY, stays=True),
    ])  # fmt: skip
