"""The pages of the inventory: found, read, filled in and refused, in three languages."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from tests.slices.access.people import signed_in
from tests.slices.places.counting import counted
from tests.slices.places.people import ADMINISTRATOR, CELL, COLONY, DEPARTMENT, GYM, IVS
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.lawbook import Language
from qorgau.places import actions, queries
from qorgau.places.details import whole_name
from qorgau.places.names import names_seen_by

TYPED = {
    "name_kk": "Сынақ УҰИ",
    "kind": "ivs",
    "official": "yes",
    "region": "almaty",
    "body": "police",
    "capacity": "12",
    "area": "48,5",
    "for_whom": ["men", "women"],
    "accessible_known": "yes",
    "accessible": ["step_free"],
}


def listed(details: object = IVS) -> str:
    return actions.list_place(ADMINISTRATOR, details, now=now() - 60)


def text(client: Client, address: str, *, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def sent(client: Client, address: str, typed: Mapping[str, object], *, status: int = 302) -> str:
    answer = client.post(address, typed)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.headers.get("Location", "") or answer.content.decode()


def errors(page: str) -> list[str]:
    return re.findall(r'govuk-error-message">.*?</span>(.*?)</p>', page, re.S)


def test_lists_follow_the_kazakh_alphabet(store: Store) -> None:
    words = ("Зереңді", "Қарасай", "Әйтеке", "Кеген", "Алатау")
    for word in words:
        listed(replace(IVS, name=whole_name(en="", ru="", kk=f"{word} УҰИ")))
        actions.list_unit(
            ADMINISTRATOR,
            replace(DEPARTMENT, name=whole_name(en="", ru="", kk=f"{word} бөлімі")),
            now=now() - 60,
        )
    client = signed_in(Role.ADMINISTRATOR, language=Language.KK)
    for address in ("/places/", "/units/"):
        page = text(client, address)
        assert sorted(words, key=page.rindex) == ["Алатау", "Әйтеке", "Зереңді", "Кеген", "Қарасай"], address
    reader = replace(ADMINISTRATOR, language=Language.KK)
    chosen = [name[Language.KK].removesuffix(" УҰИ") for _, name in names_seen_by(reader)]
    assert chosen == ["Алатау", "Әйтеке", "Зереңді", "Кеген", "Қарасай"]


@pytest.mark.parametrize("language", list(Language))
def test_every_page_speaks_the_language_of_the_reader(sqlite_store: Store, language: Language) -> None:
    unit = actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=now() - 60)
    place = listed(replace(IVS, unit=unit))
    cell = actions.list_cell(ADMINISTRATOR, place, CELL, now=now() - 30)
    client = signed_in(Role.ADMINISTRATOR, language=language)
    for address in (
        "/places/", "/places/new/", "/places/new/unofficial/", f"/places/{place}/", f"/places/{place}/change/",
        f"/places/{place}/close/", f"/places/{place}/reopen/", f"/places/{place}/cells/new/",
        f"/places/{place}/cells/{cell}/", f"/places/{place}/cells/{cell}/close/", "/units/", "/units/new/",
        f"/units/{unit}/",
    ):  # fmt: skip
        assert f'<html lang="{language.value}"' in text(client, address)


def test_an_administrator_lists_a_place_and_sees_it(store: Store) -> None:
    client = signed_in(Role.ADMINISTRATOR)
    page = text(client, sent(client, "/places/new/", TYPED))
    assert "Сынақ УҰИ" in page
    (place,) = queries.places_seen_by(ADMINISTRATOR)
    assert (place.capacity, place.area_tenths, len(place.for_whom)) == (12, 485, 2)


def test_an_officer_lists_a_gym_and_every_page_marks_it(sqlite_store: Store) -> None:
    client = signed_in(Role.CUSTODY_OFFICER)
    gym = {
        "name_ru": "Спортзал",
        "kind": "sports_hall",
        "official": "no",
        "region": "almaty",
        "body": "police",
    }
    address = sent(client, "/places/new/unofficial/", gym)
    assert "NOT OFFICIAL" in text(client, address)
    assert "NOT OFFICIAL" in text(client, "/places/")


def test_an_officer_is_refused_an_official_place(sqlite_store: Store) -> None:
    client = signed_in(Role.CUSTODY_OFFICER)
    sent(client, "/places/new/unofficial/", TYPED, status=403)
    text(client, "/places/new/", status=403)
    assert not queries.places_seen_by(ADMINISTRATOR)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"kind": ""}, "Choose the kind of place"),
        ({"kind": "castle"}, "Choose the kind of place"),
        ({"official": ""}, "officially recognised"),
        ({"capacity": "many"}, "whole number from 0"),
        ({"capacity": "٣"}, "whole number from 0"),
        ({"area": "4.55"}, "square metres"),
        ({"area": "-4"}, "square metres"),
        ({"since": "yesterday"}, "is no date"),
        ({"since": "2026-02-30"}, "is no date"),
        ({"since": "2999-01-01"}, "future"),
        ({"name_kk": " "}, "name is missing"),
        ({"zone": "Almaty"}, "no time zone"),
        ({"kind": "sizo"}, "Penitentiary"),
        ({"for_whom": ["dragons"]}, "Choose one of the answers"),
    ],
)
def test_what_is_typed_wrong_is_said_beside_its_field(
    sqlite_store: Store, wrong: dict[str, object], named: str
) -> None:
    page = sent(signed_in(Role.ADMINISTRATOR), "/places/new/", {**TYPED, **wrong}, status=422)
    assert any(named in error for error in errors(page)), errors(page)
    assert "govuk-error-summary" in page
    assert not queries.places_seen_by(ADMINISTRATOR)


def test_a_change_keeps_what_was_said_before_in_the_history(store: Store) -> None:
    place = listed()
    client = signed_in(Role.HEAD_OF_PLACE, places={place}, name="Head Of Test")
    form = client.get(f"/places/{place}/change/").context["form"]
    typed = {name: field.initial or form.initial.get(name, "") for name, field in form.fields.items()}
    sent(
        client, f"/places/{place}/change/", {**typed, **form.initial, "capacity": "31", "reason": "New wing"}
    )
    page = text(client, f"/places/{place}/")
    assert "Capacity, persons: 20 → 31" in page
    assert "New wing" in page
    assert "Head Of Test" in page


def test_of_two_heads_who_change_at_once_the_second_is_told(sqlite_store: Store) -> None:
    place = listed()
    client = signed_in(Role.HEAD_OF_PLACE, places={place})
    form = client.get(f"/places/{place}/change/").context["form"]
    actions.change_place(ADMINISTRATOR, place, replace(IVS, capacity=30), now=now())
    typed = {**form.initial, "settlement": "Elsewhere"}
    page = sent(client, f"/places/{place}/change/", typed, status=422)
    assert "after you opened the form" in page
    assert queries.place(place).capacity == 30


def test_a_place_is_closed_with_a_reason_and_reopened(sqlite_store: Store) -> None:
    place = listed()
    client = signed_in(Role.HEAD_OF_PLACE, places={place})
    assert "Say why" in sent(client, f"/places/{place}/close/", {}, status=422)
    sent(client, f"/places/{place}/close/", {"reason": "Unfit"})
    assert "closed" in text(client, f"/places/{place}/")
    line = f'href="/places/{place}/"'
    assert line not in text(client, "/places/")
    assert line in text(client, "/places/?closed=yes")
    sent(client, f"/places/{place}/reopen/", {"reason": "Repaired"})
    assert not queries.place(place).closed


def test_a_cell_is_listed_changed_and_closed(sqlite_store: Store) -> None:
    place = listed()
    client = signed_in(Role.HEAD_OF_PLACE, places={place})
    sent(client, f"/places/{place}/cells/new/", {"name": "7", "capacity": "2", "area": "9,5"})
    (cell,) = queries.cells_of(place)
    sent(client, f"/places/{place}/cells/{cell.id}/", {"name": "7а", "capacity": "3", "area": "9.5"})
    page = text(client, f"/places/{place}/")
    assert "Name or number of the cell: 7 → 7а" in page
    assert "Capacity, persons: 2 → 3" in page
    sent(client, f"/places/{place}/cells/{cell.id}/close/", {})
    assert "No cells are listed" in text(client, f"/places/{place}/")


def test_a_cell_is_not_reached_through_another_place(sqlite_store: Store) -> None:
    place, other = listed(), listed(COLONY)
    cell = actions.list_cell(ADMINISTRATOR, place, CELL, now=now())
    text(signed_in(Role.ADMINISTRATOR), f"/places/{other}/cells/{cell}/", status=404)


def test_an_administrator_lists_and_changes_a_unit(store: Store) -> None:
    client = signed_in(Role.ADMINISTRATOR)
    typed = {"name_ru": "Отдел полиции № 1", "institution": "police", "region": "almaty"}
    sent(client, "/units/new/", typed)
    (unit,) = queries.units()
    sent(client, f"/units/{unit.id}/", {**typed, "name_ru": "Отдел полиции № 2"})
    assert "Отдел полиции № 2" in text(client, "/units/")
    assert "institution it belongs" not in text(client, "/units/?institution=nonsense&region=nonsense&page=x")


def test_the_list_is_narrowed_by_what_the_address_asks_and_survives_nonsense(sqlite_store: Store) -> None:
    listed()
    listed(GYM)
    client = signed_in(Role.NPM_MEMBER)
    only_gym = text(client, "/places/?official=no")
    assert "Спортзал" in only_gym
    assert "IVS of the city police" not in only_gym
    for nonsense in (
        "?region=mars&kind=x&page=-5",
        "?page=999",
        "?official=maybe",
        "?text=%00%27",
        "?closed=2",
    ):
        text(client, f"/places/{nonsense}")


@pytest.mark.parametrize("address", ["/places/nowhere/", "/places/nowhere/change/", "/units/nowhere/"])
def test_what_is_not_listed_is_not_found(sqlite_store: Store, address: str) -> None:
    text(signed_in(Role.ADMINISTRATOR), address, status=404)


def test_a_name_with_markup_is_shown_as_it_was_typed_and_runs_nothing(sqlite_store: Store) -> None:
    place = listed(replace(IVS, name=whole_name(en="<script>alert(1)</script>")))
    client = signed_in(Role.ADMINISTRATOR)
    with counted({place: 3}, steps=[(0, 3)]):
        for address in ("/places/", f"/places/{place}/", f"/places/{place}/change/"):
            page = text(client, address)
            assert "<script>alert" not in page
            assert "&lt;script&gt;alert" in page


def test_those_held_are_shown_to_whom_the_table_lets_know_and_to_nobody_else(sqlite_store: Store) -> None:
    place = listed()
    with counted({place: 27}, steps=[(now() - 86_400, 27)]):
        page = text(signed_in(Role.HEAD_OF_PLACE, places={place}), f"/places/{place}/")
        assert "overcrowded" in page
        assert "7 above the capacity" in page
        assert "q-occupancy" in page
        for reader in (signed_in(Role.HEAD_OF_PLACE, places={"other"}), signed_in(Role.ADMINISTRATOR)):
            hidden = text(reader, f"/places/{place}/")
            assert "overcrowded" not in hidden
            assert "q-occupancy" not in hidden
            assert "overcrowded" not in text(reader, "/places/")


def test_without_a_counter_no_page_says_that_nobody_is_held(sqlite_store: Store) -> None:
    place = listed()
    page = text(signed_in(Role.NPM_MEMBER), f"/places/{place}/")
    assert "nobody held" not in page


def test_the_drawing_needs_neither_script_nor_inline_style(sqlite_store: Store) -> None:
    place = listed()
    with counted({place: 27}, steps=[(now() - 86_400, 12), (now() - 3_600, 27)]):
        page = text(signed_in(Role.NPM_MEMBER), f"/places/{place}/?days=7")
    drawing = page[
        page.index('<svg class="q-occupancy"') : page.index("</svg>", page.index('<svg class="q-occupancy"'))
    ]
    assert "style=" not in drawing
    assert "<script" not in drawing
    assert 'role="img"' in drawing
    assert "<title" in drawing
    assert "At most 27 persons at once" in drawing


def test_nobody_who_is_not_signed_in_sees_the_inventory(sqlite_store: Store) -> None:
    for address in ("/places/", "/units/", "/places/export.csv"):
        assert Client().get(address).status_code == 302


def test_a_place_moved_to_another_region_lives_by_the_time_there(sqlite_store: Store) -> None:
    place = listed()
    client = signed_in(Role.ADMINISTRATOR)
    form = client.get(f"/places/{place}/change/").context["form"]
    sent(client, f"/places/{place}/change/", {**form.initial, "region": "west_kazakhstan"})
    assert queries.place(place).zone.name == "Asia/Oral"


@pytest.mark.parametrize("day", ["03.05.2026", "3.5.2026", "2026-05-03"])
def test_a_day_is_read_as_people_write_it(sqlite_store: Store, day: str) -> None:
    client = signed_in(Role.ADMINISTRATOR)
    sent(client, "/places/new/", {**TYPED, "since": day})
    (place,) = queries.places_seen_by(ADMINISTRATOR)
    assert place.opened_at == place.zone.day_bounds(date(2026, 5, 3))[0]
