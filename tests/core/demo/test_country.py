"""The synthetic country: every region, every sort of place, and names of nobody."""

import pytest

from qorgau.demo.chance import Chance
from qorgau.demo.country import Country, plan_country
from qorgau.demo.country.sorts import WEIGHTS
from qorgau.demo.names import Style, invented_name, marks_of
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.regions import read_regions

REGIONS = read_regions(law_folder() / "kz" / "regions.yaml")


@pytest.fixture(scope="module")
def country() -> Country:
    return plan_country(7, REGIONS)


def test_every_region_of_the_country_has_places_of_every_common_sort(country: Country) -> None:
    assert len(REGIONS) == 20
    for region in REGIONS:
        for kind in ("station", "ivs", "sizo", "special_reception", "colony", "hospital"):
            assert country.of(region, kind), f"no {kind} in {region}"


def test_somewhere_there_is_a_place_of_every_rarer_sort(country: Country) -> None:
    held = {place.kind for place in country.places}
    rare = {"residential_institution", "guardroom", "special_premises", "sports_hall", "military_unit"}
    assert rare <= held
    assert "transit_zone" in {place.fact for place in country.places}


def test_every_place_is_of_a_kind_and_body_that_the_law_knows(country: Country) -> None:
    bodies = read_bodies(law_folder() / "kz" / "bodies.yaml")
    assert {place.kind for place in country.places} <= bodies.place_types.keys()
    assert {place.body for place in country.places} <= bodies.bodies.keys()
    assert {unit.institution for unit in country.units} <= bodies.bodies.keys()


def test_a_place_is_official_exactly_where_the_law_says_so(country: Country) -> None:
    types = read_bodies(law_folder() / "kz" / "bodies.yaml").place_types
    assert all(place.official == types[place.kind].official for place in country.places)


def test_ids_of_places_and_cells_are_given_once(country: Country) -> None:
    ids = [place.id for place in country.places] + [cell.id for p in country.places for cell in p.cells]
    assert len(ids) == len(set(ids))


def test_every_place_says_in_three_languages_that_it_is_a_demo(country: Country) -> None:
    for place in country.places:
        assert all("(demo)" in text or "(демо)" in text for text in place.name.values())
        assert len(place.name) == 3


def test_every_region_gets_a_share_of_all_custodies() -> None:
    assert WEIGHTS.keys() == REGIONS.keys()


@pytest.mark.parametrize("style", list(Style))
def test_every_word_of_a_name_carries_a_mark_that_real_names_do_without(style: Style) -> None:
    for number in range(300):
        name = invented_name(Chance("names", number), style, woman=number % 2 == 0)
        for word in (name.family, name.given, name.patronymic):
            assert not word or any(mark in word.lower() for mark in marks_of(style)), word


def test_the_marks_of_names_stand_in_no_place_name_of_the_country() -> None:
    # Weak evidence, but of something that can be asked: the clusters are not ordinary ones.
    texts = " ".join(
        text for region in REGIONS.values() for text in (*region.title.values(), *region.centre.values())
    )
    assert not [mark for style in Style for mark in marks_of(style) if mark in texts.lower()]
