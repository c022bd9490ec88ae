"""What a committee took up of what organisations asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.reading.linking.links import How, Item, Link, Taken, TakenUp
from qorgau.reading.linking.pairs import link
from qorgau.reading.linking.semantic import Embed

# Set on the pairs that docs/explanation/linking.md tells of. They propose; a person judges each pair.
SAME = 0.30
NEAR = 0.17
NEAR_ALONE = 0.24  # without a subject in common
_CANDIDATES = 3


def taken_up(
    ngo: Iterable[Item],
    co: Iterable[Item],
    *,
    vocabulary: TreatyVocabulary | None = None,
    embed: Embed | None = None,
) -> tuple[TakenUp, ...]:
    """For each item of an organisation: taken up, partly, or not found, with the nearest demands of the committee."""
    asked = tuple(ngo)
    found: dict[str, list[Link]] = defaultdict(list)
    for each in link(asked, co, vocabulary=vocabulary, top=_CANDIDATES, embed=embed):
        found[each.left].append(each)
    return tuple(TakenUp(item.id, _answer(found[item.id]), tuple(found[item.id])) for item in asked)


def _answer(candidates: list[Link]) -> Taken:
    if not candidates:
        return Taken.NOT_FOUND
    best = candidates[0]
    if best.how in (How.STATED, How.EXACT_REUSE):
        return Taken.TAKEN_UP
    if best.score >= SAME and best.why.subjects and not best.why.opposed:
        return Taken.TAKEN_UP
    enough = NEAR if best.why.subjects else NEAR_ALONE
    return Taken.PARTLY if best.score >= enough else Taken.NOT_FOUND
