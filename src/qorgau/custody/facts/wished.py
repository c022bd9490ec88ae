"""Whether a wish not to be found by somebody may mean this somebody; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from qorgau.custody.kind_forms import fact_known
from qorgau.custody.names import folded_words

LIKE = 80
_SHORTEST = 2
"""An initial fits too many; a family name of two letters is one."""


def is_meant(wish: str, *, name: str, relation: str = "") -> bool:
    """Whether the words of a wish may mean somebody of this name or relation; in doubt, they do.

    A wish that gives one name only means everybody who bears it: telling the wrong one cannot be undone.
    """
    wished, asked = _words(_names_in(wish)), _words(name)
    return _within(wished, asked) or _within(asked, wished) or _says_relation(_words(wish), relation)


def is_same(wish: str, name: str) -> bool:
    """Whether both give the very same words, in whatever order and spelling: then the one ends the other."""
    one, other = sorted(folded_words(wish)), sorted(folded_words(name))
    # Letters that fold to nothing (Chinese, Arabic) are compared as they are.
    return one == other if one or other else wish.split() == name.split()


def _names_in(wish: str) -> str:
    """The words with a capital letter, if there are any: `my stepfather Asan S.` names Asan."""
    capital = [word for word in wish.split() if word[:1].isupper()]
    return " ".join(capital) or wish


def _words(text: str) -> list[str]:
    return [word for word in folded_words(text) if len(word) >= _SHORTEST]


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    return bool(few) and all(_is_among(word, many) for word in few)


def _is_among(word: str, words: Iterable[str]) -> bool:
    return any(fuzz.ratio(word, each) >= LIKE for each in words)


def _says_relation(wished: Sequence[str], relation: str) -> bool:
    """`Parent`, `brother`: a wish may name who somebody is instead of their name."""
    known = fact_known("relation")
    title = known.words.get(relation, {}) if known else {}
    told = [word for text in title.values() for word in _words(text)]
    return any(_is_among(word, told) for word in wished)
