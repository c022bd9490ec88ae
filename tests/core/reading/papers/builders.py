"""The synthetic documents that the tests of reading share; each is built anew and always of the same bytes."""

from __future__ import annotations

from tests.core.reading.papers import observations, others, printed, russian, text, webpage, word
from tests.core.reading.papers.paper import Paper

_MASTHEAD = (*observations.MASTHEAD, observations.COMMITTEE)


def observations_docx(*, automatic_numbers: bool = True, bold: bool = True) -> Paper:
    """Concluding observations in Word: recommendations bold, numbers by Word, real footnotes."""
    data = word.word_file(
        observations.ENGLISH,
        observations.ENGLISH_NOTES,
        masthead=_MASTHEAD,
        automatic_numbers=automatic_numbers,
        bold=bold,
    )
    return _english("synthetic-observations.docx", data)


def observations_pdf(*, columns: int = 1, justify: bool = True, hyphenate: bool = True) -> Paper:
    """The same as PDF: bold, a running header, page numbers, footnotes at the foot."""
    data = printed.pdf_file(
        observations.ENGLISH,
        observations.ENGLISH_NOTES,
        masthead=_MASTHEAD,
        header=observations.SYMBOL,
        columns=columns,
        justify=justify,
        hyphenate=hyphenate,
    )
    return _english("synthetic-observations.pdf", data)


def observations_txt(*, mangled: bool = False) -> Paper:
    """The same as text taken out of Word: bold lost, notes in brackets; `mangled` as bad copying leaves it."""
    written = text.bracketed(observations.ENGLISH, observations.ENGLISH_NOTES, masthead=_MASTHEAD)
    if mangled:
        written = text.mangled(written)
    return _english("synthetic-observations.txt", written.encode())


def observations_wrapped_txt() -> Paper:
    """The same hard-wrapped at 78 columns, with pages and the notes at the foot of each."""
    masthead = (*observations.MASTHEAD, "", observations.COMMITTEE)
    written = text.wrapped(observations.ENGLISH, observations.ENGLISH_NOTES, masthead=masthead)
    return _english("synthetic-observations-wrapped.txt", written.encode())


def observations_html() -> Paper:
    """The same as a page of a site."""
    page = webpage.html_page(observations.ENGLISH, observations.ENGLISH_NOTES, masthead=_MASTHEAD)
    return _english("synthetic-observations.html", page.encode())


def observations_russian_docx() -> Paper:
    """Concluding observations of another committee, in Russian, in Word."""
    data = word.word_file(
        russian.RUSSIAN, russian.RUSSIAN_NOTES, masthead=russian.MASTHEAD, automatic_numbers=False
    )
    return Paper(
        "synthetic-observations-ru.docx", data, russian.RUSSIAN, russian.RUSSIAN_NOTES, russian.RUSSIAN_ANSWER
    )


def observations_russian_pdf() -> Paper:
    """The same as PDF."""
    data = printed.pdf_file(
        russian.RUSSIAN,
        russian.RUSSIAN_NOTES,
        masthead=russian.MASTHEAD,
        header=russian.MASTHEAD[1],
        language="ru",
    )
    return Paper(
        "synthetic-observations-ru.pdf", data, russian.RUSSIAN, russian.RUSSIAN_NOTES, russian.RUSSIAN_ANSWER
    )


def submission_docx() -> Paper:
    """What an organisation wrote to a committee, by article, with questions and recommendations as bullets."""
    return _submission(
        "synthetic-submission.docx", word.word_file(others.SUBMISSION, others.SUBMISSION_NOTES)
    )


def submission_txt() -> Paper:
    """The same as text."""
    return _submission(
        "synthetic-submission.txt", text.bracketed(others.SUBMISSION, others.SUBMISSION_NOTES).encode()
    )


def review_pdf(*, long_numbers: bool = True) -> Paper:
    """A report of a universal periodic review: recommendations "30.1" or, as they were once numbered, "1."."""
    blocks = others.REVIEW if long_numbers else others.REVIEW_SHORT
    data = printed.pdf_file(blocks, masthead=others.REVIEW_MASTHEAD, header=others.REVIEW_MASTHEAD[1])
    return Paper("synthetic-review.pdf", data, blocks, (), others.REVIEW_ANSWER)


def _english(name: str, data: bytes) -> Paper:
    return Paper(name, data, observations.ENGLISH, observations.ENGLISH_NOTES, observations.ENGLISH_ANSWER)


def _submission(name: str, data: bytes) -> Paper:
    return Paper(name, data, others.SUBMISSION, others.SUBMISSION_NOTES, others.SUBMISSION_ANSWER)
