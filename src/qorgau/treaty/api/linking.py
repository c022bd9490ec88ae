"""The same demand in other documents: proposals, a person's word, two documents side by side."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Body, Query, Router

from qorgau.treaty import actions, queries
from qorgau.treaty.api import given
from qorgau.treaty.api.acting import ACTED, LINK, SEE, Acted, Key, Leaf, Stem, asking, by, did, named
from qorgau.treaty.api.shapes import as_value, listed, shape_of
from qorgau.treaty.facts.told import LinkLine, SideBySide

router = Router(tags=["recommendations"])


@router.get(
    "/treaty/recommendations/{stem}/{leaf}/proposals",
    response=listed(LinkLine),
    summary="What may be the same demand",
    openapi_extra=by(*SEE),
)
def proposals(
    request: HttpRequest, stem: Stem, leaf: Leaf, most: Annotated[int, Query(10, ge=1, le=50)]
) -> list[Any]:
    """From the words of the texts, with rank and lead; a person judges each."""
    actor, _now = asking(request, SEE)
    return list(as_value(queries.proposals(actor, named(stem, leaf), most=most), actor.language))


@router.post("/treaty/links", response=ACTED, summary="Judge a link", openapi_extra=by(*LINK))
def judge(request: HttpRequest, asked: Annotated[given.JudgementGiven, Body(...)], key: Key) -> Acted:
    """A later word stands over an earlier one, which stays in the history."""
    more = {"how": asked.how, "reason": asked.reason}
    return did(request, key, LINK, actions.judge_link, asked.left, asked.right, asked.judgement, **more)


@router.get(
    "/treaty/side-by-side",
    response=shape_of(SideBySide),
    summary="Two documents with the links between them",
    openapi_extra=by(*SEE),
)
def side_by_side(
    request: HttpRequest,
    left: Annotated[given.Name, Query(...)],
    right: Annotated[given.Name, Query(...)],
    cutoff: Annotated[float | None, Query(None, ge=0, le=1, description="Proposals of at least this score.")],
) -> dict[str, Any]:
    """Judged and proposed links, each with the reason."""
    actor, now = asking(request, SEE)
    return dict(as_value(queries.side_by_side(actor, left, right, as_of=now, cutoff=cutoff), actor.language))
