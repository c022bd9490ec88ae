"""The board: recommendations by subject, body, deadline, state; and the documents they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.searching import wanted
from qorgau.treaty.facts.standing import standing_of
from qorgau.treaty.facts.told import Board, Documents
from qorgau.treaty.facts.words import Sender, StandsAt
from qorgau.treaty.models import DocumentRow, RecommendationRow, ResponsibleRow, SubjectRow
from qorgau.treaty.queries.lines import document_line, line_of
from qorgau.treaty.queries.reach import documents_seen, recommendations_seen, require_seeing
from qorgau.treaty.seats import seat_of, today

PAGE = 50
_MOST = 500
_WORDS = 8
_JUDGED_BY = (
    "key", "sender", "committee", "subjects", "lead", "contributing", "due", "responsible_since", "actions",
    "actions_begun", "actions_done", "actions_stopped", "planned_on", "last_stated_on", "replied_on", "assessed_on",
    "stem", "place", "taken_at",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a board is asked for; "" and None leave a filter out. text: every word must stand in the recommendation.

    days_left: no more than these, each counted at the seat of who made the recommendation; below 0 its day is over.
    """

    subject: str = ""
    body: str = ""
    state: StandsAt | str = ""
    sender: str = ""
    committee: str = ""
    cycle: str = ""
    document: str = ""
    follow_up: bool = False
    due_before: date | None = None
    days_left: int | None = None
    text: str = ""
    order: str = "due"
    page: int = 1
    size: int = PAGE


def board(actor: Actor | None, asked: Asked, *, as_of: int) -> Board:
    """One page of the recommendations that the filters leave; the counts are of all that are left but for the state."""
    require_seeing(actor)
    found = _filtered(recommendations_seen(RecommendationRow.objects.all(), actor), asked, as_of=as_of)
    rows = list(found.only(*_JUDGED_BY))
    states = _states(rows, as_of=as_of)
    left = [row for row in rows if not asked.state or states[row.key] == asked.state]
    ordered = sorted(left, key=_ORDERS.get(asked.order, _by_due))
    size = min(max(1, asked.size), _MOST)
    pages = max(1, -(-len(ordered) // size))
    page = min(max(1, asked.page), pages)
    keys = [row.key for row in ordered[(page - 1) * size : page * size]]
    shown = RecommendationRow.objects.in_bulk(keys)
    return Board(
        lines=tuple(line_of(shown[key], as_of=as_of) for key in keys),
        total=len(ordered),
        page=page,
        pages=pages,
        counts=_counted(states.values()),
        subjects=_words(row.subjects for row in left),
        bodies=_words(f"{row.lead}\n{row.contributing}" for row in left),
        committees=_words(row.committee or row.sender for row in left),
        as_of=as_of,
    )


def documents(
    actor: Actor | None, *, sender: str = "", kind: str = "", text: str = "", page: int = 1, size: int = PAGE
) -> Documents:
    """One page of the documents that the actor may see, the newest first."""
    require_seeing(actor)
    rows = documents_seen(DocumentRow.objects.all(), actor)
    rows = rows.filter(sender=sender) if sender else rows
    rows = rows.filter(kind=kind) if kind else rows
    for word in text.split()[:_WORDS]:
        rows = rows.filter(Q(title__icontains=word) | Q(stem__icontains=word) | Q(name__icontains=word))
    total, size = rows.count(), min(max(1, size), _MOST)
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    shown = rows.order_by("-taken_at", "document_id")[(page - 1) * size : page * size]
    return Documents(lines=tuple(document_line(row) for row in shown), total=total, page=page, pages=pages)


def _filtered(rows: QuerySet[RecommendationRow], asked: Asked, *, as_of: int) -> QuerySet[RecommendationRow]:
    plain = {"sender": asked.sender, "committee": asked.committee, "cycle": asked.cycle}
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    if asked.document:
        rows = rows.filter(Q(document_id=asked.document) | Q(stem=asked.document) | Q(slug=asked.document))
    if asked.follow_up:
        rows = rows.filter(follow_up=True)
    if asked.due_before is not None:
        rows = rows.filter(~Q(due=""), due__lt=asked.due_before.isoformat())
    if asked.days_left is not None:
        rows = rows.filter(~Q(due=""), _has_left(asked.days_left, as_of=as_of))
    if asked.subject:
        of_it = SubjectRow.objects.filter(subject=asked.subject, key=OuterRef("key"))
        rows = rows.filter(Exists(of_it))
    if asked.body:
        theirs = ResponsibleRow.objects.filter(body_id=asked.body, until="", key=OuterRef("key"))
        rows = rows.filter(Exists(theirs))
    for forms in wanted(asked.text)[:_WORDS]:
        rows = rows.filter(reduce(or_, (Q(search__contains=form) for form in sorted(forms))))
    return rows


def _has_left(most: int, *, as_of: int) -> Q:
    """The day in the country is not the day where a committee sits: a line must not be overdue with a day left."""
    last = {sender: today(seat_of(sender), as_of) + timedelta(days=most) for sender in Sender}
    return reduce(or_, (Q(sender=sender, due__lte=day.isoformat()) for sender, day in last.items()))


def _states(rows: Iterable[RecommendationRow], *, as_of: int) -> dict[str, StandsAt]:
    days: dict[str, date] = {}
    found: dict[str, StandsAt] = {}
    for row in rows:
        if row.sender not in days:
            days[row.sender] = today(seat_of(row.sender), as_of)
        found[row.key] = standing_of(row, today=days[row.sender]).at
    return found


def _counted(states: Iterable[StandsAt]) -> dict[StandsAt, int]:
    counts = Counter(states)
    return {state: counts.get(state, 0) for state in StandsAt}


def _words(columns: Iterable[str]) -> dict[str, int]:
    counts = Counter(word for column in columns for word in set(from_lines(column)) if word)
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


Order = tuple[object, ...]


def _by_due(row: RecommendationRow) -> Order:
    return row.due or "9999", row.stem, row.place, row.key


def _by_id(row: RecommendationRow) -> Order:
    return row.stem, row.place, row.key


def _newest(row: RecommendationRow) -> Order:
    return -row.taken_at, row.stem, row.place, row.key


_ORDERS = {"due": _by_due, "id": _by_id, "new": _newest}
