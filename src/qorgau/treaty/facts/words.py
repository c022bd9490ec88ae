"""The closed sets of the treaty cycle, each word with its sentence."""

from __future__ import annotations

from enum import StrEnum

from qorgau.lawbook.follow_up import SourceLevel

__all__ = [
    "About",
    "ActionState",
    "DueWhat",
    "Fix",
    "Judgement",
    "Procedure",
    "ReplyStage",
    "Sender",
    "SourceLevel",
    "StandsAt",
    "Tie",
]


class StandsAt(StrEnum):
    """Where a recommendation stands; computed from the record, never typed."""

    OPEN = "open"  # nobody is responsible and nothing is planned
    ASSIGNED = "assigned"  # a body answers for it; nothing is planned
    PLANNED = "planned"  # the plan has an action for it; none has begun
    UNDER_WAY = "under_way"  # an action has begun
    SAID_DONE = "said_done"  # the State says that every action is done; nobody else has judged it
    REPLIED = "replied"  # the State replied; the reply has not been assessed
    OVERDUE = "overdue"  # a reply that was asked for by a day has not been sent, and the day is over
    ASSESSED = "assessed"  # who made it has assessed it, after the last reply


class ActionState(StrEnum):
    """Where an action of the plan stands, by the word of who leads it."""

    PLANNED = "planned"  # not begun
    UNDER_WAY = "under_way"  # begun
    DONE = "done"  # done, as its lead says
    STOPPED = "stopped"  # given up, with a reason; it stays in the plan


class ReplyStage(StrEnum):
    """How far a reply of the State has come."""

    PREPARED = "prepared"  # written by a focal point, not cleared
    RETURNED = "returned"  # given back with a reason, to be revised
    CLEARED = "cleared"  # cleared by somebody else of the lead body
    SENT = "sent"  # sent from here
    TAKEN = "taken"  # sent elsewhere, and entered here from its document


class Sender(StrEnum):
    """Who a document is from."""

    TREATY_BODY = "treaty_body"  # a committee of the United Nations
    UPR = "upr"  # the universal periodic review
    SUBCOMMITTEE = "subcommittee"  # the Subcommittee on Prevention of Torture
    NPM = "npm"  # the national preventive mechanism
    OMBUDSPERSON = "ombudsperson"  # the human rights commissioner
    TRUTH_COMMISSION = "truth_commission"  # a commission of truth
    NGO = "ngo"  # an organisation of civil society
    STATE = "state"  # the State itself
    OTHER = "other"  # somebody else


class DueWhat(StrEnum):
    """What is due."""

    FOLLOW_UP = "follow_up"  # information on the paragraphs chosen for follow-up
    NEXT_REPORT = "next_report"  # the next periodic report
    SIMPLIFIED_PROCEDURE = "simplified_procedure"  # word on whether the simplified procedure is accepted
    PLAN = "plan"  # a plan of implementation
    PLANNED_ACTION = "planned_action"  # an action of the council's plan
    CLEARANCE = "clearance"  # a reply that waits to be cleared or sent
    NGO_INPUT = "ngo_input"  # what organisations may send in
    OTHER = "other"  # something else


class Judgement(StrEnum):
    """What a person says of a link that was proposed."""

    CONFIRMED = "confirmed"  # the two ask for the same
    REFUSED = "refused"  # they do not


class Tie(StrEnum):
    """By what a recommendation is measured."""

    SAFEGUARD = "safeguard"  # verdicts of a safeguard
    FIGURE = "figure"  # a figure counted from the record
    ARTICLE = "article"  # an article of national law, in its versions


class Procedure(StrEnum):
    """In which procedure the State replies."""

    FOLLOW_UP = "follow_up"  # to the paragraphs chosen for follow-up
    REPORT = "report"  # in a periodic report
    LIST_OF_ISSUES = "list_of_issues"  # to a list of issues
    UPR = "upr"  # in the universal periodic review
    OTHER = "other"  # to a national body, or otherwise


class About(StrEnum):
    """What an assessment judges."""

    IMPLEMENTATION = "implementation"  # what was done
    REPLY = "reply"  # what was replied


class Fix(StrEnum):
    """What a correction of a reading mends."""

    PARAGRAPH_KIND = "paragraph_kind"  # what a paragraph does
    HEADING = "heading"  # the heading above a paragraph
    PARAGRAPH_TEXT = "paragraph_text"  # the words of a paragraph
    LEAF_TEXT = "leaf_text"  # the words of a leaf
    SPLIT = "split"  # one paragraph is two
    JOIN = "join"  # two paragraphs are one
    IS_RECOMMENDATION = "is_recommendation"  # whether a leaf is a recommendation
    ID = "id"  # the number of a leaf
    HEADER = "header"  # a field of the document's head
