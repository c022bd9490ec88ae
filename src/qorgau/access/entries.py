"""The kinds of entry by which the record knows who held which role when. Ids only, no names."""

from qorgau.recording.kinds import EntryKind, register_kinds

ACCOUNT = "account"
APPOINTMENT = "appointment"
LISTS_READ = "lists_read"

ACCOUNT_OPENED = "AccountOpened"
ACCOUNT_CLOSED = "AccountClosed"
APPOINTED = "Appointed"
APPOINTMENT_ENDED = "AppointmentEnded"
SECOND_FACTOR_RESET = "SecondFactorReset"
TOKEN_MADE = "TokenMade"  # noqa: S105 - a kind's name
TOKEN_REVOKED = "TokenRevoked"  # noqa: S105 - a kind's name
LISTS_READ_ANCHORED = "ListsReadAnchored"


def register() -> None:
    """Make the kinds known to the record."""
    register_kinds(
        [
            EntryKind(name=ACCOUNT_OPENED, roles=frozenset({ACCOUNT})),
            EntryKind(name=ACCOUNT_CLOSED, roles=frozenset({ACCOUNT})),
            EntryKind(name=APPOINTED, roles=frozenset({ACCOUNT, APPOINTMENT})),
            EntryKind(name=APPOINTMENT_ENDED, roles=frozenset({ACCOUNT, APPOINTMENT})),
            EntryKind(name=SECOND_FACTOR_RESET, roles=frozenset({ACCOUNT})),
            EntryKind(name=TOKEN_MADE, roles=frozenset({ACCOUNT, APPOINTMENT})),
            EntryKind(name=TOKEN_REVOKED, roles=frozenset({ACCOUNT, APPOINTMENT})),
            EntryKind(name=LISTS_READ_ANCHORED, roles=frozenset({LISTS_READ})),
        ]
    )
