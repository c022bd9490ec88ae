"""Live evidence: what the record itself, the law in its versions, and stated figures say about a recommendation."""

from qorgau.treaty.evidence.gathering import evidence, law_of, usual_year
from qorgau.treaty.evidence.shapes import (
    Count,
    CountedFigure,
    Evidence,
    LawAnswer,
    OfficialGroup,
    Period,
    SafeguardCount,
)

__all__ = [
    "Count",
    "CountedFigure",
    "Evidence",
    "LawAnswer",
    "OfficialGroup",
    "Period",
    "SafeguardCount",
    "evidence",
    "law_of",
    "usual_year",
]
