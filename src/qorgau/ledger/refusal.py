"""The one kind of error this room raises: a refusal that says what, where, why and how to mend."""


class LedgerRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something was offered to the ledger that it must not accept."""
