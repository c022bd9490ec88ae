"""The days and counts that tell where a recommendation stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qorgau.ledger.entry import Entry
from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import (
    ACTION,
    ACTION_PLANNED,
    ACTION_STATED,
    ASSESSMENT_TAKEN,
    REPLY_SENT,
    REPLY_TAKEN,
)
from qorgau.treaty.facts.entry_facts import named, of_kind, text
from qorgau.treaty.facts.words import ActionState, Procedure

_PUBLIC_REPLIES = (REPLY_SENT, REPLY_TAKEN)


def days_due(anchor: Entry, standing: Sequence[RecordedEntry]) -> dict[str, str]:
    """The next day by which a reply is due: of the follow-up while none was sent, then of the next report."""
    first, report = text(anchor, "due"), text(anchor, "report_due")
    answered = {text(each.entry, "procedure") for each in of_kind(standing, *_PUBLIC_REPLIES)}
    open_days = [
        day
        for day, procedures in ((first, {Procedure.FOLLOW_UP, Procedure.OTHER}), (report, {Procedure.REPORT}))
        if day and not answered & procedures
    ]
    return {"due": min(open_days, default=""), "report_due": report}


def plan_of(standing: Sequence[RecordedEntry]) -> dict[str, Any]:
    """How many actions of the plan there are, begun, done and stopped, and the days of the first and the last word on them."""
    states: dict[str, str] = {}
    last = ""
    for each in of_kind(standing, ACTION_PLANNED, ACTION_STATED):
        entry = each.entry
        states[named(entry, ACTION)] = text(entry, "state") or ActionState.PLANNED.value
        last = max(last, text(entry, "on"))
    planned = [text(each.entry, "on") for each in of_kind(standing, ACTION_PLANNED)]
    told = list(states.values())
    return {
        "actions": len(told),
        "actions_begun": sum(each == ActionState.UNDER_WAY for each in told),
        "actions_done": sum(each == ActionState.DONE for each in told),
        "actions_stopped": sum(each == ActionState.STOPPED for each in told),
        "last_stated_on": last,
        "planned_on": min(planned, default=""),
    }


def replied_on(standing: Sequence[RecordedEntry]) -> str:
    """The day of the last reply that was sent; "" for none."""
    return max((text(each.entry, "sent_on") for each in of_kind(standing, *_PUBLIC_REPLIES)), default="")


def last_assessed(standing: Sequence[RecordedEntry]) -> dict[str, str]:
    """The last grade that a committee gave, with its day and scale."""
    found = of_kind(standing, ASSESSMENT_TAKEN)
    if not found:
        return {"assessed_on": "", "grade": "", "grade_scale": ""}
    last = max(found, key=lambda each: (text(each.entry, "on"), each.entry.recorded)).entry
    return {
        "assessed_on": text(last, "on"),
        "grade": text(last, "grade"),
        "grade_scale": text(last, "scale"),
    }
