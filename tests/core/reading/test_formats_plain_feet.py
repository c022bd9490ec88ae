"""Notes at the foot whose number is not raised and stands one space before their words."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.tables import set_by

from qorgau.reading.formats import open_source
from qorgau.reading.source import Source

_WORDS = (
    "the lamps of the northern house were dark and nobody came to light them again for a long while, " * 4
)
_SETTING = (
    '#set text(font: "Libertinus Serif", size: 11pt)\n#set par(justify: true)\n'
    "#set page(width: 150mm, height: 110mm, margin: 15mm)\n"
)


def _foot(*notes: str) -> str:
    return "#place(bottom, text(8pt)[" + " #linebreak() ".join(notes) + "])\n"


def opened(*, by_font: bool) -> Source:
    first = f"1\\. The Committee notes#super[1] {_WORDS}and#super[2] so it was\n{_foot('1 Made-up source, of many lamps.', '2 “Lamps”, p. 4.')}"
    second = f"#pagebreak()\n#par[when they came#super[3] at night.]\n\n2\\. It is#super[4] concerned.\n{_foot('3 See the invented book,', '12 Lamps of which are lit.', '4 Ibid.')}"
    return open_source(
        set_by(f"{_SETTING}#set super(typographic: {str(by_font).lower()})\n" + first + second),
        name="feet.pdf",
    )


@pytest.mark.parametrize("by_font", [True, False])
def test_numbers_that_the_page_calls_begin_notes_and_others_do_not(by_font: bool) -> None:
    assert {note.mark: note.text for note in opened(by_font=by_font).notes} == {
        "1": "Made-up source, of many lamps.",
        "2": "“Lamps”, p. 4.",
        "3": "See the invented book, 12 Lamps of which are lit.",
        "4": "Ibid.",
    }


@pytest.mark.parametrize("by_font", [True, False])
def test_a_paragraph_runs_on_over_the_foot_of_its_page(by_font: bool) -> None:
    body = [line.text for line in opened(by_font=by_font).body]
    assert len(body) == 2
    assert body[0].endswith("and so it was when they came at night.")
