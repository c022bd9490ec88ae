"""Why an entry was corrected: said under the person's own key, so that it goes when their data go."""

from __future__ import annotations

from qorgau.recording.history import RecordedEntry

WHY = "why_corrected"
IN_PERSONAL = "personal"
"""What `corrects.why` of the leaf holds since the reason itself is encrypted; the form demands a word."""


def why_of(each: RecordedEntry) -> str:
    """The reason of a correction; of one made before 0113, the words that stand in the leaf.

    Empty once the person's key is gone, and for an entry that corrects nothing.
    """
    if each.entry.corrects is None:
        return ""
    told = (str(own[WHY]) for own in each.personal.values() if WHY in own)
    in_clear = each.entry.corrects.why
    return next(told, "" if in_clear == IN_PERSONAL else in_clear)
