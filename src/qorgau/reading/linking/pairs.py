"""Links the items of two sides: what is stated, what is reused word for word, what says the same in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.lawbook.words import Language
from qorgau.reading.linking.exact import exact_links, margin
from qorgau.reading.linking.links import How, Item, Link
from qorgau.reading.linking.prepared import Prepared, prepare
from qorgau.reading.linking.ranking import Candidate, Ranking
from qorgau.reading.linking.semantic import Embed, by_meaning
from qorgau.reading.linking.stated import stated_links

TOP = 5
_MEANT = 2  # candidates that the model may add to those found by words
FAINT = 0.08  # a paraphrase that scores less is not shown
_ORDER = {how: place for place, how in enumerate(How)}


def link(
    left: Iterable[Item],
    right: Iterable[Item],
    *,
    vocabulary: TreatyVocabulary | None = None,
    top: int = TOP,
    embed: Embed | None = None,
) -> tuple[Link, ...]:
    """All links from left to right, item by item, the surest first; at most `top` paraphrases for an item and language.

    `embed` turns texts into vectors; it only adds ranks and candidates at the end, and never makes a link surer.
    """
    known = vocabulary or load_treaty_vocabulary()
    return link_prepared(prepare(left, known), prepare(right, known), top=top, embed=embed)


def link_prepared(
    left: Sequence[Prepared], right: Sequence[Prepared], *, top: int = TOP, embed: Embed | None = None
) -> tuple[Link, ...]:
    """The same for items that are prepared already."""
    if not left or not right:
        return ()
    found: dict[str, dict[str, Link]] = defaultdict(dict)
    for each in stated_links([item.item for item in left], [item.item for item in right]):
        found[each.left][each.right] = each
    for each in exact_links(left, right):
        found[each.left][each.right] = _both(found[each.left].get(each.right), each)
    for each in paraphrases(left, right, top=top, embed=embed):
        found[each.left][each.right] = _both(found[each.left].get(each.right), each)
    return tuple(each for item in left for each in _in_order(found[item.item.id].values()))


def paraphrases(
    left: Sequence[Prepared], right: Sequence[Prepared], *, top: int = TOP, embed: Embed | None = None
) -> Iterator[Link]:
    """The nearest items of each language, with rank and margin among that language's items."""
    for numbers in _by_language(right).values():
        group = [right[number] for number in numbers]
        ranking = Ranking(group, numbers)
        meant = by_meaning(left, group, numbers, top=top, embed=embed) if embed else [{}] * len(left)
        for item, near, meaning in zip(left, ranking.nearest(left, top=top), meant, strict=True):
            yield from _links(item, _joined(near, meaning), right, ranking, meaning)


def _links(
    item: Prepared,
    near: list[Candidate],
    right: Sequence[Prepared],
    ranking: Ranking,
    meaning: dict[int, int],
) -> Iterator[Link]:
    scores = [each.score for each in near]
    for rank, each in enumerate(near, start=1):
        if each.score < FAINT and each.number not in meaning:
            continue
        other = right[each.number]
        yield Link(
            item.item.id,
            other.item.id,
            How.PARAPHRASE,
            each.score,
            rank,
            margin(scores, rank),
            ranking.because(item, other),
            other_ranks={"meaning": meaning[each.number]} if each.number in meaning else {},
        )


def _joined(near: list[Candidate], meaning: dict[int, int]) -> list[Candidate]:
    """Candidates by words in their order, then what the model alone puts first.

    The model never reorders: on known pairs it found far fewer than words, notions and subjects do (decision 126).
    """
    known = {each.number for each in near}
    added = [number for number, rank in meaning.items() if rank <= _MEANT and number not in known]
    return [*near, *(Candidate(number, 0.0) for number in added)]


def _by_language(items: Sequence[Prepared]) -> dict[Language, list[int]]:
    found: dict[Language, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        found[item.language].append(number)
    return found


def _both(first: Link | None, second: Link) -> Link:
    """A pair found in two ways: the surer one, with the words and ways of the other."""
    if first is None:
        return second
    surer, other = sorted((first, second), key=lambda each: _ORDER[each.how])
    why = replace(other.why, stated=surer.why.stated) if not surer.why.words else surer.why
    reuse = surer.reuse if surer.reuse.words else other.reuse
    return replace(surer, why=why, reuse=reuse, also=(*surer.also, other.how))


def _in_order(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda each: (_ORDER[each.how], -each.score, each.rank, each.right))
