"""No text, however long or odd, holds up the readers of what documents cite."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from tests.core.reading.citing_passages import passage

from qorgau.reading.citing import (
    articles,
    deadlines,
    figures,
    grades,
    laws,
    notes,
    paragraph_refs,
    reiterations,
    symbols,
)
from qorgau.reading.citing.grades import Reader
from qorgau.reading.citing.passage import Passage
from qorgau.reading.source import Note

PIECES = {
    "a symbol without end": "CAT/C/",
    "letters and slashes": "A/1",
    "paragraphs": "paras. 1 (a), ",
    "brackets": "(",
    "digits": "123 ",
    "commas and digits": "1,",
    "articles": "articles 1, ",
    "institutions": "provided by the Ministry of the ",
    "grades": "recommendation in paragraph 1 not implemented that ",
    "deadlines": "the State should within one year ",
    "numbers of": "number of cases from 1 to 2 ",
    "fractions": "two thirds ",
    "white space": " ",
    "dashes": "-",
}
LENGTH = 20_000
SECONDS = 10.0  # on a busy machine; what is not linear takes minutes

READERS: dict[str, Callable[[Passage], object]] = {
    "symbols": lambda piece: symbols.find(piece.text),
    "paragraphs": lambda piece: paragraph_refs.find(piece.text),
    "articles": lambda piece: articles.found(piece, "CAT"),
    "laws": laws.find,
    "deadlines": lambda piece: deadlines.find(piece, deadlines.Calendar()),
    "grades": lambda piece: grades.find([piece], Reader(symbols.parse("CAT/C/XSY/CO/4"))),
    "reiterations": reiterations.find,
    "notes": lambda piece: notes.resolve((Note("1", piece.text, piece.place, None),)),
    "figures": figures.find,
}


@pytest.mark.parametrize("words", PIECES)
@pytest.mark.parametrize("reader", READERS)
def test_a_long_run_of_the_same_words_is_read_in_time(words: str, reader: str) -> None:
    text = PIECES[words] * (LENGTH // len(PIECES[words]))
    started = time.perf_counter()
    READERS[reader](passage(text))
    assert time.perf_counter() - started < SECONDS
