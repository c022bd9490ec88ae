"""How every act of the treaty cycle is done for a program: permitted, done once for its key, answered with receipts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Header, Path, Status
from pydantic import Field

from qorgau.access.actor import Actor
from qorgau.access.permission import may, require
from qorgau.access.request import actor_of, moment_of
from qorgau.custody.api.keys import KEY, act_of
from qorgau.custody.api.telling import receipt
from qorgau.treaty.actions import Done
from qorgau.treaty.api.shapes import DoneAnswer

_NAMED = r"^[^\x00-\x20\x7f/\\]{1,160}$"
Named = Annotated[str, Field(pattern=_NAMED)]
Key = Annotated[str | None, Header(None, alias="Idempotency-Key", **KEY)]
DocumentId = Annotated[
    Named, Path(..., description="Id, its first twelve signs, or the symbol with hyphens.")
]
Stem = Annotated[Named, Path(..., description="The symbol with hyphens: CAT-C-KAZ-CO-4.")]
Leaf = Annotated[Named, Path(..., description="The leaf as it is cited: 14(a).")]
ThingId = Annotated[Named, Path(...)]
Acted = Status[DoneAnswer]
ACTED: dict[int | str | frozenset[int], Any] = {200: DoneAnswer, 201: DoneAnswer}

SEE, TAKE, CORRECT, LINK = ("treaty.see",), ("treaty.take",), ("treaty.correct",), ("treaty.link",)
ASSIGN, PLAN, REPLY, CLEAR = ("treaty.assign",), ("treaty.plan",), ("treaty.reply",), ("treaty.clear",)
SEND, OWN, ASSESS = ("treaty.send",), ("treaty.alternative",), ("treaty.assess",)
CLEAR_OR_SEND = ("treaty.clear", "treaty.send")
WRITE = ("treaty.write_report", "treaty.write_alternative")


def by(*acts: str) -> dict[str, Any]:
    """What the description says of who may: one of these acts."""
    return {"x-act": acts[0], **({"x-also-by": list(acts[1:])} if acts[1:] else {})}


def asking(request: HttpRequest, acts: tuple[str, ...]) -> tuple[Actor, int]:
    """Who asks, and the moment; refuses whoever has none of these acts anywhere."""
    actor = actor_of(request)
    if not any(may(actor, each) for each in acts):
        require(actor, acts[0])
    return actor, moment_of(request)


def did(
    request: HttpRequest,
    key: str | None,
    acts: tuple[str, ...],
    act: Callable[..., Done],
    *of: object,
    **more: object,
) -> Acted:
    """Do it and answer: 201, or 200 where the same key came in before."""
    actor, now = asking(request, acts)
    return told(act(actor, *of, now=now, act_id=act_of(actor, key), **more))


def did_once(
    request: HttpRequest, acts: tuple[str, ...], act: Callable[..., Done], *of: object, **more: object
) -> Acted:
    """The same for an act that can be done but once, by what it is about."""
    actor, now = asking(request, acts)
    return told(act(actor, *of, now=now, **more))


def told(done: Done) -> Acted:
    """The answer to an act."""
    answer = DoneAnswer(
        made=done.made,
        is_new=done.is_new,
        note=done.note,
        entries=[receipt(each) for each in done.acknowledgements],
    )
    return Status(201 if done.is_new else 200, answer)


def named(stem: str, leaf: str) -> str:
    """A recommendation as addresses name it."""
    return f"{stem}/{leaf}"
