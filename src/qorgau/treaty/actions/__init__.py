"""Every write of the treaty cycle, one function for each act of a person."""

from qorgau.treaty.actions.accepting import accept_document
from qorgau.treaty.actions.acting import Done
from qorgau.treaty.actions.catalogue import take_catalogue, take_follow_up
from qorgau.treaty.actions.correcting import Correction, correct_reading, withdraw_correction
from qorgau.treaty.actions.documents import publish_document, read_again, take_document
from qorgau.treaty.actions.due import NewDeadline, meet_deadline, set_deadline
from qorgau.treaty.actions.hearing_others import (
    NewAlternative,
    NewAssessment,
    publish_alternative,
    replace_alternative,
    take_alternative,
    take_assessment,
)
from qorgau.treaty.actions.judging import classify, judge_link, tie_measure
from qorgau.treaty.actions.planning import NewAction, make_responsible, plan_action, state_action
from qorgau.treaty.actions.replying import (
    NewReply,
    TakenReply,
    clear_reply,
    prepare_reply,
    return_reply,
    revise_reply,
    send_reply,
    take_reply,
)

__all__ = [
    "Correction",
    "Done",
    "NewAction",
    "NewAlternative",
    "NewAssessment",
    "NewDeadline",
    "NewReply",
    "TakenReply",
    "accept_document",
    "classify",
    "clear_reply",
    "correct_reading",
    "judge_link",
    "make_responsible",
    "meet_deadline",
    "plan_action",
    "prepare_reply",
    "publish_alternative",
    "publish_document",
    "read_again",
    "replace_alternative",
    "return_reply",
    "revise_reply",
    "send_reply",
    "set_deadline",
    "state_action",
    "take_alternative",
    "take_assessment",
    "take_catalogue",
    "take_document",
    "take_follow_up",
    "take_reply",
    "tie_measure",
    "withdraw_correction",
]
