"""What is done about recommendations, as told to an actor: the plan, replies, alternative reports, assessments."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from qorgau.access.actor import Actor
from qorgau.treaty.entries import ACTION, ALTERNATIVE, ASSESSMENT, REPLY
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.lateness import days_late, said_late
from qorgau.treaty.facts.told import (
    ActionStep,
    Alternative,
    Assessment,
    PlannedAction,
    Reply,
    ReplyStep,
)
from qorgau.treaty.facts.words import (
    About,
    ActionState,
    Procedure,
    ReplyStage,
    SourceLevel,
)
from qorgau.treaty.grading import grade_word
from qorgau.treaty.models import (
    ActionRow,
    ActionStateRow,
    AlternativeRow,
    AssessmentRow,
    DocumentRow,
    ReplyRow,
    ReplyStepRow,
)
from qorgau.treaty.queries.due_days import StatedDays
from qorgau.treaty.queries.lines import day_of
from qorgau.treaty.queries.parts import Parts
from qorgau.treaty.queries.reach import (
    alternatives_seen,
    documents_seen,
    replies_seen,
    require_seeing,
    works_on,
)
from qorgau.treaty.refusal import NoSuchThing
from qorgau.treaty.seats import country, seat_of, today
from qorgau.treaty.storing import text_contents

_NOT_BEGUN_OR_UNDER_WAY = (ActionState.PLANNED, ActionState.UNDER_WAY)


def actions_of_each(parts: Parts, *, as_of: int) -> Mapping[str, tuple[PlannedAction, ...]]:
    """The actions of the plan for each recommendation, by the day they are due."""
    rows = list(ActionRow.objects.filter(pk__in=parts.things(ACTION)).order_by("due", "action_id"))
    return parts.dealt(ACTION, ((each.id, each) for each in told_actions(rows, as_of=as_of)))


def told_actions(rows: Sequence[ActionRow], *, as_of: int) -> tuple[PlannedAction, ...]:
    """These actions with everything that was ever said of them."""
    steps = defaultdict(list)
    for each in ActionStateRow.objects.filter(action_id__in=[row.action_id for row in rows]).order_by(
        "number"
    ):
        steps[each.action_id].append(each)
    now = today(country(), as_of)
    return tuple(_action(row, steps[row.action_id], now) for row in rows)


def _action(row: ActionRow, steps: Iterable[ActionStateRow], now: date) -> PlannedAction:
    state, due = ActionState(row.state), date.fromisoformat(row.due)
    return PlannedAction(
        id=row.action_id,
        recommendations=from_lines(row.recommendations),
        what=json.loads(row.what),
        lead=row.lead,
        contributing=from_lines(row.contributing),
        due=due,
        due_was=tuple(date.fromisoformat(each) for each in from_lines(row.due_was)),
        budget=row.budget,
        currency=row.currency,
        state=state,
        is_late=is_late(row, now),
        history=tuple(
            ActionStep(
                on=date.fromisoformat(each.on),
                state=ActionState(each.state),
                due=day_of(each.due),
                reason=each.reason,
                body=each.body_id,
                at=each.at,
            )
            for each in steps
        ),
    )


def is_late(row: ActionRow, now: date) -> bool:
    """Whether an action that is neither done nor stopped is past its day, or was done after it."""
    if row.state == ActionState.DONE:
        return row.state_since > row.due
    return row.state in _NOT_BEGUN_OR_UNDER_WAY and now > date.fromisoformat(row.due)


def replies_of_each(actor: Actor | None, parts: Parts) -> Mapping[str, tuple[Reply, ...]]:
    """The replies on each recommendation that the actor may see, the latest last."""
    rows = ReplyRow.objects.filter(pk__in=parts.things(REPLY)).order_by("entered_at", "reply_id")
    told = told_replies(actor, replies_seen(rows, actor))
    return parts.dealt(REPLY, ((each.id, each) for each in told))


def told_replies(actor: Actor | None, rows: Sequence[ReplyRow]) -> tuple[Reply, ...]:
    """These replies, which the actor may see, with the steps of their clearance for who has a part in it."""
    steps = defaultdict(list)
    for each in ReplyStepRow.objects.filter(reply_id__in=[row.reply_id for row in rows]).order_by("number"):
        steps[each.reply_id].append(each)
    days = StatedDays({each for row in rows for each in from_lines(row.recommendations)})
    texts = text_contents(row.text_sha256 for row in rows)
    return tuple(_reply(actor, row, steps[row.reply_id], days, texts) for row in rows)


def _reply(
    actor: Actor | None,
    row: ReplyRow,
    steps: Iterable[ReplyStepRow],
    days: StatedDays,
    texts: Mapping[str, str],
) -> Reply:
    ids = from_lines(row.recommendations)
    due, sent = days.due(ids, row.procedure), day_of(row.sent_on)
    late = None if due is None or sent is None else lateness_of(row, due)
    entered = today(seat_of(days.sender(ids)), row.entered_at)
    return Reply(
        id=row.reply_id,
        recommendations=ids,
        stage=ReplyStage(row.stage),
        procedure=Procedure(row.procedure),
        text=texts.get(row.text_sha256),
        language=row.language,
        summary=row.summary,
        lead=row.lead,
        prepared_at=row.prepared_at,
        prepared_body=row.prepared_body,
        cleared_at=row.cleared_at,
        cleared_body=row.cleared_body,
        sent_on=sent,
        sent_body=row.sent_body,
        due=due,
        days_late=late,
        lateness=said_late(late),
        typed_late_days=None if sent is None else max(0, (entered - sent).days),
        symbol=row.symbol,
        source=row.source,
        level=SourceLevel(row.level) if row.level else None,
        document=row.document_id,
        steps=tuple(_step(actor, each) for each in steps) if works_on(row, actor) else (),
        text_sha256=row.text_sha256,
        taken_body=row.taken_body,
        by_latest=bool(row.day_is),
    )


def lateness_of(row: ReplyRow, due: date) -> int | None:
    """Days after it was due; None where only the latest possible day is known and that would be late."""
    sent = day_of(row.sent_on)
    late = None if sent is None else days_late(sent, due)
    return None if row.day_is and late is not None and late > 0 else late


def _step(actor: Actor | None, each: ReplyStepRow) -> ReplyStep:
    own = actor is not None and actor.account == each.account
    return ReplyStep(step=each.step, body=each.body_id, at=each.at, note=each.note, by_me=own)


def alternatives_of_each(actor: Actor | None, parts: Parts) -> Mapping[str, tuple[Alternative, ...]]:
    """The alternative reports on each recommendation that the actor may see."""
    rows = alternatives_seen(AlternativeRow.objects.filter(pk__in=parts.things(ALTERNATIVE)), actor)
    found = list(rows.order_by("taken_at", "alternative_id"))
    named = DocumentRow.objects.filter(pk__in={row.document_id for row in found})
    seen = frozenset(documents_seen(named, actor).values_list("document_id", flat=True))
    texts = text_contents(row.text_sha256 for row in found)
    told = (_alternative(row, documents=seen, texts=texts) for row in found)
    return parts.dealt(ALTERNATIVE, ((each.id, each) for each in told))


def _alternative(row: AlternativeRow, *, documents: Collection[str], texts: Mapping[str, str]) -> Alternative:
    return Alternative(
        id=row.alternative_id,
        recommendations=from_lines(row.recommendations),
        title=row.title,
        text=texts.get(row.text_sha256),
        language=row.language,
        body=row.body_id,
        published_on=day_of(row.published_on),
        held_back=not row.published_on,
        document=row.document_id if row.document_id in documents else "",
        versions=row.versions,
        taken_at=row.taken_at,
    )


def assessments_of_each(parts: Parts) -> Mapping[str, tuple[Assessment, ...]]:
    """How each recommendation was assessed, the latest last."""
    rows = AssessmentRow.objects.filter(pk__in=parts.things(ASSESSMENT)).order_by("on", "entered_at")
    return parts.dealt(ASSESSMENT, ((row.assessment_id, _assessment(row)) for row in rows))


def _assessment(row: AssessmentRow) -> Assessment:
    grade = grade_word(row.scale, row.grade)
    assert grade is not None
    return Assessment(
        id=row.assessment_id,
        grade=grade,
        words=row.words,
        on=date.fromisoformat(row.on),
        source=row.source,
        level=SourceLevel(row.level),
        document=row.document_id,
        about=About(row.about),
        body=row.body_id,
        entered_at=row.entered_at,
    )


def reply(actor: Actor, reply_id: str) -> Reply:
    """One reply that the actor may see; refused as unknown otherwise."""
    require_seeing(actor)
    rows = replies_seen(ReplyRow.objects.filter(pk=reply_id), actor)
    if not rows:
        raise NoSuchThing(reply_id)
    return told_replies(actor, rows)[0]
