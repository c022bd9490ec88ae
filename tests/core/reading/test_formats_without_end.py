"""Small files that unpack to very much, or that repeat one thing without end: read in time by their length, or refused."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest
from tests.core.reading.papers.word import W, package

from qorgau.reading.formats import open_source
from qorgau.reading.source import Source, SourceError

_NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'


def word(body: str, **parts: str) -> Source:
    data = package(f"<w:body>{body}</w:body>", {f"word/{name}.xml": text for name, text in parts.items()})
    return open_source(data, name="given.docx")


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_empty_paragraphs_without_end_are_passed_over() -> None:
    assert _seconds(lambda: word("<w:p/>" * 100_000 + paragraph("text"))) < 8


def test_notes_with_marks_of_their_own_are_each_looked_at_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    assert _seconds(lambda: word(f"<w:p>{mark}</w:p>" * 1_500 + paragraph("text"))) < 8


def test_lines_of_one_paragraph_are_each_cut_once_with_what_is_bold_in_them() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Ab.</w:t><w:br/></w:r><w:r><w:t>c</w:t></w:r>"
    assert _seconds(lambda: word(f"<w:p>{bold * 40_000}</w:p>")) < 12
    lines = word(f"<w:p>{bold * 3}</w:p>").lines
    assert [(each.text, each.bold_spans) for each in lines] == [
        ("Ab.", ((0, 3),)), ("cAb.", ((1, 4),)), ("cAb.", ((1, 4),)), ("c", ()),
    ]  # fmt: skip


def test_styles_based_on_each_other_without_end_are_followed_a_bounded_way() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(2_000)
    )
    used = "".join(paragraph("a", f'<w:pPr><w:pStyle w:val="s{at}"/></w:pPr>') for at in range(2_000))
    assert _seconds(lambda: word(used, styles=f"<w:styles {W}>{styles}</w:styles>")) < 8


def test_a_label_without_end_does_not_stand_before_every_paragraph() -> None:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{"%1" * 9_999}"/></w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    lists = (
        f'<w:numbering {W}>{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    assert len(word(paragraph("a", _NUMBERED), numbering=lists).lines[0].text) < 200


def test_a_word_file_longer_than_any_document_is_refused() -> None:
    with pytest.raises(SourceError) as why:
        word(paragraph("word and other. " * 1_000) * 400)
    assert why.value.reason.key == "file_longer"


def test_a_word_file_of_more_elements_than_memory_holds_is_refused_unparsed() -> None:
    with pytest.raises(SourceError) as why:
        word("<w:p/>" * 6_100_000)
    assert why.value.reason.key == "file_unpacks"


def test_raised_numbers_without_end_are_each_looked_at_once() -> None:
    page = f"<html><body><p><b>{'<sup>1</sup>' * 60_000}</b></p></body></html>"
    assert _seconds(lambda: open_source(page.encode(), name="page")) < 8


def test_calls_that_stand_alone_belong_to_the_line_before_them() -> None:
    page = "<html><body><p>abc</p>{}<p id=n>1 words of the note</p></body></html>"
    call = '<p><a href="#n">1</a></p>'
    note = open_source(page.format(call).encode(), name="page").notes[0]
    assert (note.text, note.called_at) == ("words of the note", 3)
    assert _seconds(lambda: open_source(page.format(call * 60_000).encode(), name="page")) < 12


def _seconds(act: Callable[[], object]) -> float:
    before = process_time()
    act()
    return process_time() - before
