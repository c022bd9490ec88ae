"""What the record says already of a recommendation: a list that comes back filled in adds only what is new in it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from qorgau.treaty.entries import ACTION, ASSESSMENT, REPLY
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.importing.wanted import Activity, Answering, Judged, Replied, Wanted
from qorgau.treaty.models import (
    ActionRow,
    AssessmentRow,
    PartRow,
    RecommendationRow,
    ReplyRow,
    ResponsibleRow,
)

_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Known:
    """Of one recommendation: who answers and did, and marks of its actions, replies and assessments."""

    lead: str = ""
    contributing: frozenset[str] = frozenset()
    led: frozenset[tuple[str, str]] = frozenset()
    actions: frozenset[object] = frozenset()
    replies: frozenset[object] = frozenset()
    assessments: frozenset[object] = frozenset()


@dataclass(kw_only=True)
class _Gathered:
    """The same while it is being gathered."""

    rows: dict[str, RecommendationRow] = field(default_factory=dict)
    led: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    marks: dict[tuple[str, str], set[object]] = field(default_factory=lambda: defaultdict(set))


def without_known(found: Sequence[Wanted]) -> list[Wanted]:
    """The same without what stands in the record already."""
    left: list[Wanted] = []
    for start in range(0, len(found), _AT_ONCE):
        some = found[start : start + _AT_ONCE]
        known = _known([key_of(each.id) for each in some])
        left += [_new_of(each, known.get(key_of(each.id), Known())) for each in some]
    return left


def _new_of(each: Wanted, known: Known) -> Wanted:
    return replace(
        each,
        answering=tuple(one for one in each.answering if not _answers(one, known)),
        activities=tuple(one for one in each.activities if not _marks_of_action(one) & known.actions),
        replies=tuple(one for one in each.replies if not _marks_of_reply(one) & known.replies),
        assessments=tuple(one for one in each.assessments if not _marks_of_grade(one) & known.assessments),
    )


def _answers(one: Answering, known: Known) -> bool:
    stands = one.lead == known.lead and frozenset(one.contributing) == known.contributing
    return stands or (one.lead, one.since.isoformat()) in known.led


def _marks_of_action(one: Activity) -> set[object]:
    return {one.key, *((words, one.due.isoformat()) for words in one.what.values())}


def _marks_of_reply(one: Replied) -> set[object]:
    return {one.key, (one.sent_on.isoformat(), one.source)}


def _marks_of_grade(one: Judged) -> set[object]:
    return {one.key.partition("/")[0], (one.grade, one.on.isoformat(), one.source)}


def _known(keys: Sequence[str]) -> Mapping[str, Known]:
    held = _Gathered(rows=RecommendationRow.objects.in_bulk(keys))
    for key, body, since in ResponsibleRow.objects.filter(key__in=keys, leads=True).values_list(
        "key", "body_id", "since"
    ):
        held.led[key].add((body, since))
    _gather(held, keys)
    return {
        key: Known(
            lead=row.lead,
            contributing=frozenset(from_lines(row.contributing)),
            led=frozenset(held.led[key]),
            actions=frozenset(held.marks[key, ACTION]),
            replies=frozenset(held.marks[key, REPLY]),
            assessments=frozenset(held.marks[key, ASSESSMENT]),
        )
        for key, row in held.rows.items()
    }


def _gather(held: _Gathered, keys: Sequence[str]) -> None:
    parts = PartRow.objects.filter(key__in=keys, role__in=(ACTION, REPLY, ASSESSMENT))
    of: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, role, thing in parts.values_list("key", "role", "thing_id"):
        of[thing].append((key, role))
    told: list[tuple[str, set[object]]] = []
    for action in ActionRow.objects.filter(pk__in=of):
        days = (action.due, *from_lines(action.due_was))
        said = {(words, day) for words in json.loads(action.what).values() for day in days}
        told.append((action.action_id, {action.action_id, *said}))
    for reply in ReplyRow.objects.filter(pk__in=of):
        told.append((reply.reply_id, {reply.reply_id, (reply.sent_on, reply.source)}))
    for one in AssessmentRow.objects.filter(pk__in=of):
        told.append((one.assessment_id, {one.assessment_id, (one.grade, one.on, one.source)}))
    for thing, marks in told:
        for place in of[thing]:
            held.marks[place] |= marks
