"""What queries tell: plain values, with every word that has languages in all of them."""

from qorgau.treaty.facts.told.dated import DueLine, TimelineLine
from qorgau.treaty.facts.told.documents import (
    CorrectionLine,
    DocumentLine,
    DocumentPage,
    Documents,
    ReadingLine,
)
from qorgau.treaty.facts.told.following import (
    ActionStep,
    Alternative,
    Assessment,
    GradeWord,
    PlannedAction,
    Reply,
    ReplyStep,
    Responsible,
)
from qorgau.treaty.facts.told.linking import Earlier, LinkLine, SideBySide
from qorgau.treaty.facts.told.recommendations import Board, Classes, Line, RecommendationPage, Tied

__all__ = [
    "ActionStep",
    "Alternative",
    "Assessment",
    "Board",
    "Classes",
    "CorrectionLine",
    "DocumentLine",
    "DocumentPage",
    "Documents",
    "DueLine",
    "Earlier",
    "GradeWord",
    "Line",
    "LinkLine",
    "PlannedAction",
    "ReadingLine",
    "RecommendationPage",
    "Reply",
    "ReplyStep",
    "Responsible",
    "SideBySide",
    "Tied",
    "TimelineLine",
]
