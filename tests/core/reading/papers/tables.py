"""Writes paragraphs and tables as a Word file, a page of a site or a PDF with ruled tables."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import docx
import typst

from qorgau.reading.source import Format

_SIGNS = re.compile(r"([\\#$*_<>@`\[\]~=\-+/\"'])")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a newline within a cell parts its paragraphs, and "^" means that the cell above goes on."""

    rows: Sequence[Sequence[str]]
    widths: str = ""  # of a PDF's columns, as typst writes them
    repeats_head: bool = False
    only_across: bool = False  # a PDF rules its rows and not its columns
    no_lines: bool = False  # a PDF draws no lines at all


Paper = Iterable[str | Table]


def written(paper: Paper, form: Format, *, height: str = "297mm") -> bytes:
    """The paper in one of the formats that know tables."""
    if form is Format.DOCX:
        return _word(paper)
    return _page(paper) if form is Format.HTML else _pdf(paper, height)


def _word(paper: Paper) -> bytes:
    document = docx.Document()
    for part in paper:
        if isinstance(part, str):
            _said(document.add_paragraph(), part)
            continue
        table = document.add_table(len(part.rows), len(part.rows[0]))
        for at, row in enumerate(part.rows):
            for column, text in enumerate(row):
                if text == "^":
                    table.cell(at, column).merge(table.cell(at - 1, column))
                else:
                    table.cell(at, column).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _said(paragraph: docx.text.paragraph.Paragraph, text: str) -> None:
    paragraph.add_run(text.removeprefix("# ")).bold = text.startswith("# ")


def _page(paper: Paper) -> bytes:
    out = ["<html><body>"]
    for part in paper:
        if isinstance(part, str):
            tag = "h2" if part.startswith("# ") else "p"
            out.append(f"<{tag}>{html.escape(part.removeprefix('# '))}</{tag}>")
            continue
        out.append("<table>")
        for at, row in enumerate(part.rows):
            cells = (_td(part, at, column) for column, text in enumerate(row) if text != "^")
            out.append(f"<tr>{''.join(cells)}</tr>")
        out.append("</table>")
    return "\n".join([*out, "</body></html>"]).encode()


def _td(table: Table, at: int, column: int) -> str:
    text = "".join(f"<p>{html.escape(each)}</p>" for each in table.rows[at][column].split("\n"))
    return f'<td rowspan="{_height(table, at, column)}">{text}</td>'


def _height(table: Table, at: int, column: int) -> int:
    below = (row[column] for row in table.rows[at + 1 :])
    return 1 + next((count for count, text in enumerate(below) if text != "^"), len(table.rows) - at - 1)


def set_by(source: str) -> bytes:
    """A PDF of what typst is told, with the fonts that it brings."""
    made = typst.compile(source.encode(), format="pdf", ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def _pdf(paper: Paper, height: str) -> bytes:
    out = [
        f'#set page(width: 170mm, height: {height}, margin: 20mm, numbering: "1")',
        '#set text(font: "Libertinus Serif", size: 10pt)',
        "#set par(justify: true, spacing: 9pt, leading: 4pt)",
    ]
    for part in paper:
        if isinstance(part, str):
            text = _escaped(part.removeprefix("# "))
            out.append(f'#text(weight: "bold")[{text}]\n' if part.startswith("# ") else f"{text}\n")
        else:
            out.append(_table(part))
    return set_by("\n".join(out))


def _table(table: Table) -> str:
    cells = [
        f"table.cell(rowspan: {_height(table, at, column)})[{_escaped(text)}]"
        for at, row in enumerate(table.rows)
        for column, text in enumerate(row)
        if text != "^"
    ]
    columns = len(table.rows[0])
    stroke = "stroke: (top: 0.5pt, bottom: 0.5pt), " if table.only_across else ""
    stroke = "stroke: none, column-gutter: 8pt, " if table.no_lines else stroke
    if table.repeats_head:
        cells[:columns] = [f"table.header({', '.join(cells[:columns])})"]
    return f"#table(columns: {table.widths or columns}, {stroke}{', '.join(cells)})\n"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text).replace("\n", "\n\n")
