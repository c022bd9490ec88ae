"""What an item demands by itself besides the items below it: "Set up a board to study each case, and in particular: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qorgau.reading.structure.outline import Part
from qorgau.reading.structure.sentences import Span

_LONGEST_BRIDGE = 5  # words between the demand and the colon: "and in particular", "among other things by"
_SHORTEST_DEMAND = 4
# "Ensure, in law and in practice, that:" has said nothing yet
_UNFINISHED = re.compile(
    r"\b(?:to|that|the|it|should|must|shall|чтобы|следует|необходимо|de|que|qu[’']|à|a|al|le|la|les|el|los)$",
    re.IGNORECASE,
)
_MOST_UNFINISHED = 2
# "In prisons for women, provide:" only says where or for whom
_CIRCUMSTANCE = re.compile(
    r"(?:In|For|With|On|Regarding|Concerning|As|While|When|Where|If|By|At|From|Under|Within|Pending|Through|Taking|Bearing|Recalling|Further"
    r"|В|Во|На|Для|По|При|С|Со|О|Об|Если|Когда|До|После|Учитывая|У|К|За|В отношении"
    r"|En|Pour|Dans|Avec|Par|Sur|Au|Aux|Lorsque|Con|Para|Por|Sobre|Al|Si|Cuando|Ante|Respecto)\b",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"\s*\(?\w{0,4}\)?\s*$")


@dataclass(frozen=True, slots=True)
class Owned:
    """The demand of an item that has items of its own: its marks, its words, and where its first item begins."""

    path: tuple[str, ...]
    span: Span
    before: int


def owned_by(text: str, part: Part) -> Iterator[Owned]:
    """The demands of items above leaves, in order."""
    for at, item in enumerate(part.items[:-1]):
        below = part.items[at + 1]
        if not item.parent or below.path[: len(item.path)] != item.path:
            continue
        span = stands_alone(text, (item.span[0], min(item.span[1], below.span[0])))
        if span is not None:
            yield Owned(item.path, span, below.span[0])


def stands_alone(text: str, span: Span) -> Span | None:
    """The words before a list where they are a demand by themselves, and only a few words lead over to it."""
    said = text[span[0] : span[1]]
    colon = said.rfind(":")
    comma = said.rfind(",", 0, colon)
    if colon < 0 or comma < 0 or not _LETTERED.match(said, colon + 1):
        return None
    bridge, demand = said[comma + 1 : colon].strip(), said[:comma]
    words = bridge.split()
    if not 0 < len(words) <= _LONGEST_BRIDGE or (
        len(words) <= _MOST_UNFINISHED and _UNFINISHED.search(bridge)
    ):
        return None
    if len(demand.split()) < _SHORTEST_DEMAND or _CIRCUMSTANCE.match(demand):
        return None
    return span[0], span[0] + comma
