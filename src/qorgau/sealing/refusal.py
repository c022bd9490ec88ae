"""The one kind of error this room raises: a refusal that says what, where, why and how to mend."""


class SealingRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something sealed, or to be sealed, that must not be accepted as it is."""
