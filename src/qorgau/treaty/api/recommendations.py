"""The board, one recommendation, what measures it, and the law that it asks for."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Body, Query, Router

from qorgau.access.actions import note_list
from qorgau.custody.api.given import Line, Word
from qorgau.treaty import actions, queries
from qorgau.treaty.api import given
from qorgau.treaty.api.acting import ACTED, CORRECT, LINK, SEE, Acted, Key, Leaf, Stem, asking, by, did, named
from qorgau.treaty.api.shapes import as_value, listed, shape_of
from qorgau.treaty.evidence import Evidence, LawAnswer, Period, evidence, law_of
from qorgau.treaty.facts.told import Board, Classes, RecommendationPage
from qorgau.treaty.facts.words import Sender, StandsAt
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import country, today

router = Router(tags=["recommendations"])
_ONE = "/treaty/recommendations/{stem}/{leaf}"
Year = Annotated[
    int | None, Query(None, ge=1990, le=2100, description="A calendar year; the last 365 days without.")
]


class Order(StrEnum):
    """In which order the board is read."""

    DUE = "due"  # what is due first
    ID = "id"  # as documents name them
    NEW = "new"  # the newest first


@router.get("/treaty/recommendations", response=shape_of(Board), summary="The board", openapi_extra=by(*SEE))
def board(
    request: HttpRequest,
    subject: Annotated[Word, Query("")],
    body: Annotated[Line, Query("")],
    state: Annotated[StandsAt | None, Query(None)],
    sender: Annotated[Sender | None, Query(None)],
    committee: Annotated[Line, Query("")],
    cycle: Annotated[Line, Query("")],
    document: Annotated[Line, Query("")],
    follow_up: Annotated[bool, Query(False)],
    due_before: Annotated[date | None, Query(None)],
    text: Annotated[Line, Query("")],
    order: Annotated[Order, Query(Order.DUE)],
    page: Annotated[int, Query(1, ge=1, le=1_000_000)],
    per_page: Annotated[int, Query(50, ge=1, le=500)],
) -> dict[str, Any]:
    """One page; counts, subjects and bodies are of all that the filters leave. That it was read is noted."""
    actor, now = asking(request, SEE)
    asked = queries.Asked(
        subject=subject,
        body=body,
        state=state or "",
        sender=sender.value if sender else "",
        committee=committee,
        cycle=cycle,
        document=document,
        follow_up=follow_up,
        due_before=due_before,
        text=text,
        order=order.value,
        page=page,
        size=per_page,
    )
    found = queries.board(actor, asked, as_of=now)
    note_list(actor, SEE[0], filters=as_value(asked), rows=len(found.lines), now=now)
    return dict(as_value(found))


@router.get(_ONE, response=shape_of(RecommendationPage), summary="One recommendation", openapi_extra=by(*SEE))
def recommendation(request: HttpRequest, stem: Stem, leaf: Leaf) -> dict[str, Any]:
    """With its plan, replies, what others say, grades, history, links, ties, deadlines and timeline."""
    actor, now = asking(request, SEE)
    return dict(as_value(queries.recommendation(actor, named(stem, leaf), as_of=now)))


@router.get(
    f"{_ONE}/evidence", response=shape_of(Evidence), summary="What the record counts", openapi_extra=by(*SEE)
)
def measured(request: HttpRequest, stem: Stem, leaf: Leaf, year: Year) -> dict[str, Any]:
    """Safeguards, figures, the law on the day and what others stated; small numbers are not shown to everybody."""
    actor, now = asking(request, SEE)
    page = queries.recommendation(actor, named(stem, leaf), as_of=now)
    period = Period.year(year) if year else None
    return dict(as_value(evidence(actor, page.line.id, as_of=now, period=period)))


@router.get(
    f"{_ONE}/law", response=listed(LawAnswer), summary="Is the law in line yet", openapi_extra=by(*SEE)
)
def law(
    request: HttpRequest,
    stem: Stem,
    leaf: Leaf,
    on: Annotated[date | None, Query(None, description="On that day.")],
) -> list[Any]:
    """Each article that measures it, in its version of that day, with the elements it lacks and the objections."""
    actor, now = asking(request, SEE)
    if on is not None and not 1900 <= on.year <= 2200:
        raise TreatyRefusal("no_such_word", field="on", typed=on.isoformat(), known="1900-01-01 … 2200-12-31")
    page = queries.recommendation(actor, named(stem, leaf), as_of=now)
    return list(as_value(law_of(actor, page.line.id, on=on or today(country(), now))))


@router.post(f"{_ONE}/classes", response=ACTED, summary="Say what it is about", openapi_extra=by(*CORRECT))
def classify(
    request: HttpRequest, stem: Stem, leaf: Leaf, asked: Annotated[given.ClassesGiven, Body(...)], key: Key
) -> Acted:
    """A person's word, which stands over any classifier."""
    classes = Classes(
        subjects=tuple(asked.subjects),
        people=tuple(asked.people),
        sdg=tuple(asked.sdg),
        measures=tuple(asked.measures),
        strength=asked.strength,
    )
    return did(request, key, CORRECT, actions.classify, named(stem, leaf), classes, reason=asked.reason)


@router.post(f"{_ONE}/ties", response=ACTED, summary="Say what measures it", openapi_extra=by(*LINK))
def tie(
    request: HttpRequest, stem: Stem, leaf: Leaf, asked: Annotated[given.TieGiven, Body(...)], key: Key
) -> Acted:
    """A safeguard, figure or article, beside what the catalogue says."""
    more = {"holds": asked.holds, "reason": asked.reason}
    return did(request, key, LINK, actions.tie_measure, named(stem, leaf), asked.tie, asked.name, **more)
