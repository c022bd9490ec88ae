"""What a list may say of a recommendation, and how the columns of our own exports are called."""

from __future__ import annotations

from collections.abc import Mapping

OF_A_RECOMMENDATION = (
    "id", "symbol", "paragraph", "text", "text_ru", "text_kk", "language", "heading", "committee", "state", "cycle",
    "sender", "follow_up", "due", "report_due", "subjects", "people", "sdg", "measures", "strength", "position",
    "lead", "contributing", "since", "reason",
)  # fmt: skip
"""Said once of a recommendation: in its first row, or the same in several."""

OF_AN_ACTIVITY = (
    "activity", "activity_lead", "activity_contributing", "activity_due", "activity_state", "activity_on",
    "activity_reason", "budget", "currency",
)  # fmt: skip
"""Said by each row: one planned action."""

EVERY = frozenset((*OF_A_RECOMMENDATION, *OF_AN_ACTIVITY))

COMPUTED = frozenset({
    "words_are", "subject_titles", "days_left", "stands", "stands_why", "grade", "grade_words", "graded_on", "actions",
    "actions_done", "replies", "last_reply_on", "last_reply_days_late", "alternative_reports", "confirmed_links",
    "document_sha256",
})  # fmt: skip
"""Of our own columns, those that are worked out from the record: a list cannot set them."""

TRACKING_DATABASE: Mapping[str, str] = {
    "Recommendation": "text", "Mechanism": "committee", "Document Symbol": "symbol", "Paragraph": "paragraph",
    "SDG": "sdg", "Population Group": "people", "Lead Institution": "lead",
    "Contributing Institutions": "contributing", "Activity": "activity", "Activity Lead": "activity_lead",
    "Activity Deadline": "activity_due", "Budget": "budget", "Currency": "currency",
}  # fmt: skip
"""The columns of our file for the tracking database."""

OF_ITS_OWN = frozenset({"Theme", "Activity Start", "Activity Status", "Indicators", "Status", "Deadline"})
"""Of that file, what is told in other words than ours, or worked out."""
