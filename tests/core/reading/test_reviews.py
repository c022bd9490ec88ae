"""Reports of the universal periodic review, written for these tests in the layouts of three cycles."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.lines import of_lines

from qorgau.reading import reviews
from qorgau.reading.reviews.positions import implemented_numbers, position_of
from qorgau.reading.reviews.states import names_in

FIRST_CYCLE = """
A/HRC/99/1
Introduction
1. The invented Working Group held its session in a made-up month and reviewed Synthetia.
2. A troika of three invented delegations was chosen.
I. Summary of the proceedings
3. The delegation spoke of clocks. Recommendations are found in section II of the report.
II. Conclusions and/or recommendations
4. The recommendations formulated during the dialogue have been examined by Synthetia and enjoy its support:
1. To mend the clocks of stations (Brazil);
2. To open a register of keys, and
A/HRC/99/1
12
to publish it each year (Bosnia and
Herzegovina);
3. To train keepers; to pay them on time; and to count them (Iran (Islamic Republic of));
4. To share what it learned about lamps (Lao People’s Democratic Republic);
5. To invite visitors of lamps (Viet Nam);
6. To keep the lamps lit at night (Trinidad and Tobago, France and Spain).
5. Synthetia considers that recommendations Nos. 1, 3 and 5 above have already been implemented or are in the process of implementation.
6. The following recommendations will be examined by Synthetia, which will provide responses in due course:
1. To abolish the fee for lamps (Norway);
2. To name a day for it (Côte d’Ivoire).
7. The recommendations below did not enjoy the support of Synthetia:
1. To close the hall of mirrors (Mexico).
8. All conclusions reflect the position of the submitting States.
Annex
1. The delegation was headed by an invented minister.
"""

LATER_CYCLE = """
1. The invented Working Group met.
II. Conclusions and/or recommendations
2. The recommendations formulated during the dialogue and listed below have been examined by Synthetia and enjoy its support:
2.1 Ratify the made-up Protocol on Lamps (Algeria) (Cabo Verde) (Bolivarian Republic of Venezuela);
2.2 Ensure that keepers are counted (Egypt); continue to count them (Peru); count them better (Azerbaijan);
2.3. Adopt a law on corridors within 2 years (United Kingdom of Great Britain and Northern Ireland);
3. The following recommendations have been examined by Synthetia and have been noted:
3.1 Light the corridors (Türkiye);
3.2 Reduce the number of corridors, as asked by the Committee (CAT) (Ireland, Netherlands).
"""


def test_numbering_starts_anew_below_each_paragraph_and_paragraphs_are_not_taken_for_items() -> None:
    found = reviews.read(of_lines(FIRST_CYCLE)).recommendations
    assert [each.id for each in found] == [
        *(f"4.{number}" for number in range(1, 7)),
        "6.1",
        "6.2",
        "7.1",
    ]


def test_each_recommendation_has_the_position_of_its_list() -> None:
    found = reviews.read(of_lines(FIRST_CYCLE)).recommendations
    assert {each.id: each.position for each in found if each.id.endswith(".1")} == {
        "4.1": "supported",
        "6.1": "pending",
        "7.1": "rejected",
    }


def test_a_recommendation_over_a_page_break_is_whole_and_its_state_known() -> None:
    source = of_lines(FIRST_CYCLE)
    found = reviews.read(source).recommendations[1]
    assert found.addressed_by == ("Bosnia and Herzegovina",)
    assert found.text.startswith("To open a register")
    assert "A/HRC" not in found.text
    assert source.text[found.place.start : found.place.end].startswith("To open a register")


def test_states_in_one_pair_of_parentheses_are_told_apart() -> None:
    found = {each.id: each.addressed_by for each in reviews.read(of_lines(FIRST_CYCLE)).recommendations}
    assert found["4.6"] == ("Trinidad and Tobago", "France", "Spain")
    assert found["4.3"] == ("Iran (Islamic Republic of)",)


def test_a_later_paragraph_tells_which_are_called_implemented() -> None:
    found = reviews.read(of_lines(FIRST_CYCLE)).recommendations
    assert [each.id for each in found if "implemented" in str(each.why)] == ["4.1", "4.3", "4.5"]


def test_later_cycles_name_paragraph_and_number_and_each_state_apart() -> None:
    found = reviews.read(of_lines(LATER_CYCLE)).recommendations
    assert [(each.id, each.position, each.addressed_by) for each in found] == [
        ("2.1", "supported", ("Algeria", "Cabo Verde", "Bolivarian Republic of Venezuela")),
        ("2.2", "supported", ("Egypt", "Peru", "Azerbaijan")),
        ("2.3", "supported", ("United Kingdom of Great Britain and Northern Ireland",)),
        ("3.1", "noted", ("Türkiye",)),
        ("3.2", "noted", ("Ireland", "Netherlands")),
    ]


def test_the_annex_with_the_delegation_is_left_out() -> None:
    paragraphs = reviews.read(of_lines(FIRST_CYCLE)).paragraphs
    assert [each.number for each in paragraphs] == [str(number) for number in range(1, 9)]


def test_a_gap_in_the_numbers_is_a_doubt() -> None:
    gap = LATER_CYCLE.replace("2.2 Ensure", "2.4 Ensure")
    doubts = reviews.read(of_lines(gap)).doubts
    assert any("2" in str(each.what) and each.place is not None for each in doubts)


def test_a_recommendation_without_a_known_state_is_a_doubt() -> None:
    doubts = reviews.read(of_lines(LATER_CYCLE.replace("(Türkiye)", "(an unknown voice)"))).doubts
    assert [each.what for each in doubts if "3.1" in str(each.what)]


@pytest.mark.parametrize(
    ("words", "position"),
    [
        ("have been examined by Synthetia and enjoy the support of Synthetia:", "supported"),
        ("will be examined by Synthetia, which will provide responses in due time:", "pending"),
        ("did not enjoy the support of Synthetia and would thus be noted:", "noted"),
        ("do not enjoy the support of Synthetia:", "rejected"),
        ("enjoy the support of Synthetia, which considers them already implemented:", "supported"),
        ("пользуются поддержкой Синтетии:", "supported"),
        ("будут рассмотрены Синтетией, которая представит ответы:", "pending"),
        ("The delegation thanked everybody.", None),
    ],
)
def test_the_words_before_a_list_tell_the_position(words: str, position: str | None) -> None:
    assert position_of(words) == position


def test_ranges_of_implemented_numbers_are_spelt_out() -> None:
    said = "recommendations Nos. 3, 5-7 and 9 above have already been implemented"
    assert implemented_numbers(said) == ("3", "5", "6", "7", "9")


@pytest.mark.parametrize(
    ("inside", "names"),
    [
        ("France; Spain", ("France", "Spain")),
        ("Saint Vincent and the Grenadines and Cuba", ("Saint Vincent and the Grenadines", "Cuba")),
        ("Iran, Islamic Republic of", ("Iran (Islamic Republic of)",)),
        ("CRC", ()),
        ("art. 6", ()),
        ("Бразилия, Кот-д’Ивуар", ("Бразилия", "Кот-д’Ивуар")),
    ],
)
def test_only_parentheses_that_hold_nothing_but_states_name_states(
    inside: str, names: tuple[str, ...]
) -> None:
    assert names_in(inside) == names


def test_what_follows_the_last_states_is_no_part_of_a_recommendation() -> None:
    noisy = LATER_CYCLE.replace("(Türkiye);", "(Türkiye); ** Not edited. 13 A/HRC/99/1")
    source = of_lines(noisy)
    found = reviews.read(source).recommendations[3]
    assert found.text == "Light the corridors (Türkiye)"
    assert source.text[found.place.start : found.place.end] == found.text


def test_a_number_that_goes_on_behind_its_states_is_kept_whole_and_its_wishes_told_apart() -> None:
    text = """
1. The invented Working Group met.
2. The recommendations listed below enjoy the support of Synthetia:
1. To consider signing (Peru)/sign (Norway) the made-up Protocol
on Lamps of 1901;
2. To light the corridors (Spain); 7 As read out at the meeting.
3. To name a day for it (Chile).
"""
    first, second, _ = reviews.read(of_lines(text)).recommendations
    assert first.text == "To consider signing (Peru)/sign (Norway) the made-up Protocol on Lamps of 1901"
    assert first.addressed_by == ("Peru", "Norway")
    assert [(each.id, each.text) for each in first.demands] == [
        ("2.1/1", "To consider signing the made-up Protocol on Lamps of 1901 (Peru)"),
        ("2.1/2", "sign the made-up Protocol on Lamps of 1901 (Norway)"),
    ]
    assert (second.text, second.demands) == ("To light the corridors (Spain)", ())
