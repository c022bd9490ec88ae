"""Read tables of the treaty cycle, folded from entries; and the contents of documents, kept by their hash."""

from qorgau.treaty.models.content import ContentBlob
from qorgau.treaty.models.documents import CorrectionRow, DeadlineRow, DocumentRow, ReadingRow
from qorgau.treaty.models.drafts import DraftPartRow, DraftRow, DraftVersionRow, IssuedReportRow
from qorgau.treaty.models.follow_up import (
    ActionRow,
    ActionStateRow,
    AlternativeRow,
    AssessmentRow,
    ReplyRow,
    ReplyStepRow,
)
from qorgau.treaty.models.recommendations import (
    LinkRow,
    OwnDeadlineRow,
    PartRow,
    RecommendationRow,
    RecommendationTextRow,
    ResponsibleRow,
    SubjectRow,
    TieRow,
)

__all__ = [
    "ActionRow",
    "ActionStateRow",
    "AlternativeRow",
    "AssessmentRow",
    "ContentBlob",
    "CorrectionRow",
    "DeadlineRow",
    "DocumentRow",
    "DraftPartRow",
    "DraftRow",
    "DraftVersionRow",
    "IssuedReportRow",
    "LinkRow",
    "OwnDeadlineRow",
    "PartRow",
    "ReadingRow",
    "RecommendationRow",
    "RecommendationTextRow",
    "ReplyRow",
    "ReplyStepRow",
    "ResponsibleRow",
    "SubjectRow",
    "TieRow",
]
