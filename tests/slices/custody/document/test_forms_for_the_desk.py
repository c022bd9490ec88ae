"""What the desk prints: a form for power cuts that can be typed in later, and the list of a shift."""

from dataclasses import fields

import pytest
from django.test import Client
from tests.slices.access.people import signed_in
from tests.slices.custody.desk import at, booking, instant, open_desk
from tests.slices.custody.document.pictures import pages_of, text_of
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody.actions import book
from qorgau.custody.document.paper_form import ACTS, blank_acts, blank_fields, print_form
from qorgau.custody.document.shift_list import print_shift_list
from qorgau.custody.entries import Booking
from qorgau.custody.kind_forms import kind_forms
from qorgau.lawbook import Language
from qorgau.places.queries import NotListed

LANGUAGES = tuple(Language)
DATED = instant("2026-11-21 09:00")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_one_sheet_with_every_field_and_act_numbered(language: Language) -> None:
    pdf = print_form(language, dated=DATED)
    said = text_of(pdf)
    assert pages_of(pdf) == 2
    assert pdf == print_form(language, dated=DATED)
    for each in (*blank_fields(language), *blank_acts(language)):
        title = each.label if hasattr(each, "label") else each.title
        assert title in said
    numbers = [each.number for each in (*blank_fields(language), *blank_acts(language))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_form_asks_the_twelve_fields_of_a_booking_and_no_other() -> None:
    asked = [each.name for each in blank_fields(Language.EN)]
    known = {each.name for each in fields(Booking)}
    assert len(asked) == 12
    assert set(asked) <= known
    assert {"apprehended", "ground", "name_status"} <= set(asked)


def test_every_act_of_the_form_can_be_typed_in_later_by_the_desk() -> None:
    for kind in ACTS:
        assert Role.CUSTODY_OFFICER in kind_forms()[kind].added_by or kind == "MedicallyExamined"


def test_a_form_can_be_had_before_anybody_signs_in(sqlite_store: Store) -> None:
    for language in LANGUAGES:
        answer = Client().get("/paper-form.pdf", {"lang": language.value})
        assert answer.status_code == 200
        assert answer.content.startswith(b"%PDF-")
    assert Client().get("/paper-form.pdf", {"lang": "fr"}).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_everyone_held_with_their_next_limits(sqlite_store: Store, language: Language) -> None:
    desk = open_desk()
    book(desk.officer, booking(desk), now=instant("2026-11-21 02:30"))
    young = {"family_name": "#Жас", "given_name": "$x$", "birth": "2010-05-01"}
    book(
        desk.officer,
        booking(desk, **young, apprehended=at("2026-11-21 01:30")),
        now=instant("2026-11-21 02:40"),
    )
    pdf = print_shift_list(desk.officer, desk.station, language=language, now=DATED)
    said = text_of(pdf)
    assert "Сарыбаев" in said
    assert "#Жас" in said
    assert pdf == print_shift_list(desk.officer, desk.station, language=language, now=DATED)


def test_an_officer_of_another_place_is_refused_rather_than_shown_an_empty_list(sqlite_store: Store) -> None:
    desk = open_desk()
    with pytest.raises(NotPermitted):
        print_shift_list(desk.far_officer, desk.station, language=Language.EN, now=DATED)
    with pytest.raises(NotListed):
        print_shift_list(desk.officer, "nowhere", language=Language.EN, now=DATED)


def test_the_list_of_the_desks_own_place_is_handed_out_over_the_web(sqlite_store: Store) -> None:
    desk = open_desk()
    client = signed_in(Role.CUSTODY_OFFICER, places=[desk.station], language=Language.RU)
    assert "Здесь никто не содержится" in text_of(client.get("/shift-list.pdf").content)
    assert client.get("/shift-list.pdf", {"place": "nowhere"}).status_code == 404
    everywhere = signed_in(Role.NPM_MEMBER, language=Language.EN)
    assert everywhere.get("/shift-list.pdf").status_code == 404
    assert everywhere.get("/shift-list.pdf", {"place": desk.station}).status_code == 200
