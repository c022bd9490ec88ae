"""Every format gives the same words: paragraphs in order with their numbers, footnotes, and places that hold."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest
from tests.core.reading.papers import builders, observations
from tests.core.reading.papers.paper import CALL, Block, Paper, Part

from qorgau.reading.formats import open_source
from qorgau.reading.source import Source

PAPERS: dict[str, Callable[[], Paper]] = {
    "word, numbers by Word": builders.observations_docx,
    "word, numbers typed": functools.partial(builders.observations_docx, automatic_numbers=False),
    "pdf": builders.observations_pdf,
    "pdf, ragged, no hyphens": functools.partial(builders.observations_pdf, justify=False, hyphenate=False),
    "pdf, two columns": functools.partial(builders.observations_pdf, columns=2),
    "text": builders.observations_txt,
    "text, mangled": functools.partial(builders.observations_txt, mangled=True),
    "text, hard-wrapped": builders.observations_wrapped_txt,
    "page of a site": builders.observations_html,
    "russian word": builders.observations_russian_docx,
    "russian pdf": builders.observations_russian_pdf,
    "submission in word": builders.submission_docx,
    "submission in text": builders.submission_txt,
    "review": builders.review_pdf,
    "review, short numbers": functools.partial(builders.review_pdf, long_numbers=False),
}
BOLD = [name for name in PAPERS if "text" not in name]


@functools.cache
def paper(name: str) -> Paper:
    return PAPERS[name]()


@functools.cache
def opened(name: str) -> Source:
    return open_source(paper(name).data, name=paper(name).name)


def line_of(block: Block, source: Source) -> str:
    if block.part is Part.BULLET:
        return f"{'·' if source.format == 'txt' else '•'} {block.words}"
    return f"{block.label} {block.words}".strip()


@pytest.mark.parametrize("name", PAPERS)
def test_each_paragraph_is_one_line_with_its_number(name: str) -> None:
    source, blocks = opened(name), paper(name).blocks
    wanted = [line_of(block, source) for block in blocks]
    assert [line.text for line in source.body][-len(wanted) :] == wanted


@pytest.mark.parametrize("name", PAPERS)
def test_each_footnote_has_its_mark_and_words(name: str) -> None:
    found = {note.mark: note.text for note in opened(name).notes}
    assert found == {note.mark: note.text for note in paper(name).notes}


@pytest.mark.parametrize("name", PAPERS)
def test_a_footnote_is_called_where_its_mark_stood(name: str) -> None:
    source = opened(name)
    called = {note.mark: note.called_at for note in source.notes}
    for block in paper(name).blocks:
        for found in CALL.finditer(block.text):
            before = CALL.sub("", block.text[: found.start()])
            at = called[found[1]]
            assert at is not None
            assert source.text[:at].endswith(before)


@pytest.mark.parametrize("name", PAPERS)
def test_every_place_points_into_the_text(name: str) -> None:
    source = opened(name)
    for line in source.lines:
        assert source.text[line.place.start : line.place.end] == line.text
        assert all(0 <= start < end <= len(line.text) for start, end in line.bold_spans)
    for note in source.notes:
        assert source.text[note.place.start : note.place.end] == note.text
        assert source.lines[note.place.line - 1].style == "footnote"
    assert all(1 <= repair.line <= len(source.lines) for repair in source.repairs)


@pytest.mark.parametrize("name", BOLD)
def test_recommendations_are_bold_where_the_file_says_so(name: str) -> None:
    source = opened(name)
    shares = {line.text: line.bold for line in source.body}
    for block in paper(name).blocks:
        share = shares[line_of(block, source)]
        assert share is not None
        assert (share > 0.8) == block.bold, block.words


def test_text_never_claims_to_know_what_was_bold() -> None:
    assert {line.bold for line in opened("text").lines} == {None}


@pytest.mark.parametrize("name", [name for name in PAPERS if name.startswith(("pdf", "text, hard"))])
def test_the_masthead_stays_and_running_headers_go(name: str) -> None:
    source = opened(name)
    lines = [line.text for line in source.lines]
    assert [each for each in observations.MASTHEAD if each not in lines] == []
    assert lines.count(observations.SYMBOL) == 1
    assert not any(line.isdigit() for line in lines)


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_bytes_give_the_same_source(name: str) -> None:
    assert open_source(paper(name).data, name=paper(name).name) == opened(name)
    assert PAPERS[name]().data == paper(name).data


def test_the_format_is_told_by_content_and_not_by_the_name() -> None:
    docx, pdf = paper("word, numbers by Word"), paper("pdf")
    assert open_source(docx.data, name="report.pdf").format == "docx"
    assert open_source(pdf.data, name="report.docx").format == "pdf"
    assert open_source(paper("page of a site").data, name="report").format == "html"
    assert open_source(paper("text").data, name="report.html").format == "txt"
