"""A page that is shown turned, or whose text is set turned, reads as the same page upright."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from tests.core.reading.papers.tables import set_by

from qorgau.reading.formats import open_source

_WORDS = (
    "The lamps of the northern house were dark, and nobody came to light them again for a long while. " * 3
)
_BODY = f"""= The northern house
1\\. {_WORDS}

2\\. The State party should:

(a) Keep one register of everybody held;

(b) Let a doctor come at night, also on feast days, {_WORDS.lower()}

#table(columns: 3, [Year], [Complaints], [Judgments], [2030], [174], [32], [2031], [181], [45])

3\\. {_WORDS}"""
_SET = (
    '#set text(font: "Libertinus Serif", size: 10pt)\n#set page(width: 150mm, height: 150mm, margin: 15mm)\n'
)


def read(data: bytes) -> list[tuple[str, tuple[int, int] | None]]:
    lines = open_source(data, name="turned.pdf").lines
    return [(line.text, line.cell and (line.cell.row, line.cell.column)) for line in lines]


def shown_turned(data: bytes, degrees: int) -> bytes:
    document = pdfium.PdfDocument(data)
    for at in range(len(document)):
        page = document[at]
        page.set_rotation(degrees)
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_shown_turned_reads_as_before(degrees: int) -> None:
    upright = set_by(_SET + _BODY)
    assert any(cell for _, cell in read(upright))
    assert read(shown_turned(upright, degrees)) == read(upright)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_set_turned_reads_as_upright(degrees: int) -> None:
    upright = read(set_by(_SET + f"#block(width: 120mm, height: 120mm)[{_BODY}]"))
    turned = set_by(
        _SET + f"#rotate({degrees}deg, reflow: true, block(width: 120mm, height: 120mm)[{_BODY}])"
    )
    assert read(turned) == upright
