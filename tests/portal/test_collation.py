"""Lists stand in the order of the reader's alphabet."""

import pytest

from qorgau.lawbook import Language
from qorgau.wording import sort_key


def ordered(words: list[str], language: Language) -> list[str]:
    return sorted(words, key=lambda word: sort_key(word, language))


def test_a_kazakh_list_follows_the_kazakh_alphabet() -> None:
    words = [
        "Ішкі істер",
        "Әділет",
        "Адвокат",
        "Үй",
        "Білім",
        "Ұстау",
        "Ғылым",
        "Гарнизон",
        "Эфир",
        "Ыстық",
        "Қамау",
        "Кепіл",
        "Өтем",
        "Ой",
    ]
    assert ordered(words, Language.KK) == [
        "Адвокат", "Әділет", "Білім", "Гарнизон", "Ғылым", "Кепіл", "Қамау", "Ой", "Өтем", "Ұстау", "Үй", "Ыстық", "Ішкі істер", "Эфир",
    ]  # fmt: skip


def test_a_russian_reader_finds_yo_among_ye() -> None:
    assert ordered(["Ёмкость", "Жалобы", "Единый", "Ещё"], Language.RU) == [
        "Единый",
        "Ёмкость",
        "Ещё",
        "Жалобы",
    ]


@pytest.mark.parametrize("language", list(Language))
def test_numbers_stand_by_their_size_and_before_letters(language: Language) -> None:
    assert ordered(["10-бап", "9-бап", "А", "100"], language) == ["9-бап", "10-бап", "100", "А"]


@pytest.mark.parametrize("language", list(Language))
def test_quotes_and_capitals_do_not_move_a_word(language: Language) -> None:
    assert ordered(["вода", "«Адал»", "Белес"], language) == ["«Адал»", "Белес", "вода"]


@pytest.mark.parametrize("language", list(Language))
def test_a_short_name_stands_before_a_longer_one_that_begins_with_it(language: Language) -> None:
    assert ordered(["Сотталған", "Сот үкімі", "Сот"], language) == ["Сот", "Сот үкімі", "Сотталған"]


def test_an_accent_does_not_move_a_latin_letter() -> None:
    assert ordered(["Zug", "École", "Fund"], Language.EN) == ["École", "Fund", "Zug"]


@pytest.mark.parametrize("language", list(Language))
def test_words_that_differ_are_never_equal_in_order(language: Language) -> None:
    assert sort_key("все", language) != sort_key("всё", language)
