"""What a draft becomes a report with: names in its language, the version, the day, the limit."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.lawbook.committees import WordLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One making of a report from a draft.

    committee, treaty, state: names in the report's language. dated: the file's own date (seconds since 1970, UTC),
    dated_on the same as a civil day (ISO). version: of the draft. issued: whether it is frozen by this making.
    """

    committee: str
    treaty: str
    state: str
    dated: int
    dated_on: str
    version: int
    issued: bool = False
    limit: WordLimit | None = None
    synthetic: bool = False
