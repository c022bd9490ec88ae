"""Fold actions of the plan, replies of the State, alternative reports and assessments."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from django.db.models import Model

from qorgau.ledger.entry import Entry
from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import (
    ACTION_PLANNED,
    ACTION_STATED,
    ALTERNATIVE_PUBLISHED,
    ALTERNATIVE_REPLACED,
    ALTERNATIVE_TAKEN,
    ASSESSMENT_TAKEN,
    REPLY_CLEARED,
    REPLY_PREPARED,
    REPLY_RETURNED,
    REPLY_REVISED,
    REPLY_SENT,
    REPLY_TAKEN,
)
from qorgau.treaty.facts.entry_facts import counted, group, in_lines, listed, number, of_kind, text
from qorgau.treaty.facts.words import ActionState, ReplyStage
from qorgau.treaty.models import (
    ActionRow,
    ActionStateRow,
    AlternativeRow,
    AssessmentRow,
    ReplyRow,
    ReplyStepRow,
)

_STAGES = {
    REPLY_PREPARED: ReplyStage.PREPARED,
    REPLY_REVISED: ReplyStage.PREPARED,
    REPLY_RETURNED: ReplyStage.RETURNED,
    REPLY_CLEARED: ReplyStage.CLEARED,
    REPLY_SENT: ReplyStage.SENT,
    REPLY_TAKEN: ReplyStage.TAKEN,
}
_STEPS = {
    REPLY_PREPARED: "prepared",
    REPLY_REVISED: "revised",
    REPLY_RETURNED: "returned",
    REPLY_CLEARED: "cleared",
    REPLY_SENT: "sent",
    REPLY_TAKEN: "taken",
}
_WRITES = (REPLY_PREPARED, REPLY_REVISED)


def fold_action(action_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The rows of one action of the plan."""
    standing = counted(entries)
    planned = next((each.entry for each in of_kind(standing, ACTION_PLANNED)), None)
    if planned is None:
        return
    told = [planned, *(each.entry for each in of_kind(standing, ACTION_STATED))]
    # Each promise in its turn: a day that is promised again was given up in between.
    dues = [day for day, _ in groupby(text(entry, "due") for entry in told if text(entry, "due"))]
    state, since = _state(told)
    yield ActionRow(
        action_id=action_id,
        recommendations=in_lines(listed(planned, "recommendations")),
        what=json.dumps(group(planned, "what"), ensure_ascii=False, sort_keys=True),
        lead=text(planned, "lead"),
        contributing=in_lines(listed(planned, "contributing")),
        due=dues[-1],
        due_was=in_lines(dues[:-1]),
        budget=number(planned, "budget"),
        currency=text(planned, "currency"),
        state=state,
        state_since=since,
        body_id=planned.for_body,
    )
    yield from _state_rows(action_id, told)


def _state(told: Sequence[Entry]) -> tuple[str, str]:
    state, since = ActionState.PLANNED.value, text(told[0], "on")
    for entry in told:
        now = text(entry, "state") or ActionState.PLANNED.value
        if now != state:
            state, since = now, text(entry, "on")
    return state, since


def _state_rows(action_id: str, told: Sequence[Entry]) -> Iterator[ActionStateRow]:
    for place, entry in enumerate(told, start=1):
        yield ActionStateRow(
            entry_id=entry.id,
            action_id=action_id,
            state=text(entry, "state") or ActionState.PLANNED.value,
            on=text(entry, "on"),
            due=text(entry, "due"),
            reason=text(entry, "reason"),
            body_id=entry.for_body,
            at=entry.recorded,
            number=place,
        )


def fold_reply(reply_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The rows of one reply."""
    steps = [each.entry for each in of_kind(counted(entries), *_STAGES)]
    if not steps:
        return
    yield _reply_row(reply_id, steps)
    for place, entry in enumerate(steps, start=1):
        yield ReplyStepRow(
            entry_id=entry.id,
            reply_id=reply_id,
            step=_STEPS[entry.kind],
            account=entry.by or "",
            body_id=entry.for_body,
            note=text(entry, "note") or text(entry, "reason"),
            text_sha256=text(entry, "text_sha256"),
            at=entry.recorded,
            number=place,
        )


def _reply_row(reply_id: str, steps: Sequence[Entry]) -> ReplyRow:
    first, last = steps[0], steps[-1]
    prepared = first if first.kind == REPLY_PREPARED else None
    cleared = _clearance(steps)
    sent = next((entry for entry in steps if entry.kind in (REPLY_SENT, REPLY_TAKEN)), None)
    texts = [text(entry, "text_sha256") for entry in steps if text(entry, "text_sha256")]
    return ReplyRow(
        reply_id=reply_id,
        recommendations=in_lines(listed(first, "recommendations")),
        procedure=text(first, "procedure"),
        stage=_STAGES[sent.kind if sent else last.kind].value,
        language=text(first, "language"),
        text_sha256=texts[-1] if texts else "",
        summary=text(first, "summary"),
        lead=text(first, "lead"),
        bodies=in_lines(listed(first, "bodies")),
        writers=in_lines(sorted({entry.by or "" for entry in steps if entry.kind in _WRITES})),
        prepared_at=prepared.recorded if prepared else None,
        prepared_body=prepared.for_body if prepared else "",
        cleared_at=cleared.recorded if cleared else None,
        cleared_body=cleared.for_body if cleared else "",
        sent_on=text(sent, "sent_on") if sent else "",
        sent_body=sent.for_body if sent and sent.kind == REPLY_SENT else "",
        symbol=text(sent, "symbol") if sent else "",
        document_id=(text(sent, "document") if sent else "") or text(first, "document"),
        source=text(sent, "source") if sent else "",
        level=text(sent, "level") if sent else "",
        taken_body=first.for_body if first.kind == REPLY_TAKEN else "",
        day_is=text(sent, "day_is") if sent else "",
        entered_at=(sent or last).recorded,
    )


def _clearance(steps: Sequence[Entry]) -> Entry | None:
    """The clearance of the words as they stand: whatever was revised or returned after it, is not cleared."""
    found: Entry | None = None
    for entry in steps:
        if entry.kind == REPLY_CLEARED:
            found = entry
        elif entry.kind in (REPLY_REVISED, REPLY_RETURNED):
            found = None
    return found


def fold_alternative(alternative_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The row of one alternative report."""
    standing = counted(entries)
    taken = next((each.entry for each in of_kind(standing, ALTERNATIVE_TAKEN)), None)
    if taken is None:
        return
    replaced = [each.entry for each in of_kind(standing, ALTERNATIVE_REPLACED)]
    published = [each.entry for each in of_kind(standing, ALTERNATIVE_PUBLISHED)]
    yield AlternativeRow(
        alternative_id=alternative_id,
        recommendations=in_lines(listed(taken, "recommendations")),
        title=text(taken, "title"),
        language=text(taken, "language"),
        text_sha256=text(replaced[-1] if replaced else taken, "text_sha256"),
        versions=1 + len(replaced),
        document_id=text(taken, "document"),
        body_id=taken.for_body,
        published_on=text(published[0], "on") if published else text(taken, "published_on"),
        taken_at=taken.recorded,
    )


def fold_assessment(assessment_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The row of one assessment."""
    taken = next((each.entry for each in of_kind(counted(entries), ASSESSMENT_TAKEN)), None)
    if taken is None:
        return
    yield AssessmentRow(
        assessment_id=assessment_id,
        recommendations=in_lines(listed(taken, "recommendations")),
        scale=text(taken, "scale"),
        grade=text(taken, "grade"),
        words=text(taken, "words"),
        about=text(taken, "about"),
        on=text(taken, "on"),
        source=text(taken, "source"),
        level=text(taken, "level"),
        document_id=text(taken, "document"),
        body_id=taken.for_body,
        entered_at=taken.recorded,
    )
