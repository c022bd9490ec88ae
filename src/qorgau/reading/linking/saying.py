"""Why two demands are linked, as reasons that can be said in any language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.lawbook.words import Language
from qorgau.reading.linking.links import Because
from qorgau.reading.reasons import Reason, reason

_SHOWN = 6  # words, and as many notions


def reasons_of(why: Because, vocabulary: TreatyVocabulary | None = None) -> tuple[Reason, ...]:
    """What is stated, what both texts say, and that one of them says "not"; made only for links that are shown."""
    return tuple(_reasons(why, vocabulary or load_treaty_vocabulary()))


def _reasons(why: Because, known: TreatyVocabulary) -> Iterator[Reason]:
    if why.stated:
        yield reason("link_stated", cited=why.stated)
    if why.words:
        pairs = (left if left == right else f"{left}/{right}" for left, right in why.words[:_SHOWN])
        yield reason("link_words", words=", ".join(pairs))
    if why.terms:
        yield reason("link_notions", notions=_listed(_notion(each, known) for each in why.terms[:_SHOWN]))
    if why.subjects:
        yield reason("link_subjects", subjects=_listed(_subject(each, known) for each in why.subjects))
    if why.opposed:
        yield reason("link_opposed")


def _notion(code: str, known: TreatyVocabulary) -> Text:
    term = known.terms.get(code)
    return _titled(code, term.title if term else {})


def _subject(code: str, known: TreatyVocabulary) -> Text:
    subject = known.subjects.get(code)
    return _titled(code, subject.title if subject else {})


def _titled(code: str, title: Text) -> Text:
    return {language: title.get(language) or title.get(Language.EN, code) for language in Language}


def _listed(texts: Iterable[Text]) -> Text:
    every = list(texts)
    return {language: ", ".join(text[language] for text in every) for language in Language}
