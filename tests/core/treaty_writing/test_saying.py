"""Figures, shares and labels as documents of the United Nations write them, in each language."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.core.treaty_writing.drafts import CUSTODIES, IN_COURT

from qorgau.lawbook import Language
from qorgau.treaty.writing.figures import Origin
from qorgau.treaty.writing.saying import (
    letter,
    roman,
    say_basis,
    say_figure,
    say_label,
    say_list,
    say_per_cent,
    say_words,
)

_NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ("21", "21 процент"),
        ("22", "22 процента"),
        ("25", "25 процентов"),
        ("11", "11 процентов"),
        ("90.2", "90,2 процента"),
        ("1.37", "1,37 процента"),
        ("0", "0 процентов"),
        ("100", "100 процентов"),
    ],
)
def test_a_share_in_russian_has_the_plural_form_its_number_asks_for(share: str, said: str) -> None:
    assert say_per_cent(Decimal(share), Language.RU) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 слово"),
        (3, "3 слова"),
        (5, "5 слов"),
        (111, "111 слов"),
        (1421, f"1{_NBSP}421 слово"),
        (21200, f"21{_NBSP}200 слов"),
    ],
)
def test_numbers_of_words_in_russian(count: int, said: str) -> None:
    assert say_words(count, Language.RU) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "53 of 3,880 (1.37 per cent)"),
        (Language.RU, f"53 из 3{_NBSP}880 (1,37 процента)"),
        (Language.KK, f"3{_NBSP}880 ішінен 53 (1,37 пайыз)"),
    ],
)
def test_a_part_of_a_whole_is_said_with_its_share(language: Language, said: str) -> None:
    assert say_figure(IN_COURT, language) == said


def test_a_share_of_nothing_is_not_said() -> None:
    assert "no such case" in say_figure(replace(IN_COURT, value="0", of=0), Language.EN)


def test_a_small_count_that_is_withheld_is_not_told_by_its_share() -> None:
    assert say_figure(replace(IN_COURT, value="<5"), Language.EN) == "fewer than 5 of 3,880"


def test_a_figure_that_cannot_be_told_says_why() -> None:
    untold = replace(CUSTODIES, value="", why_not="no entry says so")
    assert say_figure(untold, Language.EN) == "cannot be told (no entry says so)"


@pytest.mark.parametrize("language", Language)
def test_the_basis_names_source_unit_period_and_rule(language: Language) -> None:
    told = say_basis(CUSTODIES, language)
    for part in (CUSTODIES.source, CUSTODIES.unit, CUSTODIES.period, CUSTODIES.rule):
        assert part in told
    assert ".." not in told


def test_what_others_stated_is_not_passed_off_as_counted_here() -> None:
    assert "not counted from the record" in say_basis(IN_COURT, Language.EN)
    assert "not counted" not in say_basis(replace(IN_COURT, origin=Origin.RECORD), Language.EN)


@pytest.mark.parametrize(
    ("leaf", "label"),
    [("12(a)(iv)", "12 (a) (iv)"), ("10", "10"), ("10/3", "10, 3"), ("95.2", "95.2"), ("art2.3", "art2.3")],
)
def test_labels_are_written_as_the_united_nations_cite(leaf: str, label: str) -> None:
    assert say_label(leaf) == label


def test_letters_go_on_after_the_alphabet() -> None:
    assert [letter(place, Language.EN) for place in (0, 25, 26, 51, 52)] == [
        "(a)",
        "(z)",
        "(aa)",
        "(az)",
        "(ba)",
    ]
    assert letter(1, Language.RU) == "b)"


def test_annexes_have_roman_numbers() -> None:
    assert [roman(number) for number in (1, 4, 6, 9, 14)] == ["I", "IV", "VI", "IX", "XIV"]


def test_articles_are_joined_in_words() -> None:
    assert say_list(("2", "11", "12"), Language.EN) == "2, 11 and 12"
    assert say_list(("2",), Language.RU) == "2"
