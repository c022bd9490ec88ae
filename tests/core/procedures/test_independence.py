"""Who is tied to the accused: at the time of the act, now, and along the service in between."""

from datetime import date

import pytest
from tests.core.procedures.walks import BODIES

from qorgau.lawbook import Language
from qorgau.procedures import Service, Tie, in_names, independence

TODAY = date(2024, 5, 1)


def tie(body: str, *accused: Service, act_on: date | None, **more: date) -> Tie | None:
    return independence(BODIES, body=body, accused=accused, act_on=act_on, today=TODAY, **more)


def test_a_prison_doctor_of_december_2022_is_tied_to_the_interior_ministry_though_doctors_moved_in_2023() -> (
    None
):
    found = tie("police", Service("colony_medical_service", date(2019, 1, 1)), act_on=date(2022, 12, 10))
    assert found is not None
    assert found.path == ("police", "mia", "penitentiary_committee", "colony_medical_service")
    assert (found.on, found.in_period) == (date(2022, 12, 10), True)


def test_the_same_doctor_is_not_tied_for_an_act_after_the_move() -> None:
    assert tie("police", Service("colony_medical_service", date(2019, 1, 1)), act_on=date(2023, 2, 1)) is None


def test_doctors_of_remand_centres_moved_half_a_year_earlier() -> None:
    doctor = Service("remand_medical_service", date(2019, 1, 1))
    assert tie("police", doctor, act_on=date(2022, 6, 30)) is not None
    assert tie("police", doctor, act_on=date(2022, 7, 1)) is None


def test_the_way_is_told_in_the_names_of_the_bodies() -> None:
    found = tie("police", Service("colony_medical_service"), act_on=date(2022, 12, 10))
    assert found is not None
    names = in_names(BODIES, found.path)
    assert names[Language.EN].startswith("Police (internal affairs bodies) – Ministry of Internal Affairs – ")
    assert names[Language.KK].endswith("Түзеу мекемелерінің медициналық қызметі")


def test_the_prosecutors_are_tied_to_no_police_officer() -> None:
    assert tie("special_prosecutors", Service("police"), act_on=date(2024, 1, 1)) is None


def test_where_the_accused_is_of_the_competent_body_itself_no_way_is_needed() -> None:
    found = tie("special_prosecutors", Service("special_prosecutors"), act_on=date(2024, 1, 1))
    assert found is not None
    assert found.path == ("special_prosecutors",)
    assert not found.in_period


def test_an_officer_who_joined_the_investigating_body_after_the_act_is_tied_now() -> None:
    moved = (
        Service("ministry_of_health", date(2015, 1, 1), date(2024, 2, 1)),
        Service("police", date(2024, 2, 1)),
    )
    found = tie("police", *moved, act_on=date(2023, 6, 1))
    assert found is not None
    assert (found.on, found.in_period) == (TODAY, False)


def test_service_that_began_and_ended_between_the_act_and_today_ties_too() -> None:
    between = (
        Service("ministry_of_health", date(2015, 1, 1), date(2023, 8, 1)),
        Service("police", date(2023, 8, 1), date(2023, 10, 1)),
        Service("ministry_of_health", date(2023, 10, 1)),
    )
    found = tie("police", *between, act_on=date(2023, 6, 1))
    assert found is not None
    assert found.in_period
    assert date(2023, 8, 1) <= found.on < date(2023, 10, 1)


def test_service_before_the_act_ties_only_within_the_period_asked_for() -> None:
    before = (
        Service("police", date(2010, 1, 1), date(2018, 1, 1)),
        Service("ministry_of_health", date(2018, 1, 1)),
    )
    assert tie("police", *before, act_on=date(2023, 6, 1)) is None
    assert tie("police", *before, act_on=date(2023, 6, 1), served_since=date(2017, 12, 31)) is not None
    assert tie("police", *before, act_on=date(2023, 6, 1), served_since=date(2018, 1, 1)) is None


def test_where_the_day_of_the_act_is_not_known_the_whole_service_is_looked_at() -> None:
    assert tie("police", Service("colony_medical_service", date(2019, 1, 1)), act_on=None) is not None
    assert tie("special_prosecutors", Service("police", date(2000, 1, 1)), act_on=None) is None


def test_a_body_founded_after_the_act_is_tied_to_where_the_accused_was_then() -> None:
    left = Service("penitentiary_committee", date(2015, 1, 1), date(2021, 1, 1))
    found = tie("spadc", left, act_on=date(2020, 1, 1))
    assert found is not None
    assert found.path == ("spadc", "mia", "penitentiary_committee")
    assert (found.on, found.in_period) == (date(2020, 1, 1), True)


@pytest.mark.parametrize("act_on", [date(2010, 12, 31), date(2011, 1, 1)])
def test_before_2011_the_prisons_answered_to_another_ministry(act_on: date) -> None:
    guard = Service("penitentiary_committee", date(2005, 1, 1), date(2011, 1, 1))
    later = Service("penitentiary_committee", date(2005, 1, 1))
    tied_by_service_alone = independence(
        BODIES, body="police", accused=[guard], act_on=act_on, today=date(2010, 12, 31)
    )
    assert tied_by_service_alone is None
    assert tie("police", later, act_on=act_on) is not None


def test_nobody_accused_ties_nobody() -> None:
    assert tie("police", act_on=date(2024, 1, 1)) is None
