"""The synthetic documents that the tests of reading share; each is built anew and always of the same bytes."""

from __future__ import annotations

from tests.core.reading.papers import observations, text, word
from tests.core.reading.papers.paper import Paper


def observations_docx(*, automatic_numbers: bool = True, bold: bool = True) -> Paper:
    """Concluding observations in Word: recommendations bold, numbers by Word, real footnotes."""
    data = word.word_file(
        observations.ENGLISH,
        observations.ENGLISH_NOTES,
        masthead=(*observations.MASTHEAD, observations.COMMITTEE),
        automatic_numbers=automatic_numbers,
        bold=bold,
    )
    return _english("synthetic-observations.docx", data)


def observations_txt(*, mangled: bool = False) -> Paper:
    """The same as text taken out of Word: bold lost, notes in brackets; `mangled` as bad copying leaves it."""
    masthead = (*observations.MASTHEAD, observations.COMMITTEE)
    written = text.bracketed(observations.ENGLISH, observations.ENGLISH_NOTES, masthead=masthead)
    if mangled:
        written = text.mangled(written)
    return _english("synthetic-observations.txt", written.encode())


def observations_wrapped_txt() -> Paper:
    """The same hard-wrapped at 78 columns, with pages and the notes at the foot of each."""
    masthead = (*observations.MASTHEAD, "", observations.COMMITTEE)
    written = text.wrapped(observations.ENGLISH, observations.ENGLISH_NOTES, masthead=masthead)
    return _english("synthetic-observations-wrapped.txt", written.encode())


def _english(name: str, data: bytes) -> Paper:
    return Paper(name, data, observations.ENGLISH, observations.ENGLISH_NOTES, observations.ENGLISH_ANSWER)
