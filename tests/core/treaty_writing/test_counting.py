"""Words are counted as Word counts them, and held against the committee's limit."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph
from hypothesis import given, strategies
from tests.core.treaty_writing.drafts import IN_COURT, answer, draft, edition, full

from qorgau.lawbook import Language
from qorgau.treaty.writing.annexes import counted_lines
from qorgau.treaty.writing.composing import compose
from qorgau.treaty.writing.counting import words_in
from qorgau.treaty.writing.setting.word import write_report
from qorgau.treaty.writing.setting.word_styles import Style

_TEXT = {
    "Heading 1",
    "Heading 2",
    "Heading 3",
    *(each.value for each in (Style.NUMBERED, Style.POINT, Style.QUOTED)),
    *(each.value for each in (Style.TABLE_LABEL, Style.TABLE_TITLE, Style.CELL, Style.BELOW_TABLE)),
}


def in_order(document: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph of the body, those of tables where the tables stand."""
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item
        else:
            yield from (each for row in item.rows for cell in row.cells for each in cell.paragraphs)


def test_a_number_with_a_space_that_does_not_break_is_one_word() -> None:
    assert words_in("3\N{NO-BREAK SPACE}880 дел") == 2


@pytest.mark.parametrize("language", Language)
def test_the_count_is_that_of_the_words_in_the_word_file(language: Language) -> None:
    made = compose(full(language, count=7), edition(issued=True))
    document = Document(BytesIO(write_report(made.report)))
    texts = [each for each in in_order(document) if each.style.name in _TEXT]
    end = next(place for place, each in enumerate(texts) if each.text == made.report.annexes[0].label)
    assert sum(words_in(each.text) for each in texts[:end]) == made.count.text


def test_notes_count_and_annexes_do_not() -> None:
    bare = compose(draft(answer("12", "One two.")), edition()).count
    noted = compose(draft(answer("12", "One two.[note: three four five]")), edition()).count
    assert noted.text == bare.text
    assert noted.counted == bare.counted + 3
    figures = compose(draft(answer("12", "One two.", figures=(IN_COURT,))), edition()).count
    assert figures.annex > bare.annex
    assert figures.counted == figures.text + figures.notes


def test_at_the_limit_is_within_it_and_one_word_more_is_over() -> None:
    writing = draft(answer("12", "One two."))
    counted = compose(writing, edition()).count.counted
    assert compose(writing, edition(limit=counted)).count.over == 0
    assert compose(writing, edition(limit=counted - 1)).count.over == 1


def test_the_blocks_add_up_to_the_whole() -> None:
    count = compose(full(count=8), edition()).count
    assert sum(count.blocks.values()) == count.counted


def test_a_limit_from_memory_is_said_to_be_unverified() -> None:
    told = " ".join(counted_lines(compose(full(), edition(limit=10)).count, Language.EN))
    assert "unverified" in told
    assert "passed by" in told


def test_without_a_known_limit_the_report_says_that_none_is_known() -> None:
    assert "No word limit is known" in " ".join(counted_lines(compose(full(), edition()).count, Language.EN))


@given(strategies.lists(strategies.text(alphabet="абвgd-,.", min_size=1, max_size=9), max_size=40))
def test_so_many_words_as_were_written_are_counted(words: list[str]) -> None:
    assert words_in(" ".join(words)) == len(words)
