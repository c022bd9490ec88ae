"""Two documents compared as a whole: what was taken up; and demands that come back cycle after cycle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
    """One demand made of one State in several cycles of one committee: (cycle, id, words, language), the oldest first.

    elsewhere: where other committees, the review or an organisation ask the same State the same: (from whom, id, words,
    language); from whom is a committee, or the kind of sender where none is named.
    """

    state: str
    committee: str
    how: str
    items: tuple[tuple[str, str, str, str], ...]
    cycles: tuple[str, ...]
    elsewhere: tuple[tuple[str, str, str, str], ...] = ()


def taken_up_by(asked: DocumentPage, answer: DocumentPage) -> Mapping[str, TakenUp]:
    """What became of each demand of one document in another, by its id; the actor has seen both pages."""
    return _taken_up(_items(asked), _items(answer))


def came_back(actor: Actor | None, *, committee: str = "") -> tuple[CameBack, ...]:
    """The demands that a committee made of the same State in more than one cycle, as the program finds them.

    A person judges links. What names no State is left out: nobody can say that the same one was asked.
    """
    require_seeing(actor)
    seen = recommendations_seen(RecommendationRow.objects.exclude(state=""), actor)
    asked: dict[str, dict[str, list[RecommendationRow]]] = defaultdict(lambda: defaultdict(list))
    for row in seen.order_by("key"):
        asked[row.state][row.committee].append(row)
    return tuple(
        each
        for _, by_committee in sorted(asked.items())
        for code in sorted(by_committee)
        if code and committee in ("", code)
        for each in _of_one_state(code, by_committee)
    )


def _of_one_state(code: str, asked: Mapping[str, list[RecommendationRow]]) -> Iterator[CameBack]:
    """What one committee asked one State again; asked: everything that the State was asked, by committee."""
    cycles: dict[str, list[RecommendationRow]] = defaultdict(list)
    for row in asked[code]:
        if row.cycle:
            cycles[row.cycle].append(row)
    if len(cycles) < 2 or sum(map(len, cycles.values())) > _MOST:
        return
    order = sorted(cycles, key=_place)
    found = _returning(tuple((cycle, tuple(_item(row) for row in cycles[cycle])) for cycle in order))
    others = [row for other, rows in sorted(asked.items()) if other != code for row in rows]
    rows = {row.recommendation_id: row for row in (*asked[code], *others)}
    elsewhere = _elsewhere_of(found, rows, others if len(others) <= _MOST else [])
    for each in found:
        names = dict.fromkeys(other for _, name in each.items for other in elsewhere.get(name, ()))
        yield CameBack(
            state=asked[code][0].state,
            committee=code,
            how=each.how.value,
            items=tuple((cycle, name, rows[name].text, rows[name].language) for cycle, name in each.items),
            cycles=each.cycles,
            elsewhere=tuple(
                (_from(rows[name]), name, rows[name].text, rows[name].language) for name in names
            ),
        )


def _elsewhere_of(
    found: Sequence[Returning], rows: Mapping[str, RecommendationRow], others: Sequence[RecommendationRow]
) -> Mapping[str, list[str]]:
    """Who else asks what came back: ids of others' demands, by the id of the demand."""
    names = dict.fromkeys(name for each in found for _, name in each.items)
    held: dict[str, list[str]] = defaultdict(list)
    for name, other in _said_elsewhere(
        tuple(_item(rows[name]) for name in names), tuple(_item(row) for row in others)
    ):
        held[name].append(other)
    return held


def _from(row: RecommendationRow) -> str:
    return row.committee or row.sender


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
        cycle=row.cycle or None,
        state=row.state or None,
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


@lru_cache(maxsize=8)
def _said_elsewhere(asked: tuple[Item, ...], others: tuple[Item, ...]) -> tuple[tuple[str, str], ...]:
    from qorgau.reading.linking import said_elsewhere

    return (
        tuple((each.left, each.right) for each in said_elsewhere(asked, others)) if asked and others else ()
    )
