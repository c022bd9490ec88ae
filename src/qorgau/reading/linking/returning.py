"""Which recommendations come back cycle after cycle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.reading.linking.links import How, Item, Link, Returning, link_id
from qorgau.reading.linking.pairs import link_prepared
from qorgau.reading.linking.prepared import Prepared, prepare

MUTUAL = 0.24  # the score from which a paraphrase that is best both ways joins two cycles
_CANDIDATES = 3
_ORDER = list(How)
_Cycles = list[tuple[str, tuple[Prepared, ...]]]


def returns(
    cycles: Sequence[tuple[str, Sequence[Item]]], *, vocabulary: TreatyVocabulary | None = None
) -> tuple[Returning, ...]:
    """The demands made of one State in more than one cycle; `cycles` are (name, items), the oldest first.

    What another State was asked joins nothing and displaces no candidate; items that name no State are one by themselves.
    A paraphrase joins two cycles only if each item is the other's best candidate there and neither says "not" of the other.
    """
    known = vocabulary or load_treaty_vocabulary()
    ready = [(name, prepare(items, known)) for name, items in cycles]
    joining = [
        each for own in _by_state(ready) for place in range(1, len(own)) for each in _with_earlier(own, place)
    ]
    cycle_of = {item.item.id: name for name, items in ready for item in items}
    order = {name: place for place, (name, _) in enumerate(ready)}
    groups = (_returning(links, cycle_of, order) for links in _joined(joining))
    return tuple(sorted(groups, key=lambda each: (-each.times, each.items)))


def said_elsewhere(
    asked: Sequence[Item], others: Sequence[Item], *, vocabulary: TreatyVocabulary | None = None
) -> tuple[Link, ...]:
    """The links from what one body asks to what others ask of the same State; as strict as a return."""
    known = vocabulary or load_treaty_vocabulary()
    ready = [("others", prepare(others, known)), ("asked", prepare(asked, known))]
    return tuple(each for own in _by_state(ready) for each in _with_earlier(own, len(own) - 1))


def _by_state(ready: _Cycles) -> Iterator[_Cycles]:
    """The same cycles for each State alone."""
    states = dict.fromkeys(each.item.state for _, items in ready for each in items)
    for state in states:
        yield [(name, tuple(each for each in items if each.item.state == state)) for name, items in ready]


def _with_earlier(ready: _Cycles, place: int) -> Iterator[Link]:
    later = ready[place][1]
    for _, earlier in reversed(ready[:place]):
        forth = link_prepared(later, earlier, top=_CANDIDATES)
        back = {(each.right, each.left) for each in _best(link_prepared(earlier, later, top=_CANDIDATES))}
        for each in _best(forth):
            sure = each.how is not How.PARAPHRASE
            mutual = (each.left, each.right) in back and each.score >= MUTUAL and not each.why.opposed
            if sure or mutual:
                yield each


def _best(links: Sequence[Link]) -> Iterator[Link]:
    """All links that are stated or exact, and each item's first paraphrase where it has neither."""
    seen: set[str] = set()
    for each in links:
        if each.how is not How.PARAPHRASE or each.left not in seen:
            yield each
        seen.add(each.left)


def _joined(links: Sequence[Link]) -> Iterator[list[Link]]:
    """The links grouped so that all that hang together are in one group."""
    leader: dict[str, str] = {}

    def find(item: str) -> str:
        while leader.setdefault(item, item) != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for each in links:
        leader[find(each.left)] = find(each.right)
    groups: dict[str, list[Link]] = defaultdict(list)
    for each in links:
        groups[find(each.left)].append(each)
    yield from groups.values()


def _returning(links: list[Link], cycle_of: dict[str, str], order: dict[str, int]) -> Returning:
    ids = {side for each in links for side in (each.left, each.right)}
    items = sorted(((cycle_of[item], item) for item in ids), key=lambda pair: (order[pair[0]], pair[1]))
    cycles = tuple(dict.fromkeys(cycle for cycle, _ in items))
    weakest = max((each.how for each in links), key=_ORDER.index)
    return Returning(link_id(items[0][1], items[-1][1]), tuple(items), tuple(links), cycles, weakest)
