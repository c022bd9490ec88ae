"""Whether words stand under a "not": before them in English and Russian, after them in Kazakh."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qorgau.lawbook.words import Language
from qorgau.reading.classifying.words import Words

_REACH = 6  # words
# "eliminate torture and improve conditions": what comes after the "and" is not eliminated
_TURNING = frozenset("and but и а но және бірақ".split())
# Kazakh says "not" inside the verb: жіберілмесін, болмауы, шығармау
_KAZAKH_VERB = re.compile(r"\w{2,}[мбп][ае](?:у\w{0,5}|й\w{0,4}|с\w{0,4}|ған|ген|стен|стан)$")


def negated(words: Words, first: int, last: int, language: Language, negations: frozenset[str]) -> bool:
    """Whether a negation of the same clause stands near enough to the words from `first` to `last`."""
    if language is Language.KK:
        near = range(last + 1, min(last + 1 + _REACH, len(words)))
    else:
        near = range(first - 1, max(-1, first - 1 - _REACH), -1)
    return any(
        negates(words.word(index), language, negations)
        for index in _until_turned(words, near, words.clauses[first])
    )


def _until_turned(words: Words, near: range, clause: int) -> Iterator[int]:
    for index in near:
        if words.clauses[index] != clause or words.small[index] in _TURNING:
            return
        yield index


def negates(word: str, language: Language, negations: frozenset[str]) -> bool:
    """Whether one word turns what it goes with into its opposite."""
    small = word.lower()
    return small in negations or (language is Language.KK and _KAZAKH_VERB.fullmatch(small) is not None)
