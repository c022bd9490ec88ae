"""Whatever a program sends about recommendations, the answer is one that the description declares; none is our fault."""

import pytest
from tests.slices.custody.api.anything import OPEN_TO_ALL, TREATY, send_anything
from tests.slices.store import Store
from tests.slices.treaty.api.recommended import everything

from qorgau.portal.api.declared import description


@pytest.fixture
def known(sqlite_store: Store) -> dict[str, str]:
    return everything()


@pytest.mark.parametrize("who", ["secretary", "ngo", "nobody"])
def test_every_answer_is_declared_and_none_is_a_fault_of_ours(known: dict[str, str], who: str) -> None:
    send_anything(known, known[who], examples=3, where=lambda path: path.startswith((TREATY, OPEN_TO_ALL)))


def test_what_is_open_to_all_asks_for_no_token_and_only_reads() -> None:
    found = {path: told for path, told in description()["paths"].items() if path.startswith(OPEN_TO_ALL)}
    assert len(found) >= 5
    assert {method for told in found.values() for method in told} == {"get"}
    assert [path for path, told in found.items() if "security" in told["get"]] == []


def test_no_two_shapes_share_a_name() -> None:
    from qorgau.treaty.api.shapes import shape_of
    from qorgau.treaty.evidence import Evidence
    from qorgau.treaty.writing.blocks import Evidence as Inserted

    assert shape_of(Evidence).__name__ != shape_of(Inserted).__name__
    shapes = description()["components"]["schemas"]
    assert "safeguards" in shapes[shape_of(Evidence).__name__]["properties"]
    assert "words" in shapes[shape_of(Inserted).__name__]["properties"]
