"""A place comes into the inventory once, with whatever is known of it, and is found again."""

from dataclasses import replace

import pytest
from tests.slices.places.people import ADMINISTRATOR, COLONY, GYM, INSPECTOR, IVS, NOW, OFFICER
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.lawbook import Language
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.strict_yaml import read_yaml
from qorgau.places import actions, queries
from qorgau.places.actions import Since
from qorgau.places.country import place_types
from qorgau.places.details import PlaceDetails, details_of, whole_name
from qorgau.places.faults import Unfit
from qorgau.places.queries import NotListed, Wanted


def faults(refused: pytest.ExceptionInfo[Unfit]) -> list[tuple[str, str]]:
    return [(fault.where, fault.key) for fault in refused.value.faults]


def test_a_listed_place_is_found_with_all_that_was_said(store: Store) -> None:
    place = queries.place(actions.list_place(ADMINISTRATOR, IVS, now=NOW))
    assert replace(details_of(place), zone="") == IVS
    assert place.zone.name == "Asia/Almaty"
    assert (place.opened_at, place.closed, place.cells) == (NOW, False, 0)


def test_what_nobody_knows_stays_unknown(store: Store) -> None:
    place = queries.place(actions.list_place(OFFICER, GYM, now=NOW))
    assert (place.capacity, place.area_tenths, place.accessible) == (None, None, None)


def test_an_unofficial_place_is_listed_by_an_officer_and_marked_as_such(store: Store) -> None:
    place = queries.place(actions.list_place(OFFICER, GYM, now=NOW))
    assert not place.official
    assert place.name[Language.KK] == place.name[Language.RU] == "Спортзал школы № 5"


def test_an_officer_does_not_list_an_official_place(sqlite_store: Store) -> None:
    with pytest.raises(NotPermitted):
        actions.list_place(OFFICER, IVS, now=NOW)


def test_an_inspector_lists_an_unofficial_place_in_their_own_region_only(sqlite_store: Store) -> None:
    assert actions.list_place(INSPECTOR, GYM, now=NOW)
    with pytest.raises(NotPermitted):
        actions.list_place(INSPECTOR, replace(GYM, region="abai"), now=NOW)


def test_a_gym_is_never_official(sqlite_store: Store) -> None:
    with pytest.raises(Unfit, match="not official") as refused:
        actions.list_place(ADMINISTRATOR, replace(GYM, official=True), now=NOW)
    assert faults(refused) == [("official", "kind_never_official")]


def test_a_remand_centre_is_not_run_by_the_police(sqlite_store: Store) -> None:
    with pytest.raises(Unfit, match="Penitentiary") as refused:
        actions.list_place(ADMINISTRATOR, replace(IVS, kind="sizo"), now=NOW)
    assert faults(refused) == [("body", "body_does_not_run")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": whole_name()}, ("name_kk", "needs_name")),
        ({"name": whole_name(en="x" * 201)}, ("name_en", "text_unfit")),
        ({"name": whole_name(en="a\x07b")}, ("name_en", "text_unfit")),
        ({"name": whole_name(en="e\u0301")}, ("name_en", "text_unfit")),
        ({"kind": "castle"}, ("kind", "choose_kind")),
        ({"body": "castle"}, ("body", "choose_body")),
        ({"body": "kpi"}, ("body", "choose_body")),
        ({"unit": "nobody"}, ("unit", "no_such_unit")),
        ({"region": "mars"}, ("region", "choose_region")),
        ({"zone": "Mars/Base"}, ("zone", "no_such_zone")),
        ({"capacity": -1}, ("capacity", "capacity_unfit")),
        ({"capacity": 10**9}, ("capacity", "capacity_unfit")),
        ({"area_tenths": 0}, ("area", "area_unfit")),
        ({"capacity": 500, "area_tenths": 40}, ("area", "area_too_small")),
        ({"settlement": "x" * 300}, ("settlement", "text_unfit")),
    ],
)
def test_what_is_wrong_is_named_by_its_field(
    sqlite_store: Store, change: dict[str, object], expected: tuple[str, str]
) -> None:
    with pytest.raises(Unfit) as refused:
        actions.list_place(ADMINISTRATOR, replace(IVS, **change), now=NOW)
    assert expected in faults(refused)
    assert not queries.places_seen_by(ADMINISTRATOR)


def test_all_that_is_wrong_is_said_at_once_in_the_language_of_the_person(sqlite_store: Store) -> None:
    wrong = replace(IVS, kind="castle", region="mars", capacity=-1)
    said = {}
    for language in Language:
        with pytest.raises(Unfit) as refused:
            actions.list_place(replace(ADMINISTRATOR, language=language), wrong, now=NOW)
        said[language] = str(refused.value)
        assert len(refused.value.faults) == 3
    assert len(set(said.values())) == 3


def test_the_same_place_is_not_listed_twice(sqlite_store: Store) -> None:
    actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    with pytest.raises(Unfit) as refused:
        actions.list_place(ADMINISTRATOR, replace(IVS, name=whole_name(ru="ивс ГОРОДА")), now=NOW)
    assert faults(refused) == [("name_kk", "listed_already")]


def test_an_id_of_ones_own_is_kept_and_never_given_to_another_place(sqlite_store: Store) -> None:
    assert actions.list_place(ADMINISTRATOR, IVS, now=NOW, place_id="ivs-1") == "ivs-1"
    with pytest.raises(Unfit) as refused:
        actions.list_place(ADMINISTRATOR, COLONY, now=NOW, place_id="ivs-1")
    assert faults(refused) == [("", "id_taken")]


def test_a_place_does_not_open_in_the_future(sqlite_store: Store) -> None:
    with pytest.raises(Unfit) as refused:
        actions.list_place(ADMINISTRATOR, IVS, now=NOW, since=Since(instant=NOW + 1))
    assert faults(refused) == [("since", "since_in_future")]


def listed(*all_details: PlaceDetails) -> list[str]:
    return [actions.list_place(ADMINISTRATOR, details, now=NOW) for details in all_details]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["colony", "ivs", "sports_hall"]),
        (Wanted(region="almaty"), ["ivs", "sports_hall"]),
        (Wanted(kind="colony"), ["colony"]),
        (Wanted(body="police"), ["ivs", "sports_hall"]),
        (Wanted(official=False), ["sports_hall"]),
        (Wanted(official=True), ["colony", "ivs"]),
        (Wanted(text="спортзал ШКОЛЫ"), ["sports_hall"]),
        (Wanted(text="қаланың"), ["ivs"]),
        (Wanted(text="Example"), ["ivs"]),
        (Wanted(text="100%"), []),
        (Wanted(closed=True), []),
    ],
)
def test_places_are_found_by_what_is_asked(store: Store, wanted: Wanted, found: list[str]) -> None:
    listed(IVS, GYM, COLONY)
    assert sorted(place.kind for place in queries.places_seen_by(OFFICER, wanted)) == found


def test_a_place_nobody_listed_is_not_found(sqlite_store: Store) -> None:
    with pytest.raises(NotListed, match="nowhere"):
        queries.place("nowhere")
    with pytest.raises(NotListed):
        queries.zone_of("nowhere")


def test_a_place_in_the_west_lives_by_the_time_of_the_west(sqlite_store: Store) -> None:
    west = actions.list_place(ADMINISTRATOR, replace(IVS, region="west_kazakhstan"), now=NOW)
    assert queries.zone_of(west).name == "Asia/Oral"


def test_every_kind_of_place_has_a_word_by_which_the_rules_ask(sqlite_store: Store) -> None:
    facts = read_yaml(law_folder() / "international" / "vocabulary" / "attributes.yaml").mapping()["facts"]
    known = facts.mapping()["place"].mapping()["values"].mapping()
    place = queries.place(actions.list_place(OFFICER, GYM, now=NOW))
    assert {replace(place, kind=kind).fact_kind for kind in place_types()} <= set(known)
