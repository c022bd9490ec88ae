"""A text made ready for comparing: its words without the formulas of the genre, its notions, its subjects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qorgau.lawbook.treaty_vocabulary import Cue, TreatyVocabulary
from qorgau.lawbook.words import Language
from qorgau.reading.classifying.cues import CueIndex
from qorgau.reading.classifying.negation import negates
from qorgau.reading.classifying.sorting import Sorter, sorter_of, subjects_of
from qorgau.reading.classifying.words import Words, language_of, words_of
from qorgau.reading.linking.links import Item

# These begin the marks of a notion and of a subject among the tokens, which no word can.
NOTION = "§"
SUBJECT = "¤"
_NEAR = 3  # words between a "not" and the verb it turns


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item with everything that is compared.

    `own` are the places of its words outside formulas. `tokens` are what it is found by: stems that are not too frequent,
    notions and subjects; `notions` are those alone, with the place of the word that named each.
    """

    item: Item
    language: Language
    words: Words
    own: tuple[int, ...]
    tokens: tuple[str, ...]
    notions: dict[str, int]
    places: dict[str, int]
    subjects: dict[str, int]
    turned: frozenset[str]

    @property
    def own_stems(self) -> tuple[str, ...]:
        """The stems of its own words in order."""
        return tuple(self.words.stems[index] for index in self.own)


def prepare(items: Iterable[Item], vocabulary: TreatyVocabulary) -> tuple[Prepared, ...]:
    """Make items ready, each in its language."""
    return tuple(_prepared(item, vocabulary) for item in items)


def own_words(words: Words, sorter: Sorter) -> tuple[int, ...]:
    """The places of the words outside formulas; all of them where nothing else is said."""
    inside: set[int] = set()
    for found in sorter.formulas.find(words):
        inside.update(range(found.first, found.last + 1))
    own = tuple(index for index in range(len(words)) if index not in inside)
    return own or tuple(range(len(words)))


def _prepared(item: Item, vocabulary: TreatyVocabulary) -> Prepared:
    language = language_of(item.language)
    sorter = sorter_of(vocabulary, language)
    words = words_of(item.text, language)
    own = own_words(words, sorter)
    plain = _plain_stems(vocabulary, language)
    places: dict[str, int] = {}
    kept: list[str] = []
    for index in own:
        stemmed = words.stems[index]
        if stemmed not in plain and len(stemmed) > 1:
            kept.append(stemmed)
            places.setdefault(stemmed, index)
    notions = _notions(words, set(own), vocabulary, language)
    heading = words_of(item.heading, language) if item.heading else None
    subjects = {each.code: each.weight for each in subjects_of(words, heading, item.articles, sorter)}
    return Prepared(
        item,
        language,
        words,
        own,
        (*kept, *(NOTION + term for term in notions), *(SUBJECT + code for code in subjects)),
        notions,
        places,
        subjects,
        _turned(words, own, sorter, plain),
    )


@lru_cache(maxsize=16)
def _terms(vocabulary: TreatyVocabulary, language: Language) -> CueIndex:
    """The glossary of one language, looked up by first words."""
    pairs = (
        (term.id, Cue(form, language, 1))
        for term in vocabulary.terms.values()
        for form in term.forms[language]
    )
    return CueIndex(pairs, language)


@lru_cache(maxsize=16)
def _plain_stems(vocabulary: TreatyVocabulary, language: Language) -> frozenset[str]:
    listed = " ".join(sorted(vocabulary.plain_words.get(language, frozenset())))
    return frozenset(words_of(listed, language).stems)


def _notions(words: Words, own: set[int], vocabulary: TreatyVocabulary, language: Language) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in _terms(vocabulary, language).find(words):
        if each.first in own:
            found.setdefault(each.code, each.first)
    return found


def _turned(words: Words, own: Sequence[int], sorter: Sorter, plain: frozenset[str]) -> frozenset[str]:
    """The stem that each "not" turns: the first telling word behind it; in Kazakh the word itself or the one before."""
    found: set[str] = set()
    for index in own:
        if negates(words.word(index), sorter.language, sorter.negations):
            near = (
                range(index, index - _NEAR, -1)
                if sorter.language is Language.KK
                else range(index + 1, index + 1 + _NEAR)
            )
            found.update(_first_telling(words, near, words.clauses[index], plain))
    return frozenset(found)


def _first_telling(words: Words, near: Iterable[int], clause: int, plain: frozenset[str]) -> tuple[str, ...]:
    for index in near:
        if 0 <= index < len(words) and words.clauses[index] == clause and words.stems[index] not in plain:
            return (words.stems[index],)
    return ()
