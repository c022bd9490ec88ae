"""Sorts one text by the cues of a vocabulary; every answer carries the words that gave it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from qorgau.lawbook.treaty_vocabulary import Code, TreatyVocabulary
from qorgau.lawbook.words import Language
from qorgau.reading.classifying.answers import Sorted, Where, Why
from qorgau.reading.classifying.cues import CueIndex, Found
from qorgau.reading.classifying.negation import negated
from qorgau.reading.classifying.words import Words

ENOUGH = 3  # the weight from which a code is given
# Beside a subject much heavier than the others, the faintest are left out: below this share of it, unless they weigh so much.
_FAINT = 0.25
_NEVER_FAINT = 4
_MEASURES_KEPT = 4


@dataclass(frozen=True, slots=True, eq=False)
class Sorter:
    """The cues of one language, looked up by their first word."""

    vocabulary: TreatyVocabulary
    language: Language
    subjects: CueIndex
    people: CueIndex
    targets: CueIndex
    measures: CueIndex
    bodies: CueIndex
    formulas: CueIndex

    @property
    def negations(self) -> frozenset[str]:
        """Words that turn what follows into its opposite."""
        return self.vocabulary.negations.get(self.language, frozenset())


@lru_cache(maxsize=16)
def sorter_of(vocabulary: TreatyVocabulary, language: Language) -> Sorter:
    """The cues of a vocabulary made ready for one language."""

    def index(codes: Mapping[str, Code]) -> CueIndex:
        return CueIndex(((code.id, cue) for code in codes.values() for cue in code.cues), language)

    return Sorter(
        vocabulary,
        language,
        index(vocabulary.subjects),
        index(vocabulary.people),
        index(vocabulary.sdg_targets),
        index(vocabulary.measures),
        index(vocabulary.bodies),
        CueIndex((("formula", cue) for cue in vocabulary.formulas), language),
    )


def reasons(
    index: CueIndex, words: Words, sorter: Sorter, where: Where, *, without_formulas: bool = False
) -> dict[str, list[Why]]:
    """Every code that a cue speaks for or against, with its reasons; each cue counts once, a part of a longer cue not.

    Without formulas, "provide detailed information on" is no demand for data.
    """
    formulas = list(sorter.formulas.find(words)) if without_formulas else []
    found = [each for each in index.find(words) if not any(_inside(each, formula) for formula in formulas)]
    by_code: dict[str, list[Why]] = defaultdict(list)
    for each in _longest(found):
        if all(why.cue != each.cue.words for why in by_code[each.code]):
            by_code[each.code].append(_why(each, words, sorter, where))
    return by_code


def sorted_codes(by_code: Mapping[str, list[Why]], *, enough: int = ENOUGH) -> tuple[Sorted, ...]:
    """The codes that weigh enough, the heaviest first."""
    summed = (Sorted(code, sum(w.weight for w in why), tuple(why)) for code, why in by_code.items())
    kept = [each for each in summed if each.weight >= enough]
    return tuple(sorted(kept, key=lambda each: (-each.weight, each.code)))


def subjects_of(
    words: Words, heading: Words | None, articles: Iterable[str], sorter: Sorter, lead: Words | None = None
) -> tuple[Sorted, ...]:
    """The subjects by the text, by what the paragraph says before its lettered parts, and by the heading above it.

    A heading that names one subject gives it to all below; one that names several only to texts that also speak of it.
    """
    found = reasons(sorter.subjects, words, sorter, Where.TEXT, without_formulas=True)
    if lead is not None:
        for code, why in reasons(sorter.subjects, lead, sorter, Where.LEAD).items():
            found[code].extend(why)
    above = {} if heading is None else reasons(sorter.subjects, heading, sorter, Where.HEADING)
    named = {each.code for each in sorted_codes(above)}
    for code, why in above.items():
        if code in found or named == {code}:
            found[code].extend(why)
    for code, reason in _by_article(articles, sorter.vocabulary):
        if code in found:
            found[code].append(reason)
    given = sorted_codes(found)
    least = min(_NEVER_FAINT, given[0].weight * _FAINT) if given else 0
    return tuple(each for each in given if each.weight >= least)


def with_subjects(
    found: dict[str, list[Why]],
    subjects: Iterable[Sorted],
    codes_of: Mapping[str, tuple[str, ...]],
    weight: int,
) -> None:
    """Add the codes that follow from the subjects."""
    for subject in subjects:
        for code in codes_of.get(subject.code, ()):
            found.setdefault(code, []).append(Why("", 0, 0, Where.SUBJECT, subject.code, weight))


def measures_of(words: Words, sorter: Sorter) -> tuple[Sorted, ...]:
    """The kinds of measure; where no word names one, a change of practice is asked for."""
    given = sorted_codes(reasons(sorter.measures, words, sorter, Where.TEXT))[:_MEASURES_KEPT]
    if given or not len(words) or "practice" not in sorter.vocabulary.measures:
        return given
    return (Sorted("practice", 1, (Why("", 0, 0, Where.SUBJECT, "", 1),)),)


def _by_article(articles: Iterable[str], vocabulary: TreatyVocabulary) -> Iterator[tuple[str, Why]]:
    cited = set(articles)
    for subject in vocabulary.subjects.values():
        for article in cited.intersection(subject.articles):
            yield subject.id, Why(article, 0, 0, Where.ARTICLE, article, 1)


def _inside(found: Found, formula: Found) -> bool:
    return formula.first <= found.first and found.last <= formula.last


def _longest(found: list[Found]) -> Iterator[Found]:
    by_code: dict[str, list[Found]] = defaultdict(list)
    for each in found:
        by_code[each.code].append(each)
    for each in found:
        if not any(each.within(other) or each.lighter(other) for other in by_code[each.code]):
            yield each


def _why(found: Found, words: Words, sorter: Sorter, where: Where) -> Why:
    turned = negated(words, found.first, found.last, sorter.language, sorter.negations)
    return Why(
        words.said(found.first, found.last),
        words.starts[found.first],
        words.ends[found.last],
        where,
        found.cue.words,
        found.cue.weight,
        turned,
    )
