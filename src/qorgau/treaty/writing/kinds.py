"""Which reports can be written, by whom, and what each of them answers."""

from __future__ import annotations

from enum import StrEnum

from qorgau.reading.document import DocumentKind


class ReportKind(StrEnum):
    """A report on what became of recommendations."""

    FOLLOW_UP = "follow_up_report"  # a State on the paragraphs chosen for follow-up
    PERIODIC = "periodic_report"  # a State before its next review, answer by answer
    ISSUES_REPLY = "list_of_issues_reply"  # a State's written replies to a list of issues
    ALTERNATIVE = "ngo_alternative_report"  # an organisation beside the State's follow-up report
    SUBMISSION = "ngo_submission"  # an organisation before a review or a list of issues

    @property
    def is_civil(self) -> bool:
        """Whether an organisation writes it: then it is theirs alone, and bears no masthead of the United Nations."""
        return self in (ReportKind.ALTERNATIVE, ReportKind.SUBMISSION)

    @property
    def scope(self) -> Scope:
        """Which part of the document it answers."""
        return _SCOPES[self]

    @property
    def document_kind(self) -> DocumentKind:
        """What it is once it was sent; a committee's word limits are given by these."""
        return _DOCUMENTS[self]

    @property
    def by_article(self) -> bool:
        """Whether its headings follow the articles of the treaty instead of the committee's order."""
        return self is ReportKind.SUBMISSION


class Scope(StrEnum):
    """Which recommendations of a document a report answers."""

    FOLLOW_UP = "follow_up"  # those that the committee wants answered first
    ALL = "all"  # every recommendation and request
    QUESTIONS = "questions"  # every question of a list of issues


_SCOPES = {
    ReportKind.FOLLOW_UP: Scope.FOLLOW_UP,
    ReportKind.PERIODIC: Scope.ALL,
    ReportKind.ISSUES_REPLY: Scope.QUESTIONS,
    ReportKind.ALTERNATIVE: Scope.FOLLOW_UP,
    ReportKind.SUBMISSION: Scope.ALL,
}
_DOCUMENTS = {
    ReportKind.FOLLOW_UP: DocumentKind.FOLLOW_UP_REPLY,
    ReportKind.PERIODIC: DocumentKind.STATE_REPORT,
    ReportKind.ISSUES_REPLY: DocumentKind.STATE_REPLIES,
    ReportKind.ALTERNATIVE: DocumentKind.NGO_SUBMISSION,
    ReportKind.SUBMISSION: DocumentKind.NGO_SUBMISSION,
}
