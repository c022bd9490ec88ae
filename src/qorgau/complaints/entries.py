"""What comes in as a complaint, the words it is coded in, and the kinds that this slice records."""

from __future__ import annotations

from enum import StrEnum

from qorgau.mailboxes.entries import ENVELOPES, IDENTITY_RELEASED, WITHDRAWAL_ASKED
from qorgau.recording.kinds import EntryKind, register_kinds

COMPLAINT, PERSON, OFFICER, RUN = "complaint", "person", "officer", "run"
INVESTIGATION, DECISION, HEARING, EVIDENCE = "investigation", "decision", "hearing", "evidence"
BODY, ACCOUNT, APPEAL, COMMUNICATION = "body", "account", "appeal", "communication"

LODGED = ENVELOPES[0]
REGISTERED, ANSWERED, CLOSED = "ComplaintRegistered", "ComplaintAnswered", "ComplaintClosed"
READ, FORWARDED, SENT_BACK, LINKED = (
    "ComplaintRead",
    "ComplaintForwarded",
    "ComplaintSentBack",
    "ComplaintLinked",
)
ALLEGED, REFUSED_BY_COURT, FILE_OPENED = "AllegationStated", "RefusedByCourt", "ComplaintFileOpened"
NAMED, SERVED_AT = "OfficerNamed", "OfficerServed"
SUSPECTED, SUSPENDED, RETURNED = "OfficerSuspected", "OfficerSuspended", "OfficerReturned"
RUN_OPENED, MOVED, EXTENDED = "RunOpened", "MoveMade", "TermExtended"
ASSIGNED, ASSIGNMENT_REFUSED = "InvestigatorAssigned", "AssignmentRefused"
TAKEN, RECUSED, HANDED_OVER = "CaseTaken", "Recused", "CaseHandedOver"
EVIDENCE_TAKEN, EVIDENCE_MOVED = "EvidenceTaken", "EvidenceMoved"
HEARING_SET, HEARD = "HearingSet", "CaseHeard"
DECIDED, DECISION_SERVED, DECISION_SHOWN = "DecisionTaken", "DecisionServed", "DecisionShown"
FOUND, RECOMMENDED, IMPOSED = "FindingMade", "PenaltyRecommended", "PenaltyImposed"
PROTECTION_ASKED, PROTECTION_GIVEN, TRANSFER_ASKED = "ProtectionAsked", "ProtectionGiven", "TransferAsked"
WITHDRAWN, REPRISAL, NPM_CONTACT = "WithdrawalAsked", "ReprisalReported", "NpmContactMade"
CONSENTED, PARTY_NAMED, PARTY_ENDED = "ConsentGiven", "CasePartyNamed", "CasePartyEnded"
CORRECTION_CONFIRMED = "CaseCorrectionConfirmed"

WITHDRAWALS = (WITHDRAWN, WITHDRAWAL_ASKED)
"""Asked of a body in person, or through the mailbox: neither stops anything."""

OWN_KINDS = (
    REGISTERED, ANSWERED, CLOSED, READ, FORWARDED, SENT_BACK, LINKED, ALLEGED, REFUSED_BY_COURT, FILE_OPENED,
    NAMED, SUSPECTED, SUSPENDED, RETURNED, RUN_OPENED, MOVED, EXTENDED, ASSIGNED, ASSIGNMENT_REFUSED,
    TAKEN, RECUSED, HANDED_OVER, EVIDENCE_TAKEN, EVIDENCE_MOVED, HEARING_SET, HEARD, DECIDED, DECISION_SERVED,
    DECISION_SHOWN, FOUND, RECOMMENDED, IMPOSED, PROTECTION_ASKED, PROTECTION_GIVEN, TRANSFER_ASKED,
    WITHDRAWN, REPRISAL, NPM_CONTACT, CONSENTED, PARTY_NAMED, PARTY_ENDED, CORRECTION_CONFIRMED,
)  # fmt: skip
"""Kinds with fixed acts of their own."""

MOVED_KINDS = (
    "InvestigationOpened", "InvestigationClosed", "SceneVisited", "VictimHeard", "ForensicExaminationDone",
    "SentencePassed", "LiabilityLifted",
)  # fmt: skip
"""Kinds that only a move of a procedure records; entries.py of the tests holds them equal to law/."""

WRITTEN_BELOW = (LODGED, WITHDRAWAL_ASKED, IDENTITY_RELEASED)
"""Kinds that mailboxes register and that are folded here too."""


class Way(StrEnum):
    """How a complaint came in."""

    MAILBOX = "mailbox"  # sealed, by the page, a kiosk or a carried envelope
    PAPER = "paper"  # on paper, typed in
    ORAL = "oral"  # told, and written down by who heard it
    LETTER = "letter"  # by post; whether it was opened is asked
    PHONE = "phone"  # by telephone
    EX_OFFICIO = "ex_officio"  # nobody complained: a prosecutor, judge or doctor saw signs
    NGO = "ngo"  # a case that an organisation follows from outside
    IMPORT = "import"  # from a file


class Naming(StrEnum):
    """How far the complainant's name may go."""

    ANONYMOUS = "anonymous"  # nobody asks for it
    CONFIDENTIAL = "confidential"  # known to who receives it, told to nobody else
    NAMED = "named"  # may be told to the body that investigates


class About(StrEnum):
    """What a complaint is about (vocabulary/attributes.yaml)."""

    TORTURE = "torture"
    ILL_TREATMENT = "ill_treatment"
    DEATH = "death"
    OTHER = "other"


class Known(StrEnum):
    """An answer that may be missing."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Where a complaint stands, in one word for lists."""

    UNREGISTERED = "unregistered"  # followed from outside; nobody says that the State registered it
    SENT_BACK = "sent_back"  # sent for a check without registration, and nothing after
    RECEIVED = "received"  # in the register; nobody has opened it yet
    OPENED = "opened"  # opened and read; no body is in charge
    ASSIGNED = "assigned"  # a body is in charge; no procedure runs
    UNDER_WAY = "under_way"  # a procedure runs
    ENDED = "ended"  # every procedure came to its end


class LookedBecause(StrEnum):
    """Why a complaint's file was opened; words of the vocabulary."""

    DUTY = "duty"
    CASE = "case"
    SUPERVISION = "supervision"
    HEALTH = "health"
    DEFENCE = "defence"
    OTHER = "other"


def register() -> None:
    """Make the slice's kinds known to the record. No bundle carries them: a place must not learn of a complaint."""
    of_a_complaint = frozenset({COMPLAINT})
    kinds = (*OWN_KINDS, *MOVED_KINDS)
    register_kinds(EntryKind(name=kind, roles=of_a_complaint, stays=True) for kind in kinds)
    register_kinds([EntryKind(name=SERVED_AT, roles=frozenset({OFFICER}), stays=True)])
