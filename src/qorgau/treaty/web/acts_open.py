"""Every act on a recommendation by its name, and which of them this actor may do."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.treaty.facts.told import RecommendationPage
from qorgau.treaty.web import acts_of_judging, acts_of_others, acts_of_plan, acts_of_replies
from qorgau.treaty.web.act import Act
from qorgau.wording import say

ACTS: Mapping[str, type[Act]] = {
    "assign": acts_of_plan.Assign,
    "plan": acts_of_plan.Plan,
    "state_action": acts_of_plan.StateAction,
    "prepare_reply": acts_of_replies.PrepareReply,
    "revise_reply": acts_of_replies.ReviseReply,
    "clear_reply": acts_of_replies.ClearReply,
    "return_reply": acts_of_replies.ReturnReply,
    "send_reply": acts_of_replies.SendReply,
    "take_reply": acts_of_replies.TakeReply,
    "take_alternative": acts_of_others.TakeAlternative,
    "replace_alternative": acts_of_others.ReplaceAlternative,
    "publish_alternative": acts_of_others.PublishAlternative,
    "take_assessment": acts_of_others.TakeAssessment,
    "classify": acts_of_judging.Classify,
    "tie": acts_of_judging.TieMeasure,
    "link": acts_of_judging.LinkTo,
    "set_deadline": acts_of_plan.SetDeadline,
    "meet_deadline": acts_of_plan.MeetDeadline,
}


def acts_open(page: RecommendationPage, actor: Actor | None, language: Language) -> dict[str, str]:
    """The acts that this actor may do on this recommendation, by name, with their titles."""
    return {key: say(f"treaty.act_{key}", language) for key, act in ACTS.items() if act.is_open(page, actor)}
