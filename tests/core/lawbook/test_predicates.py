"""The named predicates answer yes, no or not known, and never guess."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest

from qorgau.lawbook.predicates import PREDICATES, age_on


@dataclass(frozen=True)
class Said:
    """One entry as a predicate sees it."""

    day: date = date(2025, 2, 12)
    facts: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def civil_date(self) -> int:
        return self.day.toordinal()

    def fact(self, name: str) -> str | None:
        return self.facts.get(name)

    def attribute(self, name: str) -> str | None:
        return self.attributes.get(name)


def ask(name: str, *, day: date = date(2025, 2, 12), **facts: str) -> bool | None:
    return PREDICATES[name].ask(Said(day, facts))


def of_age(name: str, **attributes: str) -> bool | None:
    return PREDICATES[name].ask(Said(attributes=attributes))


def test_somebody_is_a_child_until_the_eighteenth_birthday_and_not_on_it() -> None:
    assert of_age("child", born_on="2007-02-13") is True
    assert of_age("child", born_on="2007-02-12") is False


def test_whoever_was_born_on_29_february_comes_of_age_on_1_march() -> None:
    assert age_on(date(2004, 2, 29), date(2022, 2, 28)) == 17
    assert age_on(date(2004, 2, 29), date(2022, 3, 1)) == 18


def test_an_unknown_age_gets_the_protection_of_a_child_but_is_not_called_known() -> None:
    assert of_age("child") is True
    assert of_age("known_child") is None
    assert of_age("adult") is False


def test_a_birth_date_outweighs_a_stated_age() -> None:
    assert of_age("known_child", born_on="2010-01-01", age="19") is True


def test_an_age_that_is_no_number_is_an_unknown_age() -> None:
    assert of_age("known_child", age="young") is None


@pytest.mark.parametrize(("ground", "answer"), [(None, True), ("criminal", True), ("administrative", False)])
def test_a_ground_nobody_wrote_down_costs_no_safeguard(ground: str | None, answer: bool) -> None:
    said = {} if ground is None else {"ground": ground}
    assert PREDICATES["criminal_or_unstated_ground"].ask(Said(facts=said)) is answer
    assert PREDICATES["criminal_or_unstated_ground"].ask(Said(attributes=said)) is answer


def test_an_administrative_ground_is_known_from_any_entry_of_the_custody() -> None:
    assert ask("administrative_ground", ground="administrative") is True
    assert of_age("administrative_ground", ground="criminal") is False
    assert ask("administrative_ground") is None


def test_the_recorded_time_differs_by_a_minute_or_not_at_all() -> None:
    actual = "2025-02-12 03:00"
    assert ask("recorded_time_differs", actual_time=actual, recorded_time="2025-02-12T03:00:59") is False
    assert ask("recorded_time_differs", actual_time=actual, recorded_time="2025-02-12 03:01") is True


def test_without_both_times_nothing_is_said_about_the_record() -> None:
    assert ask("recorded_time_differs", actual_time="2025-02-12 03:00") is None
    assert ask("recorded_time_differs", actual_time="at night", recorded_time="2025-02-12 03:00") is None


@pytest.mark.parametrize(
    ("name", "last_before", "first_after"),
    [
        ("since_january_2023", date(2022, 12, 31), date(2023, 2, 1)),
        ("since_july_2022", date(2022, 6, 30), date(2022, 8, 1)),
    ],
)
def test_a_month_without_a_day_leaves_the_month_open(name: str, last_before: date, first_after: date) -> None:
    assert ask(name, day=last_before) is False
    assert ask(name, day=date.fromordinal(last_before.toordinal() + 1)) is None
    assert ask(name, day=date.fromordinal(first_after.toordinal() - 1)) is None
    assert ask(name, day=first_after) is True


def test_a_body_that_investigates_its_own_officer_is_tied_whatever_the_entry_says() -> None:
    own = {"body": "police", "accused_body": "police"}
    assert ask("investigator_is_accused_own_body", **own) is True
    assert ask("investigator_tied_to_accused", **own, institutional_tie="no") is True


def test_two_bodies_are_tied_only_if_somebody_says_so() -> None:
    two = {"body": "special_prosecutors", "accused_body": "police"}
    assert ask("investigator_tied_to_accused", **two) is None
    assert ask("investigator_tied_to_accused", **two, institutional_tie="no") is False
    assert ask("investigator_tied_to_accused", **two, institutional_tie="yes") is True


@pytest.mark.parametrize(
    ("day", "harm", "least"),
    [
        (date(2020, 7, 1), "moderate", 30 * 2778),
        (date(2023, 12, 31), "severe", 40 * 3450),
        (date(2024, 1, 1), "severe", 40 * 3692),
        (date(2025, 6, 1), "death", 50 * 3932),
    ],
)
def test_the_least_payment_follows_the_index_of_the_day(day: date, harm: str, least: int) -> None:
    assert ask("below_statutory_amount", day=day, harm=harm, amount_kzt=str(least)) is False
    assert ask("below_statutory_amount", day=day, harm=harm, amount_kzt=str(least - 1)) is True


def test_no_minimum_is_invented_for_a_day_before_the_fund_or_for_an_unknown_harm() -> None:
    assert ask("below_statutory_amount", day=date(2020, 6, 30), harm="death", amount_kzt="1") is None
    assert ask("below_statutory_amount", harm="slight", amount_kzt="1") is None
    assert ask("below_statutory_amount", harm="death") is None
