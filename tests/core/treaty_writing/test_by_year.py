"""Tables by year: a duty above its years, values beside each other, words counted as in the file."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from tests.core.treaty_writing.drafts import CUSTODIES, DAY_ISO, IN_COURT, answer, draft, edition

from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Evidence, EvidenceKind, Tally, Writing
from qorgau.treaty.writing.composing import compose
from qorgau.treaty.writing.counting import words_in
from qorgau.treaty.writing.figures import Figure, Origin
from qorgau.treaty.writing.report import Grid, Numbered, Report, Tabled
from qorgau.treaty.writing.setting import Form, set_report
from qorgau.treaty.writing.setting.word import write_report

YEARS = (2023, 2024, 2025)
NBSP = "\N{NO-BREAK SPACE}"


def span(year: int) -> str:
    return f"{year}-01-01..{year}-12-31"


def duty(year: int, *, name: str = "a", met: str = "41") -> Evidence:
    tally = Tally(
        title=f"Duty {name}", basis="national law", period=str(year), total="49", states=(("met", met),)
    )
    return Evidence(
        id=f"safeguard:{name}@{span(year)}",
        kind=EvidenceKind.SAFEGUARD,
        words=f"Duty {name}.",
        source="Art. 1",
        on=DAY_ISO,
        tally=tally,
    )


def counted(year: int, value: str, *, of: int | None = None) -> Figure:
    return replace(
        CUSTODIES, id=f"custodies@{span(year)}", period=str(year), value=value, of=of, origin=Origin.RECORD
    )


def several(language: Language = Language.EN, *, duties: int = 2) -> Writing:
    """Newest first, as nobody should print it."""
    evidence = tuple(duty(year, name=f"{name}") for year in reversed(YEARS) for name in range(duties))
    figures = tuple(counted(year, str(year - 1923), of=400) for year in reversed(YEARS))
    return draft(
        answer("12", evidence=evidence, figures=(*figures, replace(IN_COURT, id="held_now", origin=Origin.RECORD, period=""))),
        language=language,
        periods=tuple(span(each) for each in YEARS),
        recorded_from="2023-07",
    )  # fmt: skip


def tables(made: Report) -> list[Tabled]:
    return [each for each in made.items if isinstance(each, Tabled)]


def test_each_duty_is_the_title_of_its_years_the_oldest_first() -> None:
    first = tables(compose(several(), edition()).report)[0]
    told = [tuple(run.text for run in row) for row in first.rows]
    assert told[0] == ("Duty 0 (national law: Art. 1)",)
    assert [row[0] for row in told[1:4]] == ["2023", "2024", "2025"]
    assert told[4] == ("Duty 1 (national law: Art. 1)",)
    assert len(told) == 8


def test_a_share_is_short_in_a_column_and_what_there_is_on_a_day_has_a_table_of_its_own() -> None:
    _, over_time, on_a_day = tables(compose(several(), edition()).report)
    assert over_time.head[1:] == ("2023", "2024", "2025")
    assert [run.text for run in over_time.rows[0][1:]] == ["100 of 400 (25%)", "101 of 400 (25.3%)", "102 of 400 (25.5%)"]  # fmt: skip
    assert len(on_a_day.head) == 2


def test_small_numbers_and_none_at_all_are_short_in_a_column() -> None:
    figures = (counted(2023, "<5", of=61), counted(2024, "0", of=0), counted(2025, "7", of=61))
    (table,) = tables(compose(draft(answer("12", figures=figures)), edition()).report)
    assert [run.text for run in table.rows[0][1:]] == [f"<{NBSP}5 of 61", "0 of 0", "7 of 61 (11.5%)"]


def test_time_before_the_record_is_admitted_in_the_opening_and_under_the_tables_by_year_alone() -> None:
    practice, over_time, on_a_day = tables(compose(several(), edition()).report)
    gap = "Not recorded before July 2023."
    assert [gap in each.below for each in (practice, over_time, on_a_day)] == [True, True, False]
    later = replace(several(), recorded_from="2022-12")
    assert not any(gap in each.below for each in tables(compose(later, edition()).report))


def test_figures_are_said_to_be_by_year_only_where_several_years_were_put_in() -> None:
    one = replace(several(), blocks=(answer("12", figures=(counted(2025, "7"),)),))
    for writing, told in ((several(), True), (one, False)):
        first = next(each for each in compose(writing, edition()).report.items if isinstance(each, Numbered))
        assert ("by year" in "".join(run.text for run in first.runs)) is told


def test_the_annex_has_one_row_for_a_figure_with_all_its_years() -> None:
    made = compose(several(), edition()).report
    grid = next(each for each in made.annexes[0].items if isinstance(each, Grid))
    assert len(grid.rows) == 2
    assert grid.rows[0][2] == "2023: 100 of 400 (25%); 2024: 101 of 400 (25.3%); 2025: 102 of 400 (25.5%)"


def texts_of(table: Table) -> Iterator[str]:
    """A cell over several columns once."""
    for row in table.rows:
        held = {id(cell._tc): cell.text for cell in row.cells}
        yield from held.values()


@pytest.mark.parametrize("language", Language)
def test_the_words_of_tables_by_year_are_counted_as_the_file_has_them(language: Language) -> None:
    made = compose(several(language), edition(issued=True))
    held = Document(BytesIO(write_report(made.report))).tables[1:4]
    in_file = sum(words_in(text) for table in held for text in texts_of(table))
    told = tables(made.report)
    around = sum(words_in(text) for each in told for text in (each.label, each.title, each.below))
    bare = compose(draft(answer("12"), language=language), edition(issued=True)).count.blocks["12"]
    leads = made.count.blocks["12"] - bare - in_file - around
    notes = sum(words_in(each) for each in made.report.notes[1:])
    # What is left are the notes and the paragraphs that lead to the tables.
    assert 0 < leads - notes < 60


def test_numbers_stand_right_and_a_group_stays_together_in_word() -> None:
    made = compose(several(duties=9), edition()).report
    table = Document(BytesIO(set_report(made, Form.DOCX))).tables[1]
    assert [each.paragraphs[0].alignment for each in table.rows[2].cells[:2]] == [None, 2]
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows[1:9]]
    # A title and its years but the last, then the next group may begin on the next page.
    assert kept == [True, True, True, False] * 2
    assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_long_table_by_year_goes_on_overleaf_in_pdf_with_its_title_again() -> None:
    data = set_report(compose(several(duties=30), edition()).report, Form.PDF)
    pages = pypdfium2.PdfDocument(data)
    words = [page.get_textpage().get_text_range() for page in pages]
    over = [each for each in words if "Cases" in each]
    assert len(over) >= 2
