"""One name in any spelling has one key; a typed time is as exact as what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.clock import zone_named
from qorgau.custody.names import folded, folded_words
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.times import read_when
from qorgau.lawbook import Language

ALMATY = zone_named("Asia/Almaty")
SPELLINGS = [
    ("Ayniyazov", "Ainiyazov", "Айниязов", "Әйниязов"),
    ("Жаңабаев", "Жанабаев", "Zhanabayev", "Janabaev", "ZHANABAYEV"),
    ("Қасым", "Касым", "Qasym", "Kassym", "Kasim"),
    ("Юсупов", "Yusupov", "Iusupov"),
    ("Хасенов", "Khassenov", "Hasenov"),
    ("Ғабит", "Габит", "Gabit", "Ghabit"),
    ("Нұрсұлтан", "Нурсултан", "Nursultan"),
    ("Щербаков", "Shcherbakov", "Sherbakov"),
    ("Ержан", "Yerzhan", "Erjan"),
    ("Сейітқали", "Сейткали", "Seitkali"),
    ("Әлия", "Алия", "Aliya", "Aliia"),
    ("Соловьёв", "Соловьев", "Solovev"),
]
APART = [("Сарыбаев", "Серикбаев"), ("Петров", "Павлов"), ("Ким", "Ким-Ли"), ("Ахметов", "Ахмедов")]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda spellings: spellings[0])
def test_every_spelling_of_a_name_has_one_key(spellings: tuple[str, ...]) -> None:
    assert len({folded(name) for name in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(max_size=40))
def test_whatever_is_typed_a_key_is_small_latin_letters(name: str) -> None:
    key = folded(name)
    assert not key or (key.isascii() and key.isalpha() and key.islower())


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіabcdefghijklmnopqrstuvwxyz -'", max_size=40))
def test_capitals_change_no_key(name: str) -> None:
    assert folded(name.upper()) == folded(name)


def test_the_words_of_a_name_are_folded_one_by_one() -> None:
    assert folded_words("  Сарыбаев,  Ерлан ") == ("saribaev", "erlan")


def test_a_time_to_the_minute_is_exact_and_a_date_is_the_whole_local_day() -> None:
    assert read_when("2026-11-21 01:05", ALMATY).is_exact
    day = read_when("2026-11-21", ALMATY)
    assert (day.earliest, day.latest) == ALMATY.day_bounds(ALMATY.local(day.earliest).date())


def test_a_span_reaches_to_the_end_of_what_was_typed_last() -> None:
    span = read_when("2026-11-21 01:00", ALMATY, until="2026-11-21 02:30")
    assert span.latest - span.earliest == 90 * 60
    days = read_when("2026-11-20", ALMATY, until="2026-11-21")
    assert days.latest - days.earliest == 2 * 86_400 - 1


def test_the_day_almaty_set_its_clocks_back_has_an_hour_that_came_twice() -> None:
    # On 1 March 2024 the clocks of Almaty went back from 00:00 to 23:00 of the day before.
    twice = read_when("2024-02-29 23:30", ALMATY)
    assert twice.latest - twice.earliest == 3600


@pytest.mark.parametrize("typed", ["", "yesterday", "21.11.2026", "2026-11-21 25:00", "2026-02-30"])
def test_what_is_no_time_is_refused_at_its_field_and_says_how_to_write_one(typed: str) -> None:
    with pytest.raises(CustodyRefusal) as refused:
        read_when(typed, ALMATY, field="apprehended")
    assert refused.value.field == "apprehended"
    assert all("2025-02-12 03:00" in refused.value.said(language) for language in Language)


def test_a_span_does_not_end_before_it_begins() -> None:
    with pytest.raises(CustodyRefusal):
        read_when("2026-11-21 03:00", ALMATY, until="2026-11-21 02:00")
