"""Why the record refuses something: always a named error that says what, where and how to mend."""


class RecordingRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something was asked of the record that it must not do."""
