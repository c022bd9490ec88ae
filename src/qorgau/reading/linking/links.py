"""What links two recommendations: the kind of link, its rank among the candidates, and the words behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qorgau.reading.reasons import Reason


class How(StrEnum):
    """How a link is known, the surest first."""

    STATED = "stated"  # the document says itself that it repeats the other
    EXACT_REUSE = "exact_reuse"  # most of the shorter text stands in the other, word for word but for endings
    PARAPHRASE = "paraphrase"  # the same demand in other words, or in another language: a candidate for a person to judge


@dataclass(frozen=True, slots=True)
class Reiterated:
    """An earlier document's paragraphs that an item says it repeats."""

    symbol: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One recommendation, question or proposal to be linked; `id` is unique among all that are compared.

    `paragraph` is the leaf id within `symbol` ("12(a)(iv)"). `cycle` orders documents of one body. `state` is whom it asks.
    """

    id: str
    text: str
    language: str = "en"
    symbol: str | None = None
    paragraph: str | None = None
    reiterates: tuple[Reiterated, ...] = ()
    heading: str | None = None
    cycle: str | None = None
    articles: tuple[str, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Aligned:
    """A run of words that both texts have in the same order; offsets in characters of each text.

    `inflected` counts words that differ only in their form.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    words: int
    inflected: int = 0


@dataclass(frozen=True, slots=True)
class Reuse:
    """All runs two texts share; the shares are of each text's words (0 to 1), formulas of the genre left out."""

    spans: tuple[Aligned, ...] = ()
    words: int = 0
    share_left: float = 0.0
    share_right: float = 0.0

    @property
    def share(self) -> float:
        """The share of the text of which more is found in the other."""
        return max(self.share_left, self.share_right)

    @property
    def longest(self) -> int:
        """The words of the longest run."""
        return max((span.words for span in self.spans), default=0)


@dataclass(frozen=True, slots=True)
class Because:
    """Why two items are linked, as codes and words a page can show.

    `words`: what both say (left's form, right's form), the rarest first; `terms`: notions of the glossary both name;
    `subjects`: codes both were sorted under; `stated`: the citation; `opposed`: one says "not" where the other does not.
    """

    words: tuple[tuple[str, str], ...] = ()
    terms: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    stated: Reason | None = None
    opposed: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link from an item on the left to one on the right.

    `score`: 1.0 for a stated link; the share of the shorter text that is reused for an exact one; for a paraphrase the share
    of the left text's weight of words and notions that the right one also has, raised by subjects in common. It orders
    candidates of one item; it is no probability. `rank` 1 is the best candidate in that language. `margin` is by how much
    the first leads the second, or, below zero, how far another lies behind the first.
    """

    left: str
    right: str
    how: How
    score: float
    rank: int
    margin: float
    why: Because = field(default_factory=Because)
    reuse: Reuse = field(default_factory=Reuse)
    also: tuple[How, ...] = ()
    other_ranks: Mapping[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The same for the same pair, whichever way it was found: what a person judged stays judged."""
        return link_id(self.left, self.right)


def link_id(one: str, other: str) -> str:
    """The id of the link between two items, in whichever order they are named."""
    pair = "\n".join(sorted((one, other)))
    return "link-" + hashlib.sha256(pair.encode("utf-8")).hexdigest()[:20]


class Taken(StrEnum):
    """Whether a committee took up what an organisation asked for."""

    TAKEN_UP = "taken_up"  # the same demand stands in the observations
    PARTLY = "partly"  # the same matter, in a wider, narrower or weaker demand
    NOT_FOUND = "not_found"  # nothing near enough was found; that is no proof that there is nothing


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What became of one recommendation of an organisation; `candidates` are the links looked at, best first."""

    item: str
    answer: Taken
    candidates: tuple[Link, ...] = ()

    @property
    def best(self) -> Link | None:
        """The nearest demand found."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True)
class Returning:
    """A demand that comes back: its items, one or more for each cycle, oldest cycle first, and the links between them."""

    id: str
    items: tuple[tuple[str, str], ...]  # (cycle, item id)
    links: tuple[Link, ...]
    cycles: tuple[str, ...]
    how: How  # the weakest link it hangs by

    @property
    def times(self) -> int:
        """In how many cycles it was made."""
        return len(self.cycles)
