"""Free text may be in any language: a page says in which, so that a screen reader reads it aloud rightly."""

import pytest

from qorgau.treaty.templatetags.treaty import quoted, spoken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Решение вымышленного совета", "ru"),
        ("Ойдан шығарылған кеңестің шешімі", "kk"),
        ("Decision of the invented council", "en"),
    ],
)
def test_free_text_is_marked_with_the_language_of_its_letters(text: str, language: str) -> None:
    assert spoken(text) == f'<span lang="{language}">{text}</span>'


def test_free_text_is_no_markup_of_the_page_and_nothing_is_marked_where_nothing_was_said() -> None:
    assert "<script>" not in spoken("<script>alert(1)</script>")
    assert spoken("") == ""


def test_what_was_said_stands_between_the_quotation_marks_of_its_own_language() -> None:
    assert quoted("Прочитано") == '«<span lang="ru">Прочитано</span>»'
    assert quoted("Read of it") == '“<span lang="en">Read of it</span>”'
