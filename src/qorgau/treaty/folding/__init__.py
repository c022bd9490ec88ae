"""Fold entries of the treaty cycle into its rows. A fold reads nothing but entries, so replay gives the same."""

from __future__ import annotations

from qorgau.recording.folds import Fold, register_fold
from qorgau.treaty import models
from qorgau.treaty.entries import (
    ACTION,
    ALTERNATIVE,
    ASSESSMENT,
    DEADLINE,
    DOCUMENT,
    LINK,
    OF_A_DOCUMENT,
    RECOMMENDATION,
    REPLY,
    REPORT,
    REPORT_ISSUED,
)
from qorgau.treaty.folding.documents import fold_document
from qorgau.treaty.folding.follow_up import fold_action, fold_alternative, fold_assessment, fold_reply
from qorgau.treaty.folding.links import fold_deadline, fold_link
from qorgau.treaty.folding.recommendations import fold_recommendation
from qorgau.treaty.folding.reports import fold_report

_FOLDS = (
    Fold(
        name="treaty_documents",
        role=DOCUMENT,
        key="document_id",
        tables=(models.DocumentRow, models.ReadingRow, models.CorrectionRow, models.DeadlineRow),
        fold=fold_document,
        kinds=frozenset(OF_A_DOCUMENT),
    ),
    Fold(
        name="treaty_recommendations",
        role=RECOMMENDATION,
        key="key",
        tables=(
            models.RecommendationRow,
            models.RecommendationTextRow,
            models.SubjectRow,
            models.ResponsibleRow,
            models.TieRow,
            models.PartRow,
        ),
        fold=fold_recommendation,
    ),
    Fold(
        name="treaty_reports",
        role=REPORT,
        key="report_id",
        tables=(models.IssuedReportRow,),
        fold=fold_report,
        kinds=frozenset({REPORT_ISSUED}),
    ),
    Fold(
        name="treaty_actions",
        role=ACTION,
        key="action_id",
        tables=(models.ActionRow, models.ActionStateRow),
        fold=fold_action,
    ),
    Fold(
        name="treaty_replies",
        role=REPLY,
        key="reply_id",
        tables=(models.ReplyRow, models.ReplyStepRow),
        fold=fold_reply,
    ),
    Fold(
        name="treaty_alternatives",
        role=ALTERNATIVE,
        key="alternative_id",
        tables=(models.AlternativeRow,),
        fold=fold_alternative,
    ),
    Fold(
        name="treaty_assessments",
        role=ASSESSMENT,
        key="assessment_id",
        tables=(models.AssessmentRow,),
        fold=fold_assessment,
    ),
    Fold(name="treaty_links", role=LINK, key="link_id", tables=(models.LinkRow,), fold=fold_link),
    Fold(
        name="treaty_own_deadlines",
        role=DEADLINE,
        key="deadline_id",
        tables=(models.OwnDeadlineRow,),
        fold=fold_deadline,
    ),
)


def register() -> None:
    """Tell the record how the treaty cycle is folded."""
    for fold in _FOLDS:
        register_fold(fold)
