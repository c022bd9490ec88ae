"""A new draft: one block for each recommendation that the report answers, in the committee's order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qorgau.treaty.writing.blocks import Asked, Block, BlockRole
from qorgau.treaty.writing.kinds import Scope

INTRODUCTION, CLOSING = "introduction", "closing"


def begin(asked: Sequence[Asked]) -> tuple[Block, ...]:
    """The empty blocks: words before, one block for each recommendation, words after."""
    return (
        Block(id=INTRODUCTION, role=BlockRole.INTRODUCTION),
        *(Block(id=leaf_of(each), role=BlockRole.ANSWER, asked=each) for each in asked),
        Block(id=CLOSING, role=BlockRole.CLOSING),
    )


def leaf_of(asked: Asked) -> str:
    """The id of its block: the leaf, as it is unique within the document."""
    return asked.recommendation.partition("#")[2]


def answered(candidates: Iterable[tuple[Asked, str, bool]], scope: Scope) -> tuple[Asked, ...]:
    """Those that a report of this scope answers; each with its kind and whether it was chosen for follow-up.

    A list of issues may hold no questions that were told from recommendations: then all of it is answered.
    """
    held = tuple(candidates)
    if scope is Scope.FOLLOW_UP:
        return tuple(asked for asked, _, chosen in held if chosen)
    if scope is Scope.QUESTIONS:
        return tuple(asked for asked, kind, _ in held if kind == "question") or tuple(
            each[0] for each in held
        )
    return tuple(asked for asked, kind, _ in held if kind != "question") or tuple(each[0] for each in held)
