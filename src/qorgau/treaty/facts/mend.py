"""One correction of a reading, and that it cannot be laid over one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qorgau.treaty.facts.words import Fix


class CannotApply(Exception):  # noqa: N818 - read aloud: "cannot apply"
    """A correction does not fit the reading; `why` is the key of a phrase."""

    def __init__(self, why: str) -> None:
        """Keep why."""
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, kw_only=True)
class Mend:
    """One correction as it stands in its entry.

    target: a leaf id, a field of the head, or "p<place>" of a paragraph as it was numbered then; number and anchor:
    the paragraph's own number and the beginning of its words, by which it is found again. place: for a split, the
    number of the second paragraph.
    """

    id: str
    what: Fix
    target: str
    value: str
    number: str = ""
    anchor: str = ""
    place: str = ""
    before: str = ""

    @classmethod
    def of(cls, entry_id: str, facts: Mapping[str, Any]) -> Mend:
        """The correction of an entry's facts."""
        return cls(
            id=entry_id,
            what=Fix(str(facts["what"])),
            target=str(facts["target"]),
            value=str(facts.get("value", "")),
            number=str(facts.get("number", "")),
            anchor=str(facts.get("anchor", "")),
            place=str(facts.get("place", "")),
            before=str(facts.get("before", "")),
        )
