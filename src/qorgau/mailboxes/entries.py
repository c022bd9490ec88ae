"""The kinds by which the record says what came in sealed, and which keys of bodies were good when."""

from __future__ import annotations

import hashlib

from qorgau.recording.kinds import EntryKind, register_kinds

COMPLAINT, BOX, KEYS = "complaint", "box", "keys"
"""Roles: the complaint, the mailbox (its public key), the keys of a body in one epoch."""

LODGED, REQUESTED = "ComplaintLodged", "RequestLodged"
MESSAGE_SENT, MESSAGE_DELETED = "MailboxMessageSent", "MailboxMessageDeleted"
WITHDRAWAL_ASKED, IDENTITY_RELEASED = "ComplaintWithdrawalAsked", "IdentityReleased"
MANIFEST_PUBLISHED, MANIFEST_REVOKED, RECOVERY_USED = "ManifestPublished", "ManifestRevoked", "RecoveryUsed"

PAGE, PAGE_PUBLISHED = "page", "PagePublished"

ENVELOPES = (LODGED, REQUESTED)
NOBODY = "mailbox"
"""Who recorded what came in sealed: the mailbox itself. No person is known, and none is asked for."""
WAY = "mailbox"
"""How it came in."""

_ONLY_CARE = frozenset({
    "prison_medicine_remand", "prison_medicine_colony", "pay_compensation", "pay_on_verdict",
    "forensic_examination",
})  # fmt: skip
"""What a body does that takes requests and no complaints: care, pay, examine."""


def envelope_kind(competences: frozenset[str]) -> str:
    """Whether what is sealed to a body with these competences is a complaint or a request."""
    return REQUESTED if competences and competences <= _ONLY_CARE else LODGED


def complaint_id_of(box_ed: str, plain: str) -> str:
    """The complaint's id: it follows from the mailbox and the commitment, so that sent again it is the same."""
    return hashlib.sha256(f"qorgau/complaint/v1\n{box_ed}\n{plain}".encode()).hexdigest()[:32]


def keys_object(body: str, epoch: int) -> str:
    """The keys of a body in one epoch, as an object of entries."""
    return f"{body}/{epoch}"


def register() -> None:
    """Make the kinds known to the record."""
    of_a_box, of_keys = frozenset({COMPLAINT, BOX}), frozenset({KEYS})
    # A complaint typed in by a person has no mailbox (qorgau.complaints).
    register_kinds([EntryKind(name=kind, roles=frozenset({COMPLAINT}), stays=True) for kind in ENVELOPES])
    register_kinds([
        EntryKind(name=MESSAGE_SENT, roles=of_a_box, stays=True),
        EntryKind(name=MESSAGE_DELETED, roles=of_a_box, stays=True),
        EntryKind(name=WITHDRAWAL_ASKED, roles=of_a_box, stays=True),
        EntryKind(name=IDENTITY_RELEASED, roles=frozenset({COMPLAINT}), stays=True),
        EntryKind(name=MANIFEST_PUBLISHED, roles=of_keys),
        EntryKind(name=MANIFEST_REVOKED, roles=of_keys),
        EntryKind(name=RECOVERY_USED, roles=of_keys),
        EntryKind(name=PAGE_PUBLISHED, roles=frozenset({PAGE})),
    ])  # fmt: skip
