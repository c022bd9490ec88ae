"""Whether words stand under a "not": before them in English and Russian, after them in Kazakh."""

from __future__ import annotations

import re

from qorgau.lawbook.words import Language
from qorgau.reading.classifying.words import Words

_REACH = 6  # words
# Kazakh says "not" inside the verb: жіберілмесін, болмауы, шығармау
_KAZAKH_VERB = re.compile(r"\w{2,}[мбп][ае](?:у\w{0,5}|й\w{0,4}|с\w{0,4}|ған|ген|стен|стан)$")


def negated(words: Words, first: int, last: int, language: Language, negations: frozenset[str]) -> bool:
    """Whether a negation of the same clause stands near enough to the words from `first` to `last`."""
    if language is Language.KK:
        near = range(last + 1, min(last + 1 + _REACH, len(words)))
    else:
        near = range(max(0, first - _REACH), first)
    clause = words.clauses[first]
    return any(
        words.clauses[index] == clause and negates(words.word(index), language, negations) for index in near
    )


def negates(word: str, language: Language, negations: frozenset[str]) -> bool:
    """Whether one word turns what it goes with into its opposite."""
    small = word.lower()
    return small in negations or (language is Language.KK and _KAZAKH_VERB.fullmatch(small) is not None)
