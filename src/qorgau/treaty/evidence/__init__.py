"""Live evidence: what the record itself, the law in its versions, and stated figures say about a recommendation."""

from qorgau.treaty.evidence.gathering import evidence, law_of
from qorgau.treaty.evidence.law_shapes import FindingShown, LawAnswer, VersionAnswer
from qorgau.treaty.evidence.periods import last_public_year, usual_year
from qorgau.treaty.evidence.shapes import (
    Count,
    CountedFigure,
    Evidence,
    OfficialGroup,
    Period,
    SafeguardCount,
)

__all__ = [
    "Count",
    "CountedFigure",
    "Evidence",
    "FindingShown",
    "LawAnswer",
    "OfficialGroup",
    "Period",
    "SafeguardCount",
    "VersionAnswer",
    "evidence",
    "last_public_year",
    "law_of",
    "usual_year",
]
