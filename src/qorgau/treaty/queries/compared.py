"""Two documents compared as a whole: what was taken up; and demands that come back cycle after cycle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from qorgau.access.actor import Actor
from qorgau.reading.linking.links import Item, Returning, TakenUp
from qorgau.treaty.facts.told import DocumentPage
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.queries.reach import recommendations_seen, require_seeing

_MOST = 4000


@dataclass(frozen=True, kw_only=True)
class CameBack:
    """One demand made in several cycles of one committee: (cycle, id, words, language), the oldest first."""

    committee: str
    how: str
    items: tuple[tuple[str, str, str, str], ...]
    cycles: tuple[str, ...]


def taken_up_by(asked: DocumentPage, answer: DocumentPage) -> Mapping[str, TakenUp]:
    """What became of each demand of one document in another, by its id; the actor has seen both pages."""
    return _taken_up(_items(asked), _items(answer))


def came_back(actor: Actor | None, *, committee: str = "") -> tuple[CameBack, ...]:
    """The demands that a committee made in more than one cycle, as the program finds them; a person judges links."""
    require_seeing(actor)
    rows = recommendations_seen(RecommendationRow.objects.exclude(cycle=""), actor).order_by("key")
    cycles: dict[str, dict[str, list[RecommendationRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.filter(committee=committee) if committee else rows:
        cycles[row.committee][row.cycle].append(row)
    found = []
    for code, held in sorted(cycles.items()):
        if len(held) > 1 and sum(map(len, held.values())) <= _MOST:
            texts = {
                row.recommendation_id: (row.text, row.language) for each in held.values() for row in each
            }
            order = sorted(held, key=_place)
            asked = tuple((cycle, tuple(_item(row) for row in held[cycle])) for cycle in order)
            found += [_told(code, each, texts) for each in _returning(asked)]
    return tuple(found)


def _told(committee: str, each: Returning, texts: Mapping[str, tuple[str, str]]) -> CameBack:
    items = tuple((cycle, name, *texts[name]) for cycle, name in each.items)
    return CameBack(committee=committee, how=each.how.value, items=items, cycles=each.cycles)


def _place(cycle: str) -> tuple[int, str]:
    first = cycle.split("-")[0]
    return (int(first) if first.isdigit() else 0, cycle)


def _item(row: RecommendationRow) -> Item:
    return Item(
        id=row.recommendation_id,
        text=row.text,
        language=row.language or "en",
        symbol=row.symbol or None,
        paragraph=row.leaf,
        heading=row.heading or None,
        cycle=row.cycle,
    )


def _items(page: DocumentPage) -> tuple[Item, ...]:
    from qorgau.reading.linking import items_of

    stem = page.line.stem
    return tuple(replace(each, id=f"{stem}#{each.id.partition('#')[2]}") for each in items_of(page.document))


@lru_cache(maxsize=16)
def _taken_up(asked: tuple[Item, ...], answer: tuple[Item, ...]) -> Mapping[str, TakenUp]:
    from qorgau.reading.linking import taken_up

    return {each.item: each for each in taken_up(asked, answer)} if asked and answer else {}


@lru_cache(maxsize=8)
def _returning(cycles: tuple[tuple[str, tuple[Item, ...]], ...]) -> tuple[Returning, ...]:
    from qorgau.reading.linking import returns

    return tuple(returns(cycles))
