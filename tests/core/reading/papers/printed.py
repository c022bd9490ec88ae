"""Writes blocks as a PDF of several pages: bold, a running header, page numbers, footnotes at the foot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import typst
from tests.core.reading.papers.paper import CALL, Block, FootnoteWords, Part

_INDENT = {Part.LETTER: 1, Part.ROMAN: 2, Part.BULLET: 1}
_SIGNS = str.maketrans({each: f"\\{each}" for each in "\\#$*_`@<>[]~=-+/\"'"})
_SETTING = """
#set document(date: datetime(year: 2031, month: 6, day: 9), title: "Synthetic document")
#set page(width: 150mm, height: 200mm, margin: 22mm, header: align(right, text(9pt, weight: "bold", "{header}")),
  footer: context align(left, text(9pt, counter(page).display())), columns: {columns})
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: {hyphenate}, lang: "{language}")
#set par(justify: {justify}, spacing: 9pt, leading: 4pt)
#set super(typographic: false)
"""


def pdf_file(
    blocks: Iterable[Block],
    notes: Iterable[FootnoteWords] = (),
    *,
    masthead: Iterable[str] = (),
    header: str = "",
    language: str = "en",
    justify: bool = True,
    hyphenate: bool = True,
    columns: int = 1,
) -> bytes:
    """The blocks as the bytes of a PDF, the same every time."""
    words = {each.mark: each.text for each in notes}
    out = _SETTING.format(
        header=header,
        columns=columns,
        language=language,
        justify=str(justify).lower(),
        hyphenate=str(hyphenate).lower(),
    )
    out += "\n\n".join(_escaped(each) for each in masthead)
    out += "\n\n" + "\n\n".join(_block(each, words) for each in blocks)
    stamp = int(dt.datetime(2031, 6, 9, tzinfo=dt.UTC).timestamp())
    made = typst.compile(out.encode(), format="pdf", timestamp=stamp, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def _block(block: Block, words: dict[str, str]) -> str:
    label = "•" if block.part is Part.BULLET else block.label
    text = (f"{_escaped(label)}#h(1.2em)" if label else "") + _called(block.text, words)
    if block.part is Part.TITLE:
        return f'#text(14pt, weight: "bold")[{text}]'
    if block.part is Part.HEADING:
        return f'#v(6pt)\n#text(12pt, weight: "bold")[{text}]'
    weight = "bold" if block.bold else "regular"
    inset = _INDENT.get(block.part, 0)
    return f'#pad(left: {inset * 8}mm)[#text(weight: "{weight}")[{text}]]'


def _called(text: str, words: dict[str, str]) -> str:
    pieces = CALL.split(text)
    return "".join(
        _escaped(each) if at % 2 == 0 else _note(each, words[each]) for at, each in enumerate(pieces)
    )


def _note(mark: str, text: str) -> str:
    if mark.isdigit():
        return f"#footnote[{_escaped(text)}]"
    return f'#footnote(numbering: _ => "{mark}")[{_escaped(text)}]#counter(footnote).update(0)'


def _escaped(text: str) -> str:
    return text.translate(_SIGNS)
