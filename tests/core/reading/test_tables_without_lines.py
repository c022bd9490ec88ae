"""Tables of PDFs that no lines draw: cell by cell where alignment is plain, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.tables import Paper, Table, set_by, written

from qorgau.reading.formats import open_source
from qorgau.reading.source import Format, Mended, Source

LONG = "The lamps of the northern house were dark, and nobody came to light them again for a long while. " * 3
PAGE = (
    '#set page(width: 170mm, height: 240mm, margin: 20mm)\n#set text(font: "Libertinus Serif", size: 10pt)\n'
)


def opened(paper: Paper, *, height: str = "297mm") -> Source:
    return open_source(written(paper, Format.PDF, height=height), name="paper.pdf")


def cells(source: Source) -> list[tuple[tuple[int, int], str]]:
    found = ((line.cell, line.text) for line in source.lines)
    return [((cell.row, cell.column), text) for cell, text in found if cell]


def expected(table: Table) -> list[tuple[tuple[int, int], str]]:
    rows = enumerate(table.rows, start=1)
    return [((at, column), text) for at, row in rows for column, text in enumerate(row, start=1) if text]


FIGURES = Table(
    [
        ["Year", "Complaints", "Cases opened", "Judgments"],
        ["2029", "174", "32", "1"],
        ["2030", "181", "45", "0"],
        ["2031", "1 190", "51", "2"],
    ],
    no_lines=True,
)
WRAPPED = Table(
    [
        ["Issue", "Recommendation", "Goal"],
        [
            "The register of the northern house is kept by hand and nobody from outside may see it",
            "Keep one electronic register for all houses and show it to every lawyer who asks for it",
            "16.3",
        ],
        ["No doctor comes at night", "Let a doctor visit each house every night, also on feast days", "3.8"],
        ["Letters are read by guards", "Forbid guards to read what is written to a lawyer", "16.6"],
    ],
    "(45mm, 55mm, 15mm)",
    no_lines=True,
)
TWO = Table([row[:2] for row in WRAPPED.rows], "(45mm, 60mm)", no_lines=True)
RUSSIAN = Table(
    [
        ["Область", "Жалобы", "Дела"],
        ["Северная", "12", "3"],
        ["Южная", "48", "10"],
        ["Восточно-озёрная", "7", "0"],
        ["Барлық облыс", "67", "13"],
    ],
    no_lines=True,
)


@pytest.mark.parametrize(
    "table", [FIGURES, WRAPPED, TWO, RUSSIAN], ids=["figures", "wrapped", "two", "cyrillic"]
)
def test_a_table_without_lines_is_read_cell_by_cell(table: Table) -> None:
    source = opened([LONG, table, LONG])

    assert cells(source) == expected(table)
    assert [line.text for line in source.lines if line.cell is None] == [LONG.strip()] * 2


def test_that_its_cells_are_told_by_white_alone_is_said_once_for_each_table() -> None:
    source = opened([LONG, FIGURES, LONG, WRAPPED, LONG, Table(FIGURES.rows)])
    told = [each for each in source.repairs if each.what is Mended.ALIGNED_TABLE]

    assert [each.after for each in told] == [" | ".join(table.rows[0]) for table in (FIGURES, WRAPPED)]
    assert [source.lines[each.line - 1].text for each in told] == ["Year", "Issue"]


def test_a_table_without_lines_that_goes_on_over_pages_is_one() -> None:
    rows = [
        [f"House {at} of street {at * at}", f"Open house {at} at dawn and at noon", "Mayor"]
        for at in range(1, 40)
    ]
    table = Table([["Issue", "Recommendation", "Who"], *rows], "(40mm, 60mm, 20mm)", True, no_lines=True)
    source = opened([LONG, table, LONG], height="120mm")

    assert (source.pages or 0) > 3
    assert cells(source) == expected(table)


@pytest.mark.parametrize("spacing", ["4pt", "9pt", "14pt"])
@pytest.mark.parametrize("words", [7, 23, 90])
@pytest.mark.parametrize("justify", ["true", "false"])
def test_a_page_in_two_columns_is_no_table(spacing: str, words: int, justify: str) -> None:
    text = LONG.split() * 4
    paragraphs = [" ".join(text[at % 9 :][: words + at % 5]) + "." for at in range(900 // words)]
    source = open_source(
        set_by(
            f"{PAGE}#set page(columns: 2)\n#set par(justify: {justify}, leading: 4pt, spacing: {spacing})\n"
            + "\n\n".join(paragraphs)
        ),
        name="two.pdf",
    )

    assert cells(source) == []


def test_columns_of_text_whose_paragraphs_stand_level_by_chance_are_no_table() -> None:
    column = "\\ ".join(["The lamps were dark"] * 4), "\\ ".join(["and nobody came soon"] * 4)
    rows = ", ".join(f"[{each}]" for _ in range(4) for each in column)
    source = open_source(
        set_by(f"{PAGE}{LONG}\n\n#grid(columns: 2, gutter: 20pt, {rows})"), name="chance.pdf"
    )

    assert cells(source) == []


def test_a_footer_of_three_lines_in_two_columns_is_left_out_as_before() -> None:
    text = "\n\n".join(f"House {at} was dark. {LONG[at:]}" for at in range(30))
    foot = "#grid(columns: (1fr, 1fr), row-gutter: 3pt, [Lantern Association], [tel. 12 34], [Lamp street], [Synthetia], [house 1], [lamp\\@lamps.example])"
    source = open_source(
        set_by(f"{PAGE}#set page(footer: text(8pt)[{foot}], margin: 30mm)\n" + text),
        name="foot.pdf",
    )

    assert (source.pages or 0) > 2
    assert cells(source) == []
    assert not any("Lantern" in line.text or "street" in line.text for line in source.body)


@pytest.mark.parametrize("label", ["{at}.", "({at})", "•", "Article {at}", "Q{at}."])
def test_a_list_with_its_labels_apart_is_no_table(label: str) -> None:
    items = "".join(
        f"#grid(columns: (22mm, 1fr), [{label.format(at=at)}], [{LONG[: 40 + 9 * at]}])\n"
        for at in range(1, 9)
    )
    assert cells(open_source(set_by(f"{PAGE}{LONG}\n\n{items}"), name="list.pdf")) == []


def test_contents_with_the_numbers_of_pages_are_no_table() -> None:
    heads = ["Introduction", "Positive aspects", "Subjects of concern", "Registers", "Doctors"]
    lines = "".join(
        f"#grid(columns: (1fr, auto), [{head}], [{at * 3 + 2}])\n" for at, head in enumerate(heads)
    )
    assert cells(open_source(set_by(f"{PAGE}{LONG}\n\n= Contents\n{lines}"), name="contents.pdf")) == []


def test_what_stands_side_by_side_above_the_title_is_no_table() -> None:
    masthead = "#grid(columns: (1fr, 1fr), row-gutter: 6pt, [United Nations], [CAT/C/XSY/CO/3], [Convention against Torture], [Distr.: General], [and Other Treatment], [9 June 2031])"
    source = open_source(
        set_by(f"{PAGE}{masthead}\n\n= Concluding observations\n\n" + f"{LONG}\n\n" * 6), name="top.pdf"
    )

    assert cells(source) == []
    assert "CAT/C/XSY/CO/3" in [line.text for line in source.lines]


def test_prose_set_with_wide_spaces_is_no_table() -> None:
    text = "\n\n".join(f"Synthetically uncharacteristic {LONG}" for _ in range(20))
    for width in ("28mm", "40mm", "60mm"):
        page = f"{PAGE}#set par(justify: true)\n#set text(hyphenate: false)\n#block(width: {width})[{text}]"
        assert cells(open_source(set_by(page), name="narrow.pdf")) == []


def test_two_rows_beside_each_other_are_too_few() -> None:
    assert cells(opened([LONG, Table(FIGURES.rows[:2], no_lines=True), LONG])) == []
