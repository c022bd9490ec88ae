"""The wish not to be found by somebody, kept in every look-up and enquiry. Never told to who asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from qorgau.custody.facts.relations import NOT_FOUND_BY
from qorgau.custody.models import CustodyRow, PartyRow
from qorgau.custody.names import folded_words
from qorgau.custody.web.titles import fact_words

LIKE = 80
_SHORTEST = 2
"""An initial fits too many; a family name of two letters is one."""


def wishes_not_found_by(custody_id: str, *, name: str, account: str = "", relation: str = "") -> bool:
    """Whether the person of this custody asked, in it or in an earlier one, not to be found by this somebody."""
    person = CustodyRow.objects.filter(custody_id=custody_id).values_list("person_id", flat=True).first()
    own = CustodyRow.objects.filter(person_id=person).values("custody_id")
    wishes = PartyRow.objects.filter(custody_id__in=own, role=NOT_FOUND_BY, until__isnull=True)
    return any(
        (account and wish.account == account) or is_meant(wish.name, name=name, relation=relation)
        for wish in wishes
    )


def is_meant(wish: str, *, name: str, relation: str = "") -> bool:
    """Whether the words of a wish may mean somebody of this name or relation; in doubt, they do.

    A wish that gives one name only means everybody who bears it: telling the wrong one cannot be undone.
    """
    wished, asked = _words(_names_in(wish)), _words(name)
    return _within(wished, asked) or _within(asked, wished) or _says_relation(_words(wish), relation)


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
    title = fact_words("relation").get(relation, {})
    told = [word for text in title.values() for word in _words(text)]
    return any(_is_among(word, told) for word in wished)
