"""Articles in Kazakh, whose number comes first; and the authors' column beside a committee's and a grade."""

from __future__ import annotations

import pytest

from qorgau.reading.formats import open_source
from qorgau.reading.submissions import read
from qorgau.reading.submissions.articles import articles_of_treaty, articles_within


def _articles(heading: str) -> str | None:
    text = f"{heading}\n\nҰсыныстар:\n- әр дәлізге жарық шам орнату;\n- қоңырауды жөндеу.\n"
    found = read(open_source(text.encode(), name="invented.txt")).recommendations
    assert len(found) == 2
    return found[0].article


@pytest.mark.parametrize(
    ("heading", "articles"),
    [
        ("2-бап: Шамдар", "2"),
        ("12 және 13-баптар. Шағымдар", "12, 13"),
        ("Жарық құқығы (24-бап)", "24"),
        ("Шамдар мен қоңыраулар (25, 26-баптар)", "25, 26"),
        ("Шамдар туралы", None),
    ],
)
def test_a_kazakh_heading_gives_its_articles(heading: str, articles: str | None) -> None:
    assert _articles(heading) == articles


def test_articles_of_a_kazakh_code_are_no_articles_of_the_treaty() -> None:
    assert articles_within("Шамдар (Қылмыстық кодекстің 46-бабы)") == ()
    assert articles_of_treaty("Конституцияның 13-бабы бойынша шам жанады") == ()
    assert articles_of_treaty("Конвенцияның 13-бабы бойынша шам жанады") == ("13",)


def _of_table(*heads: str) -> list[str]:
    rows = [
        heads,
        ("Light every corridor", "Two lamps were bought.", "Amber", "Buy forty lamps more this year."),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<html><body><h1>Follow-up</h1><table>{cells}</table></body></html>"
    return [each.text for each in read(open_source(page.encode(), name="invented.html")).recommendations]


def test_beside_a_committees_column_what_remains_to_be_done_is_the_authors() -> None:
    heads = ("Committee's recommendation", "Steps by the State", "Our assessment", "What remains to be done")
    assert _of_table(*heads) == ["Buy forty lamps more this year."]


def test_beside_a_grade_alone_a_recommendation_was_made_earlier() -> None:
    assert _of_table("Subject", "Steps by the State", "Our assessment", "Recommendation") == []
