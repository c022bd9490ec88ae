"""The kinds of entry that this slice records, and the objects they name."""

from __future__ import annotations

from qorgau.recording.kinds import EntryKind, register_kinds

DOCUMENT, RECOMMENDATION, ACTION, REPLY = "document", "recommendation", "planned_action", "reply"
ALTERNATIVE, ASSESSMENT, REPORT, LINK = "alternative_report", "assessment", "report", "link"
DEADLINE = "deadline"

DOCUMENT_TAKEN, DOCUMENT_READ, DOCUMENT_ACCEPTED = "DocumentTaken", "DocumentRead", "DocumentAccepted"
DOCUMENT_PUBLISHED, READING_CORRECTED = "DocumentPublished", "ReadingCorrected"
DOCUMENT_CONFIRMED = "DocumentConfirmed"
RECOMMENDATION_TAKEN, CLASSIFIED = "RecommendationTaken", "RecommendationClassified"
LINK_JUDGED, MEASURE_TIED = "LinkJudged", "MeasureTied"
MADE_RESPONSIBLE, ACTION_PLANNED, ACTION_STATED = "BodyMadeResponsible", "ActionPlanned", "ActionStated"
REPLY_PREPARED, REPLY_REVISED, REPLY_RETURNED = "ReplyPrepared", "ReplyRevised", "ReplyReturned"
REPLY_CLEARED, REPLY_SENT, REPLY_TAKEN = "ReplyCleared", "ReplySent", "ReplyTaken"
ALTERNATIVE_TAKEN, ALTERNATIVE_REPLACED = "AlternativeReportTaken", "AlternativeReportReplaced"
ALTERNATIVE_PUBLISHED, ASSESSMENT_TAKEN = "AlternativeReportPublished", "AssessmentTaken"
DEADLINE_SET, DEADLINE_MET = "DeadlineSet", "DeadlineMet"
REPORT_ISSUED = "ReportIssued"

OF_A_DOCUMENT = (
    DOCUMENT_TAKEN,
    DOCUMENT_READ,
    DOCUMENT_ACCEPTED,
    DOCUMENT_CONFIRMED,
    DOCUMENT_PUBLISHED,
    READING_CORRECTED,
)
OF_A_RECOMMENDATION = (RECOMMENDATION_TAKEN, CLASSIFIED, MEASURE_TIED, MADE_RESPONSIBLE)
OF_AN_ACTION = (ACTION_PLANNED, ACTION_STATED)
OF_A_REPLY = (REPLY_PREPARED, REPLY_REVISED, REPLY_RETURNED, REPLY_CLEARED, REPLY_SENT, REPLY_TAKEN)
OF_AN_ALTERNATIVE = (ALTERNATIVE_TAKEN, ALTERNATIVE_REPLACED, ALTERNATIVE_PUBLISHED)
OF_A_DEADLINE = (DEADLINE_SET, DEADLINE_MET)


def register() -> None:
    """Make the slice's kinds known to the record.

    None is carried between instances: what an organisation holds back, or a ministry prepares, stays where it is.
    """
    named = {
        **dict.fromkeys(OF_A_DOCUMENT, DOCUMENT),
        **dict.fromkeys(OF_A_RECOMMENDATION, RECOMMENDATION),
        **dict.fromkeys(OF_AN_ACTION, ACTION),
        **dict.fromkeys(OF_A_REPLY, REPLY),
        **dict.fromkeys(OF_AN_ALTERNATIVE, ALTERNATIVE),
        **dict.fromkeys(OF_A_DEADLINE, DEADLINE),
        ASSESSMENT_TAKEN: ASSESSMENT,
        LINK_JUDGED: LINK,
        REPORT_ISSUED: REPORT,
    }
    register_kinds(EntryKind(name=kind, roles=frozenset({role}), stays=True) for kind, role in named.items())
