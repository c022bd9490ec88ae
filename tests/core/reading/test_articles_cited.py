"""Articles of the committee's treaty are kept apart from national codes and other treaties."""

from __future__ import annotations

import pytest
from tests.core.reading.citing_passages import passage

from qorgau.reading.citing import articles, laws
from qorgau.reading.citing.articles import Belongs


def told(text: str, committee: str = "CAT") -> list[tuple[str, str | None, Belongs]]:
    return [(one.article, one.code, one.belongs) for one in articles.found(passage(text), committee)]


@pytest.mark.parametrize(
    ("text", "committee", "expected"),
    [
        ("The doors stay shut (arts. 2, 12–14 and 16).", "CAT", "2 12 13 14 16"),
        ("This is so (art. 2).", "CAT", "2"),
        ("as set out in article 4 (2) of the Convention", "CAT", "4(2)"),
        ("under article 19, paragraph 1, of the Convention", "CAT", "19(1)"),
        ("article 14, read in conjunction with article 2, of the Covenant", "CCPR", "14 2"),
        (
            "article 14, read alone and in conjunction with articles 2 and 3, of the Covenant",
            "CCPR",
            "14 2 3",
        ),
        ("article 5 (d) (iv) of the Convention", "CERD", "5(d)(iv)"),
        ("article 19 (2) and (3) of the Covenant", "CCPR", "19(2) 19(3)"),
        ("Article II of the Convention against Torture", "CAT", "2"),
        ("Article 11: Rules for lanterns", "CAT", "11"),
        ("в соответствии с пунктом 2 статьи 4 Конвенции", "CAT", "4(2)"),
        ("Двери закрыты (статьи 2, 12–14 и 16).", "CAT", "2 12 13 14 16"),
    ],
)
def test_articles_of_the_own_treaty_are_spelt_out(text: str, committee: str, expected: str) -> None:
    assert articles.of(passage(text), committee) == tuple(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("article 146 (2) of the Criminal Code", [("146(2)", "CC")]),
        (
            "article 612 of the Code of Criminal Procedure, seen beside article 67 of the Criminal Code",
            [("612", "CPC"), ("67", "CC")],
        ),
        ("Article No. 146-1 of the Criminal Code of Synthetia", [("146-1", "CC")]),
        ("Part 2 of Article 67 of the Criminal Procedure Code", [("67(2)", "CPC")]),
        ("the Criminal Code (arts. 146 and 362)", [("146", "CC"), ("362", "CC")]),
        ("articles 347-1 and 107 in the Criminal Code", [("347-1", "CC"), ("107", "CC")]),
        ("article 146 of the Criminal Code. Article 78 of the same law", [("146", "CC"), ("78", "CC")]),
        ("статья 146 Уголовного кодекса и ст. 181 УПК", [("146", "CC"), ("181", "CPC")]),
        ("article 12 of the Lantern Act of 2005", [("12", None)]),
    ],
)
def test_articles_of_national_law_are_never_given_as_the_treaty_s(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = articles.national(passage(text), "CAT")
    assert [(one.article, one.code) for one in found] == expected
    assert articles.of(passage(text), "CAT") == ()


def test_one_code_with_three_english_names_is_one_code() -> None:
    names = ("Penal Enforcement Code", "Criminal Executive Code", "Penalties Enforcement Code")
    codes = {told(f"article 130 of the {name}")[0][1] for name in names}
    assert codes == {"CEC"}


def test_another_treaty_is_not_the_committee_s_own() -> None:
    assert told("article 4 of the Optional Protocol to the Convention") == [("4", None, Belongs.OTHER_TREATY)]
    assert told("article 19 of the International Covenant on Civil and Political Rights") == [
        ("19", None, Belongs.OTHER_TREATY)
    ]
    assert articles.of(passage("article 4 of the Optional Protocol"), "SPT") == ("4",)


def test_a_number_that_the_treaty_does_not_have_is_not_its_article() -> None:
    assert told("the doors stay shut (art. 146)") == [("146", None, Belongs.UNKNOWN)]


def test_an_article_named_bare_is_the_one_named_before() -> None:
    text = "under article 181 (5) of the Code of Criminal Procedure, though article 181 is unclear"
    assert [(one.article, one.code) for one in articles.national(passage(text))] == [
        ("181(5)", "CPC"),
        ("181", "CPC"),
    ]


def test_each_article_points_at_its_own_digits() -> None:
    text = "The doors stay shut (arts. 2, 11 and 16), under article 146 (2) of the Criminal Code."
    piece = passage(text, at=500)
    for one in articles.found(piece, "CAT"):
        assert text[one.start : one.end].replace(" ", "") == one.article
        assert (one.place.start, one.place.end) == (500 + one.start, 500 + one.end)


def test_laws_are_known_by_number_with_the_day_or_year_of_their_adoption() -> None:
    text = "a court by Law No. 153-VII ZRK on the Lantern Court, in 2022; what was approved on 17 March 2023 (Law No. 212-VII ZRK)."
    first, second = laws.find(passage(text))
    assert (first.number, first.title, first.year, first.adopted) == (
        "153-VII ZRK",
        "the Lantern Court",
        2022,
        None,
    )
    assert second.number == "212-VII ZRK"
    assert second.adopted is not None
    assert second.adopted.isoformat() == "2023-03-17"


def test_a_russian_law_carries_its_date_within_its_name() -> None:
    (law,) = laws.find(passage("принят Закон Республики Казахстан от 5 июля 2014 года № 231-V «О фонарях»."))
    assert law.number == "231-V"
    assert law.adopted is not None
    assert law.adopted.isoformat() == "2014-07-05"


def test_parts_of_an_article_in_a_range_are_spelt_out() -> None:
    assert articles.of(passage("article 5 (a)–(d) of the Convention"), "CERD") == (
        "5(a)",
        "5(b)",
        "5(c)",
        "5(d)",
    )
    assert articles.of(passage("article 14 (2)-(4) of the Covenant"), "CCPR") == ("14(2)", "14(3)", "14(4)")
