"""What a committee took up of what organisations asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.reading.classifying import classify
from qorgau.reading.linking.links import How, Item, Link, Taken, TakenUp
from qorgau.reading.linking.pairs import link
from qorgau.reading.linking.semantic import Embed

# Set on the pairs that docs/explanation/linking.md tells of. They propose; a person judges each pair.
SAME = 0.30
NEAR = 0.15
NEAR_ALONE = 0.24  # without a subject in common
_CANDIDATES = 3
_ORDER = {answer: place for place, answer in enumerate(Taken)}
# Who asks for figures did not get them by a demand to act, nor the other way round.
_FIGURES = "data"


def taken_up(
    ngo: Iterable[Item],
    co: Iterable[Item],
    *,
    vocabulary: TreatyVocabulary | None = None,
    embed: Embed | None = None,
) -> tuple[TakenUp, ...]:
    """For each item of an organisation: taken up, partly, or not found, with the nearest demands of the committee.

    The candidates stand with the surest answer first.
    """
    asked, answers = tuple(ngo), tuple(co)
    figures = {item.id: _asks_for_figures(item, vocabulary) for item in (*asked, *answers)}
    found: dict[str, list[tuple[Taken, Link]]] = defaultdict(list)
    for each in link(asked, answers, vocabulary=vocabulary, top=_CANDIDATES, embed=embed):
        alike = figures[each.left] == figures[each.right]
        found[each.left].append((_answer(each, alike=alike), each))
    return tuple(_taken(item, found[item.id]) for item in asked)


def _taken(item: Item, judged: list[tuple[Taken, Link]]) -> TakenUp:
    judged.sort(key=lambda each: _ORDER[each[0]])
    answer = judged[0][0] if judged else Taken.NOT_FOUND
    return TakenUp(item.id, answer, tuple(each for _, each in judged))


def _answer(each: Link, *, alike: bool) -> Taken:
    if each.how in (How.STATED, How.EXACT_REUSE):
        return Taken.TAKEN_UP
    if each.score >= SAME and each.why.subjects and alike and not each.why.opposed:
        return Taken.TAKEN_UP
    enough = NEAR if each.why.subjects else NEAR_ALONE
    return Taken.PARTLY if each.score >= enough else Taken.NOT_FOUND


def _asks_for_figures(item: Item, vocabulary: TreatyVocabulary | None) -> bool:
    sorted_as = classify(item.text, heading=item.heading, language=item.language, vocabulary=vocabulary)
    return _FIGURES in sorted_as.subject_codes
