"""What is done about a recommendation, in words: who answers, the plan, replies, other voices, assessments."""

from __future__ import annotations

from typing import Any

from qorgau.access.actor import Actor
from qorgau.clock import Zone
from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.treaty.facts.told import PlannedAction, RecommendationPage, Reply
from qorgau.treaty.facts.typed_words import language_typed, typed_in
from qorgau.treaty.facts.words import ReplyStage, SourceLevel
from qorgau.treaty.queries.law_notes import noted
from qorgau.treaty.queries.reach import may_for
from qorgau.treaty.seats import country, today
from qorgau.treaty.web.words import ACTION_COLOURS, LANGUAGES, STAGE_COLOURS, body_word, grade_said, phrase
from qorgau.wording import in_language, say, say_day, say_instant, say_plural

_IN_WORK = (ReplyStage.PREPARED, ReplyStage.RETURNED, ReplyStage.CLEARED)
_DAY = 86400


def responsible_said(found: RecommendationPage, language: Language) -> list[dict[str, Any]]:
    """Who answers for it, and who did before."""
    return [
        {
            "body": body_word(each.body, language),
            "word": say("treaty.leads" if each.leads else "treaty.contributes", language),
            "since": say_day(each.since, language),
            "until": say_day(each.until, language) if each.until else "",
            "reason": each.reason,
            "by": body_word(each.by_body, language),
        }
        for each in found.responsible
    ]


def actions_said(found: RecommendationPage, actor: Actor | None, language: Language) -> list[dict[str, Any]]:
    """The actions of the plan, each with everything that was said of it."""
    return [_action(each, actor, language) for each in found.actions]


def _action(each: PlannedAction, actor: Actor | None, language: Language) -> dict[str, Any]:
    late = [(say("treaty.action_late", language), "red")] if each.is_late else []
    return {
        "id": each.id,
        "what": typed_in(each.what, language),
        "language": language_typed(each.what, language),
        "lead": body_word(each.lead, language),
        "contributing": [body_word(body, language) for body in each.contributing],
        "due": say_day(each.due, language),
        "due_was": [say_day(day, language) for day in each.due_was],
        "budget": f"{each.budget:,} {each.currency}".replace(",", "\N{NO-BREAK SPACE}") if each.budget is not None else "",
        "tags": [(phrase("action", each.state.value, language), ACTION_COLOURS[each.state]), *late],
        "history": [
            {
                "on": say_day(step.on, language),
                "word": phrase("action", step.state.value, language),
                "due": say_day(step.due, language) if step.due else "",
                "reason": step.reason,
                "by": body_word(step.body, language),
            }
            for step in each.history
        ],
        "may_state": may_for(actor, "treaty.plan", [each.lead]),
    }  # fmt: skip


def replies_said(
    found: RecommendationPage, actor: Actor | None, zone: Zone, language: Language
) -> list[dict[str, Any]]:
    """The replies of the State with the steps of their clearance, the latest first."""
    return [_reply(each, actor, zone, language) for each in reversed(found.replies)]


def _reply(each: Reply, actor: Actor | None, zone: Zone, language: Language) -> dict[str, Any]:
    late = each.days_late or 0
    text = each.text or noted(each.summary, language)
    return {
        "id": each.id,
        "title": phrase("procedure", each.procedure.value, language),
        "stage": phrase("stage", each.stage.value, language),
        "colour": STAGE_COLOURS[each.stage],
        "lead": body_word(each.lead, language),
        "text": text,
        "language": each.language if each.text or text == each.summary else language.value,
        "language_title": LANGUAGES.get(each.language, each.language),
        "symbol": each.symbol,
        "source": cited(each.source, language),
        "level": phrase("level", each.level.value, language) if each.level else "",
        "sent": say_day(each.sent_on, language) if each.sent_on else "",
        "by_latest": each.by_latest,
        "sent_by": body_word(each.sent_body, language),
        "due": say_day(each.due, language) if each.due else "",
        "lateness": _lateness(each, language),
        "late_colour": "red" if late > 0 and _is_sure(each) else "amber" if late > 0 else "green",
        "typed_late": say_plural("treaty.typed_late", each.typed_late_days, language) if each.typed_late_days else "",
        "document": each.document,
        "entered": body_word(each.taken_body, language) if each.taken_body else "",
        "others": list(each.recommendations),
        "steps": [
            {
                "word": phrase("step", step.step, language),
                "when": say_instant(step.at, zone, language),
                "by": body_word(step.body, language),
                "note": step.note,
                "by_me": step.by_me,
            }
            for step in each.steps
        ],
        "acts": reply_acts(each, actor),
    }  # fmt: skip


def _is_sure(each: Reply) -> bool:
    """Whether the day of a reply was sent from here, or read in its text."""
    return each.level not in (SourceLevel.REPORTED, SourceLevel.MEMORY)


def _lateness(each: Reply, language: Language) -> str:
    """How late it was; of a day that others reported, that it is not confirmed."""
    if not each.sent_on or not each.due:
        return ""
    if each.by_latest and each.days_late is None:
        return say("treaty.day_unknown", language)
    said = in_language(each.lateness, language)
    return (
        said
        if _is_sure(each) or each.level is None
        else f"{said}: {phrase('level', each.level.value, language)}"
    )


def reply_acts(each: Reply, actor: Actor | None) -> list[str]:
    """What this actor may do with a reply that is in work; the action itself asks again."""
    if each.stage not in _IN_WORK or actor is None:
        return []
    wrote = any(step.by_me and step.step in ("prepared", "revised") for step in each.steps)
    bodies = [each.lead, each.prepared_body]
    clears = may_for(actor, "treaty.clear", [each.lead])
    sends = may_for(actor, "treaty.send", [each.lead])
    found = [
        ("clear_reply", clears and not wrote and each.stage is ReplyStage.PREPARED),
        ("send_reply", sends and not wrote and each.stage is ReplyStage.CLEARED),
        ("revise_reply", may_for(actor, "treaty.reply", bodies)),
        ("return_reply", (clears or sends) and each.stage is not ReplyStage.RETURNED),
    ]
    return [act for act, holds in found if holds]


def alternatives_said(
    found: RecommendationPage, actor: Actor | None, zone: Zone, language: Language
) -> list[dict[str, Any]]:
    """What organisations say, apart from what the State says."""
    return [
        {
            "id": each.id,
            "title": each.title,
            "text": each.text or "",
            "language": each.language,
            "body": body_word(each.body, language),
            "when": say_day(each.published_on, language) if each.published_on else "",
            "held_back": each.held_back,
            "versions": say_plural("treaty.versions", each.versions, language) if each.versions > 1 else "",
            "taken": say_instant(each.taken_at, zone, language),
            "document": each.document,
            "is_own": actor is not None and actor.body == each.body and may_for(actor, "treaty.alternative", [each.body]),
        }
        for each in found.alternatives
    ]  # fmt: skip


def assessments_said(found: RecommendationPage, language: Language) -> list[dict[str, Any]]:
    """How who made it judged what was done, the latest first."""
    return [
        {
            "id": each.id,
            "grade": grade_said(each.grade, language),
            "verified": each.grade.verified,
            "words": noted(each.words, language),
            "on": say_day(each.on, language),
            "about": phrase("about", each.about.value, language),
            "source": cited(each.source, language),
            "level": phrase("level", each.level.value, language),
            "level_colour": "green" if each.level.value == "opened" else "amber",
            "document": each.document,
            "entered": body_word(each.body, language),
            "entered_on": say_day(today(country(), each.entered_at), language),
        }
        for each in reversed(found.assessments)
    ]
