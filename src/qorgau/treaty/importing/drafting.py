"""What a file wants as drafts of entries; each has an id of the import's key, so that it is stored once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qorgau.recording.drafts import Draft
from qorgau.treaty.actions.accepting import PARAPHRASE
from qorgau.treaty.actions.acting import NO, YES, Act, language_code, line, word, words
from qorgau.treaty.entries import (
    ACTION,
    ACTION_PLANNED,
    ACTION_STATED,
    ASSESSMENT,
    ASSESSMENT_TAKEN,
    MADE_RESPONSIBLE,
    RECOMMENDATION,
    RECOMMENDATION_TAKEN,
    REPLY,
    REPLY_TAKEN,
)
from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.grading import require_grade
from qorgau.treaty.importing.wanted import Activity, Judged, Replied, Wanted

_KINDS = ("subjects", "people", "sdg", "measures")
_SUMMARY = 8000


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """The drafts of an import, and how many of which sort it wants."""

    drafts: tuple[Draft, ...]
    new: int
    bodies: int
    actions: int
    replies: int
    assessments: int


def drafted(act: Act, found: Sequence[Wanted], *, tracked: Collection[str], source: str) -> Drafted:
    """The drafts. tracked: keys of what is tracked already, whose words stay; source: the name of the file."""
    new = [each for each in found if key_of(each.id) not in tracked]
    told = [_taken(act, each, place, source) for place, each in enumerate(new, start=1)]
    bodies = list(_bodies(act, found))
    actions = list(_shared((each, one) for each in found for one in each.activities))
    replies = list(_shared((each, one) for each in found for one in each.replies))
    judged = [(each, one) for each in found for one in each.assessments]
    planned = [draft for one, ids in actions for draft in _action(act, one, ids)]
    sent = [_reply(act, one, ids) for one, ids in replies]
    graded = [_assessment(act, each, one) for each, one in judged]
    return Drafted(
        drafts=(*told, *bodies, *planned, *sent, *graded),
        new=len(told),
        bodies=len(bodies),
        actions=len(actions),
        replies=len(sent),
        assessments=len(graded),
    )


def _taken(act: Act, each: Wanted, place: int, source: str) -> Draft:
    texts = {code: words(said, field="text") for code, said in each.texts.items()}
    facts: dict[str, Any] = {
        "id": each.id,
        "place": place,
        "kind": each.kind,
        "sender": each.sender.value,
        "committee": word(each.committee, field="committee"),
        "state": word(each.state, field="state"),
        "cycle": word(each.cycle, field="cycle"),
        "symbol": line(each.symbol, field="symbol", needed=False),
        "heading": line(each.heading, field="heading", needed=False),
        "text": words(each.text, field="text"),
        "language": language_code(each.language),
        "texts": texts,
        "paragraph": each.leaf.partition("(")[0],
        # Nobody has shown the document itself: the words are those of a list until it is taken in.
        "words_are": PARAPHRASE,
        "listed_in": line(source, field="source", needed=False),
        "follow_up": YES if each.follow_up else NO,
        "due": each.due.isoformat() if each.due else "",
        "report_due": each.report_due.isoformat() if each.report_due else "",
        "demands": [{"id": name, "text": words(said, field="demands")} for name, said in each.demands],
        "classes": _classes(each),
        "position": word(each.position, field="position"),
        "held_back": NO,
    }
    objects = {RECOMMENDATION: [key_of(each.id)]}
    return act.draft(RECOMMENDATION_TAKEN, part=f"taken/{each.id}", objects=objects, facts=facts)


def _classes(each: Wanted) -> Mapping[str, Any]:
    told: dict[str, Any] = {name: list(codes) for name in _KINDS if (codes := getattr(each.classes, name))}
    return {**told, **({"strength": each.classes.strength} if each.classes.strength else {})}


def _bodies(act: Act, found: Sequence[Wanted]) -> Iterator[Draft]:
    for each in found:
        for one in each.answering:
            facts = {
                "lead": one.lead,
                "contributing": list(one.contributing),
                "since": one.since.isoformat(),
                "reason": words(one.reason, field="reason", needed=False, most=2000),
            }
            yield act.draft(
                MADE_RESPONSIBLE,
                part=f"responsible/{each.id}/{one.since}",
                objects={RECOMMENDATION: [key_of(each.id)]},
                facts=facts,
                on=min(one.since, act.today),
            )


def _shared(pairs: Iterator[tuple[Wanted, Any]]) -> Iterator[tuple[Any, list[str]]]:
    """Each thing once, with every recommendation that names it."""
    held: dict[str, tuple[Any, list[str]]] = {}
    for each, one in pairs:
        held.setdefault(one.key, (one, []))[1].append(each.id)
    yield from held.values()


def _action(act: Act, one: Activity, ids: Sequence[str]) -> Iterator[Draft]:
    action = act.id(f"action/{one.key}")
    objects = {ACTION: [action], RECOMMENDATION: [key_of(each) for each in ids]}
    begun = min((step.on for step in one.steps), default=act.today)
    facts: dict[str, Any] = {
        "recommendations": list(ids),
        "what": {code: words(said, field="activity", most=4000) for code, said in one.what.items()},
        "lead": one.lead,
        "contributing": list(one.contributing),
        "due": one.due.isoformat(),
        "on": min(begun, act.today).isoformat(),
        **({"budget": one.budget, "currency": one.currency} if one.budget is not None else {}),
    }
    yield act.draft(ACTION_PLANNED, entry_id=action, objects=objects, facts=facts)
    for number, step in enumerate(one.steps):
        stated = {
            "state": step.state.value,
            "on": step.on.isoformat(),
            "due": step.due.isoformat() if step.due else "",
            "reason": words(step.reason, field="activity_reason", needed=False, most=2000),
        }
        part = f"stated/{one.key}/{number}"
        yield act.draft(ACTION_STATED, part=part, objects=objects, facts=stated, on=step.on)


def _reply(act: Act, one: Replied, ids: Sequence[str]) -> Draft:
    reply = act.id(f"reply/{one.key}")
    facts = {
        "recommendations": list(ids),
        "procedure": one.procedure.value,
        "sent_on": one.sent_on.isoformat(),
        "day_is": "the_latest" if one.by_latest else "",
        "source": line(one.source, field="source"),
        "level": one.level.value,
        "symbol": word(one.symbol, field="symbol"),
        "summary": words(one.summary[:_SUMMARY], field="summary", needed=False, most=_SUMMARY),
        "language": language_code(one.language),
    }
    objects = {REPLY: [reply], RECOMMENDATION: [key_of(each) for each in ids]}
    return act.draft(REPLY_TAKEN, entry_id=reply, objects=objects, facts=facts, on=one.sent_on)


def _assessment(act: Act, each: Wanted, one: Judged) -> Draft:
    require_grade(each.committee, one.grade, one.about)
    assessment = act.id(f"assessment/{one.key}")
    facts = {
        "recommendations": [each.id],
        "scale": each.committee,
        "grade": one.grade,
        "words": words(one.words, field="words", needed=False, most=_SUMMARY),
        "about": one.about.value,
        "on": one.on.isoformat(),
        "source": line(one.source, field="source"),
        "level": one.level.value,
    }
    objects = {ASSESSMENT: [assessment], RECOMMENDATION: [key_of(each.id)]}
    return act.draft(ASSESSMENT_TAKEN, entry_id=assessment, objects=objects, facts=facts, on=one.on)
