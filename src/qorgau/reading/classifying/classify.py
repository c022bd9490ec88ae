"""Sorts recommendations: subject, people, goals, kind of measure, body, strength; by rules that can be read."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.reading.classifying.answers import Classified, Sorted, Where
from qorgau.reading.classifying.sorting import (
    Sorter,
    measures_of,
    reasons,
    sorted_codes,
    sorter_of,
    subjects_of,
    with_subjects,
)
from qorgau.reading.classifying.strength import strength_of
from qorgau.reading.classifying.words import Words, language_of, words_of
from qorgau.reading.document import Document, Paragraph, Recommendation

_BY_SUBJECT = 2  # how many subjects may suggest a body that nobody named


def classify(
    text: str,
    *,
    heading: str | None = None,
    articles: Iterable[str] = (),
    language: str = "en",
    vocabulary: TreatyVocabulary | None = None,
    lead: str | None = None,
) -> Classified:
    """Sort one text; `articles` as "CAT 3"; `lead` is what the paragraph says before its lettered parts."""
    words_known = vocabulary or load_treaty_vocabulary()
    spoken = language_of(language)
    sorter = sorter_of(words_known, spoken)
    words = words_of(text, spoken)
    above = words_of(heading, spoken) if heading else None
    before = words_of(lead, spoken) if lead and lead not in text and text not in lead else None
    subjects = subjects_of(words, above, articles, sorter, before)
    return Classified(
        subjects=subjects,
        people=_people(words, above, subjects, sorter),
        sdg=_targets(words, subjects, sorter),
        measures=measures_of(words, sorter),
        bodies=_bodies(words, subjects, sorter),
        strength=strength_of(words, sorter)
        or (strength_of(words_of(lead, spoken), sorter) if lead else None),
    )


def classify_recommendation(
    recommendation: Recommendation, document: Document, vocabulary: TreatyVocabulary | None = None
) -> Classified:
    """Sort a recommendation with the heading, articles and lead of the paragraph it stands in."""
    paragraph = _paragraph(recommendation, document)
    return classify(
        recommendation.text,
        heading=recommendation.heading or (paragraph.heading if paragraph else None),
        articles=_articles(recommendation, paragraph, document),
        language=document.language,
        vocabulary=vocabulary,
        lead=paragraph.lead if paragraph else None,
    )


def _paragraph(recommendation: Recommendation, document: Document) -> Paragraph | None:
    number = recommendation.paragraph
    return next((each for each in document.paragraphs if number and each.number == number), None)


def _articles(
    recommendation: Recommendation, paragraph: Paragraph | None, document: Document
) -> tuple[str, ...]:
    named = (
        *((recommendation.article,) if recommendation.article else ()),
        *(paragraph.articles if paragraph else ()),
    )
    treaty = document.committee or ""
    return tuple(each if each.startswith(treaty) else f"{treaty} {each}" for each in named)


def _people(
    words: Words, heading: Words | None, subjects: tuple[Sorted, ...], sorter: Sorter
) -> tuple[Sorted, ...]:
    found = reasons(sorter.people, words, sorter, Where.TEXT)
    if heading is not None:
        for code, why in reasons(sorter.people, heading, sorter, Where.HEADING).items():
            found[code].extend(why)
    concerned = {subject.id: subject.people for subject in sorter.vocabulary.subjects.values()}
    with_subjects(found, subjects[:1], concerned, 3)
    return sorted_codes(found)


def _targets(words: Words, subjects: tuple[Sorted, ...], sorter: Sorter) -> tuple[Sorted, ...]:
    found = reasons(sorter.targets, words, sorter, Where.TEXT)
    with_subjects(found, subjects, {each.id: each.sdg for each in sorter.vocabulary.subjects.values()}, 3)
    return sorted_codes(found)


def _bodies(words: Words, subjects: tuple[Sorted, ...], sorter: Sorter) -> tuple[Sorted, ...]:
    """Bodies that are named first, then those that answer for the subject."""
    found = reasons(sorter.bodies, words, sorter, Where.TEXT)
    answering: dict[str, tuple[str, ...]] = {}
    for body in sorter.vocabulary.bodies.values():
        for subject in body.subjects:
            answering[subject] = (*answering.get(subject, ()), body.id)
    with_subjects(found, subjects[:_BY_SUBJECT], answering, 1)
    return tuple(
        sorted(sorted_codes(found, enough=1), key=lambda each: (not each.said, -each.weight, each.code))
    )
