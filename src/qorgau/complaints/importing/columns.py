"""The columns of an import of complaints, and the words that closed ones may hold."""

from __future__ import annotations

from enum import StrEnum

from qorgau.complaints.actions.officers import FINDINGS, PENALTIES

KEY = "key"

OF_COMPLAINT = (
    KEY, "lodged_on", "way", "to_body", "naming", "on_behalf", "outside", "number", "about", "classified_as",
    "allegation", "act_on", "place", "place_type", "region", "accused_body", "narrative", "complainant_name",
    "contact", "contact_safe", "registered_on", "sent_back_on", "sent_back_to", "refused_by_court_on",
    "closed_on",
)  # fmt: skip
"""Said once of a complaint: in its first row, or the same in several."""

OF_CHARGE = (
    "officer", "officer_name", "officer_body", "officer_unit", "officer_allegation",
    "officer_allegation_as_given", "finding", "finding_as_given", "penalty_recommended", "penalty",
    "penalty_as_given",
)  # fmt: skip
"""Said by each row: one officer, one allegation, what was found, what followed."""

EVERY = frozenset((*OF_COMPLAINT, *OF_CHARGE))

AS_GIVEN = {
    "about": "classified_as", "officer_allegation": "officer_allegation_as_given", "finding": "finding_as_given",
    "penalty": "penalty_as_given",
}  # fmt: skip
"""Where the other register's own word is kept beside ours."""


class Left(StrEnum):
    """Why there is no finding or no penalty; each is told apart from the others."""

    PENDING = "pending"  # not yet decided
    NOT_INVESTIGATED = "not_investigated"  # nobody looked into it
    NOT_APPLICABLE = "not_applicable"  # the question does not arise
    NONE = "none"  # it was decided that there is none
    NOT_STATED = "not_stated"  # there may be one; the file does not say which
    UNREADABLE = "unreadable"  # the cell held something that cannot be read


FINDING_LEFT = (Left.PENDING, Left.NOT_INVESTIGATED, Left.UNREADABLE)
PENALTY_LEFT = (Left.PENDING, Left.NOT_APPLICABLE, Left.NONE, Left.NOT_STATED, Left.UNREADABLE)
FINDING_WORDS = (*FINDINGS, *FINDING_LEFT)
PENALTY_WORDS = (*(word for word in PENALTIES if word != Left.NONE), *PENALTY_LEFT)
