"""The catalogue says each demand in three languages: each finds itself in the others among all forty-seven."""

import itertools
from collections.abc import Mapping

import pytest

from qorgau.lawbook.book import law_folder
from qorgau.lawbook.recommendations import AskedKind
from qorgau.lawbook.recommendations_reading import read_catalogue
from qorgau.lawbook.words import Language
from qorgau.reading.linking import Item, link


@pytest.fixture(scope="module")
def said() -> Mapping[Language, list[Item]]:
    """The leaves of the catalogue, once in each language."""
    path = law_folder() / "kz" / "recommendations" / "cat_co_4.yaml"
    leaves = [
        each
        for each in read_catalogue(path, name=path.name).asked.values()
        if each.kind is AskedKind.RECOMMENDATION
    ]
    return {
        language: [Item(f"{language}#{each.id}", each.asks[language], language.value) for each in leaves]
        for language in Language
    }


@pytest.mark.parametrize(
    ("one", "other"), list(itertools.permutations(Language, 2)), ids=lambda language: language.value
)
def test_nine_in_ten_demands_find_themselves_first_in_another_language(
    said: Mapping[Language, list[Item]], one: Language, other: Language
) -> None:
    found = link(said[one], said[other])
    candidates = {
        item.id: [each.right.partition("#")[2] for each in found if each.left == item.id]
        for item in said[one]
    }
    first = [leaf for leaf, near in candidates.items() if near[:1] == [leaf.partition("#")[2]]]
    among_three = [leaf for leaf, near in candidates.items() if leaf.partition("#")[2] in near[:3]]

    assert len(first) >= 0.9 * len(candidates), sorted(set(candidates) - set(first))
    assert len(among_three) >= 0.95 * len(candidates), sorted(set(candidates) - set(among_three))
