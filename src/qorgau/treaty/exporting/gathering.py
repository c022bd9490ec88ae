"""Which recommendations leave, with everything that became of each, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.treaty import queries
from qorgau.treaty.facts.told import Board, Line, RecommendationPage
from qorgau.treaty.refusal import TreatyRefusal

MOST = 5_000
"""So many recommendations one file may hold."""
MOST_WITH_HISTORY = 500
"""So many with their whole history, which is read from the entries."""
_AT_ONCE = 500


def lines(actor: Actor | None, asked: queries.Asked, *, as_of: int, most: int) -> tuple[Line, ...]:
    """Every recommendation that the filters leave within reach, in the order in which documents name them."""
    first = _page(actor, asked, 1, as_of=as_of)
    if first.total > most:
        raise TreatyRefusal("export_too_many", field="form", count=first.total, most=most)
    rest = (_page(actor, asked, page, as_of=as_of).lines for page in range(2, first.pages + 1))
    return (*first.lines, *(each for one in rest for each in one))


def _page(actor: Actor | None, asked: queries.Asked, page: int, *, as_of: int) -> Board:
    return queries.board(actor, replace(asked, page=page, size=_AT_ONCE, order="id"), as_of=as_of)


def pages(actor: Actor | None, found: tuple[Line, ...], *, as_of: int) -> Iterator[RecommendationPage]:
    """Each with its whole history, as far as the actor sees it."""
    return queries.recommendations(actor, [each.id for each in found], as_of=as_of)
