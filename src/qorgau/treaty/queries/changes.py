"""What changed of late that anybody may know: papers, replies, assessments, other voices, steps of the plan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.models import (
    ActionRow,
    ActionStateRow,
    AlternativeRow,
    AssessmentRow,
    DocumentRow,
    RecommendationRow,
    ReplyRow,
)
from qorgau.treaty.queries.lines import day_of
from qorgau.treaty.queries.reach import alternatives_seen, documents_seen, recommendations_seen, replies_seen
from qorgau.treaty.seats import country

MOST = 50
_LOOKED_THROUGH = 4 * MOST


class Changed(StrEnum):
    """What sort of thing happened."""

    DOCUMENT = "document"  # the recommendations of a document are followed from now on
    REPLY = "reply"  # the State replied
    ASSESSMENT = "assessment"  # who recommended it judged what was done
    ALTERNATIVE = "alternative"  # an organisation published a report
    ACTION = "action"  # who leads an action said how far it has come


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that became known here. at: the instant it was entered; on: the day it speaks of.

    title: in its own language; titles: of an action, in each language that somebody wrote.
    """

    id: str
    what: Changed
    at: int
    on: date | None
    title: str
    body: str
    recommendations: tuple[str, ...]
    document: str = ""
    state: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)


def changes(*, most: int = MOST) -> tuple[Change, ...]:
    """The latest first, as far as nobody holds them back."""
    found = list(chain(_documents(), _replies(), _assessments(), _alternatives(), _actions()))
    seen = _seen({name for each in found for name in each.recommendations})
    told = [each for each in (_narrowed(one, seen) for one in found) if each is not None]
    return tuple(sorted(told, key=lambda each: (-each.at, each.id))[:most])


def _documents() -> Iterator[Change]:
    rows = documents_seen(DocumentRow.objects.filter(accepted_at__isnull=False), None)
    for row in rows.order_by("-accepted_at")[:_LOOKED_THROUGH]:
        yield Change(
            id=f"document-{row.document_id}", what=Changed.DOCUMENT, at=_known_since(row.accepted_at or 0, row.published_on),
            on=day_of(row.adopted), title=row.symbol or row.title or row.name, body=row.body_id, recommendations=(),
            document=row.slug,
        )  # fmt: skip


def _replies() -> Iterator[Change]:
    rows = ReplyRow.objects.exclude(sent_on="").order_by("-entered_at")[:_LOOKED_THROUGH]
    for row in replies_seen(rows, None):
        yield Change(
            id=f"reply-{row.reply_id}", what=Changed.REPLY, at=row.entered_at, on=day_of(row.sent_on),
            title=row.symbol, body=row.sent_body or row.lead, recommendations=tuple(from_lines(row.recommendations)),
        )  # fmt: skip


def _assessments() -> Iterator[Change]:
    for row in AssessmentRow.objects.order_by("-entered_at")[:_LOOKED_THROUGH]:
        yield Change(
            id=f"assessment-{row.assessment_id}", what=Changed.ASSESSMENT, at=row.entered_at, on=day_of(row.on),
            title=row.words, body=row.body_id, recommendations=tuple(from_lines(row.recommendations)),
        )  # fmt: skip


def _alternatives() -> Iterator[Change]:
    rows = alternatives_seen(AlternativeRow.objects.all(), None)
    for row in rows.order_by("-published_on")[:_LOOKED_THROUGH]:
        yield Change(
            id=f"alternative-{row.alternative_id}", what=Changed.ALTERNATIVE, at=_known_since(row.taken_at, row.published_on),
            on=day_of(row.published_on), title=row.title, body=row.body_id,
            recommendations=tuple(from_lines(row.recommendations)),
        )  # fmt: skip


def _known_since(at: int, published_on: str) -> int:
    """Before its author published it nobody else knew of it, nor when somebody worked on it."""
    return max(at, country().day_bounds(date.fromisoformat(published_on))[0]) if published_on else at


def _actions() -> Iterator[Change]:
    steps = list(ActionStateRow.objects.order_by("-at")[:_LOOKED_THROUGH])
    held = ActionRow.objects.in_bulk([step.action_id for step in steps])
    for step in steps:
        row = held.get(step.action_id)
        if row is not None:
            yield Change(
                id=f"action-{step.entry_id}", what=Changed.ACTION, at=step.at, on=day_of(step.on), title="",
                titles=json.loads(row.what), body=step.body_id, recommendations=tuple(from_lines(row.recommendations)), state=step.state,
            )  # fmt: skip


def _seen(names: Iterable[str]) -> frozenset[str]:
    rows = RecommendationRow.objects.filter(recommendation_id__in=set(names))
    return frozenset(recommendations_seen(rows, None).values_list("recommendation_id", flat=True))


def _narrowed(change: Change, seen: frozenset[str]) -> Change | None:
    """The same with the recommendations that anybody may see; nothing where it speaks of none of these."""
    if not change.recommendations:
        return change
    left = tuple(each for each in change.recommendations if each in seen)
    return replace(change, recommendations=left) if left else None
