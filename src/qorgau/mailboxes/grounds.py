"""On what grounds an identity is released, keys are revoked, and a recovery key is used."""

from enum import StrEnum


class Released(StrEnum):
    """On what ground a complainant's identity is released to a body."""

    CONSENT = "consent"  # the complainant agreed, in a message of the mailbox or in person
    COURT_ORDER = "court_order"  # a court ordered it
    DANGER = "danger"  # somebody's life or health is in danger and there is no other way


class Revoked(StrEnum):
    """Why a body's keys must no longer be sealed to."""

    REPLACED = "replaced"  # the yearly change
    MEMBER_LEFT = "member_left"  # somebody who could use them left the body
    LOST = "lost"  # nobody can use them any more
    STOLEN = "stolen"  # somebody else may be able to use them


class Recovered(StrEnum):
    """Why a body's recovery key was used."""

    KEY_LOST = "key_lost"  # the body's own key is lost or its passphrase forgotten
    HOLDER_GONE = "holder_gone"  # those who could open are gone
    BODY_ENDED = "body_ended"  # the body was dissolved and its cases go to another
