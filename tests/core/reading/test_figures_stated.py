"""Numbers that documents state: what they count, of what whole, when, by whose word; and what is no figure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.reading.citing_passages import called, passage

from qorgau.reading.citing import figures
from qorgau.reading.citing.figure_numbers import read_digits
from qorgau.reading.document import StatedFigure


def stated(text: str) -> list[tuple[float, str]]:
    return [(one.value, one.unit) for one in figures.find(passage(text))]


def only(text: str) -> StatedFigure:
    (one,) = figures.find(passage(text))
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mandate covers 3,434 places of deprivation of liberty.", [(3434, "places")]),
        (
            "Some 35 police and security officers were questioned and 5 police officers were convicted.",
            [(35, "police and security officers"), (5, "police officers")],
        ),
        (
            "Charges were brought against 17 police officers and 12 security officials.",
            [(17, "police officers"), (12, "security officials")],
        ),
        ("Lanterns hang in all 79 prisons.", [(79, "prisons")]),
        (
            "The high number of members of personnel (700) and the low number of convictions (22) are noted.",
            [(700, "members of personnel"), (22, "convictions")],
        ),
        ("Four children with disabilities died.", [(4, "children")]),
        ("Lanterns were broken at least eight times.", [(8, "times")]),
        (
            "The number of keys without locks fell from 16,008 in 2028 to 15,116 in 2029.",
            [(16008, "keys"), (15116, "keys")],
        ),
        ("Poverty fell from 50 to 12 per cent.", [(50, "per cent"), (12, "per cent")]),
        ("Complaints came from Lampton (31) and Keyfield (33).", []),
        (
            "In all, 64 complaints came, from Lampton (31) and Keyfield (33).",
            [(64, "complaints"), (31, "complaints"), (33, "complaints")],
        ),
        ("Some 25.671 people were struck off.", [(25671, "people")]),
        ("Cells give 4.5 square metres per person.", [(4.5, "square metres")]),
        (
            "There are 45 faiths coexist peacefully and 12 human rights defenders.",
            [(45, "faiths"), (12, "human rights defenders")],
        ),
    ],
)
def test_numbers_are_told_with_what_they_count(text: str, expected: list[tuple[float, str]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Из примерно 3 880 дел 90 процентов были прекращены.", [(3880, "дел"), (90, "per cent")]),
        ("Это 1,37 % дел.", [(1.37, "per cent")]),
        ("Выявлено 2 903 770 нарушений.", [(2903770, "нарушений")]),
        ("Осуждено 68 должностных лиц.", [(68, "должностных лиц")]),
        ("Выплачено 2 млн тенге.", [(2_000_000, "KZT")]),
    ],
)
def test_russian_numbers_are_read_in_their_own_custom(text: str, expected: list[tuple[float, str]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Convention on Lanterns, in 2015, and the plan for 2021–2023.",
        "As said in articles 130 and 131 of the Lamp Code and in rules 43–46.",
        "See paragraphs 15 to 20, para. 7 and paras. 14 (a), 24 (a) and 28.",
        "The adoption of Law No. 153-VII ZRK and of resolution 39/46.",
        "At its 1995th and 1998th meetings, held on 2 and 3 May 2023.",
        "The documents CAT/C/SR.1995 and A/HRC/43/10, paras. 139.61 and 139.63–139.67.",
        "Persons aged 14 to 18, under 16 or over the age of 65, and 12-year-old girls.",
        "The limit fell from 72 to 48 hours, then to 24 hours, and cells were shut for up to four months.",
        "A 24-hour camera and a three-tier model during COVID-19, at 03:00.",
        "The report should not exceed 21,200 words.",
        "The plan aims to mend lamps (1) in towns, to mend keys (2) in schools and to mend locks (3).",
        "First, two concerns remain; second, the two bodies act as one; one of them is new.",
        "The events of January 2022 and the report of 20 November 2015.",
        "12. The Committee recommends lamps.",
        "See https://example.org/2024/05/12?x=300 and Goal 16 of the Agenda.",
        "Лица в возрасте 14 лет, статья 146 Уголовного кодекса, пункт 12 и 20 ноября 2015 года.",
    ],
)
def test_years_articles_paragraphs_meetings_ages_and_terms_are_no_figures(text: str) -> None:
    assert stated(text) == []


CASES = (
    "Of approximately 2,500 cases of broken lamps opened between 2018 and 2022, 80 per cent ended without a charge, and no more than 40 cases went to a court, "
    "where 55 officials were convicted."
)


def test_a_share_is_given_of_cases_and_never_of_officials() -> None:
    whole, closed, referred, convicted = figures.find(passage(CASES))
    assert (whole.value, whole.approximate, whole.of) == (2500, True, None)
    assert (closed.value, closed.unit, closed.of, closed.of_unit, closed.share_percent) == (
        80,
        "per cent",
        2500,
        "cases",
        None,
    )
    assert (referred.value, referred.unit, referred.of, referred.share_percent) == (40, "cases", 2500, 1.6)
    assert (convicted.value, convicted.unit, convicted.of, convicted.share_percent) == (
        55,
        "officials",
        None,
        None,
    )
    assert {one.period for one in (whole, closed, referred, convicted)} == {"between 2018 and 2022"}


@pytest.mark.parametrize(
    ("text", "value", "of", "share"),
    [
        ("The closure of cases (236 out of 329 cases) is noted.", 236, 329, 71.73),
        ("By May, 104 of the 190 complaints had been closed.", 104, 190, 54.74),
        ("There were 35 officers, of whom 7 were convicted.", 7, 35, 20.0),
        ("Of the 35 officers, 7 were convicted.", 7, 35, 20.0),
        ("Out of 120 complaints received in 2017, only three resulted in convictions.", 3, 120, 2.5),
    ],
)
def test_a_part_knows_its_whole(text: str, value: float, of: float, share: float) -> None:
    (one,) = [one for one in figures.find(passage(text)) if one.value == value]
    assert (one.of, one.share_percent) == (of, share)


def test_of_these_goes_on_counting_what_the_sentence_before_counted() -> None:
    assert stated("In all 64 complaints came. Of these, 8 were upheld.") == [
        (64, "complaints"),
        (8, "complaints"),
    ]


def test_per_cent_of_something_else_is_not_tied_to_the_whole_of_the_sentence() -> None:
    text = "Out of 120 complaints, 3 complaints led to trial; prisons stand at 135 per cent of capacity."
    (full,) = [one for one in figures.find(passage(text)) if one.unit == "per cent"]
    assert full.of is None


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_share_is_computed_only_of_a_larger_whole(part: int, whole: int) -> None:
    part, whole = sorted((part, whole))
    (one, *_) = figures.find(passage(f"The court closed {part:,} out of {whole:,} cases."))
    assert one.share_percent == round(100 * part / whole, 2)


def test_ranges_are_one_figure_with_two_ends() -> None:
    one = only("Payments averaged between €100 and €245.")
    assert (one.value, one.upto, one.unit, one.approximate) == (100, 245, "EUR", True)


def test_two_numbers_joined_by_and_are_no_range() -> None:
    assert stated("In the raid 12 women and 15 men were held.") == [(12, "women"), (15, "men")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The damage exceeded $2 billion.", 2_000_000_000, "USD"),
        ("The court ordered 100,000 tenge to be paid.", 100_000, "KZT"),
        ("A sum of EUR 500 was paid.", 500, "EUR"),
    ],
)
def test_money_carries_its_currency(text: str, value: float, unit: str) -> None:
    one = only(text)
    assert (one.value, one.unit) == (value, unit)


def test_fractions_in_words_are_shares() -> None:
    assert stated("Two thirds of detainees had no lawyer.") == [(66.67, "per cent")]


@pytest.mark.parametrize("words", ["approximately", "nearly", "more than", "at least", "some", "about"])
def test_inexact_numbers_are_marked(words: str) -> None:
    assert only(f"In all, {words} 500 psychiatrists work there.").approximate


def test_the_same_figure_named_again_is_given_once() -> None:
    assert stated(
        "A warrant was issued for five employees after films showed the five employees at work."
    ) == [(5, "employees")]


def test_who_said_it_and_the_footnote_are_kept_with_the_figure() -> None:
    text = "According to the information provided by the State party, 53 cases were referred to a court;^ lamps burn."
    piece, calls = called(text, "CAT/C/XSY/RQ/4, paras. 191 and 192.")
    (one,) = figures.find(piece, calls)
    assert (one.agency, one.source) == ("State party", "CAT/C/XSY/RQ/4, paras. 191, 192")


def test_a_figure_from_the_state_s_replies_is_the_state_s() -> None:
    piece, calls = called("Lanterns hang in 79 prisons.^", "CAT/C/XSY/RQ/4, para. 188.")
    assert figures.find(piece, calls)[0].agency == "State party"


def test_a_ministry_is_named_as_the_text_names_it() -> None:
    assert only("According to the Ministry of Lamps, 137 cases were closed.").agency == "Ministry of Lamps"


def test_people_counted_are_named_with_what_sets_them_apart() -> None:
    assert (
        only("The deaths of 14 children with disabilities in an institution are noted.").population
        == "children with disabilities"
    )


@pytest.mark.parametrize(
    "text",
    [CASES, "The closure of cases (236 out of 329 cases) is noted.", "Poverty fell from 50 to 12 per cent."],
)
def test_the_place_of_a_figure_begins_at_its_number(text: str) -> None:
    piece = passage(text, at=900)
    for one in figures.find(piece):
        words = text[one.place.start - 900 : one.place.end - 900]
        digits = words.split()[0].strip("(),%")
        assert read_digits(digits) == one.value


@given(st.text("0123456789,.% ()cases of aпроцентов–-", max_size=60))
def test_no_text_at_all_breaks_the_search_for_figures(text: str) -> None:
    for one in figures.find(passage(text)):
        assert 0 <= one.place.start < one.place.end <= len(text)


@given(st.integers(1000, 10**9))
def test_thousands_read_the_same_in_both_customs(number: int) -> None:
    assert read_digits(f"{number:,}") == read_digits(f"{number:,}".replace(",", "\u00a0")) == number
