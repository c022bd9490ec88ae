"""How every act on a complaint is done for a program: permitted, done once for its key, answered with receipts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Header, Path, Status

from qorgau.access.actor import Actor
from qorgau.access.permission import may, require
from qorgau.access.request import actor_of, moment_of
from qorgau.complaints.actions import Done
from qorgau.complaints.api import answers, telling
from qorgau.custody.api.given import Id
from qorgau.custody.api.keys import KEY, act_of

Key = Annotated[str | None, Header(None, alias="Idempotency-Key", **KEY)]
CaseId = Annotated[Id, Path(...)]
RunId = Annotated[Id, Path(...)]
ThingId = Annotated[Id, Path(...)]

ACTED: dict[int | str | frozenset[int], Any] = {200: answers.CaseActAnswer, 201: answers.CaseActAnswer}

MOVE = ("complaints.move",)
ASSIGN = ("complaints.assign",)
EVIDENCE = ("complaints.evidence",)
HEARING = ("complaints.hearing",)
IDENTITY = ("complaints.identity",)
CONFIRM = ("complaints.confirm_correction",)
OFFICERS = ("complaints.officers",)
MOVE_OR_EVIDENCE = ("complaints.move", "complaints.evidence")
MOVE_OR_ASSIGN = ("complaints.move", "complaints.assign")


def by(*acts: str) -> dict[str, Any]:
    """What the description says of who may: one of these acts."""
    return {"x-act": acts[0], **({"x-also-by": list(acts[1:])} if acts[1:] else {})}


def require_one(actor: Actor, acts: tuple[str, ...]) -> None:
    """Refuse whoever has none of these acts anywhere."""
    if not any(may(actor, each) for each in acts):
        require(actor, acts[0])


def did(
    request: HttpRequest,
    key: str | None,
    acts: tuple[str, ...],
    act: Callable[..., Done],
    *of: object,
    **more: object,
) -> Status[answers.CaseActAnswer]:
    """Do it and answer: 201, or 200 where the same key came in before."""
    actor = actor_of(request)
    require_one(actor, acts)
    made = act(actor, *of, now=moment_of(request), act_id=act_of(actor, key), **more)
    return Status(201 if made.is_new else 200, telling.done(made, actor.language))
