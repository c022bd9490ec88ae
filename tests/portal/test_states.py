"""States by name in three languages."""

import pytest

from qorgau.lawbook import Language
from qorgau.wording import state_name


@pytest.mark.parametrize(
    ("iso3", "language", "name"),
    [
        ("KAZ", Language.RU, "Казахстан"),
        ("KAZ", Language.KK, "Қазақстан"),
        ("DEU", Language.EN, "Germany"),
        ("YEM", Language.EN, "Yemen"),
        ("SUN", Language.EN, "SUN"),
        ("XXX", Language.EN, "XXX"),
        ("", Language.EN, ""),
    ],
)
def test_a_state_is_named_by_its_three_letters_and_by_them_where_no_one_state_has_them(
    iso3: str, language: Language, name: str
) -> None:
    assert state_name(iso3, language) == name
