"""Links that a document states itself: "reiterates its previous recommendations (CAT/C/KAZ/CO/3, para. 10)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from qorgau.reading.linking.links import Because, How, Item, Link
from qorgau.reading.reasons import Reason, reason

_NUMBER = re.compile(r"\d+")


def stated_links(left: Sequence[Item], right: Sequence[Item]) -> Iterator[Link]:
    """Every link that either side states of the other; a whole paragraph stands for each of its leaves."""
    seen: set[tuple[str, str]] = set()
    for later, earlier in ((left, right), (right, left)):
        named = _by_paragraph(earlier)
        for item in later:
            for cited, said in _cited(item, named):
                pair = (item.id, cited.id) if later is left else (cited.id, item.id)
                if item.id != cited.id and pair not in seen:
                    seen.add(pair)
                    yield Link(*pair, How.STATED, 1.0, 1, 1.0, Because(stated=said))


def _by_paragraph(items: Sequence[Item]) -> dict[tuple[str, str], list[Item]]:
    found: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        number = _NUMBER.match(item.paragraph or "")
        if item.symbol and number:
            found[item.symbol, number.group()].append(item)
    return found


def _cited(item: Item, named: dict[tuple[str, str], list[Item]]) -> Iterator[tuple[Item, Reason]]:
    for cited in item.reiterates:
        for paragraph in cited.paragraphs:
            number = _NUMBER.match(paragraph)
            for other in named.get((cited.symbol, number.group()), ()) if number else ():
                if _within(other.paragraph or "", paragraph):
                    yield other, reason("cited_paragraph", symbol=cited.symbol, paragraph=paragraph)


def _within(leaf: str, cited: str) -> bool:
    """Whether a leaf is what was cited, a part of it, or what it is a part of."""
    leaf, cited = leaf.replace(" ", ""), cited.replace(" ", "")
    return leaf == cited or leaf.startswith(f"{cited}(") or cited.startswith(f"{leaf}(")
