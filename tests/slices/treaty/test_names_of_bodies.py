"""Whoever acts is shown by name, in the reader's language."""

import pytest
from tests.slices.store import Store

from qorgau.lawbook import Language
from qorgau.treaty.queries.bodies_by_name import body_name, body_names


@pytest.mark.parametrize("body", ["coalition", "interagency_council", "mia", "npm", "ombudsperson"])
def test_a_known_body_has_a_name_of_its_own_in_each_language(sqlite_store: Store, body: str) -> None:
    names = body_names(body)
    assert len({names[language] for language in Language}) == len(Language)
    assert body not in names.values()


def test_an_organisation_that_no_file_knows_is_shown_as_one(sqlite_store: Store) -> None:
    assert {body_name("another_ngo", language) for language in Language} == {
        "organisation “another_ngo”", "организация «another_ngo»", "«another_ngo» ұйымы",
    }  # fmt: skip
    assert body_name("", Language.EN) == ""
