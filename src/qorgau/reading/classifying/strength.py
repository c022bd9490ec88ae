"""How much a recommendation asks for: the category of action of its first verb."""

from __future__ import annotations

from functools import lru_cache

from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.lawbook.words import Language
from qorgau.reading.classifying.answers import Sorted, Where, Why
from qorgau.reading.classifying.cues import CueIndex, Found
from qorgau.reading.classifying.sorting import Sorter
from qorgau.reading.classifying.words import Words

# In English a verb of action stands at the beginning or after these; "reviews" or "share" elsewhere may be nouns.
_BEFORE_A_VERB = frozenset(
    "should shall must to please also further and or by therefore not continue may".split()
)
_PUT_BETWEEN = 7  # words


@lru_cache(maxsize=16)
def _verbs(vocabulary: TreatyVocabulary, language: Language) -> CueIndex:
    pairs = ((code.id, cue) for code in vocabulary.strengths.values() for cue in code.cues)
    return CueIndex(pairs, language)


def strength_of(words: Words, sorter: Sorter) -> Sorted | None:
    """The category of the first verb of action after the formula that opens the text, or None."""
    begins = _after_formula(words, sorter)
    found = [
        each
        for each in _verbs(sorter.vocabulary, sorter.language).find(words)
        if each.first >= begins and _may_be_verb(words, each.first, begins, sorter.language)
    ]
    if not found:
        return None
    first = min(found, key=lambda each: (each.first, -each.last))
    return Sorted(first.code, sorter.vocabulary.strengths[first.code].rank, (_why(first, words),))


def _after_formula(words: Words, sorter: Sorter) -> int:
    """The first word after the formulas that follow one another at the beginning."""
    ends = 0
    for found in sorter.formulas.find(words):
        if found.first <= ends + 2:
            ends = max(ends, found.last + 1)
    return ends


def _may_be_verb(words: Words, index: int, begins: int, language: Language) -> bool:
    if language is not Language.EN or index == begins:
        return True
    if words.clauses[index - 1] != words.clauses[index]:
        return True
    # "should, as a matter of priority, bring": a verb after what was put in between
    put_between = (
        index - begins <= _PUT_BETWEEN and "," in words.text[words.ends[index - 1] : words.starts[index]]
    )
    before = words.word(index - 1).lower()
    return put_between or before in _BEFORE_A_VERB or before.endswith("ly")


def _why(found: Found, words: Words) -> Why:
    start, end = words.starts[found.first], words.ends[found.last]
    return Why(words.said(found.first, found.last), start, end, Where.TEXT, found.cue.words, found.cue.weight)
